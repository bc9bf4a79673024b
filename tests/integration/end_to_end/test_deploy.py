"""``audiopress deploy`` into object storage: what is there, in which order, and how it fails.

The storage honours conditional writes, and a proxy before it breaks connections (object_storage).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from object_storage import BUCKET, KEYS, PREFIX, Storage, find_moto, list_sounds, open_storage
from runner import ROOT, Press, PressHere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
if not find_moto():
    pytest.skip("moto is not here: python3 tests/run.py installs it", allow_module_level=True)

DOCS = ROOT / "docs/deploy.md"
TARGET = f"s3://{BUCKET}/{PREFIX}"
STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of two articles, built once for all tests."""
    press = Press(tmp_path_factory.mktemp("built") / "edition")
    write(press, "Alba", "Brae")
    press.build()
    return press.folder


@pytest.fixture
def press(tmp_path: Path, built: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch) -> Press:
    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    return copy(built, tmp_path / "edition")


@pytest.fixture
def storage() -> Iterator[Storage]:
    with open_storage() as opened:
        yield opened


def copy(built: Path, folder: Path) -> Press:
    shutil.copytree(built, folder)
    return PressHere(folder)


def write(press: Press, *titles: str, more: str = "") -> None:
    (press.folder / "articles").mkdir(parents=True, exist_ok=True)
    for title in titles:
        (press.folder / f"articles/{title.lower()}.md").write_text(STORY.format(title), "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        '[edition]\naddress = "https://audio.example.org/"\nsources = ["articles"]\n' + more,
        "utf-8",
    )


def deploy(press: Press, *words: object, ok: bool = True) -> dict:
    return json.loads(press.run("deploy", TARGET, "--json", *words, ok=ok).stdout)


def read_output(press: Press) -> dict[str, bytes]:
    top = press.folder / "output"
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in top.rglob("*")
        if path.is_file()
    }


def test_all_is_there_with_its_headers_and_the_feed_came_last(
    press: Press, storage: Storage
) -> None:
    said = deploy(press)
    assert storage.published() == read_output(press)
    assert sorted(said["sent"]) == sorted(read_output(press))
    assert [note for note in said["notes"] if "audiopress deploy --cors" in note]
    (sound, *_), *_ = list_sounds(storage.get("feed.xml") or b"")
    headers = storage.head(sound)
    assert headers["Content-Type"] == "audio/mpeg"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    feed = storage.head("feed.xml")
    assert feed["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert feed["Cache-Control"] == "public, max-age=60"
    vtt = f"{sound.rpartition('/')[0]}/transcript.vtt"
    assert storage.head(vtt)["Content-Type"] == "text/vtt; charset=utf-8"
    order = [name for name in storage.changes("PUT") if not name.startswith(".")]
    assert order[-1] == "feed.xml"
    assert [name.endswith(".mp3") for name in order[:3]] == [True, True, False]
    assert [name.endswith(".html") for name in order].index(True) > order.index(vtt)
    assert storage.unsound == []


def test_a_second_deploy_sends_nothing_and_writes_nothing(press: Press, storage: Storage) -> None:
    deploy(press)
    storage.log.clear()
    for path in (press.folder / "output").rglob("*"):
        path.touch()
    said = deploy(press)
    assert (said["sent"], said["notes"]) == ([], [])
    assert {method for method, _, _ in storage.log} == {"GET"}


def test_only_what_changed_is_sent_and_what_was_withdrawn_goes(
    press: Press, storage: Storage
) -> None:
    storage.put("notes/ours.txt", b"of somebody else")
    deploy(press)
    press.run("withdraw", "alba")
    storage.log.clear()
    said = deploy(press)
    assert storage.published() == {**read_output(press), "notes/ours.txt": b"of somebody else"}
    assert "episodes/alba/index.html" in said["sent"]  # it says that the article is gone
    assert not [name for name in said["sent"] if "/brae/" in name and name.endswith(".mp3")]
    assert all("/alba/" in name for name in said["removed"])
    assert any(name.endswith("alba.mp3") for name in said["removed"])
    methods = [(method, path) for method, path, _ in storage.log]
    feed = methods.index(("PUT", "feed.xml"))
    removals = [at for at, (method, _) in enumerate(methods) if method == "POST"]
    assert len(removals) == 2  # that of the object that the server is tried with comes first
    assert removals[1] > feed > removals[0]
    assert storage.unsound == []


def test_files_of_somebody_else_are_not_replaced(press: Press, storage: Storage) -> None:
    storage.put("index.html", b"my own page")
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 1
    assert "1 file would be replaced that no deploy has put there: index.html" in done.stderr
    assert storage.names() == ["index.html"]
    deploy(press, "--overwrite")
    assert storage.published() == read_output(press)


def test_what_was_copied_by_hand_is_taken_over(press: Press, storage: Storage) -> None:
    for name, body in read_output(press).items():
        storage.put(name, body)
    write(press, "Corrie")
    press.build()
    sent = deploy(press, "--overwrite")["sent"]
    assert not [name for name in sent if "/alba/" in name and name.endswith(".mp3")]
    assert storage.published() == read_output(press)


def test_a_dry_run_says_it_and_writes_nothing(press: Press, storage: Storage) -> None:
    said = deploy(press, "--dry-run")
    assert (sorted(said["sent"]), said["done"]) == (sorted(read_output(press)), False)
    assert storage.names() == []


def test_nothing_of_our_own_goes_there(press: Press, storage: Storage) -> None:
    output = press.folder / "output"
    (output / ".audiopress-0123456789abcdef.tmp").write_bytes(b"half")
    (output / ".htpasswd").write_bytes(b"secret")
    (output / "a b.txt").write_bytes(b"by hand")
    (output / "out.txt").symlink_to(press.folder / "audiopress.toml")
    notes = deploy(press)["notes"]
    assert not [name for name in storage.published() if "tmp" in name or "htp" in name]
    assert not {"a b.txt", "out.txt"} & set(storage.names())
    assert any("a b.txt, out.txt" in note for note in notes)


def test_all_sends_again_what_has_gone_from_the_bucket(press: Press, storage: Storage) -> None:
    deploy(press)
    storage.ask("DELETE", f"/{BUCKET}/{PREFIX}/index.html")
    assert deploy(press)["sent"] == []
    deploy(press, "--all")
    assert storage.published() == read_output(press)


def test_one_answer_in_ten_that_goes_wrong_is_no_trouble(press: Press, storage: Storage) -> None:
    storage.faults = 0.1
    deploy(press)
    write(press, "Corrie")
    press.build()
    press.run("withdraw", "alba")
    deploy(press)
    storage.faults = 0.0
    assert storage.published() == read_output(press)
    assert storage.unsound == []
    assert deploy(press)["sent"] == []


def test_an_outage_is_told_and_the_old_feed_stays(press: Press, storage: Storage) -> None:
    deploy(press)
    before = storage.published()
    write(press, "Corrie")
    press.build()
    storage.answers_never = True
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 1
    assert "the storage does not answer" in done.stderr
    assert "it goes on where it was" in done.stderr
    assert "Traceback" not in done.stderr
    storage.answers_never = False
    assert storage.published() == before
    deploy(press)
    assert storage.published() == read_output(press)


def test_no_key_is_ever_written_or_printed(press: Press, storage: Storage) -> None:
    said = press.run("deploy", TARGET, "--debug").stdout
    storage.answers_never = True
    write(press, "Corrie")
    press.build()
    done = press.run("deploy", TARGET, "--debug", ok=False)
    told = said + done.stdout + done.stderr
    kept = b"".join(path.read_bytes() for path in press.folder.rglob("*") if path.is_file())
    there = b"".join(storage.get(name) or b"" for name in storage.names())
    for secret in KEYS.values():
        assert secret not in told
        assert secret.encode() not in kept + there


def test_a_server_that_ignores_conditions_is_told_of(press: Press, storage: Storage) -> None:
    storage.ignores_conditions = True
    notes = deploy(press)["notes"]
    assert any("this storage ignores conditional writes" in note for note in notes)
    assert storage.published() == read_output(press)
    assert not any("probe" in name for name in storage.names())


def test_a_conflict_of_two_writes_is_tried_again(press: Press, storage: Storage) -> None:
    storage.conflicts = 3
    notes = deploy(press)["notes"]
    assert storage.conflicts == 0
    assert not [note for note in notes if "ignores" in note]
    assert storage.published() == read_output(press)


def test_a_server_that_removes_no_lists_removes_one_after_the_other(
    press: Press, storage: Storage
) -> None:
    storage.removes_one_at_a_time = True
    deploy(press)
    press.run("withdraw", "alba")
    removed = deploy(press)["removed"]
    assert len(removed) > 3
    assert storage.published() == read_output(press)


def test_a_bucket_that_is_not_there_is_named(press: Press) -> None:
    done = press.run("deploy", "s3://nowhere/listen", ok=False)
    assert done.returncode == 1
    assert "there is no such bucket" in done.stderr


def test_without_a_key_it_is_told_at_once(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 2
    assert "AWS_SECRET_ACCESS_KEY is not set" in done.stderr


def test_who_does_not_know_an_episode_takes_it_out_of_no_feed(
    press: Press, storage: Storage, tmp_path: Path, built: Path
) -> None:
    other = copy(built, tmp_path / "other")
    deploy(other)
    write(other, "Corrie")
    other.build()
    deploy(other)
    before = storage.published()
    write(press, "Dall")
    press.build()
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 1
    assert 'has deployed what this ledger does not know: "Corrie"; this one is' in done.stderr
    assert "bring both ledgers together" in done.stderr
    assert storage.published() == before
    join(press, other)
    press.build()
    deploy(press)
    assert len(list_sounds(storage.get("feed.xml") or b"")) == 4
    assert storage.published() == read_output(press)


def test_who_does_not_know_a_correction_brings_no_old_text_back(
    press: Press, storage: Storage, tmp_path: Path, built: Path
) -> None:
    other = copy(built, tmp_path / "other")
    (other.folder / "articles/alba.md").write_text(STORY.format("Alba") + "\nIt sank.\n", "utf-8")
    other.build()
    deploy(other)
    write(press, "Corrie")
    press.build()
    done = press.run("deploy", TARGET, ok=False)
    assert 'does not know: "Alba"' in done.stderr


def test_what_another_builder_withdrew_does_not_come_back(
    press: Press, storage: Storage, tmp_path: Path, built: Path
) -> None:
    deploy(press)
    other = copy(built, tmp_path / "other")
    shutil.rmtree(other.folder / ".audiopress")
    other.run("withdraw", "alba")
    deploy(other)
    write(press, "Corrie")
    press.build()
    done = press.run("deploy", TARGET, ok=False)
    assert 'another builder has taken out what this ledger has as live: "Alba"' in done.stderr
    assert len(list_sounds(storage.get("feed.xml") or b"")) == 1


def test_an_output_folder_that_lost_something_takes_nothing_away(
    press: Press, storage: Storage
) -> None:
    deploy(press)
    shutil.rmtree(press.folder / "output/episodes/alba")
    done = press.run("deploy", TARGET, ok=False)
    assert "the feed names a sound file that is not here: episodes/alba/" in done.stderr
    assert "audiopress build" in done.stderr
    assert storage.unsound == []


@pytest.mark.slow
def test_four_builders_at_once_lose_nothing(
    tmp_path: Path, built: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    storage.faults = 0.02
    titles = ["Corrie", "Dall", "Eaval", "Fuar"]
    builders = {title: Press(tmp_path / title) for title in titles}
    for builder in builders.values():
        shutil.copytree(built, builder.folder)
    with ThreadPoolExecutor(len(titles)) as pool:
        gate = threading.Lock()
        turns = [pool.submit(publish, title, builders, gate) for title in titles]
        assert [turn.result() for turn in turns] == [True] * len(titles)
    assert storage.unsound == []
    feed = storage.get("feed.xml") or b""
    assert [title for title in ("Alba", "Brae", *titles) if title.encode() not in feed] == []
    for path, length in list_sounds(feed):
        assert storage.head(path)["Content-Length"] == length


def publish(title: str, builders: dict[str, Press], gate: threading.Lock) -> bool:
    """Build and deploy as a person does who is told to bring the ledgers together."""
    own = builders[title]
    with gate:  # a file that is being written is none that a pull would bring
        write(own, title)
    for _ in range(8):
        with gate:  # as `git pull` does, one after the other
            for other in builders.values():
                join(own, other)
        own.build()
        done = own.run("deploy", TARGET, ok=False)
        if done.returncode == 0:
            return True
        assert "does not know" in done.stderr, done.stderr
    return False


def join(press: Press, other: Press) -> None:
    """Bring what another builder has in ledger and sources here, as a pull does."""
    for name in ("ledger", "articles"):
        for path in (other.folder / name).rglob("*"):
            target = press.folder / path.relative_to(other.folder)
            if path.is_file() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())


def test_a_private_show_is_named_by_nothing_that_anybody_could_fetch(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    press = PressHere(tmp_path / "private")
    write(press, "Alba")
    toml = press.folder / "audiopress.toml"
    toml.write_text(
        toml.read_text("utf-8").replace("[show]\n", "[show]\nprivate = true\n"), "utf-8"
    )
    press.build()
    secret = json.loads((press.folder / "ledger/shows/main.json").read_text("utf-8"))["secret"]
    done = press.run("deploy", TARGET)
    assert storage.published() == read_output(press)
    assert secret not in done.stdout + done.stderr
    assert 'audiopress check "$(audiopress show address)"' in done.stdout
    guessed = [name for name in storage.names() if not name.startswith(f"{secret}/")]
    assert ".audiopress/deployed.json" in guessed
    assert not [name for name in guessed if secret.encode() in (storage.get(name) or b"")]


def test_what_is_held_is_not_there(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    press = PressHere(tmp_path / "held")
    write(press, "Alba", "Brae", more="[review]\nhold = true\n")
    press.build()
    press.run("release", "alba")
    deploy(press)
    assert not [name for name in storage.names() if "brae" in name]
    assert not [body for body in storage.published().values() if b"Brae" in body]
    assert len(list_sounds(storage.get("feed.xml") or b"")) == 1


def test_a_preview_goes_nowhere(press: Press, storage: Storage) -> None:
    (press.folder / "audiopress.toml").unlink()
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 2
    assert "this edition is a preview" in done.stderr
    assert storage.names() == []


def test_without_the_extra_it_says_how_to_get_it(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiopress.store.objects.find_spec", lambda _: None)
    done = press.run("deploy", TARGET, ok=False)
    assert done.returncode == 2
    assert "python -m pip install 'audiopress[deploy]'" in done.stderr


def test_the_update_is_run_when_something_changed_and_again_when_it_failed(
    press: Press, storage: Storage
) -> None:
    configured = f'[deploy]\ntarget = "{TARGET}"\nendpoint = "{storage.url}"\nupdate = '
    write(press, more=configured + '"cat > purged; exit 3"\n')
    done = press.run("deploy", "--json", ok=False)
    assert done.returncode == 1
    assert "the update command has failed with status 3" in done.stderr
    assert "[deploy] update: cat > purged; exit 3" in done.stderr
    assert json.loads(done.stdout)["errors"]
    assert storage.published() == read_output(press)
    purged = press.folder / "purged"
    assert sorted(purged.read_text("utf-8").split("\n")[:-1]) == sorted(read_output(press))
    write(press, more=configured + '"cat > purged"\n')
    purged.unlink()
    assert json.loads(press.run("deploy", "--json").stdout)["updated"] is True
    assert "feed.xml" in purged.read_text("utf-8")
    purged.unlink()
    assert json.loads(press.run("deploy", "--json").stdout)["updated"] is False
    assert not purged.exists()


def test_a_stranger_says_neither_where_it_goes_nor_what_is_run(
    press: Press, storage: Storage
) -> None:
    write(press, more=f'[deploy]\ntarget = "{TARGET}"\nupdate = "touch owned"\n')
    done = press.run("deploy", "--untrusted", ok=False)
    assert done.returncode == 2
    assert "where the folder says it goes is not taken from it" in done.stderr
    deploy(press, "--untrusted")
    assert storage.published() == read_output(press)
    assert not (press.folder / "owned").exists()
    write(press, more=f'[deploy]\ntarget = "{TARGET}"\nendpoint = "http://127.0.0.1:9"\n')
    assert deploy(press, "--untrusted")["sent"] == []  # their server is not asked


def test_the_rule_of_the_bucket_is_printed_and_taken(press: Press, storage: Storage) -> None:
    done = press.run("deploy", TARGET, "--cors")
    rule = json.loads(done.stdout)["CORSRules"][0]
    assert f"put-bucket-cors --bucket {BUCKET}" in done.stderr
    assert storage.names() == []
    (page,) = re.findall(r"put-bucket-cors.*?```json\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert json.loads(page)["CORSRules"] == [rule]
    lists = {"AllowedOrigin": "AllowedOrigins", "AllowedMethod": "AllowedMethods"}
    lists |= {"AllowedHeader": "AllowedHeaders", "ExposeHeader": "ExposeHeaders"}
    parts = [f"<{tag}>{each}</{tag}>" for tag, key in lists.items() for each in rule[key]]
    body = f"<CORSConfiguration><CORSRule>{''.join(parts)}</CORSRule></CORSConfiguration>"
    assert storage.ask("PUT", f"/{BUCKET}?cors", body.encode())[0] == 200


def test_the_hub_is_told_by_the_deploy_and_not_by_the_build(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bytes] = []

    class Hub(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as hub:
        threading.Thread(target=hub.serve_forever, daemon=True).start()
        press = PressHere(tmp_path / "hub")
        write(press, "Alba", more=f'[deploy]\ntarget = "{TARGET}"\n')
        toml = press.folder / "audiopress.toml"
        text = toml.read_text("utf-8").replace(
            "https://audio.example.org/", f"{storage.url}/{BUCKET}/{PREFIX}/"
        )
        address = f"http://127.0.0.1:{hub.server_port}/"
        toml.write_text(text.replace("[show]\n", f'[show]\nhub = "{address}"\n'), "utf-8")
        assert not [note for note in press.build()["notes"] if "hub" in note]
        storage.public = True
        said = json.loads(press.run("deploy", "--allow-private", "--json").stdout)
        assert [each["told"] for each in said["hubs"]] == [True]
        assert len(told) == 1
        again = json.loads(press.run("deploy", "--allow-private", "--json").stdout)
        assert [each["told"] for each in again["hubs"]] == [False]
        hub.shutdown()
    assert len(told) == 1


def test_sound_that_was_damaged_where_it_lies_is_seen_by_all(
    press: Press, storage: Storage
) -> None:
    deploy(press)
    (sound,) = (press.folder / "output").rglob("alba.mp3")
    status = sound.stat()
    with sound.open("r+b") as file:  # as a disk does: the same file, size and time
        file.write(b"XXXX")
    os.utime(sound, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert deploy(press)["sent"] == []
    deploy(press, "--all")
    assert storage.published() == read_output(press)


def test_what_a_dry_run_prints_can_be_typed(press: Press) -> None:
    write(press, "Fog")
    press.build()
    said = press.run("deploy", "my www", "--all", "--dry-run").stderr
    assert "audiopress deploy 'my www' --all" in said
    assert not (press.folder / "my www").exists()
