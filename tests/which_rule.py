"""Print which rule did it: `python tests/which_rule.py PAGE`, or `--say TEXT [--language en-GB]`.

With a page (or a text file): every block that a check or rule of cleaning judged, who judged it
and how, and which wording matched. With ``--say``: every spoken form of English that changed the
text, in order, with the file it stands in and the text before and after.
"""

from __future__ import annotations

import argparse
import inspect
import mimetypes
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import CHECKS, RULES, judge_article
from audiopress.reading.extract import extract
from audiopress.reading.wording.boilerplate import find_wording
from audiopress.speaking.english import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Article

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
        for old, new in zip(before, after, strict=True):
            if old.reason != new.reason:
                wording = find_wording(new.block.text, new.block.links)
                by = f", wording {wording.name!r}" if wording and name == "check wording" else ""
                yield f"{name}{by}: {new.reason or 'spoken'}: {new.block.text[:SHOWN]}"


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
    parser.add_argument("--language", default="en-GB")
    chosen = parser.parse_args()
    if chosen.say is not None:
        print(*explain_form(chosen.say, chosen.language), sep="\n")
    elif chosen.page is not None:
        kind = mimetypes.guess_type(chosen.page)[0] or "text/plain"
        body = chosen.page.read_bytes()
        found = Document(uri=str(chosen.page), media_type=kind, body=body)
        print(*explain_article(extract(found, Reading())), sep="\n")
    else:
        parser.error("name a page, or a text with --say")


if __name__ == "__main__":
    main()
