"""A linear scorer beside the rules: `python tests/corpus/scorer.py`, what it would have given.

Each labelled block gets features (kind, links, length, ending, place among the voted sentences,
share of words said elsewhere, hints, classes of wording, its neighbours); a logistic regression
is trained on all but a fifth of the hosts and judges that fifth. Printed: the rules, the scorer
alone, and the scorer where rules are unsure (a drop above one mark, a keep below another), as
pages with furniture and paragraphs lost; first on the pages the rules were written on, then,
trained on those, on the unseen ones. It is not part of reading: docs/decisions/0105 says why.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import numpy as np

sys.path.append(str(Path(__file__).resolve().parent))

import labelled
import measure

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.block_features import (
    count_words,
    is_closed,
    is_story_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.wording.narration import is_narration

if TYPE_CHECKING:
    from audiopress.model import Block

FOLDS = 5
PENALTY = 3.0
A_PAGE = 40  # a long page counts as this many blocks
KINDS = ("heading", "list_item", "quote", "caption", "table")
HINTS = (
    "voted", "alone", "aside", "<aside>", "related", "newsletter", "player", "share", "byline",
    "advert", "caption", "standfirst", "<header>", "opens-with-link", "leads-out", "<figure>",
    "embed",
)  # fmt: skip
WORDING = [
    re.compile(rf"\b(?:{one})\b", re.IGNORECASE)
    for one in (
        "you|your",
        "we|our|us|my|i",
        (
            "contact|sign up|subscribe|click|download|visit|join|follow|read more|buy|shop|get|try|"
            "share"
        ),
        "said|says|told|was|were|had|he|she|his|her",
    )
]


def features(blocks: list[Block], at: int, story: tuple[int, int], often: set[str]) -> list[float]:
    """Return what the scorer knows of a block; ``story`` is its first and last voted sentence."""
    block, size, (first, last) = blocks[at], count_words(blocks[at]), story
    own = [make_comparable(word) for word in block.text.split()]
    found: list[Any] = [1, block.links, block.links > 0.3, min(size, 60) / 60, size < 6, size < 12]
    found += [is_closed(block.text), *(block.text.endswith(mark) for mark in "!?:")]
    found += [block.kind == kind for kind in KINDS] + [hint in block.hints for hint in HINTS]
    found += [min(max(0, at - first), 5), min(max(0, last - at), 8), at > last, at < first]
    found += [bool(pattern.search(block.text)) for pattern in WORDING]
    found += [is_narration(block.text), bool(re.search(r"\d", block.text)), block.text.isupper()]
    found += [at / len(blocks), sum(word in often for word in own) / max(1, len(own))]
    for near in (at - 1, at + 1):
        beside = blocks[near] if 0 <= near < len(blocks) else None
        found += [0] * 4 if beside is None else [
            is_story_sentence(beside), beside.links, "alone" in beside.hints,
            beside.kind == "heading",
        ]  # fmt: skip
    return [float(value) for value in found]


def rows(part: str) -> dict[str, Any]:
    """Return features, labels (1 is furniture), what the rules drop, folds and pages, by block."""
    out: dict[str, list[Any]] = {key: [] for key in ("x", "y", "dropped", "fold", "page")}
    for page, known in labelled.labels(part).items():
        name, _, key = page.partition("/")
        url = measure.truth(name)[key].get("url") or "https://example.org/a"
        body = measure.page_bytes(name, key)
        article = extract(Document(uri=url, media_type="text/html", body=body), Reading())
        said = {block.text for block in clean(article, Reading())[0].blocks}
        blocks = list(article.blocks)
        voted = [at for at, block in enumerate(blocks) if is_story_sentence(block)] or [0]
        said_in = ({make_comparable(word) for word in b.text.split()} for b in blocks)
        counts = Counter(word for found in said_in for word in found)
        often = {word for word, count in counts.items() if count > 1}
        fold = int(hashlib.sha256((urlparse(url).hostname or "").encode()).hexdigest()[:8], 16)
        for at, block in enumerate(blocks):
            label = known.get(labelled.name_of(block.text))
            if label not in ("k", "s") or block.level == 1:
                continue
            out["x"].append(features(blocks, at, (voted[0], voted[-1]), often))
            out["y"].append(label == "s")
            out["dropped"].append(block.text not in said)
            out["fold"].append(fold % FOLDS)
            out["page"].append(page)
    return {key: np.array(value) for key, value in out.items()}


def fit(x: Any, y: Any, page: Any) -> Any:
    """Return the weights of a logistic regression with a ridge, by Newton's steps."""
    counts = Counter(page)
    heavy = np.array([min(1, A_PAGE / counts[one]) for one in page])
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (heavy * (chance - y)) + PENALTY * weights
        curve = (x * (heavy * chance * (1 - chance))[:, None]).T @ x
        weights -= np.linalg.solve(curve + PENALTY * np.eye(len(weights)), slope)
    return weights


def score(train: dict[str, Any], test: dict[str, Any], chosen: Any) -> Any:
    """Return the chance of being furniture; ``chosen`` are the blocks to train on."""
    middle, spread = train["x"].mean(0), train["x"].std(0) + 1e-9
    middle[0], spread[0] = 0, 1
    known = (train["x"][chosen] - middle) / spread
    weights = fit(known, train["y"][chosen].astype(float), train["page"][chosen])
    return 1 / (1 + np.exp(-((test["x"] - middle) / spread) @ weights))


def show(name: str, data: dict[str, Any], chance: Any) -> None:
    """Print the figures of the rules, of the scorer, and of both together."""
    dropped, pages = data["dropped"], len(set(data["page"]))

    def line(how: str, out: Any) -> None:
        spoken = set(data["page"][data["y"] & ~out])
        lost = (~data["y"] & out).sum() / (~data["y"]).sum()
        print(f"{name:7} {how:36} {len(spoken) / pages:.3f} {lost:.4f}")

    line("rules", dropped)
    line("scorer alone, over .5", chance > 0.5)
    for high in (0.8, 0.9, 0.95, 0.98):
        line(f"rules, and dropped over {high}", dropped | (chance > high))
    for low in (0.02, 0.1):
        line(f"rules, but kept under {low}", dropped & (chance >= low))
    line("rules, dropped over .98, kept under .02", (dropped & (chance >= 0.02)) | (chance > 0.98))


def main() -> None:
    seen, unseen = rows("seen"), rows("unseen")
    chance = np.zeros(len(seen["y"]))
    for fold in range(FOLDS):
        here = seen["fold"] == fold
        chance[here] = score(seen, seen, ~here)[here]
    print("pages with furniture, paragraphs lost")
    show("seen", seen, chance)
    show("unseen", unseen, score(seen, unseen, np.ones(len(seen["y"]), dtype=bool)))


if __name__ == "__main__":
    main()
