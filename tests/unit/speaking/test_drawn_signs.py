"""Arrows, comparisons and addresses as they are typed."""

from __future__ import annotations

import pytest

from audiopress.speaking.drawn_signs import replace_drawn_signs
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("stable --> testing ==> unstable", "stable → testing → unstable"),
        ("a->b, 5 ---> 7, A => B", "a→b, 5 → 7, A → B"),
        ("Rome <-> Paris <=> Oslo", "Rome ↔ Paris ↔ Oslo"),
        ("A ➡️ B ⟶ C", "A → B → C"),
        ("x >= 5, a <= b, a != b", "x ≥ 5, a ≤ b, a ≠ b"),
        ("<https://a.org/b/> or <me@a.org>", "https://a.org/b/ or me@a.org"),
        ("He said -- well, no. a == b; so!=", "He said -- well, no. a == b; so!="),
        ("<b>bold</b>, 3 < 5 > 2", "<b>bold</b>, 3 < 5 > 2"),
    ],
)
def test_example(written: str, plain: str) -> None:
    assert replace_drawn_signs(written) == plain


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "from A --> B, Rome <-> Paris", "from A to B, Rome and Paris"),
        ("en", "Open Menu > File > Save as", "Open Menu, File, Save as"),
        ("en", "if p <= 0.05", "if p is at most zero point zero five"),
        ("de", "Menü > Datei > Öffnen, A --> B", "Menü, Datei, Öffnen, A zu B"),
        ("nl", "Amsterdam <-> Utrecht", "Amsterdam en Utrecht"),
        ("it", "x > y, stabile -> prova", "x più di y, stabile a prova"),
        ("nl", "zie nos.nl/ of www.nos.nl/.", "zie nos punt nl of nos punt nl."),
        ("fr", "sur https://exemple.fr/ ou exemple.fr/une/", None),
    ],
)
def test_said(language: str, written: str, said: str | None) -> None:
    spoken = normalize_text(written, language)
    assert "/" not in spoken.text
    assert not spoken.unsure
    assert said is None or spoken.text == said
