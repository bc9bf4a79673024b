"""An editor says when an article is dated, whatever kind of document it is."""

import json

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
