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
    assert shown().splitlines()[-5:-1] == [
        "left out (newsletter): Sign up for our newsletter.",
        "  An invitation to subscribe to a newsletter.",
        (
            "  rule wording: sign up for a newsletter: It stands on many pages and in no story, as "
            '"Sign up for our weekly newsletter" does.'
        ),
        "left out (newsletter): Sign up for our evening newsletter.",
    ]


def test_it_says_how_a_line_is_kept_and_then_the_line_is_spoken(shown):
    line = "Sign up for our newsletter."
    assert "audiopress reading keep TEXT; or left out: " in shown().splitlines()[-1]
    CliRunner().invoke(app, ["reading", "keep", line])
    assert f"left out (newsletter): {line}" not in shown()
    assert line in shown()


def test_programs_get_the_sentence_with_every_reason(shown):
    assert json.loads(shown("--json"))["left_out"][1] == {
        "text": "Sign up for our evening newsletter.",
        "reason": "newsletter",
        "why": "An invitation to subscribe to a newsletter.",
        "rule": "wording: sign up for a newsletter",
    }


MENU = "".join(f"<li><a href=/{name}>{name.title()}</a></li>" for name in "abcdefgh")

ALL_LEFT_OUT = {
    "menus": f"<nav><ul>{MENU}</ul></nav><aside>Sign up for all the ferries of the week</aside>",
    "an offer": "<p>Sign up for our newsletter and read all about the ferries every day.</p>",
    "a notice": "<noscript>You need to enable JavaScript to run this app.</noscript>",
    "a form": "<form><label>Your name</label><button>Send it to us</button></form>",
    "a caption": "<figure><figcaption>The quay. Photo: Jo Bloggs</figcaption></figure>",
}


@pytest.mark.parametrize("body", ALL_LEFT_OUT.values(), ids=ALL_LEFT_OUT)
def test_a_page_of_which_nothing_is_left_lists_what_there_was(shown, tmp_path, body):
    (tmp_path / "p.html").write_text(f"<title>Ferry news</title><body>{body}</body>", "utf-8")
    done = CliRunner().invoke(app, ["script", str(tmp_path / "p.html")])
    assert done.exit_code == 1
    assert "left out (" in done.stdout
    assert "audiopress script" not in done.stderr
    planned = CliRunner().invoke(app, ["plan", str(tmp_path / "p.html")])
    assert planned.exit_code == 1
    for text in (done.stderr, planned.stderr):
        assert "no text of an article was found" in text
        assert " words (" in text


@pytest.mark.parametrize("text", ["# Only a headline", "# One\n\n* * *\n"])
def test_a_file_without_a_paragraph_is_refused_as_a_build_refuses_it(shown, tmp_path, text):
    (tmp_path / "b.md").write_text(text, "utf-8")
    script, plan = (CliRunner().invoke(app, [name, "b.md"]).stderr for name in ("script", "plan"))
    assert script.startswith("error: no text of an article was found, only its headline")
    assert plan.endswith(script)
    assert "JavaScript" not in script


def test_short_texts_are_counted_and_paragraphs_shown(shown, tmp_path):
    long = "All the ferries of the harbour are on the new map of the council."
    # with a story beside it: a menu that holds the page's only sentences is read as the story
    reasons = ("left at noon", "brought the post", "lit its lamps")
    story = "".join(f"<p>Nobody on the quay knew why the ferry had not {it}.</p>" for it in reasons)
    page = f"<title>Ferry</title><body><nav><ul>{MENU}</ul><p>{long}</p></nav>{story}</body>"
    (tmp_path / "p.html").write_text(page, "utf-8")
    lines = CliRunner().invoke(app, ["script", str(tmp_path / "p.html")]).stdout.splitlines()
    assert "left out (navigation): 8 short texts: A · B · C · D · E · F · G · H" in lines
    assert f"left out (navigation): {long}" in lines
    done = CliRunner().invoke(app, ["script", "--json", str(tmp_path / "p.html")])
    assert len(json.loads(done.stdout)["left_out"]) == 9
