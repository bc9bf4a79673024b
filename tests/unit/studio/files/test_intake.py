"""What is dropped, pasted or named becomes a file in the folder of articles, and nowhere else."""

import pytest

from audiopress import load_settings
from audiopress.errors import ConfigError, SourceError
from audiopress.studio.files.intake import (
    find_articles_folder,
    find_file,
    is_source,
    keep_file,
    list_sources,
    take_upload,
)
from audiopress.studio.files.pasted import PastedText, make_file


@pytest.fixture
def settings(tmp_path):
    return load_settings(folder=tmp_path)


def save_upload(settings, name, body):
    return keep_file(settings, take_upload(name, body))


def save_text(settings, pasted):
    return keep_file(settings, make_file(pasted))


def configure(folder, sources):
    (folder / "audiopress.toml").write_text(f"[edition]\nsources = {sources}\n", "utf-8")
    return load_settings(folder=folder)


def list_files(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_articles_go_into_the_first_folder_among_the_sources(tmp_path):
    sources = '["https://example.org/feed.xml", "list.csv", "news", "other"]'
    settings = configure(tmp_path, sources)
    assert find_articles_folder(settings) == tmp_path / "news"
    assert is_source(settings, tmp_path / "news")
    assert list_sources(settings) == []


def test_without_one_they_go_where_init_puts_them(tmp_path):
    settings = configure(tmp_path, '["https://example.org/feed.xml"]')
    assert find_articles_folder(settings) == tmp_path / "articles"
    assert not is_source(settings, tmp_path / "articles")


def test_without_a_configuration_the_folder_is_what_is_built(settings, tmp_path):
    assert list_sources(settings) == [str(tmp_path / "articles")]


def test_nothing_is_written_outside_of_the_edition(tmp_path):
    root = tmp_path / "edition"
    root.mkdir()
    settings = configure(root, '["../elsewhere/"]')
    with pytest.raises(ConfigError, match="outside"):
        save_text(settings, PastedText(text="Boats came home."))
    assert list_files(tmp_path) == ["edition/audiopress.toml"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Late Ferry (final).docx", "late-ferry-final.docx"),
        ("../../etc/passwd.md", "passwd.md"),
        ("..\\..\\Windows\\win.html", "win.html"),
        ("/articles/./.hidden.TXT", "hidden.txt"),
        ("con.md", "con-2.md"),
        ("Über\x00 uns\n.pdf", "uber-uns.pdf"),
    ],
)
def test_a_file_is_kept_by_its_own_name_and_follows_no_folders(settings, tmp_path, name, kept):
    save_upload(settings, name, b"text")
    assert list_files(tmp_path) == [f"articles/{kept}"]


def test_a_name_that_is_taken_gets_a_number(settings, tmp_path):
    save_upload(settings, "a.md", b"one")
    save_upload(settings, "a.md", b"two")
    save_upload(settings, "A.docx", b"three")
    assert list_files(tmp_path) == ["articles/a-2.md", "articles/a-3.docx", "articles/a.md"]
    assert (tmp_path / "articles/a.md").read_bytes() == b"one"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a.doc", "save it as .docx"), ("a.exe", "save it as .html"), ("noending", "save it as")],
)
def test_another_kind_of_file_is_refused_with_what_to_do(settings, tmp_path, name, hint):
    with pytest.raises(SourceError, match="cannot be read") as told:
        save_upload(settings, name, b"text")
    assert hint in told.value.hint
    assert list_files(tmp_path) == []


def test_an_empty_file_is_refused(settings):
    with pytest.raises(SourceError, match="empty"):
        save_upload(settings, "a.md", b"")


@pytest.mark.parametrize(
    "name",
    [
        "audiopress.toml",
        "articles/../secret.md",
        "/etc/hostname",
        "articles/.git/a.md",
        "articles/link.md",
        "articles/a.exe",
        "articles/\0a.md",
        "",
    ],
)
def test_the_window_reaches_nothing_but_articles(settings, tmp_path, name):
    save_upload(settings, "a.md", b"one")
    for path in ("secret.md", "audiopress.toml", "articles/a.exe"):
        (tmp_path / path).write_text("secret", "utf-8")
    (tmp_path / "articles/.git").mkdir()
    (tmp_path / "articles/.git/a.md").write_text("secret", "utf-8")
    (tmp_path / "articles/link.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(SourceError, match="no such article"):
        find_file(settings, name)


def test_a_text_is_markdown_with_its_headline(settings):
    text, title = "Boats came home.\r\nAll of them.", 'The "Ferry": late'
    path = save_text(settings, PastedText(text=text, title=title))
    assert path.name == "the-ferry-late.md"
    assert path.read_text("utf-8") == (
        '---\ntitle: "The \\"Ferry\\": late"\n---\n\nBoats came home.\nAll of them.\n'
    )


def test_a_text_with_its_own_headline_is_named_by_it(settings):
    path = save_text(settings, PastedText(text="\n# Boats came home\n\nAll of them."))
    assert path.name == "boats-came-home.md"
    assert path.read_text("utf-8") == "# Boats came home\n\nAll of them.\n"


def test_a_piece_of_a_page_becomes_one(settings):
    path = save_text(settings, PastedText(text="<p>Boats &amp; ships</p>", title="Tea <b>"))
    body = path.read_text("utf-8")
    assert path.suffix == ".html"
    assert "<title>Tea &lt;b&gt;</title>" in body
    assert "<h1>Tea &lt;b&gt;</h1>\n<p>Boats &amp; ships</p>" in body


def test_no_text_is_none(settings):
    with pytest.raises(SourceError, match="no text yet"):
        save_text(settings, PastedText(text=" \n "))
