from __future__ import annotations

import json
import shutil
import ssl
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE, Site, build
from pages import player, playing, ready, until

from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "by_url.json").read_text("utf-8"))
BODY = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:])


def article(edition: Site, *, attributes: str = "", head: str = "", body: str = BODY) -> str:
    """A publisher's page with one line more than it had."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title>
<link rel="icon" href="data:,">{head}
<script type="module" src="{edition.url("player/audiopress-player.js")}" data-auto {attributes}>
</script></head><body><main><article><h1>{TITLE}</h1>{body}</article></main></body></html>"""


def known(edition: Site, address: str, slug: str = "harbour") -> None:
    """Let the edition know a page, as the press writes it."""
    path = make_by_url_path(address)
    up = "../" * path.count("/")
    edition.pages[path] = json.dumps({"episode": f"{up}episodes/{slug}/episode.json"})


def test_python_and_browser_agree_where_a_page_is_found(page: Page, edition: Site) -> None:
    edition.pages["blank.html"] = "<!doctype html><title>blank</title>"
    page.goto(edition.url("blank.html"))
    found = page.evaluate(
        """async (addresses) => { const { byUrlPath } = await import('/source/by-url.js');
        const pathOf = (address) => { try { return byUrlPath(address) } catch { return null } };
        return addresses.map(pathOf) }""",
        [row["address"] for row in VECTORS],
    )
    assert found == [row["path"] for row in VECTORS]


def test_one_line_in_a_template_on_another_origin(
    page: Page, edition: Site, publisher: Site
) -> None:
    canonical = "https://news.example/2026/harbour/?utm_source=feed"
    known(edition, "https://news.example/2026/harbour")
    publisher.pages["story"] = article(
        edition, head=f'<link rel="canonical" href="{canonical}">', attributes='layout="card"'
    )
    page.goto(publisher.url("story", host="localhost"))
    ready(page)
    assert page.evaluate("document.querySelector('h1 + audiopress-player').getAttribute('layout')")
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    until(page, "[...(CSS.highlights.get('ap-paragraph') ?? [])].length")


def test_the_pages_own_address_counts_too(page: Page, edition: Site, publisher: Site) -> None:
    known(edition, publisher.url("own/"))
    publisher.pages["own/index.html"] = article(
        edition,
        attributes='data-place="article p"',
        head='<link rel="canonical" href="/elsewhere">',
    )
    page.goto(publisher.url("own/index.html"))
    ready(page)
    assert page.evaluate("document.querySelector('p + audiopress-player') !== null")


def test_nothing_is_shown_where_there_is_no_audio(
    page: Page, edition: Site, publisher: Site
) -> None:
    publisher.pages["silent"] = article(edition)
    page.goto(publisher.url("silent"))
    page.wait_for_timeout(500)
    asked = [path for path in edition.faults.seen if path.startswith("by-url/")]
    assert asked == [make_by_url_path(publisher.url("silent"))]
    assert page.evaluate("document.querySelector('audiopress-player')") is None
    assert page.evaluate("document.querySelectorAll('body *').length") == 3 + len(TEXTS[1:])


def test_a_reserved_place_is_taken(page: Page, edition: Site, publisher: Site) -> None:
    known(edition, publisher.url("reserved"))
    publisher.pages["reserved"] = article(
        edition, body=BODY + "<audiopress-player></audiopress-player>"
    )
    page.goto(publisher.url("reserved"))
    ready(page)
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    assert page.evaluate("document.querySelector('p + audiopress-player') !== null")


def test_a_reserved_place_is_given_back_where_there_is_no_audio(
    page: Page, edition: Site, publisher: Site
) -> None:
    publisher.pages["withdrawn"] = article(
        edition, body=BODY + "<audiopress-player></audiopress-player>"
    )
    page.goto(publisher.url("withdrawn"))
    until(page, "document.querySelector('audiopress-player').hidden")
    assert page.evaluate("document.querySelector('audiopress-player').offsetHeight") == 0


@pytest.mark.parametrize("left", ["nothing", "the entry"])
def test_of_a_withdrawn_article_nothing_is_put_into_its_page(
    page: Page, edition: Site, publisher: Site, left: str
) -> None:
    address = publisher.url("withdrawn")
    if left == "the entry":  # as a cache of a CDN has it for a while
        up = "../" * make_by_url_path(address).count("/")
        edition.pages[make_by_url_path(address)] = json.dumps(
            {"episode": f"{up}episodes/gone/episode.json"}
        )
    publisher.pages["withdrawn"] = article(edition)
    publisher.pages["named"] = article(edition).replace(
        "data-auto", f'data-auto="{edition.url("episodes/gone/episode.json")}"'
    )
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in ("withdrawn", "named"):
        page.goto(publisher.url(name))
        page.wait_for_timeout(500)
        assert page.evaluate("document.querySelector('audiopress-player')") is None, name
    assert said == []


def test_in_a_sandboxed_frame(page: Page, edition: Site, publisher: Site) -> None:
    edition.pages["episodes/harbour/embed.html"] = (
        '<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">'
        '<script type="module" src="../../player/audiopress-player.js"></script><main>'
        '<audiopress-player src="0a1b2c3d/alignment.json" data-page="off" data-remember>'
        '<audio controls src="0a1b2c3d/harbour.mp3"></audio></audiopress-player></main>'
    )
    publisher.pages["framed"] = (
        f'<iframe src="{edition.url("episodes/harbour/embed.html")}" sandbox="allow-scripts" '
        'width="640" height="180"></iframe>'
    )
    page.goto(publisher.url("framed", host="localhost"))
    inside = page.frame_locator("iframe")
    inside.get_by_role("button", name="Play", exact=True).click()
    inside.locator("audiopress-player[data-state=playing]").wait_for()
    inside.get_by_role("button", name="Share from here").click()
    words = inside.get_by_role("status")
    words.filter(has_text="news.example/harbour").wait_for()


LISTENER = """addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'audiopress-height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height;
});"""
"""What docs/player.md shows to those who embed a frame."""


def test_a_frame_grows_with_its_transcript(page: Page, edition: Site, publisher: Site) -> None:
    edition.pages["episodes/harbour/embed.html"] = (
        '<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">'
        '<script type="module" src="../../player/audiopress-player.js"></script><main>'
        '<audiopress-player src="0a1b2c3d/alignment.json" data-page="off" data-frame>'
        "</audiopress-player></main>"
    )
    publisher.pages["framed"] = (
        f'<script>{LISTENER}</script><iframe src="{edition.url("episodes/harbour/embed.html")}" '
        'sandbox="allow-scripts allow-same-origin" width="640" height="180"></iframe>'
    )
    page.goto(publisher.url("framed", host="localhost"))
    inside = page.frame_locator("iframe")
    inside.get_by_role("button", name="Transcript").click()
    inside.locator("audiopress-player li").nth(3).wait_for()
    until(page, "document.querySelector('iframe').clientHeight > 300")
    inside.get_by_role("button", name="Transcript").click()
    until(page, "document.querySelector('iframe').clientHeight < 200")


def test_the_docs_show_how_a_page_listens() -> None:
    docs = Path(__file__).parents[2] / "docs" / "player.md"
    assert LISTENER in docs.read_text("utf-8")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


@pytest.fixture
def secure(
    certificate: ssl.SSLContext, tmp_path: Path, browser: Browser
) -> Iterator[tuple[Page, Site, Site]]:
    build(tmp_path / "output")
    sites = Site(tmp_path / "output", tls=certificate), Site(tls=certificate)
    context = browser.new_context(ignore_https_errors=True)
    yield context.new_page(), *sites
    context.close()
    for site in sites:
        site.close()


def test_both_origins_over_https(secure: tuple[Page, Site, Site]) -> None:
    page, edition, publisher = secure
    known(edition, publisher.url("story"))
    publisher.pages["story"] = article(edition)
    page.goto(publisher.url("story", host="localhost"))
    known(edition, publisher.url("story", host="localhost"))
    page.reload()
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    assert page.evaluate("isSecureContext")


def test_download_of_another_host_leaves_the_page(
    page: Page, edition: Site, publisher: Site
) -> None:
    """The attribute ``download`` means nothing across hosts: the link was followed instead."""
    publisher.pages["away.html"] = (
        '<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">'
        f'<script type="module" src="{edition.url("player/audiopress-player.js")}"></script>'
        f'<audiopress-player src="{edition.url("episodes/harbour/episode.json")}">'
        "</audiopress-player></html>"
    )
    address = publisher.url("away.html", host="localhost")
    page.goto(address)
    ready(page)
    player(page, "p.play(3)")
    playing(page)
    player(page, "p.ui.download.click()")
    page.wait_for_timeout(800)
    assert page.url == address
    assert player(page, "p.paused") is False
