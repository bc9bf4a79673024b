"""An editor says when an article is dated, whatever kind of document it is."""

import json
import zipfile

import pytest

from tests.integration.studio.window import CONFIGURATION, STORY, open_window
from tests.made_documents import make_docx, paragraph

ZONED = f'{CONFIGURATION}timezone = "Europe/Berlin"\n'

CREATED = "<dcterms:created>2026-01-02T03:04:05Z</dcterms:created>"


def make_document(core=""):
    heading, *texts = STORY.strip("# \n").split("\n\n")
    return make_docx(paragraph(heading, "Titel") + "".join(map(paragraph, texts)), core=core)


BODIES = {
    "bare.docx": make_document(),
    "ferry.docx": make_document(CREATED),
    "template.docx": make_document(
        f"{CREATED}<dcterms:modified>2013-12-23T23:15:00Z</dcterms:modified>"
    ),
    "ferry.md": STORY.encode(),
    "head.md": f"---\nauthor: Ada Skerry\ndate: 2020-01-01\n---\n\n{STORY}".encode(),
    "page.html": f"<h1>The ferry</h1><p>{STORY.strip('# ')}</p>".encode(),
}


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition", ZONED) as opened:
        yield opened


@pytest.mark.parametrize("name", BODIES)
def test_a_date_is_written_into_the_file_and_counts(window, name):
    (window.folder / "articles" / name).write_bytes(BODIES[name])
    told = window.send("/date", {"file": f"articles/{name}", "date": "14 March 2026"})
    assert told.status == 303, told.text
    assert "of 14 March 2026" in window.show(f"articles/{name}")
    told = window.send("/date", {"file": f"articles/{name}", "date": "15.3.2026 09:30"})
    assert told.status == 303, told.text
    window.publish()
    found = (json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json"))
    (record,) = [each for each in found if "slug" in each]
    assert record["published"] in ("2026-03-15T09:30:00+01:00", "2026-03-15T08:30:00Z")
    assert 'action="/date"' not in window.show(f"articles/{name}")


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "no date is written"), ("soon", "not understood"), ("03/04/2026", "3 April or 4 March")],
)
def test_what_is_no_date_is_told_and_the_file_stays(window, typed, why):
    (window.folder / "articles/ferry.docx").write_bytes(BODIES["ferry.docx"])
    told = window.send("/date", {"file": "articles/ferry.docx", "date": typed})
    assert told.status == 422
    assert why in told.json["error"]["message"]
    assert "14 March 2026" in told.json["error"]["hint"]
    assert (window.folder / "articles/ferry.docx").read_bytes() == BODIES["ferry.docx"]


def test_a_file_says_the_same_with_its_date_whatever_ends_its_lines(window):
    body = f"---\r\ntitle: The ferry\r\ndraft: true\r\n---\r\n\r\n{STORY.strip('# ')}"
    (window.folder / "articles/ferry.md").write_bytes(body.encode())
    told = window.send("/date", {"file": "articles/ferry.md", "date": "14 March 2026"})
    assert told.status == 303, told.text
    text = (window.folder / "articles/ferry.md").read_text("utf-8")
    assert text.startswith("---\ndate: 2026-03-14\ntitle: The ferry\ndraft: true\n---\n")


def test_a_date_that_would_take_a_line_with_it_is_not_written(window):
    body = "title: Foo\nauthor: B\n\nThe boat left at ten.\n\ndate: of birth unknown, she said.\n"
    (window.folder / "articles/foo.md").write_text(body, "utf-8")
    told = window.send("/date", {"file": "articles/foo.md", "date": "14 March 2026"})
    assert told.status in (303, 422)
    text = (window.folder / "articles/foo.md").read_text("utf-8")
    assert "date: of birth unknown" in text


def test_a_document_has_one_date_however_often_it_is_dated(window):
    (window.folder / "articles/bare.docx").write_bytes(BODIES["bare.docx"])
    for date in ("14 March 2026", "15 March 2026", "16 March 2026"):
        assert window.send("/date", {"file": "articles/bare.docx", "date": date}).status == 303
    with zipfile.ZipFile(window.folder / "articles/bare.docx") as packed:
        core = packed.read("docProps/core.xml").decode()
    assert core.count("<dcterms:created") == 1
    assert "2026-03-16" in core


@pytest.mark.parametrize("name", ["old.html", "old.md", "broken.docx"])
def test_a_file_that_cannot_be_read_is_refused_in_words(window, name):
    body = (
        b"PK\x03\x04 no more" if name.endswith("docx") else "<p>Das Boot f\xe4hrt".encode("latin-1")
    )
    (window.folder / "articles" / name).write_bytes(body)
    told = window.send("/date", {"file": f"articles/{name}", "date": "14 March 2026"})
    assert told.status == 422
    assert (window.folder / "articles" / name).read_bytes() == body
