"""Measure reading on the shared corpus: `python tests/corpus/measure.py --help`.

Pages are parted by a hash of their host: a quarter is *held* and was looked at only at the end.
Scores come from the corpus's own scorer. Needs `../shared/corpus` (or AUDIOPRESS_SHARED).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import re
import resource
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import lxml.html

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from audiopress.errors import ReadingError  # noqa: E402 - the checkout comes first
from audiopress.model import Cast, Document, Pauses, Reading  # noqa: E402
from audiopress.press.steps.lexicons import load_shipped_lexicon  # noqa: E402
from audiopress.reading.cleaning.pipeline import clean  # noqa: E402
from audiopress.reading.extract import extract  # noqa: E402
from audiopress.speaking.lexicon import Lexicon, LexiconWords  # noqa: E402
from audiopress.speaking.script import compose, compose_lines  # noqa: E402
from tests.corpus.sentences import sentences  # noqa: E402

SHARED = Path(os.environ.get("AUDIOPRESS_SHARED", ROOT / ".." / "shared"))
CORPUS = SHARED / "corpus"
SETS = ("aeb", "fundus_en", "wcxb_articles")
PAIRS = ("newsread", "google", "nemo", "engconf")
BODY = {"body", "quote", "heading", "list_item"}  # the truth of aeb is the text below the headline
SPOKEN = BODY | {"standfirst"}
MARKUP = {
    "heading": "//h2|//h3|//h4|//h5|//h6",
    "quote": "//blockquote[not(contains(@class, 'twitter'))]/descendant-or-self::*[self::blockquote or self::p]",  # noqa: E501
    "list_item": "//li|//li/p",
}


@cache
def scorer() -> ModuleType:
    require_corpus()
    spec = importlib.util.spec_from_file_location("evaluate", CORPUS / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def require_corpus() -> None:
    """End with a sentence where the corpus, which is no part of the repository, is not there."""
    if not (CORPUS / "evaluate.py").is_file():
        sys.exit(f"no corpus of pages in {CORPUS}: AUDIOPRESS_SHARED names the folder that has it")


@cache
def truth(name: str) -> dict[str, Any]:
    require_corpus()
    return json.loads((CORPUS / name / "truth.json").read_text("utf-8"))


def held(name: str, key: str) -> bool:
    host = (urlparse(truth(name)[key].get("url") or key).hostname or key).removeprefix("www.")
    return int(hashlib.sha256(host.encode()).hexdigest()[:4], 16) % 4 == 0


def pages(name: str, part: str) -> list[str]:
    keys = sorted(truth(name))
    if part == "all":
        return keys
    return [key for key in keys if held(name, key) == (part == "held")]


def read(name: str, key: str) -> dict[str, Any]:
    """One page: text before cleaning, what is spoken, metadata, CPU seconds."""
    fact = truth(name)[key]
    body = page_bytes(name, key)
    reading = Reading()
    start = time.process_time()
    url = fact.get("url") or "https://example.org/a"
    try:
        article = extract(Document(uri=url, media_type="text/html", body=body), reading)
        cleaned, left_out = clean(article, reading)
        script = compose(
            cleaned, left_out, reading=reading, cast=Cast(), pauses=Pauses(), rate=44100,
            lexicon=Lexicon.empty(),
        )  # fmt: skip
    except ReadingError as error:
        empty: dict[str, Any] = dict.fromkeys(("title", "byline", "date", "before"), "")
        lists: dict[str, Any] = {name: [] for name in ("said", "blocks", "left_out", "unsure")}
        return {"key": key, "error": str(error), "cpu": 0.0, **empty, **lists}
    cpu = time.process_time() - start
    return {
        "key": key,
        "cpu": cpu,
        "title": article.title,
        "byline": article.byline,
        "date": article.published.isoformat() if article.published else "",
        "before": "\n".join(block.text for block in article.blocks if block.level != 1),
        "blocks": [(b.kind, b.links, b.hints, b.text) for b in article.blocks],
        "said": [(u.role, u.source, u.spoken) for u in script.utterances],
        "left_out": [(left.reason, left.text) for left in left_out],
        "unsure": list(script.unsure),
    }


def read_all(name: str, part: str, jobs: int, every: int = 1) -> list[dict[str, Any]]:
    keys = pages(name, part)[::every]
    if jobs == 1:
        return [read(name, key) for key in keys]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(read, [name] * len(keys), keys, chunksize=4))


def spoken_text(name: str, row: dict[str, Any], roles: set[str] | None = None) -> str:
    roles = roles or (BODY if name == "aeb" else SPOKEN)
    return "\n".join(source for role, source, _ in row["said"] if role in roles)


def scores(name: str, texts: dict[str, str]) -> dict[str, float]:
    """Precision, recall, F1 of 4-word shingles and the share of pages with a foreign paragraph."""
    tool = scorer()
    precision, recall, foreign = [], [], 0
    for key, text in texts.items():
        body = truth(name)[key]["body"]
        hit, wrong, missed = tool.prf(body, text)
        if hit + wrong:
            precision.append(hit / (hit + wrong))
        if hit + missed:
            recall.append(hit / (hit + missed))
        foreign += bool(tool.spurious(body, text))
    p, r = statistics.mean(precision), statistics.mean(recall)
    return {
        "precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4),
        "spurious": round(foreign / len(texts), 4),
    }  # fmt: skip


def extraction(name: str, part: str, jobs: int, every: int = 1) -> dict[str, Any]:
    rows = read_all(name, part, jobs, every)
    figures: dict[str, Any] = {"pages": len(rows)}
    figures["failed"] = sum("error" in row for row in rows)
    figures["before"] = scores(name, {row["key"]: row["before"] for row in rows})
    figures["spoken"] = scores(name, {row["key"]: spoken_text(name, row) for row in rows})
    figures["slowest_cpu"] = round(max(row["cpu"] for row in rows), 3)
    figures["median_cpu"] = round(statistics.median(row["cpu"] for row in rows), 3)
    if name != "aeb":
        figures.update(facts(name, rows))
    if name == "wcxb_articles":  # its truth holds listings of code, which nobody reads out
        texts = {row["key"]: spoken_text(name, row) + "\n" + code_of(row) for row in rows}
        figures["spoken and code"] = scores(name, texts)
        # And it leaves half of the standfirsts out.
        texts = {row["key"]: spoken_text(name, row, BODY) for row in rows}
        figures["spoken below the standfirst"] = scores(name, texts)
    else:
        figures["kept"] = kept(name, rows)
        # Buttons to buy something and titles of other stories stand in lists as well.
        figures["list items kept that are no link"] = kept(name, rows, links=False)["list_item"]
    return figures


def code_of(row: dict[str, Any]) -> str:
    return "\n".join(text for reason, text in row["left_out"] if reason == "code")


def kept(name: str, rows: list[dict[str, Any]], *, links: bool = True) -> dict[str, list[int]]:
    """For headings, quotes and list items of the truth: how many are spoken as such, of how many.

    What they are is read from the page, beside our own reading of it: a line of the truth is a
    list item where a ``<li>`` of the page holds it and nothing else. Posts that a page embeds as
    quotes are left out, as embeds are. Without ``links`` list items that are one are not counted.
    """
    found = {kind: [0, 0] for kind in MARKUP}
    for row in rows:
        said = {(role, letters(source)) for role, source, _ in row["said"]}
        linked = set() if links else all_linked(name, row["key"])
        for kind, there in marked_up(name, row["key"]).items():
            keys = there - linked
            found[kind][0] += sum((kind, key) in said for key in keys)
            found[kind][1] += len(keys)
    return found


def all_linked(name: str, key: str) -> set[str]:
    """Return what a page's links say, the whole of each."""
    tree = lxml.html.document_fromstring(page_bytes(name, key))
    return {letters(link.text_content()) for link in tree.iter("a")}


def marked_up(name: str, key: str) -> dict[str, set[str]]:
    fact = truth(name)[key]
    sections = fact.get("structured", {}).get("sections", ())
    named = {letters(line) for section in sections for line in section["headline"]}
    lines = {letters(line) for line in fact["body"].split("\n")} - {
        letters(fact.get("title") or ""),
        "",
    }
    tree = lxml.html.document_fromstring(page_bytes(name, key))
    here = {
        kind: {letters(element.text_content()) for element in tree.xpath(path)} & lines
        for kind, path in MARKUP.items()
    }
    here["list_item"] -= here["heading"] | here["quote"]  # contents, and quotes of several points
    here["heading"] = named - {""} if sections else here["heading"]
    return here


def page_bytes(name: str, key: str) -> bytes:
    return gzip.decompress((CORPUS / name / "html" / f"{key}.html.gz").read_bytes())


def facts(name: str, rows: list[dict[str, Any]]) -> dict[str, float]:
    """Share of pages whose title, authors and date are right, of those that have a truth."""
    right: dict[str, list[bool]] = {"title": [], "authors": [], "date": []}
    for row in rows:
        fact = truth(name)[row["key"]]
        if fact.get("title"):
            right["title"].append(letters(fact["title"]) == letters(row["title"]))
        authors = fact.get("authors") or ([fact["author"]] if fact.get("author") else [])
        if authors:
            right["authors"].append({letters(a) for a in authors} == {
                letters(a) for a in row["byline"].split(", ")})  # fmt: skip
        date = fact.get("date") or fact.get("publish_date")
        if date:
            right["date"].append(str(date)[:10] == row["date"][:10])
    return {key: round(statistics.mean(value), 4) for key, value in right.items() if value}


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def said(lines: list[str], language: str = "en") -> list[str]:
    script = compose_lines(
        lines, language=language, cast=Cast(), pauses=Pauses(), rate=44100,
        lexicon=load_shipped_lexicon(),
    )  # fmt: skip
    return [utterance.spoken for utterance in script.utterances]


@cache
def shipped_words(language: str) -> LexiconWords:
    return load_shipped_lexicon().select_words(language)


def accept(forms: list[str], language: str = "en") -> set[str]:
    """Return the references of a pair, as written and with the sounds of names we ship."""
    words = shipped_words(language)
    assert words.pattern is not None
    named = (words.pattern.sub(lambda found: words.said[found[0]], form) for form in forms)
    return {*forms, *named}


def spoken_forms(name: str) -> dict[str, Any]:
    pairs = json.loads((CORPUS / "normalisation" / f"{name}.json").read_text("utf-8"))
    start = time.process_time()
    ours = said([pair["written"] for pair in pairs])
    cpu = time.process_time() - start
    canon = scorer().canon
    wrong = [
        (pair["category"], pair["written"], spoken, pair["spoken"])
        for pair, spoken in zip(pairs, ours, strict=True)
        if canon(spoken) not in {canon(form) for form in accept(pair["spoken"])}
    ]
    return {
        "accuracy": round(1 - len(wrong) / len(pairs), 4),
        "ms": round(cpu / len(pairs) * 1000, 2),
        "wrong": wrong,
    }


def splitting() -> dict[str, Any]:
    cases = json.loads((CORPUS / "splitting" / "newssplit_en.json").read_text("utf-8"))
    wrong = [
        (case["text"], list(sentences(case["text"])))
        for case in cases
        if list(sentences(case["text"])) != [" ".join(line.split()) for line in case["sentences"]]
    ]
    return {"cases": len(cases), "right": len(cases) - len(wrong), "wrong": wrong}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=[*SETS, *PAIRS, "newssplit"])
    parser.add_argument("--part", choices=["development", "held", "all"], default="development")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--wrong", action="store_true", help="print the cases that are wrong")
    chosen = parser.parse_args()
    for what in chosen.what:
        if what in SETS:
            print(what, json.dumps(extraction(what, chosen.part, chosen.jobs)))
        else:
            figures = splitting() if what == "newssplit" else spoken_forms(what)
            wrong = figures.pop("wrong")
            print(what, json.dumps(figures))
            for case in wrong if chosen.wrong else ():
                print("   ", *case, sep=" | ")
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print("peak memory MB", peak // 1024)


if __name__ == "__main__":
    main()
