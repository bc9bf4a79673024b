"""The newsroom's service as a process: articles come in, are built, and are served."""

from __future__ import annotations

import json
import signal
import socket
import time
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests.integration.net.servers import Server, always, page
from tests.integration.server.newsroom import (
    BEARER,
    CONFIGURATION,
    JSON,
    TOKEN,
    Newsroom,
    make_ghost,
    sign_ghost,
    sign_standard,
    sign_wordpress,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runner import Press

URL = "https://skerry.example/ferry"
TEXT = "# Ferry late\n\nThe ferry to Skerry was an hour late on Monday, the harbour master says.\n"
STORY = (
    '<html lang="en"><head><title>Harbour</title></head><body><main><article><h1>Harbour</h1><p>'
    "The harbour was closed on Monday because of ice, and the crews had to wait for the tide to "
    "turn before they could leave the pier.</p></article></main></body></html>"
)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    with Newsroom(tmp_path_factory.mktemp("newsroom")) as found:
        yield found


def test_an_article_is_posted_spoken_and_heard(newsroom: Newsroom) -> None:
    told = newsroom.post(url=URL, text=TEXT)
    assert (told.status, told.headers["Location"]) == (202, told.json["job"])
    job = newsroom.finish(told.json["id"])
    assert (job["state"], job["error"], job["url"]) == ("done", None, URL)
    (article,) = job["articles"]
    assert (article["status"], article["title"]) == ("built", "Ferry late")
    sound = article["enclosure"]
    path = sound["url"].removeprefix("https://listen.skerry.example")
    heard = newsroom.ask(path, headers={"Range": "bytes=0-99"})
    assert (heard.status, len(heard.body)) == (206, 100)
    assert heard.headers["Content-Range"] == f"bytes 0-99/{sound['length']}"
    assert sound["url"].encode() in newsroom.ask("/feed.xml").body
    # A correction keeps its identity.
    again = newsroom.finish(newsroom.post(url=URL, text=TEXT + "\nNobody was hurt.\n").json["id"])
    (corrected,) = again["articles"]
    assert (corrected["guid"], corrected["status"]) == (article["guid"], "built")
    assert corrected["enclosure"]["url"] != sound["url"]
    assert newsroom.ask("/feed.xml").body.count(b"<item>") == 1


def test_the_player_of_an_article_is_found_by_both_of_its_addresses(newsroom: Newsroom) -> None:
    job = newsroom.finish(
        newsroom.post(url=f"{URL}/embed", text=TEXT.replace("Ferry", "Boat")).json["id"]
    )
    slug = job["articles"][0]["slug"]
    for url in (f"{URL}/embed", f"https://listen.skerry.example/episodes/{slug}/"):
        told = newsroom.ask(f"/oembed?url={url}&maxwidth=320&format=json")
        assert told.status == 200
        assert told.headers["Access-Control-Allow-Origin"] == "*"
        record = told.json
        assert (record["type"], record["width"]) == ("rich", 320)
        assert f'src="https://listen.skerry.example/episodes/{slug}/embed.html"' in record["html"]
        assert 'width="320"' in record["html"]
    for asked, status in (
        ("url=https://a.example/", 404),
        ("", 400),
        ("url=x&format=xml", 501),
        ("url=x&format=", 400),
    ):
        assert newsroom.ask(f"/oembed?{asked}").status == status
    assert newsroom.ask("/oembed?url=../../audiopress.toml").status == 404
    assert newsroom.ask(f"/oembed?url={URL}&maxwidth=wide").status == 400


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN}x"]
)
def test_without_the_token_nothing_is_taken_or_told(
    newsroom: Newsroom, authorization: str | None
) -> None:
    headers = {"Authorization": authorization} if authorization is not None else {}
    told = newsroom.ask("/articles", b'{"url": "https://a.example/"}', {**JSON, **headers})
    assert (told.status, told.headers["WWW-Authenticate"]) == (401, 'Bearer realm="audiopress"')
    for path in ("/jobs/1", "/metrics"):
        assert newsroom.ask(path, headers=headers).status == 401


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b"7", JSON, 422),
        (b'{"url": "https://a.example/", "voice": "x"}', JSON, 422),
        (b'{"url": "https://a.example/", "text": "\\ud800"}', JSON, 422),
        (b'{"\\ud800": 1}', JSON, 422),
        (b'{"url": "http://127.0.0.1:1/"}', JSON, 422),
        (b'{"url": "https://a.example/"}', {"Content-Type": "text/plain"}, 415),
        (b'{"url": "' + b"a" * 4_000_001 + b'"}', JSON, 413),
    ],
)
def test_what_is_no_article_is_refused_in_words(
    newsroom: Newsroom, body: bytes, headers: dict[str, str], status: int
) -> None:
    told = newsroom.ask("/articles", body, {**BEARER, **headers})
    assert told.status == status
    assert told.json["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "url is missing: "),
        ({"url": ""}, "url is missing: "),
        ({"url": 7}, "url is no text: "),
        ({"url": "ferry"}, "url cannot be used: "),
        ({"url": URL, "text": " "}, "text is empty, or no text: "),
        ({"url": URL, "text": "a", "html": "a"}, "html stands beside text"),
    ],
)
def test_what_is_wrong_with_a_field_is_a_whole_sentence(
    newsroom: Newsroom, fields: dict[str, object], said: str
) -> None:
    told = newsroom.post(**fields)
    assert told.status == 422
    assert told.json["error"]["message"].startswith(said)


def test_the_last_line_of_the_log_says_that_it_was_stopped(tmp_path: Path) -> None:
    with Newsroom(tmp_path / "short") as short:
        assert short.stop() == 0
        assert short.events[-1]["event"] == "stopped"


def test_a_key_makes_one_job_of_repeats_and_is_no_other_article(newsroom: Newsroom) -> None:
    def post(text: str) -> tuple[int, str]:
        body = json.dumps({"url": f"{URL}/key", "text": text}).encode()
        told = newsroom.ask("/articles", body, {**BEARER, **JSON, "Idempotency-Key": "k1"})
        return told.status, told.json.get("id", "")

    status, name = post(TEXT)
    newsroom.finish(name)
    assert post(TEXT) == (status, name) == (202, name)
    assert post(TEXT + "more")[0] == 409


def test_nobody_who_asks_in_another_way_or_elsewhere_is_answered(newsroom: Newsroom) -> None:
    told = newsroom.ask("/articles")
    assert (told.status, told.json["error"]["hint"]) == (405, "ask POST /articles")
    assert newsroom.ask("/jobs/1", b"", BEARER).status == 405
    assert newsroom.ask("/jobs/none", headers=BEARER).status == 404
    told = newsroom.ask("/hooks/other", b"{}")
    assert told.status == 404
    assert "/hooks/ghost" in told.json["error"]["hint"]
    assert newsroom.ask("/articles/", b"{}", BEARER).status == 404
    told = newsroom.ask("/articles", method="OPTIONS", headers={"Origin": "https://evil.example"})
    assert told.status == 405
    assert "Access-Control-Allow-Origin" not in told.headers


def test_only_who_means_this_service_is_answered(newsroom: Newsroom) -> None:
    for path in ("/health", "/index.html", "/articles"):
        assert newsroom.ask(path, headers={"Host": "evil.example"}).status == 421
        assert (
            newsroom.ask(path, headers={"Host": "newsroom.skerry.example.evil.example"}).status
            == 421
        )
    for host in (
        "newsroom.skerry.example",
        "LISTEN.skerry.example:443",
        "127.0.0.1",
        "localhost:80",
    ):
        assert newsroom.ask("/health", headers={"Host": host}).status == 200
    with socket.create_connection(("127.0.0.1", newsroom.port), timeout=10) as line:
        line.sendall(b"GET /health HTTP/1.0\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 421 ")


def test_the_description_fits_what_is_answered(newsroom: Newsroom) -> None:
    told = newsroom.ask("/openapi.json").json
    schemas = told["components"]["schemas"]
    text = json.dumps(told)
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in schemas
    taken = newsroom.post(url=f"{URL}/described", text=TEXT)
    job = newsroom.finish(taken.json["id"])
    ghost = make_ghost(URL, status="draft")
    for schema, value in (
        ("Taken", taken.json),
        ("Job", job),
        ("Article", {"url": URL, "text": TEXT}),
        ("Health", newsroom.ask("/health").json),
        ("Ready", newsroom.ask("/ready").json),
        ("Problem", newsroom.ask("/jobs/none", headers=BEARER).json),
        ("Nothing", newsroom.ask("/hooks/ghost", ghost, sign_ghost(ghost)).json),
        ("Oembed", newsroom.ask(f"/oembed?url={URL}/described").json),
    ):
        whole = {"$ref": f"#/components/schemas/{schema}", **told}
        jsonschema.Draft202012Validator(whole).validate(value)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator({"$ref": "#/components/schemas/Job", **told}).validate(
            job | {"tries": "1"}
        )


def test_figures_are_told_to_who_has_the_token(newsroom: Newsroom) -> None:
    told = newsroom.ask("/metrics", headers=BEARER)
    assert told.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert b'audiopress_jobs{state="waiting"}' in told.body
    assert b'path="/metrics"' in newsroom.ask("/metrics", headers=BEARER).body


# -- webhooks --------------------------------------------------------------------------------


def make_hooks(url: str) -> dict[str, tuple[bytes, dict[str, str]]]:
    post = json.dumps({"id": 1, "link": url, "status": "publish"}).encode()
    event = json.dumps({"type": "article.published", "data": {"url": url}}).encode()
    ghost = make_ghost(url)
    return {
        "ghost": (ghost, sign_ghost(ghost)),
        "wordpress": (post, sign_wordpress(post, "d1")),
        "standard": (event, sign_standard("msg_1", event)),
    }


@pytest.mark.parametrize("kind", ["ghost", "wordpress", "standard"])
def test_a_webhook_is_one_job_however_often_it_is_delivered(newsroom: Newsroom, kind: str) -> None:
    body, headers = make_hooks(f"https://skerry.invalid/{kind}")[kind]
    first = newsroom.ask(f"/hooks/{kind}", body, headers)
    again = newsroom.ask(f"/hooks/{kind}", body, headers)
    assert (first.status, again.status) == (202, 202)
    assert first.json["id"] == again.json["id"]
    job = newsroom.tell(first.json["id"])
    assert (job["origin"], job["url"]) == (kind, f"https://skerry.invalid/{kind}")


@pytest.mark.parametrize("kind", ["ghost", "wordpress", "standard"])
def test_a_webhook_that_is_not_signed_by_its_sender_is_not_taken(
    newsroom: Newsroom, kind: str
) -> None:
    body, headers = make_hooks(f"https://skerry.invalid/wrong/{kind}")[kind]
    for wrong, signed in ((body + b" ", headers), (body, JSON), (b"{}", headers)):
        told = newsroom.ask(f"/hooks/{kind}", wrong, signed)
        assert told.status == 401
        assert f"{kind}_env (or {kind}_file) under [serve]" in told.json["error"]["hint"]
    others = make_hooks("https://skerry.invalid/")
    assert {
        newsroom.ask(f"/hooks/{kind}", *others[other]).status for other in others if other != kind
    } == {401}


def test_a_webhook_without_a_secret_is_told_which_setting_names_one(tmp_path: Path) -> None:
    kept = [line for line in CONFIGURATION.splitlines() if not line.startswith("standard")]
    with Newsroom(tmp_path / "fewer", configuration="\n".join(kept)) as fewer:
        told = fewer.ask("/hooks/standard", b"{}", JSON)
        assert told.status == 404
        assert "standard_env (or standard_file) under [serve]" in told.json["error"]["hint"]
        assert fewer.ask("/hooks/ghost", b"{}", JSON).status == 401


def test_an_old_webhook_is_not_taken(newsroom: Newsroom) -> None:
    ghost, event = make_ghost(URL), json.dumps({"data": {"url": URL}}).encode()
    for moment in (time.time() - 400, time.time() + 400):
        told = newsroom.ask("/hooks/ghost", ghost, sign_ghost(ghost, moment))
        assert (told.status, "clocks" in told.json["error"]["hint"]) == (401, True)
        assert "secret" not in told.json["error"]["hint"]
        signed = sign_standard("msg_old", event, moment)
        assert newsroom.ask("/hooks/standard", event, signed).status == 401


def test_a_signed_webhook_of_the_own_network_or_no_json_is_not_taken(newsroom: Newsroom) -> None:
    for body, status in (
        (make_ghost("http://169.254.169.254/"), 422),
        (make_ghost("file:///etc/passwd"), 422),
        (b'{"post": 7}', 422),
        (b"{", 400),
        (b"\xff", 400),
    ):
        assert newsroom.ask("/hooks/ghost", body, sign_ghost(body)).status == status


def test_the_ping_of_woocommerce_is_answered_and_asks_nothing(newsroom: Newsroom) -> None:
    told = newsroom.ask("/hooks/wordpress", b"webhook_id=12", {})
    assert (told.status, told.json["state"]) == (200, "nothing to do")
    assert newsroom.ask("/hooks/wordpress", b"webhook_id=12&url=x", {}).status == 401


def test_half_a_webhook_is_no_job(newsroom: Newsroom) -> None:
    body, headers = make_hooks("https://skerry.invalid/half")["ghost"]
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    begun = len(newsroom.events)
    with socket.create_connection(("127.0.0.1", newsroom.port), timeout=10) as line:
        line.sendall(
            f"POST /hooks/ghost HTTP/1.1\r\nHost: localhost\r\n{head}"
            f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body[:-5]
        )
    newsroom.wait_for("request", since=begun, path="/hooks/ghost", status=400, seconds=10)
    assert [
        each for each in newsroom.events[begun:] if each["event"] in ("server", "job-added")
    ] == []


# -- as a process ------------------------------------------------------------------------------


def test_a_page_that_a_webhook_names_is_fetched_and_spoken(tmp_path: Path) -> None:
    with Server() as site, Newsroom(tmp_path, options=("--allow-private",)) as newsroom:
        site.answers["/harbour"] = always(page(STORY.encode()))
        body = make_ghost(site.url("/harbour"))
        told = newsroom.ask("/hooks/ghost", body, sign_ghost(body))
        job = newsroom.finish(told.json["id"])
        assert job["state"] == "done", job
        assert job["articles"][0]["title"] == "Harbour"


def test_no_job_is_lost_when_the_service_is_killed(tmp_path: Path) -> None:
    names: list[str] = []
    with Newsroom(tmp_path) as newsroom:
        for number in range(2):
            if number:
                newsroom.start()
            for part in range(2):
                told = newsroom.post(
                    url=f"{URL}/{number}-{part}", text=TEXT + f"\n{number} {part}.\n"
                )
                names.append(told.json["id"])
            newsroom.wait_for("job-started", job=names[0])
            newsroom.kill()
        newsroom.start()
        jobs = [newsroom.finish(name) for name in names]
        assert [job["state"] for job in jobs] == ["done"] * len(names)
        assert newsroom.ask("/feed.xml").body.count(b"<item>") == len(names)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_service_that_is_stopped_returns_the_job_and_the_next_one_builds_it(
    tmp_path: Path, number: int
) -> None:
    with Newsroom(tmp_path) as newsroom:
        long = "".join(f"\nThe {n} ferry was late on Monday, says the crew.\n" for n in range(3000))
        name = newsroom.post(url=URL, text=TEXT + long).json["id"]
        newsroom.wait_for("job-started", job=name)
        began = time.monotonic()
        assert newsroom.stop(number) == 0
        assert time.monotonic() - began < 10
        newsroom.wait_for("job-given-back", job=name, seconds=1)
        newsroom.start()
        job = newsroom.tell(name)
        assert job["state"] in ("waiting", "running")
        assert job["crashes"] == 0


def test_secrets_are_in_nothing_that_is_written(tmp_path: Path) -> None:
    with Newsroom(tmp_path) as newsroom:
        newsroom.finish(newsroom.post(url=URL, text=TEXT).json["id"])
        body, headers = make_hooks("https://skerry.invalid/a")["ghost"]
        newsroom.ask("/hooks/ghost", body, headers)
        newsroom.ask(f"/articles?token={TOKEN}", b"{", {**BEARER, **JSON})
        newsroom.ask(f"/{TOKEN}/feed.xml")
        newsroom.stop()
        assert "c4nary" not in "".join(newsroom.lines)
        assert len(newsroom.lines) == len(newsroom.events)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 20
    assert [path for path in written if b"c4nary" in path.read_bytes()] == []


def test_a_second_service_on_one_queue_is_told_so(tmp_path: Path, press: Press) -> None:
    with Newsroom(press.folder):
        done = press.run("serve", "--api", "--port", "0", ok=False)
        # Without its credentials it does not come as far as that.
        assert done.returncode == 2
        assert "[serve] token_env names is not set" in done.stderr
        press.environment = {"OUR_TOKEN": TOKEN}
        (press.folder / "other.toml").write_text('[serve]\ntoken_env = "OUR_TOKEN"\n', "utf-8")
        done = press.run("serve", "--api", "--port", "0", "--config", "other.toml", ok=False)
        assert done.returncode == 1
        assert "another service has this queue" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["output"], "--api serves the edition of the configuration"),
        (["--lan"], "--api serves the edition of the configuration"),
        (["--held"], "--api serves the edition of the configuration"),
        (["--limit", "3"], "--limit"),
        (["--archived"], "--archived"),
        (["--yes"], "--yes"),
        (["--untrusted"], "a stranger's file may not open a service"),
        ([], "[serve] token_env names is not set"),
    ],
)
def test_what_does_not_go_together_is_a_wrong_usage(
    press: Press, words: list[str], told: str
) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text(CONFIGURATION, "utf-8")
    done = press.run("serve", "--api", "--port", "0", *words, ok=False)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--log", "json"], "--log"),
        (["--limit", "3"], "--limit"),
        (["--lan", "--log", "json"], "--log"),
        (["--lan", "--yes"], "--yes"),
        (["--archived"], "--archived"),
        (["--lan", "--allow-private"], "--allow-private"),
    ],
)
def test_an_option_that_would_do_nothing_is_no_option(
    press: Press, words: list[str], told: str
) -> None:
    done = press.run("serve", "--port", "0", *words, ok=False)
    assert done.returncode == 2
    assert f"{told} does nothing" in done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('jobs = "output"', "jobs"),
        ('jobs = "output/q"', "jobs"),
        ('jobs = "./q/../output/q"', "jobs"),
        ('ghost_file = "output/secret"', "ghost_file"),
        ('standard_file = "link/secret"', "standard_file"),
    ],
)
def test_neither_jobs_nor_secrets_lie_where_everybody_reads(
    press: Press, line: str, told: str
) -> None:
    (press.folder / "output").mkdir(parents=True)
    (press.folder / "link").symlink_to("output")
    (press.folder / "output/secret").write_text("whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=", "utf-8")
    text = f'[serve]\ntoken_env = "OUR_TOKEN"\n{line}\n'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    press.environment = {"OUR_TOKEN": TOKEN}
    done = press.run("serve", "--api", "--host", "256.0.0.1", ok=False)
    assert done.returncode == 2
    assert f"[serve] {told} lies in the output folder" in done.stderr
    assert not [*(press.folder / "output").rglob("queue.db")]
