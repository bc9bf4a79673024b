"""The docs site is built without a warning, its links lead somewhere, nobody else is asked."""

from __future__ import annotations

import posixpath
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from docs_site import MKDOCS, build
from reference_commands import list_commands
from runner import ROOT, Press

import audiopress

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not MKDOCS.exists(), reason="no MkDocs: python3 tests/run.py sets it up in .venv/docs"
)

ASSETS = {"script": "src", "img": "src", "iframe": "src", "audio": "src", "source": "src"}
"""Elements that a browser fetches something for by itself, and where they name it."""


class PageLinks(HTMLParser):
    """What one page of the site links to, fetches by itself, and can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.names |= {said[name] for name in ("id", "name") if name in said}
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        if tag in ASSETS and ASSETS[tag] in said:
            self.fetched.append(said[ASSETS[tag]])
        if tag == "link" and said.get("rel") in ("stylesheet", "icon", "preload", "preconnect"):
            self.fetched.append(said["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs-site")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, PageLinks]:
    """Every page of docs, by its place; examples that lie in the site link to what is not ours."""
    found = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {
        name: PageLinks(path.read_text("utf-8"))
        for name, path in found.items()
        if "/examples/" not in name and name != "404.html"
    }


def find_broken(name: str, page: PageLinks, pages: dict[str, PageLinks], site: Path) -> list[str]:
    """Return the links of a page that lead to no file, or to no place in it."""
    broken = []
    for link in page.links + page.fetched:
        to = urlsplit(link)
        if to.scheme or to.netloc:
            continue
        place = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(to.path)))
        place = name if not to.path else place
        there = pages.get(place)
        if not (site / place).is_file() or (
            to.fragment and there and unquote(to.fragment) not in there.names
        ):
            broken.append(link)
    return broken


def test_every_link_leads_somewhere(site: Path, pages: dict[str, PageLinks]) -> None:
    assert len(pages) > 80
    assert sum(len(page.links) for page in pages.values()) > 2000
    broken = {name: find_broken(name, page, pages, site) for name, page in pages.items()}
    assert {name: links for name, links in broken.items() if links} == {}


def test_no_other_host_is_asked(site: Path, pages: dict[str, PageLinks]) -> None:
    fetched = [each for page in pages.values() for each in page.fetched]
    assert [each for each in fetched if urlsplit(each).netloc] == []
    sheets = [path.read_text("utf-8") for path in site.rglob("*.css")]
    assert sheets
    assert re.findall(r"url\([\"']?https?:", "".join(sheets)) == []


def test_the_reference_has_every_command_and_option(site: Path) -> None:
    page = (site / "reference" / "commands.html").read_text("utf-8")
    listed = Press(site.parent / "edition").run("--help").stdout
    # Each group of commands has a heading that begins with "To", "How" or "For".
    names = re.findall(r"^  ([a-z]+) ", listed[listed.index("To begin:") :], re.MULTILINE)
    assert len(names) > 20
    assert [name for name in names if f">audiopress {name}" not in page] == []
    options = {each for _, command in list_commands() for option in command.params
               for each in option.opts if each.startswith("--")}  # fmt: skip
    assert len(options) > 60
    assert {option for option in options if f"<code>{option}</code>" not in page} == set()


def test_the_reference_has_every_public_name(site: Path) -> None:
    page = (site / "reference" / "names.html").read_text("utf-8")
    names = set(audiopress.__all__) - {"__version__"}
    assert {name for name in names if f'id="{name.lower()}"' not in page} == set()


@pytest.mark.parametrize("link", ["nowhere.md", "feed.md#nowhere", "../tests/nowhere.py"])
def test_a_link_that_leads_nowhere_ends_the_build(link: str, tmp_path: Path) -> None:
    for name in ("docs", "tests"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / "tests" / "docs_site.py", tmp_path / "tests")
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n", "utf-8")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (tmp_path / "docs" / "README.md").write_text("# Docs\n\n[The feed](feed.md)\n", "utf-8")
    (tmp_path / "docs" / "feed.md").write_text("# Feed\n", "utf-8")
    assert build(tmp_path / "good", tmp_path).returncode == 0
    (tmp_path / "docs" / "feed.md").write_text(f"# Feed\n\n[There]({link})\n", "utf-8")
    done = build(tmp_path / "bad", tmp_path)
    assert done.returncode != 0
    assert link.partition("#")[0] in done.stderr
