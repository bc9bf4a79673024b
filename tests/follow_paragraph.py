"""Follow one paragraph of the sample article from bytes to feed, and print what it is on its way.

``python tests/follow_paragraph.py`` prints every station; ``--write`` puts them into
``docs/architecture.md``, each in the block below its mark ``<!-- station: NAME -->``.

The voice is ``tone``, whose samples can be counted in the head (220 a character), so that every
figure is the same on every machine.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import textwrap
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from lxml import etree

import audiopress
from audiopress.model import Document, Reading
from audiopress.press.steps.plan import make_passages
from audiopress.reading.cleaning.pipeline import judge_article
from audiopress.reading.extract import extract
from audiopress.reading.html.runs.text_runs import read_runs
from audiopress.reading.html.runs.unread import find_unread
from audiopress.reading.html.tree.page_tree import parse_page
from audiopress.store.cache import Cache

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples" / "lighthouse.html"
PAGE = ROOT / "docs" / "architecture.md"
STATION = re.compile(r"(<!-- station: (.+?) -->\n\n```text\n)(.*?)(```\n)", re.DOTALL)

OPENS = "The new light costs"
"""How the paragraph begins that is followed: it has an amount, a length and a title."""

SHOWN = 60
"""Characters of a block that is shown among others."""

WIDE = 96
"""Characters of a line: what GitHub shows of a block without a scroll bar."""


def main() -> None:
    """Print the stations, or write them into the page."""
    stations = follow()
    if "--write" in sys.argv:
        PAGE.write_text(fill_in(PAGE.read_text("utf-8"), stations), "utf-8")
    else:
        print("\n\n".join(f"-- {name}\n{values}" for name, values in stations.items()))


def fill_in(page: str, stations: dict[str, str]) -> str:
    """Return the page with the values of every station in its block."""
    return STATION.sub(lambda block: f"{block[1]}{stations[block[2]]}\n{block[4]}", page)


def follow() -> dict[str, str]:
    """Return what the paragraph is at every station, by the station's name."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "audiopress.toml").write_text('[voices]\nbody = "tone"\n', "utf-8")
        settings = replace(audiopress.load_settings(folder=folder), root=ROOT)
        return follow_reading() | follow_speaking(settings) | follow_publication(settings)


def follow_reading() -> dict[str, str]:
    """From bytes to blocks that are spoken or left out."""
    body = ARTICLE.read_bytes()
    document = Document(uri="examples/lighthouse.html", media_type="text/html", body=body)
    line = next(line for line in body.decode().splitlines() if OPENS in line)
    page = parse_page(body.decode(), document.uri).find("body")
    run = pick(read_runs(page, find_unread(page)).runs)
    article = extract(document, Reading())
    return {
        "document": f"Document(uri={document.uri!r}, media_type={document.media_type!r},\n"
        f"    body=<{len(body)} bytes>)\n\n{fold(line)}",
        "text run": f"TextRun(element=<{run.element.tag}>, start={run.start}, end={run.end}, "
        f"shown={run.shown}, linked={run.linked}, bold={run.bold},\n"
        + fold(f"    text={run.text!r})", 8),
        "block": show(pick(article.blocks)),
        "judged": follow_cleaning(article),
    }


def follow_cleaning(article: Any) -> str:
    """Return every block with its reason; those without one are spoken."""
    judged = judge_article(article, Reading())
    return "\n".join(f"{one.reason or 'spoken':<11} {cut(one.block.text)}" for one in judged)


def follow_speaking(settings: audiopress.Settings) -> dict[str, str]:
    """From the script to the sound of one segment, and the edition it stands in."""
    script = audiopress.read(ARTICLE, settings).script
    passage = pick(make_passages(script.utterances, settings.cast))
    audiopress.build(ARTICLE, settings)
    segment = Cache(settings.cache).find_segment(passage.key)
    assert segment is not None
    line, first = passage.line, segment.words[0]
    return {
        "utterance": show(passage.utterance, without=("selector",)),
        "line": f"{show(line, without=('voice',))}\n\nsegment key {passage.key}",
        "segment": f"{len(line.spoken)} characters x 220 = {len(line.spoken) * 220} samples, "
        f"and 25 ms of silence on both sides:\n\n"
        f"Segment(samples={segment.samples}, rate={segment.rate},\n"
        f"    loudness={segment.loudness.integrated:.1f} LUFS, "
        f"peak={segment.loudness.peak:.1f} dBTP,\n"
        f"    words={len(segment.words)}, the first {first})",
    }


def follow_publication(settings: audiopress.Settings) -> dict[str, str]:
    """From the timeline to the feed."""
    folder = next(settings.output.glob("episodes/*/*/"))
    entries = json.loads((folder / "alignment.json").read_text("utf-8"))["paragraphs"]
    entry = next(each for each in entries if each["source"].startswith(OPENS))
    start, end = (round(entry[name] * settings.sound.rate) for name in ("start", "end"))
    captions = (folder / "transcript.vtt").read_text("utf-8").split("\n\n")
    item = etree.fromstring((settings.output / "feed.xml").read_bytes()).find("channel/item")
    wanted = [each for each in item if each.tag in ("title", "guid", "pubDate", "enclosure")]
    elements = (etree.tostring(each, encoding="unicode", with_tail=False) for each in wanted)
    return {
        "cue": f"Cue(start={start}, end={end}) at {settings.sound.rate} Hz",
        "alignment": show_entry(entry),
        "captions": next(part for part in captions if OPENS in part),
        "item": "\n".join(fold(mask(element), 4) for element in elements),
    }


def pick(things: Any) -> Any:
    """Return the one whose text is the paragraph that is followed."""
    return next(each for each in things if text_of(each).startswith(OPENS))


def text_of(thing: Any) -> str:
    utterance = getattr(thing, "utterance", thing)
    return str(getattr(utterance, "text", getattr(utterance, "source", "")))


def show(value: Any, without: tuple[str, ...] = ()) -> str:
    """Return a value with a field a line."""
    names = [field.name for field in fields(value) if field.name not in without]
    lines = [fold(f"    {name}={getattr(value, name)!r},", 8) for name in names]
    return "\n".join([f"{type(value).__name__}(", *lines, ")"])


def show_entry(entry: dict[str, Any]) -> str:
    """Return an entry of ``alignment.json`` with a member a line, and two of its words."""
    first, second, *rest = map(json.dumps, entry.pop("words"))
    members = (f'"{name}": {json.dumps(each, ensure_ascii=False)},' for name, each in entry.items())
    words = f'"words": [\n  {first},\n  {second},\n  and {len(rest)} more]'
    return "\n".join([*(fold(member, 2) for member in members), words])


def fold(text: str, indent: int = 0) -> str:
    """Return a text on as many lines as it needs, those after the first indented."""
    blanks = " " * indent
    return "\n".join(textwrap.wrap(text, WIDE, subsequent_indent=blanks, break_long_words=False))


def cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} ..."


def mask(text: str) -> str:
    """Hide what another processor's encoder may make otherwise, today's date, and namespaces."""
    text = re.sub(r' xmlns:\w+="[^"]*"', "", text)
    text = re.sub(r"/[0-9a-f]{8}/", "/<8 digits of the version's key>/", text)
    return re.sub(r'length="\d+"', 'length="<bytes>"', text)


if __name__ == "__main__":
    main()
