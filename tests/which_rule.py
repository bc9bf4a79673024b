"""Print which rule did it: `python tests/which_rule.py PAGE`, `--line TEXT`, or `--say TEXT`.

With a page (or a text file): every block that a check or rule of cleaning judged, who judged it
and how, which wording matched, and on which ground a line is spoken after all. With ``--line``: the
same of one line amid a story, and the wording that it has though it is spoken. With ``--say``:
every spoken form of English that changed the text, in order, with the file it stands in and the
text before and after.
"""

from __future__ import annotations

import argparse
import inspect
import mimetypes
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.model import Article, Block, Document, Reading, Selector
from audiopress.reading.cleaning.example_blocks import LATER, STORY
from audiopress.reading.cleaning.kept_in_context import GROUNDS
from audiopress.reading.cleaning.pipeline import CHECKS, RULES, judge_article
from audiopress.reading.extract import extract
from audiopress.reading.wording.boilerplate import find_wording, judge_wording
from audiopress.speaking.english import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.cleaning.judged import JudgedBlocks

SHOWN = 60
"""Characters of a block that are printed: to know it by."""


def explain_article(article: Article) -> Iterator[str]:
    """Yield a line for each verdict: the rule, the block's first words, and what it decided."""
    reading = Reading()
    stages = [("", judge_article(article, reading, checks=(), rules=()))]
    for at, check in enumerate(CHECKS, 1):
        judged = judge_article(article, reading, checks=CHECKS[:at], rules=())
        stages.append((f"check {check.name}", judged))
    for at, rule in enumerate(RULES, 1):
        stages.append((f"rule {rule.name}", judge_article(article, reading, rules=RULES[:at])))
    for (_, before), (name, after) in pairwise(stages):
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            if old.reason != new.reason:
                wording = find_wording(new.block.text, new.block.links)
                by = f", wording {wording.name!r}" if wording and name == "check wording" else ""
                by += _name_grounds(before, at) if name == "rule kept-in-context" else ""
                yield f"{name}{by}: {new.reason or 'spoken'}: {new.block.text[:SHOWN]}"


def _name_grounds(judged: JudgedBlocks, at: int) -> str:
    """Return the grounds on which a block is kept, as far as they hold before any is kept."""
    against = [ground for ground in GROUNDS if judged[at].reason in ground.reasons]
    return "".join(f", ground {one.name!r}" for one in against if one.holds(judged, at))


def explain_line(text: str) -> Iterator[str]:
    """Yield what happens to a line amid a story, and what its wording alone would have of it."""
    here = Block(kind="paragraph", text=text, hints=("voted",), selector=Selector(exact=text))
    around = [[one.block for one in blocks] for blocks in (STORY, LATER)]
    title = Block(kind="heading", level=1, text="Harbour bridge reopens")
    blocks = (title, *around[0], here, *around[1])
    article = Article(uri="https://bridgeways.example/a", title=title.text, blocks=blocks)
    yield from explain_article(article)
    wording = find_wording(text)
    if wording is None:
        yield "no wording matches it"
    elif judge_wording(text) is None:
        yield f"wording {wording.name!r} matches it, and it tells of somebody: spoken"
    left = [one for one in judge_article(article, Reading()) if one.block.text == text]
    yield f"in the end: {(left[0].reason if left else '') or 'spoken'}"


def explain_form(text: str, language: str) -> Iterator[str]:
    """Yield a line for each form that changed the text, and the text as it is said at the end."""
    variety = normalize.choose_variety(language)
    files = {
        form.name: module.__name__.removeprefix("audiopress.speaking.english.").replace(".", "/")
        for module in vars(normalize).values()
        if inspect.ismodule(module)
        for forms in vars(module).values()
        if isinstance(forms, tuple)
        for form in forms
        if isinstance(form, normalize.SpokenForm)
    }
    for form in normalize.SPOKEN_FORMS:
        said = form.apply(text, variety)
        if said != text:
            yield f"{files[form.name]}.py, {form.name!r}: {text.strip()} -> {said.strip()}"
        text = said
    yield " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--say", metavar="TEXT")
    parser.add_argument("--line", metavar="TEXT")
    parser.add_argument("--language", default="en-GB")
    chosen = parser.parse_args()
    if chosen.say is not None:
        print(*explain_form(chosen.say, chosen.language), sep="\n")
    elif chosen.line is not None:
        print(*explain_line(chosen.line), sep="\n")
    elif chosen.page is not None:
        kind = mimetypes.guess_type(chosen.page)[0] or "text/plain"
        body = chosen.page.read_bytes()
        found = Document(uri=str(chosen.page), media_type=kind, body=body)
        print(*explain_article(extract(found, Reading())), sep="\n")
    else:
        parser.error("name a page, or a text with --line or --say")


if __name__ == "__main__":
    main()
