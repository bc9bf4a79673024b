"""Files and folders as they really lie about."""

import contextlib
import os
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audiopress.model import Document, Refused
from audiopress.sources.files import LIMIT, FileSource

PAGE = b"<p>An article.</p>"
NOBODY = 65534


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)


def uris(source: FileSource, uri: str) -> list[str]:
    return [outcome.uri for outcome in source.fetch(uri)]


def refusal(root: Path, uri: str) -> Refused:
    (outcome,) = FileSource(root).fetch(uri)
    assert isinstance(outcome, Refused)
    assert outcome.error.where
    assert outcome.error.hint
    return outcome


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path, "b.html", "a/z.md", "a/B.txt", "c.HTM", "a.html", "picture.png", "notes.doc")
    assert uris(FileSource(tmp_path), ".") == ["a.html", "a/B.txt", "a/z.md", "b.html", "c.HTM"]


def test_hidden_names_and_what_was_built_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.html", ".b.html", ".audiopress/c.html", "output/index.html", "site/i.html")
    assert uris(FileSource(tmp_path), ".") == ["a.html", "site/i.html"]
    other = FileSource(tmp_path, output=tmp_path / "site")
    assert uris(other, ".") == ["a.html", "output/index.html"]


def test_a_document_carries_bytes_and_kind(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "b.md", "c.txt")
    kinds = ["text/html", "text/markdown", "text/plain"]
    assert list(FileSource(tmp_path).fetch(".")) == [
        Document(uri=uri, media_type=kind, body=PAGE)
        for uri, kind in zip(["a.html", "b.md", "c.txt"], kinds, strict=True)
    ]


def test_the_name_does_not_tell_where_the_edition_lies(tmp_path: Path) -> None:
    for edition in ("one", "two/deeper"):
        put(tmp_path / edition, "texts/a.md")
    found = [uris(FileSource(tmp_path / e), "texts/a.md") for e in ("one", "two/deeper")]
    absolute = uris(FileSource(tmp_path / "one"), str(tmp_path / "one/texts/a.md"))
    roundabout = uris(FileSource(tmp_path / "one"), "texts/../texts/a.md")
    assert found == [["texts/a.md"], ["texts/a.md"]]
    assert absolute == roundabout == ["texts/a.md"]


def test_what_a_pattern_finds_elsewhere_is_called_by_its_path_below_the_fixed_folder(
    tmp_path: Path,
) -> None:
    put(tmp_path / "site/posts", "2024/index.md", "2025/index.md", "fog.md")
    (tmp_path / "edition").mkdir()
    source = FileSource(tmp_path / "edition")
    years = ["2024/index.md", "2025/index.md"]
    assert uris(source, "../site/posts/*/index.md") == years
    assert uris(source, "../site/posts/20*") == years
    assert uris(source, "../site/posts/**/*.md") == [*years, "fog.md"]
    assert uris(source, "../site/posts/*.md") == ["fog.md"]
    assert uris(source, "../site/posts/2024/index.md") == ["2024/index.md"]
    found = [*source.fetch("../site/posts/*/index.md")]
    places = [str(tmp_path / "site/posts" / name) for name in years]
    assert [each.place for each in found] == places
    assert all(each.outside for each in found)


def test_outside_of_the_edition_the_name_says_nothing_of_the_machine(tmp_path: Path) -> None:
    put(tmp_path, "edition/x.md", "else/a.md", "else/b/a.md")
    source = FileSource(tmp_path / "edition")
    assert uris(source, "../else/a.md") == ["a.md"]
    assert uris(source, "../else") == ["a.md", "b/a.md"]
    there = [*source.fetch("../else/a.md"), *source.fetch("../else")]
    assert all(document.outside for document in there)
    assert not any(document.outside for document in source.fetch("."))


def test_a_linked_edition_has_the_same_names(tmp_path: Path) -> None:
    put(tmp_path, "real/a.md")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert uris(FileSource(tmp_path / "link"), str(tmp_path / "real/a.md")) == ["a.md"]


def test_composed_and_decomposed_names_are_one(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "café.md"))
    assert uris(FileSource(tmp_path), ".") == [unicodedata.normalize("NFC", "café.md")]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "d.html")
    (tmp_path / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "c.html").write_bytes(b"")
    outcomes = list(FileSource(tmp_path).fetch("."))
    assert [type(outcome) for outcome in outcomes] == [Document, Refused, Refused, Document]


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b"\xef\xbb\xbf \r\n", "empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture, not the html"),
        ("a.md", b"%PDF-1.4", "a PDF document"),
        ("a.txt", b"x" * (LIMIT + 1), "larger than 10 MB"),
        ("a.doc", b"\xd0\xcf\x11\xe0", 'ending in ".doc"'),
        ("a", b"text", 'ending in ""'),
    ],
)
def test_a_file_that_is_no_article_is_refused(
    tmp_path: Path, name: str, body: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(body)
    refused = refusal(tmp_path, name)
    assert words in refused.error.message
    assert refused.error.where == name


def test_the_largest_article_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * LIMIT)
    (document,) = FileSource(tmp_path).fetch("a.txt")
    assert isinstance(document, Document)
    assert len(document.body) == LIMIT


@pytest.mark.parametrize("name", ["a.eml", "a.mhtml", "a.ipynb", "a.webarchive"])
def test_what_holds_pictures_may_be_larger(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Subject: x\nMIME-Version: 1.0\n\n" + b"x" * LIMIT)
    (document,) = FileSource(tmp_path).fetch(name)
    assert isinstance(document, Document)


def test_a_slip_of_the_finger_is_understood(tmp_path: Path) -> None:
    put(tmp_path, "troops.html")
    refused = refusal(tmp_path, "trops.html")
    assert "did you mean troops.html" in refused.error.message
    assert refused.error.hint == f"audiopress build {tmp_path / 'troops.html'}"


@pytest.mark.parametrize("uri", ["none.html", "none/none.html", "a.html/b.html", "a\0b.html"])
def test_what_is_not_there_is_said(tmp_path: Path, uri: str) -> None:
    put(tmp_path, "a.html")
    assert refusal(tmp_path, uri)


def test_a_folder_without_articles_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no article" in refusal(tmp_path, "empty").error.message


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes on Windows")
def test_a_pipe_does_not_hang_the_build(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    assert "no file" in refusal(tmp_path, "a.html").error.message


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_name_that_is_no_text_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    put(tmp_path, "a.html", os.fsdecode(b"b\xff.html"), "c.html")
    refused = [o for o in FileSource(tmp_path).fetch(".") if isinstance(o, Refused)]
    assert [each.error.message for each in refused] == ["the file's name is not UTF-8"]


def test_a_link_that_turns_in_a_circle_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "b.html")
    (tmp_path / "a.html").symlink_to(tmp_path / "a.html")
    assert [type(outcome) for outcome in FileSource(tmp_path).fetch(".")] == [Refused, Document]


@contextlib.contextmanager
def anybody(folder: Path) -> Iterator[None]:
    """Be a user whom permissions bind: root may read everything, so step down for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, -1)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind on Windows")
def test_what_may_not_be_read_is_said() -> None:
    with tempfile.TemporaryDirectory() as name, anybody(Path(name)):
        edition = Path(name)
        put(edition, "a.html", "b.html", "c/d.html")
        (edition / "a.html").chmod(0)
        (edition / "c").chmod(0)
        outcomes = list(FileSource(edition).fetch("."))
        (edition / "c").chmod(0o700)
    refused = [o.error.message for o in outcomes if isinstance(o, Refused)]
    assert refused == ["not allowed to read this"] * 2
    assert len(outcomes) == 3


@pytest.mark.parametrize("name", ["nosuch.csv", "feeds.opml", "pocket.zip", "b.docx", "l.json"])
def test_a_name_with_the_ending_of_a_file_is_no_host(tmp_path: Path, name: str) -> None:
    error = refusal(tmp_path, name).error

    assert error.message == "there is no such file"
    assert "https" not in error.hint


def test_a_host_is_still_told_as_one(tmp_path: Path) -> None:
    for name in ("example.org", "news.example/story.csv"):
        assert f"https://{name}" in refusal(tmp_path, name).error.hint


@pytest.mark.parametrize("name", ["pile.7z", "pile.zst", "pile.bz2", "two.ZIP"])
def test_a_list_that_is_packed_is_to_be_unpacked(tmp_path: Path, name: str) -> None:
    marks = {".zip": b"PK\x03\x04", ".7z": b"7z\xbc\xaf'\x1c", ".zst": b"(\xb5/\xfd"}
    mark = marks.get(Path(name).suffix.lower(), b"BZh\0")
    rows = b"\0\nurl,title\nhttps://a.example/b,c\n"
    (tmp_path / name).write_bytes(mark + rows)

    assert "unpack it" in refusal(tmp_path, name).error.hint


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.csv", "columns"), ("a.TSV", "columns"), ("a.json", "csv"), ("a.xml", "csv")],
)
def test_a_list_without_addresses_is_not_to_be_saved_as_a_page(
    tmp_path: Path, name: str, advice: str
) -> None:
    (tmp_path / name).write_text("a,b\nc,d\n")

    hint = refusal(tmp_path, name).error.hint
    assert advice in hint
    assert ".html" not in hint


def pack(path: Path, *parts: tuple[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts:
            archive.writestr(name, body)


TABLE = b"url,title\nhttps://a.example/b,c\n"
FEED = b"<rss version='2.0'><channel><title>P</title></channel></rss>"


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("part_000000.csv", TABLE, "text/csv"),
        (
            "Takeout/Chrome/Bookmarks.html",
            b"<!DOCTYPE NETSCAPE-Bookmark-file-1>",
            "text/x-bookmarks",
        ),
        ("urls", b"https://a.example/b\nhttps://a.example/c\n", "text/uri-list"),
        ("export.json", b'[{"url": "https://a.example/b"}]', "application/json"),
        ("../../feed.xml", FEED, "application/rss+xml"),
        ("/etc/subscriptions.opml", b"<opml version='2.0'></opml>", "text/x-opml"),
    ],
)
def test_a_list_alone_in_an_archive_is_taken(
    tmp_path: Path, name: str, body: bytes, kind: str
) -> None:
    pack(tmp_path / "pile.zip", (name, body), (".DS_Store", b"x"), ("__MACOSX/._a", b"x"))
    source = FileSource(tmp_path)
    (found,) = source.fetch("pile.zip")
    assert found == Document(uri="pile.zip", media_type=kind, body=body)
    assert {each.reason for each in source.passed_by} == {"hidden"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pile.zip"]


def test_several_are_taken_and_the_rest_is_named(tmp_path: Path) -> None:
    parts = (("a/1.csv", TABLE), ("a/2.csv", TABLE + b"https://a.example/d,d\n"))
    others = (("notes.md", b"It was late."), ("p.png", b"\x89PNG\r\n\x1a\n"))
    pack(tmp_path / "pile", *parts, *others)
    source = FileSource(tmp_path)
    found = list(source.fetch("pile"))
    assert [each.uri for each in found] == ["pile/a/1.csv", "pile/a/2.csv"]
    assert [each.uri for each in source.passed_by] == ["pile/notes.md", "pile/p.png"]
    assert all("no list" in each.reason for each in source.passed_by)


def test_an_archive_that_is_a_bomb_is_none(tmp_path: Path) -> None:
    zeros = b"https://a.example/b\n" + b"#" * 11_000_000
    pack(tmp_path / "bomb.zip", *((f"{n}.txt", zeros) for n in range(9)), ("l.csv", TABLE))
    source = FileSource(tmp_path)
    error = refusal(tmp_path, "bomb.zip").error
    assert "no list of articles is in this archive" in error.message
    list(source.fetch("bomb.zip"))
    pack(tmp_path / "mixed.zip", ("l.csv", TABLE), *((f"{n}.txt", zeros) for n in range(9)))
    (found,) = source.fetch("mixed.zip")
    assert isinstance(found, Document)
    reasons = [each.reason for each in source.passed_by]
    assert reasons == ["larger than 10 MB"] * 4 + ["after the first 50 MB of its archive"] * 5


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            (("a.md", b"It was late."), ("b.md", b"Ice.")),
            "no list of articles is in this archive: ",
        ),
        ((), "no list of articles is in this archive"),
        (tuple((f"{n}.txt", b"x") for n in range(2001)), "2,001 files in it, more than 2,000"),
    ],
    ids=["articles", "empty", "many"],
)
def test_an_archive_without_a_list_is_to_be_unpacked(
    tmp_path: Path, parts: tuple[tuple[str, bytes], ...], said: str
) -> None:
    pack(tmp_path / "a.zip", *parts)
    if not parts:
        (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + (tmp_path / "a.zip").read_bytes())
    error = refusal(tmp_path, "a.zip").error
    assert said in error.message
    assert "unpack it" in error.hint


@pytest.mark.parametrize("damage", ["cut", "locked", "method", "part"])
def test_an_archive_that_cannot_be_read_is_told(tmp_path: Path, damage: str) -> None:
    pack(tmp_path / "a.zip", ("l.csv", TABLE))
    body = bytearray((tmp_path / "a.zip").read_bytes())
    at = body.index(b"PK\x01\x02")
    if damage == "cut":
        del body[at:]
    elif damage == "locked":
        body[6] |= 1
        body[at + 8] |= 1
    elif damage == "method":
        body[8] = body[at + 10] = 97
    else:
        body[35:40] = b"\xff" * 5  # in what is packed: its sum is another
    (tmp_path / "a.zip").write_bytes(bytes(body))
    error = refusal(tmp_path, "a.zip").error
    assert "archive" in error.message
    assert "unpack it" in error.hint


def test_a_document_is_no_archive_of_lists(tmp_path: Path) -> None:
    pack(tmp_path / "broken.docx", ("l.csv", TABLE))
    pack(tmp_path / "page.html", ("l.csv", TABLE))
    (document,) = FileSource(tmp_path).fetch("broken.docx")
    assert isinstance(document, Document)
    assert "archive" not in document.media_type
    assert "not the html its name says" in refusal(tmp_path, "page.html").error.message
