"""What is no story is not published."""

import pytest

STORY = "The boats came home on Tuesday evening, and nobody had seen them leave."


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (
            "script.html",
            "<html><title>Mayor resigns</title><h1>Mayor resigns</h1><div id=app></div>",
        ),
        ("wall.html", "<html><h1>Mayor resigns</h1><p>Subscribe now to continue reading.</p>"),
        ("list.html", "<title>Directory listing for /</title><ul><li><a href=a>a</a></ul>"),
        ("x.txt", "x"),
    ],
)
def test_a_headline_alone_is_refused_and_the_rest_published(press, name, body):
    press.folder.mkdir(parents=True)
    (press.folder / name).write_text(body, "utf-8")
    (press.folder / "good.md").write_text(f"# Boats\n\n{STORY}\n", "utf-8")
    report = press.build(name, "good.md", ok=False)
    failed = [one for one in report["articles"] if one["status"] == "failed"]
    assert len(failed) == 1
    assert "no" in failed[0]["error"]["message"]
    assert report["feed"]["items"] == 1


@pytest.mark.parametrize("line", ["draft: true", "published: false"])
def test_a_draft_is_told_and_not_published(press, line):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(f"---\ntitle: Boats\n{line}\n---\n{STORY}\n", "utf-8")
    (press.folder / "b.md").write_text(f"# Ships\n\n{STORY} Not once.\n", "utf-8")
    done = press.run("build", "a.md", "b.md")
    assert "a.md is a draft" in done.stderr
    assert "Boats" not in (press.folder / "output" / "feed.xml").read_text("utf-8")


def test_breaks_part_words_and_footnotes_are_not_said(press):
    press.folder.mkdir(parents=True)
    text = (
        "# Fair\n\nIt opens on Tuesday.<br>She said five pounds each.[^1]\n\n[^1]: Children free.\n"
    )
    (press.folder / "a.md").write_text(text, "utf-8")
    told = press.run("script", "a.md").stdout
    assert "on Tuesday. She said five pounds each." in told
    assert "left out (footnote): Children free." in told


def test_the_shows_own_words_for_its_voice_stand_wherever_it_is_told(press):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(f"# Fair\n\n{STORY}\n", "utf-8")
    own = "Our machine read this to you."
    (press.folder / "audiopress.toml").write_text(
        f'[reading]\ndisclosure_text = "{own}"\n', "utf-8"
    )
    press.build("a.md")
    output = press.folder / "output"
    for page in ("index.html", "feed.xml", "episodes/fair/index.html"):
        assert own in (output / page).read_text("utf-8"), page
        assert "synthetic voice" not in (output / page).read_text("utf-8"), page


@pytest.mark.parametrize("place", ["start", "end", "both", "none"])
def test_an_episode_is_described_by_its_story_wherever_its_notice_stands(press, place):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text("# Fair\n\n## Today\n\nIt opens on Tuesday.\n", "utf-8")
    (press.folder / "audiopress.toml").write_text(f'[reading]\ndisclosure = "{place}"\n', "utf-8")
    press.build("a.md")
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    assert "<description>It opens on Tuesday." in feed


def test_what_is_not_published_or_not_understood_is_said_by_every_command(press):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(f"---\ntitle: Boats\nzorch: 1\n---\n{STORY}\n", "utf-8")
    (press.folder / "b.md").write_text(f"---\ntitle: B\ndraft: true\n---\n{STORY}\n", "utf-8")
    for command in ("plan", "script", "build"):
        told = press.run(command, "a.md", "b.md").stderr
        assert "b.md is a draft" in told, command
        assert "`zorch`" in told, command


def test_a_draft_of_what_was_published_is_no_lost_source(press):
    press.folder.mkdir(parents=True)
    config = '[edition]\nsources = ["."]\n[show]\ntitle = "Boats"\n'
    (press.folder / "audiopress.toml").write_text(config, "utf-8")
    for name in ("a", "b"):
        (press.folder / f"{name}.md").write_text(f"# {name} boats\n\n{STORY} {name}.\n", "utf-8")
    press.build()
    (press.folder / "a.md").write_text(f"---\ndraft: true\n---\n# a boats\n\n{STORY}\n", "utf-8")
    told = press.run("build").stderr
    assert "no source has" not in told
    assert "a.md is a draft now" in told
    assert "audiopress withdraw" in told


def test_a_date_that_may_mean_two_days_costs_its_article_only(press):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(f"---\ndate: 03/04/2026\n---\n# A\n\n{STORY}\n", "utf-8")
    (press.folder / "b.md").write_text(f"# Boats\n\n{STORY}\n", "utf-8")
    report = press.build("a.md", "b.md", ok=False)
    error = next(one["error"] for one in report["articles"] if one["error"])
    assert error["where"] == "a.md:2"
    assert "03/04/2026" in error["message"]
    assert report["feed"]["items"] == 1
