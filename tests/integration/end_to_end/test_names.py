"""No name is too long, too strange or too like another for an edition."""

import unicodedata

import pytest

LONG = "\u0958" * 60
"""A name of 180 bytes on the disk, and of 360 when its letters are composed."""

TEXT = "The ferry to Skerry was an hour late on Monday.\n\nNobody was hurt.\n"
SHOW = '[show]\ntitle = "News"\n[edition]\naddress = "https://audio.example/"\nsources = ["in"]\n'
HOST = ".".join(["a" * 63] * 3 + ["b" * 61])


@pytest.fixture
def edition(press):
    (press.folder / "in").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(SHOW, "utf-8")
    return press


@pytest.mark.parametrize(
    ("name", "head"),
    [
        (f"{LONG}.md", ""),
        (f"{LONG}/{LONG}.md", ""),
        ("a" * 252 + ".md", ""),
        ("a.md", "title: " + "\u0958" * 300),
        ("a.md", "title: con"),
        ("a.md", f"id: {'x' * 5000}"),
        ("a.md", f"canonical: https://{HOST}/story"),
        ("a.md", f"canonical: https://{HOST}:8443/{'story/' * 300}"),
    ],
    ids=["long", "deep", "longest", "title", "device", "id", "host", "port"],
)
def test_every_later_build_and_withdrawal_go_on(edition, name, head):
    path = edition.folder / "in" / name
    path.parent.mkdir(exist_ok=True)
    head = head or "title: A story"
    path.write_text(f"---\n{head}\ndate: 2026-11-01\n---\n\n# A story\n\n{TEXT}", "utf-8")
    (built,) = edition.build()["articles"]
    assert built["status"] == "built"
    assert all(len(part.encode()) <= 255 for each in edition.tree() for part in each.split("/"))
    again = edition.build()
    assert [each["status"] for each in again["articles"]] == ["unchanged"]
    assert again["articles"][0]["guid"] == built["guid"]
    # Under its composed name too, which no disk takes.
    edition.run("withdraw", unicodedata.normalize("NFC", f"in/{name}"))
    assert edition.build()["feed"]["items"] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("build", "a" * 300),
        ("build", f"{'a' * 300}.md"),
        ("build", "a.md", "-o", "a" * 300),
        ("build", "a.md", "--cache", "a" * 300),
        ("build", "a.md", "--lexicon", "a" * 300),
        ("build", "a.md", "-c", "a" * 300),
        ("site", "a" * 300),
        ("serve", "a" * 300),
        ("withdraw", "a" * 300),
        ("voices", "install", "joe", "--from", "a" * 300),
        ("voices", "show", "a" * 300),
    ],
    ids=lambda words: " ".join(word[:20] for word in words),
)
def test_a_name_that_no_disk_takes_is_said_in_words(edition, words):
    (edition.folder / "a.md").write_text(TEXT, "utf-8")
    done = edition.run(*words, ok=False)
    assert done.returncode in (1, 2), done.stderr
    assert "did not expect" not in done.stderr
    assert "Traceback" not in done.stderr
