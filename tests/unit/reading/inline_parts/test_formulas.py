"""Formulas in a sentence, and dollars, powers and letters that are none."""

import pytest

from audiopress.reading.inline_parts import find_only_reason, split_inline_parts

LEFT_OUT = [
    (r"The area is \(A = \pi r^2\), as we know.", "The area is, as we know."),
    (r"Energy is $E=mc^2$ in all.", "Energy is in all."),
    ("So $$a^2 + b^2 = c^2$$ holds.", "So holds."),
    (r"Then \[ x = \frac{-b}{2a} \] follows.", "Then follows."),
    (r"Then \begin{align*} x &= 1 \\ y &= 2 \end{align*} follows.", "Then follows."),
    ("The discriminant is b^2 - 4ac, or less.", "The discriminant is, or less."),
    ("It holds (x^2 + y^2 = z^2) there.", "It holds there."),
    (r"The value \frac{a}{b} + c^2 = 0 is known.", "The value is known."),
    ("So [latex]e^{i} = 1[/latex] is true.", "So is true."),
    ("So $latex e^{ix}$ is true.", "So is true."),
    (r"It falls by $\Delta x < 0$ a day.", "It falls by a day."),
]

SAID = [
    (r"Where \(r\) is the radius.", "Where r is the radius."),
    ("Where $x$ is the mass and $n$-th is last.", "Where x is the mass and n-th is last."),
    (r"The angle $\alpha$ is small.", "The angle alpha is small."),
    ("It has $12$ sides.", "It has 12 sides."),
]

SPOKEN = [
    "It costs between $3 and $4 a share.",
    "It cost $5/$6, then US$5 or A$7.",
    "It cost $5-$6 or $7=£5 and $8.",
    "A$AP and Ke$ha sang.",
    "Set $PATH and $HOME first.",
    "10^9 years ago there were 2^n ways in n^2 steps.",
    "It falls at 9.8 m/s^2 there, or 3 kg·m^2.",
    "He smiled ^_^ and left.",
    "The east-west road and x-rays.",
    r"The file lies in C:\texts\new.",
    "A vitamin C - and D - pill.",
]


@pytest.mark.parametrize(("text", "spoken"), LEFT_OUT)
def test_a_formula_is_left_out_whole(text, spoken):
    said, left_out = split_inline_parts(text)
    assert said == spoken
    assert [part.reason for part in left_out] == ["formula"]


@pytest.mark.parametrize(("text", "spoken"), SAID)
def test_a_single_letter_of_a_formula_is_said(text, spoken):
    assert split_inline_parts(text) == (spoken, ())


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_no_formula_stays(text):
    assert split_inline_parts(text) == (text, ())


def test_a_text_that_is_a_formula_has_its_reason():
    assert find_only_reason(r"$$\int_0^1 x\,dx$$") == "formula"
    assert find_only_reason(r"\(x\)") == ""
    assert find_only_reason("The sea.") == ""
