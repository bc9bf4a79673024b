"""A receipt of three made articles: one is well, one is not, of one there is no sound."""

from __future__ import annotations

import numpy as np

from audiopress.checking.article import CheckedArticle, SpokenPart
from audiopress.checking.files.curves import SoundCurves, draw_curves
from audiopress.checking.files.sound_rules import Meters
from audiopress.checking.receipt import Receipt, name_moment
from audiopress.checking.words.differences import find_differences
from audiopress.checking.words.word_rules import HeardParagraph

RATE = 44_100
SOUND = "episodes/creek/0a1b2c3d/creek.mp3"
HOSTILE = '</h3><script>alert(1)</script>" onclick="x\u202e'
SAID = "the old wheel at the creek turned with the sea on monday"
HEARD = "the old wheel at the creek turned with the tide on monday"


def make_curves(seconds: int = 30, loud: float = 0.1) -> SoundCurves:
    """Return the curves of a tone with a pause of a second in its middle."""
    energies = np.full(seconds * 10, loud**2 / 2)
    levels = np.full(seconds * 50, loud, np.float32)
    levels[len(levels) // 2 : len(levels) // 2 + 50] = 0
    meters = Meters(
        samples=seconds * RATE, rate=RATE, energies=[energies], peak=-20.0, levels=[levels]
    )
    return draw_curves(meters, [(0.0, seconds / 2), (seconds / 2 + 1, float(seconds))])


def make_receipt() -> Receipt:
    """Return the receipt; its first article is well."""
    receipt = Receipt()
    receipt.look("title", "feed.xml", "")
    receipt.look("artwork", "artwork.png", "is L and not RGB")
    for title, path in (("Night bus", "episodes/bus/0a1b2c3d/bus.mp3"), (HOSTILE, SOUND)):
        article = CheckedArticle(
            title=title,
            link="https://courier.example/creek",
            date="Mon, 02 Mar 2026 00:00:00 +0000",
            path=path,
            size=48_000,
            digest="ab" * 32,
            language="en-GB",
            parts=(
                SpokenPart(start=0.0, end=15.0, beginning="The old wheel <b>", role="headline"),
                SpokenPart(start=16.0, end=30.0, beginning="Elm paddles " * 20, role="body"),
            ),
            curves=make_curves(),
        )
        article.receipt.look("loudness", path, "", "-16.0 LUFS")
        receipt.articles.append(article)
    receipt.articles[1].receipt.look("words", name_moment(SOUND, 16.0), "'tide' is heard")
    runs = tuple(find_differences(SAID.split(), HEARD.split()))
    where = name_moment(SOUND, 0.0)
    heard = HeardParagraph("words", where, "'tide' is heard", "", tuple(SAID.split()), runs)
    receipt.articles[1].heard.append(heard)
    lost = CheckedArticle(title="Tide mill", link="javascript:alert(1)", date="")
    lost.receipt.look("sound", "feed.xml: Tide mill", "is not there")
    receipt.articles.append(lost)
    return receipt
