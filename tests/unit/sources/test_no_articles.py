"""What a folder of articles holds besides."""

from pathlib import Path

import pytest

from audiopress.model import Document
from audiopress.sources.files import FileSource
from audiopress.sources.no_articles import explain_file

STORY = b"<p>The ferry was late on Friday, and nobody minded.</p>"


def put(root: Path, name: str, body: bytes = STORY) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def walk(root: Path) -> tuple[list[str], dict[str, str]]:
    """The documents of a folder, and what is passed by with its reason."""
    source = FileSource(root)
    uris = [found.uri for found in source.fetch(".") if isinstance(found, Document)]
    return uris, {item.uri: item.reason for item in source.passed_by}


@pytest.mark.parametrize(
    "name",
    [
        *("robots.txt", "humans.txt", "ads.txt", "app-ads.txt", "security.txt", "llms.txt"),
        *("requirements.txt", "requirements-dev.txt", "constraints.txt", "CMakeLists.txt"),
        *("LICENSE.md", "LICENSE-MIT.txt", "licence.txt", "COPYING.txt", "COPYING.LESSER.txt"),
        *("README.md", "readme.txt", "README.de.md", "CHANGELOG.md", "CONTRIBUTING.md"),
        *("AUTHORS.txt", "NEWS.md", "TODO.txt", "SECURITY.md", "CODE_OF_CONDUCT.md"),
        *("404.html", "50x.html", "not-found.html", "_index.md", "googleabcdef0123456789.html"),
        *("llms-full.txt", "top_level.txt", "saved_resource(1).html", "Requirements.TXT"),
    ],
)
def test_a_file_that_is_none_by_its_name(tmp_path, name):
    put(tmp_path, "story.html")
    put(tmp_path, name)
    uris, passed = walk(tmp_path)
    assert uris == ["story.html"]
    assert list(passed) == [name]
    assert passed[name]
    # who names it means it
    assert [type(found) for found in FileSource(tmp_path).fetch(name)] == [Document]


@pytest.mark.parametrize(
    "name",
    [
        *("index.md", "news.md", "history.html", "security.html", "todo.md", "install.md"),
        *("robots.html", "robots-are-coming.txt", "error-of-judgement.html", "4040.html"),
        *("licensed-to-kill.md", "changes.md", "notice.txt", "humans.md", "google.html"),
        *("reader.md", "copyright-law.md", "authors.md", "credits.md", "requirement.txt"),
    ],
)
def test_a_story_with_a_name_that_looks_alike(name):
    assert explain_file(name) == ""


@pytest.mark.parametrize(
    "folder",
    [
        *("node_modules", "__pycache__", "bower_components", "x-1.0.dist-info"),
        *("_includes", "_layouts", "_site", "_build"),
        *("_drafts", "drafts", ".git", ".venv", "__MACOSX", "htmlcov"),
    ],
)
def test_a_folder_that_holds_none_by_its_name(tmp_path, folder):
    put(tmp_path, "stories/story.html")
    put(tmp_path, f"stories/{folder}/deep/page.html")
    uris, passed = walk(tmp_path)
    assert uris == ["stories/story.html"]
    assert list(passed) == [f"stories/{folder}/"]
    # who names it means what lies in it
    assert [type(found) for found in FileSource(tmp_path).fetch(f"stories/{folder}")] == [Document]


@pytest.mark.parametrize("folder", ["themes", "layouts", "vendor", "i18n", "archetypes"])
@pytest.mark.parametrize("file", ["hugo.toml", "_config.yml", "package.json", "conf.py", ""])
def test_a_word_of_a_generator_counts_in_the_folder_of_one(tmp_path, folder, file):
    put(tmp_path, "story.html")
    put(tmp_path, f"{folder}/deep/page.html")
    if file:
        put(tmp_path, file)
    uris, _ = walk(tmp_path)
    # "Themes" is a section of a newspaper too
    found = {"story.html"} if file else {"story.html", f"{folder}/deep/page.html"}
    assert set(uris) == found


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("story.html", "story_files"),
        ("story.htm", "story.files"),
        ("Der Bericht.html", "Der Bericht-Dateien"),
        ("nota.html", "nota_archivos"),
        ("article.html", "article_fichiers"),
        ("wpis.html", "wpis_pliki"),
        ("stránka.html", "stránka_soubory"),
        ("рассказ.html", "рассказ_файлы"),
        ("report.md", "report_files"),
    ],
)
def test_the_parts_of_a_saved_page_are_none(tmp_path, page, folder):
    put(tmp_path, page)
    put(tmp_path, f"{folder}/saved.html")
    put(tmp_path, f"{folder}/a.css")
    uris, passed = walk(tmp_path)
    assert uris == [page]
    assert passed == {f"{folder}/": f"parts of the saved page {page}"}


def test_a_word_of_a_language_nobody_listed_counts_where_the_page_takes_pictures_from(tmp_path):
    put(tmp_path, "a b.html", b'<img src="./a%20b_parzellen/1.png">' + STORY)
    put(tmp_path, "a b_parzellen/frame.html")
    put(tmp_path, "news.html", b'<a href="news-stories/1.html">One</a>' + STORY)
    put(tmp_path, "news-stories/1.html")
    put(tmp_path, "court_files/1.html")  # no page of this name
    uris, passed = walk(tmp_path)
    assert uris == ["a b.html", "court_files/1.html", "news-stories/1.html", "news.html"]
    assert list(passed) == ["a b_parzellen/"]


def test_a_virtual_environment_is_known_by_what_is_in_it(tmp_path):
    put(tmp_path, "story.html")
    put(tmp_path, "my-env/pyvenv.cfg")
    put(tmp_path, "my-env/lib/entry.txt")
    uris, passed = walk(tmp_path)
    assert uris == ["story.html"]
    assert passed == {"my-env/": "a virtual environment of Python"}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("feed.xml", b"<rss><channel><generator>audiopress</generator></channel></rss>"),
        ("index.html", b'<meta name="generator" content="audiopress">' + STORY),
    ],
)
def test_an_edition_in_any_folder_is_known_by_its_own_files(tmp_path, name, body):
    put(tmp_path, "story.html")
    put(tmp_path, f"o2/{name}", body)
    put(tmp_path, "o2/episodes/a/index.html")
    put(tmp_path, "blog/feed.xml", b"<rss><generator>Hugo</generator></rss>")
    put(tmp_path, "blog/post.html")
    uris, passed = walk(tmp_path)
    assert uris == ["blog/post.html", "story.html"]
    assert passed["o2/"] == "an edition that audiopress has made"


def test_pages_that_are_none_are_named_and_other_files_counted(tmp_path):
    put(tmp_path, "story.html")
    put(tmp_path, "old.html", b'<meta http-equiv="refresh" content="0; url=/story">')
    put(tmp_path, "base.html", b"{% block main %}{% endblock %}")
    for name in ("a.png", "b.PNG", "paper.doc", ".hidden.md"):
        put(tmp_path, f"x/{name}")
    source = FileSource(tmp_path)
    assert [found.uri for found in source.fetch(".")] == ["story.html"]
    told = {(item.uri, item.reason, item.count) for item in source.passed_by}
    assert told == {
        ("old.html", "only leads to another page", 1),
        ("base.html", "a template", 1),
        ("x/.hidden.md", "hidden", 1),
        ("x/*.png", "another kind of file", 2),
        (
            "x/paper.doc",
            "a document that cannot be read: open it in Word or LibreOffice, and save it as .docx",
            1,
        ),
    }


def test_a_folder_of_which_all_is_passed_by_says_how_to_take_it(tmp_path):
    put(tmp_path, "README.md")
    (refused,) = FileSource(tmp_path).fetch(".")
    assert refused.error.message == "this folder holds no article"
    assert "says why README.md is none" in refused.error.hint
