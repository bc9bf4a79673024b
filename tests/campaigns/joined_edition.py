"""Join an edition of many articles, and see what was spoken, how long it took, and its chapters.

    .venv/bin/python -m tests.campaigns.joined_edition --articles 20 --voice heart

The articles are built first, then the edition of them is added to the configuration. *Beyond its
bridges* is the processor time of the build that joins, less that of a build, in a copy of the same
state, of one new article that says the very lines that the edition says between its articles: what
it costs to read, to join and to write. Held against each other: the chapters
of ``chapters.json``, ``alignment.json`` and the MP3 (mutagen); that each article begins where its
chapter does; that the edition lasts as long as its articles do. With ``--decoded`` every
paragraph's samples are held against those of the article's own MP3. Printed as JSON.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from mutagen.id3 import ID3

_EDGE = 2400
"""Samples at both ends of a paragraph that are not compared: a decoder of MP3 mixes the frames
before a joint into those behind it."""

_SAME = 0.002
"""How far samples may differ besides, of 1: the decoder rounds otherwise behind another frame."""

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

_LOST = 8.0
"""Seconds that an article may be shorter in an edition: silence at both ends, and its notice."""

_SETTINGS = """
[show]
title = "The Post"
[edition]
sources = ["articles"]
address = "https://audio.example.org/"

[[editions]]
id = "sport"
title = "Sport"
include = ["section:Sport"]
feed = "own"
"""
"""No article is in that edition: the first table of editions has each article's record brought up
to date, once, which is no part of what an edition costs."""

_TABLE = """
[[editions]]
id = "morning"
title = "Morning edition"
contents = true
feed = "own"
"""

_WORDS = [
    "The",
    "ferry",
    "of",
    "the",
    "island",
    "was",
    "late",
    "on",
    "Monday",
    "because",
    "fog",
    "lay",
    "over",
    "the",
    "sound",
    "until",
    "noon",
]


def main() -> None:
    """Build twice, look at what was made, print figures; the status is 1 if anything is wrong."""
    words = argparse.ArgumentParser(prog="joined_edition")
    words.add_argument("--articles", type=int, default=20)
    words.add_argument("--paragraphs", type=int, default=20)
    words.add_argument("--voice", default="tone")
    words.add_argument("--decoded", action="store_true")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        figures = _measure(Path(folder), asked)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    raise SystemExit(bool(figures["wrong"]))


def _measure(place: Path, asked: argparse.Namespace) -> dict[str, Any]:
    _write_articles(place / "articles", asked.articles, asked.paragraphs)
    (place / "audiopress.toml").write_text(_SETTINGS, "utf-8")
    _build(place, asked.voice)
    _, idle = _build(place, asked.voice)
    copy = shutil.copytree(place, place.with_name(place.name + "-copy"))
    (place / "audiopress.toml").write_text(_SETTINGS + _TABLE, "utf-8")
    report, cost = _build(place, asked.voice)
    _, again = _build(place, asked.voice)
    (made,) = [one for one in report["articles"] if one["id"].startswith("edition:")]
    alone = [one for one in report["articles"] if one is not made]
    path = place / "output" / made["enclosure"]["path"]
    told = json.loads((path.parent / "alignment.json").read_bytes())
    bridges = _speak_bridges(copy, told, asked.voice)
    return {
        "articles": len(alone),
        "paragraphs joined": made["segments"],
        "lines spoken": report["totals"]["spoken"],
        "minutes": round(made["audio_seconds"] / 60, 1),
        "MB": round(made["enclosure"]["length"] / 1e6, 1),
        "CPU s of a build with nothing to do": round(idle, 2),
        "CPU s of the build that joins": round(cost, 2),
        "CPU s of a build of so many new lines": round(bridges, 2),
        "CPU s beyond its bridges": round(cost - bridges, 2),
        "CPU s of the next build": round(again, 2),
        "wrong": [
            *_find_wrong_chapters(path, told, alone),
            *_find_wrong_length(told, made, alone),
            *(_find_wrong_sound(place, path, told, alone) if asked.decoded else ()),
        ],
    }


def _write_articles(folder: Path, articles: int, paragraphs: int) -> None:
    folder.mkdir()
    today = dt.datetime.now(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    for number in range(articles):
        moment = (today - dt.timedelta(minutes=number)).isoformat()
        lines = [
            " ".join((*_WORDS[at % 5 :], f"of story {number}, part {at}.", *_WORDS, "again."))
            for at in range(paragraphs)
        ]
        head = (
            f"---\ntitle: Story {number}\ndate: {moment}\nurl: https://news.example/{number}\n---\n"
        )
        (folder / f"{number:03}.md").write_text(head + "\n\n".join(lines) + "\n", "utf-8")


def _speak_bridges(place: Path, told: dict[str, Any], voice: str) -> float:
    """Return the seconds of a build that speaks an edition's own lines as an article of their own.

    Workers, voice and libraries are loaded for it too. The words stand in another order, for the
    cache has the lines themselves.
    """
    own = [one["source"] for one in told["paragraphs"] if one["role"] in ("headline", "opening")]
    title, *lines = [" ".join(reversed(line.split())) for line in dict.fromkeys(own)]
    # Out of the edition by its date.
    head = f"---\ntitle: {json.dumps(title)}\ndate: 2026-01-02\n---\n"
    (place / "articles" / "notice.md").write_text(head + "\n\n".join(lines) + "\n", "utf-8")
    _, cost = _build(place, voice)
    shutil.rmtree(place)
    return cost


def _build(place: Path, voice: str) -> tuple[dict[str, Any], float]:
    # An image may forbid Python to keep what it compiles: each process would compile it all again.
    environment = {key: value for key, value in os.environ.items() if key != _NO_BYTECODE}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "audiopress", "build", "--json"],
        cwd=place,
        env=environment | {"AUDIOPRESS_VOICE": voice},
        stdout=subprocess.PIPE,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout), spent


def _find_wrong_chapters(
    path: Path, told: dict[str, Any], alone: list[dict[str, Any]]
) -> list[str]:
    """Return where chapters disagree, or do not begin where their article does."""
    listed = json.loads((path.parent / "chapters.json").read_bytes())["chapters"]
    tag = ID3(path)
    frames = [tag[f"CHAP:{name}"] for name in tag["CTOC:toc"].child_element_ids]
    wrong = []
    pairs = [(one["title"], int(one["startTime"] * 1000)) for one in listed]
    if pairs != [(str(frame.sub_frames["TIT2"]), frame.start_time) for frame in frames]:
        wrong.append("chapters.json and the MP3 disagree")
    if pairs != [(one["title"], int(one["start"] * 1000)) for one in told["chapters"]]:
        wrong.append("chapters.json and alignment.json disagree")
    if len(listed) != len(alone) + 1:
        wrong.append(f"{len(listed)} chapters of {len(alone)} articles")
    heads = [one for one in told["paragraphs"] if one["role"] == "heading"]
    begins = [(one["source"], one["start"]) for one in heads]
    if begins != [(one["title"], one["startTime"]) for one in listed[1:]]:
        wrong.append("a chapter does not begin where its article does")
    if any(not one.get("url") or not one.get("img") for one in listed[1:]):
        wrong.append("a chapter without link or picture")
    return wrong


def _find_wrong_length(
    told: dict[str, Any], made: dict[str, Any], alone: list[dict[str, Any]]
) -> list[str]:
    """Return where the edition is longer or shorter than its articles and its own lines."""
    first = next(one["start"] for one in told["paragraphs"] if one["role"] == "heading")
    heard, whole = made["audio_seconds"] - first, sum(one["audio_seconds"] for one in alone)
    right = whole - _LOST * len(alone) <= heard <= whole + len(alone)
    return [] if right else [f"{heard:.1f} s of articles that last {whole:.1f} s"]


def _find_wrong_sound(
    place: Path, path: Path, told: dict[str, Any], alone: list[dict[str, Any]]
) -> list[str]:
    """Return paragraphs that sound otherwise than in their article's own MP3."""
    joined, rate = soundfile.read(path, dtype="float32")
    places = {one["source"]: one for one in told["paragraphs"] if one["role"] == "body"}
    wrong = []
    for article in alone:
        own = place / "output" / article["enclosure"]["path"]
        samples, _ = soundfile.read(own, dtype="float32")
        record = json.loads((own.parent / "alignment.json").read_bytes())
        for one in record["paragraphs"]:
            if one["role"] != "body":
                continue
            pieces = [
                sound[round(at["start"] * rate) + _EDGE : round(at["end"] * rate) - _EDGE]
                for sound, at in ((samples, one), (joined, places[one["source"]]))
            ]
            length = min(map(len, pieces))
            if np.abs(pieces[0][:length] - pieces[1][:length]).max() > _SAME:
                wrong.append(f"{article['slug']}: {one['source'][:40]}")
    return wrong


if __name__ == "__main__":
    main()
