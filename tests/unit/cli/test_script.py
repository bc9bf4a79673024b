"""What ``audiopress script`` prints of what is not spoken."""

import json

import pytest
from typer.testing import CliRunner

from audiopress.cli import app

STORY = """# Harbour bridge reopens

The bridge reopened on Monday after two years of repairs to its towers.

Sign up for our newsletter.

Engineers had found cracks in the cables during a routine inspection.

Sign up for our evening newsletter.

The council paid for the work out of a fund that was set up for storms.
"""


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Return what the program prints for a story with these options."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDIOPRESS_VOICE", "tone")
    (tmp_path / "a.md").write_text(STORY, "utf-8")

    def run(*options):
        return CliRunner().invoke(app, ["script", "a.md", *options]).stdout

    return run


def test_a_reason_is_explained_where_it_is_first_given(shown):
    assert shown().splitlines()[-3:] == [
        "left out (newsletter): Sign up for our newsletter.",
        "  An invitation to subscribe to a newsletter.",
        "left out (newsletter): Sign up for our evening newsletter.",
    ]


def test_programs_get_the_sentence_with_every_reason(shown):
    assert json.loads(shown("--json"))["left_out"][1] == {
        "text": "Sign up for our evening newsletter.",
        "reason": "newsletter",
        "why": "An invitation to subscribe to a newsletter.",
    }
