"""What a page says of itself and what is not used is told by every command that reads it."""

import json
import shutil

from runner import Press

PAGE = """<html lang="en"><head><title>The bridge is open</title>
<meta property="article:published_time" content="2024-13-45"></head><body><main>
<h1>The bridge is open</h1><p>The bridge was opened on Monday after two years of work on it.</p>
</main></body></html>"""

NOTE = 'the date "2024-13-45" (article:published_time) is no day of the calendar, and is not used'


def test_script_plan_and_build_tell_it(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.html").write_text(PAGE, "utf-8")
    assert NOTE in press.run("script", "a.html").stderr
    assert json.loads(press.run("script", "a.html", "--json").stdout)["article"]["notes"] == [NOTE]
    assert f"a.html: {NOTE}" in json.loads(press.run("plan", "a.html", "--json").stdout)["notes"]
    assert f"a.html: {NOTE}" in press.run("build", "a.html").stderr


def test_half_a_letter_in_the_metadata_refuses_nothing(press: Press) -> None:
    data = r'<script type="application/ld+json">{"@type":"Article","description":"\ud83d"}</script>'
    page = PAGE.replace("2024-13-45", "2024-03-04").replace("</head>", f"{data}</head>")
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.html").write_text(page, "utf-8")
    assert [item["status"] for item in press.build("a.html")["articles"]] == ["built"]


def test_a_lost_ledger_is_told_before_and_as_all_is_published_anew(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.html").write_text(PAGE, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "North"\n[edition]\naddress = "https://north.example.org/"\n', "utf-8"
    )
    press.build("a.html")
    told = "knows none of them: bring the ledger back"
    assert told not in press.run("plan", "a.html").stderr
    shutil.rmtree(press.folder / "ledger")
    assert told in press.run("plan", "a.html").stderr
    assert told in press.run("build", "a.html").stderr
    assert told not in press.run("build", "a.html").stderr


def test_a_preview_is_no_edition_whose_ledger_was_lost(press: Press) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "a.md").write_text("# A tide\n\nThe tide rose in the night.\n", "utf-8")
    press.run("build", "a.md")
    (press.folder / "audiopress.toml").write_text(
        '[edition]\naddress = "https://listen.example.org/"\n[show]\ntitle = "Tides"\n', "utf-8"
    )
    assert "knows none of them" not in press.run("build", "a.md").stderr


def test_a_language_by_the_systems_default_voice_is_told(press: Press) -> None:
    press = Press(press.folder, voice=None)
    press.folder.mkdir(exist_ok=True)
    text = "Der Fährmann zog das Boot ans Ufer, und niemand wurde bei dem Unfall verletzt.\n"
    (press.folder / "a.md").write_text(f"---\nlanguage: de\n---\n\n# Die Fähre\n\n{text}", "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[voices]\nbody = "tone"\n[voices.languages]\nde = "system"\n', "utf-8"
    )
    told = "audiopress voices list de names its voices of German"
    assert told in press.run("plan", "a.md").stderr
