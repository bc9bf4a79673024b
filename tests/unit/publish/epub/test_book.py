"""The files of a book: all are named, all that is named is there."""

from __future__ import annotations

from lxml import etree

from audiopress.publish.epub.book import list_files
from tests.unit.publish.epub_samples import OPF, article, book, files, parse
from tests.unit.publish_samples import episode, show

PNG = b"\x89PNG\r\n"


def test_the_manifest_names_every_file_and_nothing_else() -> None:
    made = book(article(0, picture=b"\xff\xd8"), article(1), cover=PNG)
    named = [one.get("href") for one in parse(made, "package.opf").iter(f"{OPF}item")]
    below = {name.removeprefix("EPUB/") for name in files(made) if name.startswith("EPUB/")}
    assert sorted(named) == sorted(below - {"package.opf"})
    assert set(files(made)) - {f"EPUB/{name}" for name in below} == {
        "mimetype",
        "META-INF/container.xml",
    }


def test_its_files_come_in_one_order_with_the_type_first() -> None:
    names = [name for name, _ in list_files(book(article(0), article(1)))]
    assert names[:3] == ["mimetype", "META-INF/container.xml", "EPUB/package.opf"]
    assert names == [name for name, _ in list_files(book(article(0), article(1)))]


def test_no_sound_is_read_before_its_turn() -> None:
    asked: list[int] = []

    def read() -> bytes:
        asked.append(1)
        return b"sound"

    made = list_files(book(article(read_sound=read)))
    names = [next(made)[0] for _ in range(7)]
    assert (names[-1], asked) == ("EPUB/articles/tide-mill-0.smil", [])
    assert next(made) == ("EPUB/articles/tide-mill-0.mp3", b"sound")


def test_every_target_of_an_overlay_is_an_element_of_its_page() -> None:
    made = book()
    page = parse(made, "articles/tide-mill-0.xhtml")
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    overlay = etree.fromstring(files(made)["EPUB/articles/tide-mill-0.smil"])
    targets = [one.get("src").partition("#")[2] for one in overlay.iter("{*}text")]
    assert len(set(ids)) == len(ids)
    assert list(dict.fromkeys(targets)) == ids  # in reading order, and none left out


def test_one_article_is_the_book_and_several_are_the_shows() -> None:
    assert book().title == "The tide mill starts again"
    assert book().identifier == episode().guid
    both = book(article(0), article(1))
    assert both.title == "The Sallow Listener"
    assert both.identifier.startswith("urn:uuid:")
    assert both.identifier != book(article(1), article(0)).identifier
    assert book(article(0), article(1), show=show(title="\x00")).title == "Listen"


def test_a_cover_has_the_ending_of_its_kind() -> None:
    assert [book(cover=body).cover_name for body in (PNG, b"\xff\xd8\xff", b"")] == [
        "cover.png", "cover.jpg", ""
    ]  # fmt: skip
