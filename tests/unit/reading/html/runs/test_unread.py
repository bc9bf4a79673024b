"""Hidden from eyes is not read, whatever hides it; what is struck out is not read either."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read

NOTE = "(opens in a new tab)"
START = "The map of all of the rooms of the library and the gardens around it is"
END = ", as the council of the town was told by the builders."

HIDING = [
    "class='screen-reader-text'",
    "class='sr-only'",
    "class='elementor-screen-only'",
    "class='element-focusable'",
    "class='hide-visually'",
    "class=reader-only",
    "class=invisible-accessible",
    "class='icon visually-hidden'",
    "class=visuallyhidden",
    "class='assistive-text'",
    "class=u-hiddenVisually",
    "class='a11y-hidden'",
    "class='govuk-visually-hidden'",
    "class='Link_visuallyHidden__x3f2'",
    "class=is-sr-only",
    "class=show-for-sr",
    "class='element-invisible'",
    "class='sr-only focus:not-sr-only'",
    "class=cdk-visually-hidden",
    "class=slds-assistive-text",
    "style='clip: rect(0 0 0 0); position:absolute'",
    "style='clip:rect(1px,1px,1px,1px)'",
    "style='clip-path: inset(50%)'",
    "style='position:absolute; left:-9999px'",
    "style='text-indent:-9999px'",
    "style='position:absolute;top:-10000em'",
    "style='width:1px;height:1px;overflow:hidden'",
    "style='visibility: hidden'",
    "style='font-size:0'",
    "style='display:none'",
    "hidden",
    "class=x-away",
]

SEEN = [
    "class='md:not-sr-only sr-only'",
    "style='opacity:0'",
    "style='max-height:0; overflow:hidden'",
    "style='left:-10px'",
    "style='width:1px'",
    "aria-hidden=true",
    "class=hidden-gem",
    "class=full-screen-only",
    "class=screen",
    "hidden=until-found",
    "class=x-here",
]

SHEET = (
    "<style>.other,.x-away{position:absolute!important;clip:rect(1px,1px,1px,1px)}"
    ".x-here{color:red}.x-here::after{clip:rect(0 0 0 0)}</style>"
)


def said(inside: str) -> tuple[str, list[tuple[str, str]]]:
    lines, out = read(f"{SHEET}<p>{START} <a href=/map>on the site{inside}</a>{END}</p>")
    return next(line for line in lines if line.startswith(START)), out


@pytest.mark.parametrize("how", HIDING)
def test_what_is_hidden_from_the_eye_is_not_read(how: str) -> None:
    line, out = said(f"<span {how}>{NOTE}</span>")
    assert line == f"{START} on the site{END}"
    assert (NOTE, "hidden") in out


@pytest.mark.parametrize("how", SEEN)
def test_what_is_seen_is_read(how: str) -> None:
    assert said(f"<span {how}> of today</span>")[0] == f"{START} on the site of today{END}"


EYE = "aria-hidden=true"

WORDS = [
    f"<span {EYE}>O</span><span class=sr-only>Once</span><span {EYE}>nce</span>",
    f"<span class=sr-only>Once</span><span {EYE}>O</span><span {EYE}>nce</span>",
    f"<span class=sr-only>Once</span><span {EYE}>O</span>nce",
    f"<span {EYE} class=cap>O</span><span class=sr-only>O</span>nce",
    f"<span class=sr-only>O</span><span {EYE} class=cap>O</span>nce",
    f"<span {EYE} class=cap>O</span><span class=sr-only>Once</span>",
    f"<span class=sr-only>Once</span><span {EYE} class=cap>O</span>",
    f"<b {EYE}>O</b> <span class=visually-hidden>Once</span>",
    f"<span style='clip:rect(0 0 0 0)'>Once</span><span {EYE}><i>O</i>nce</span>",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_large_letter_and_the_hidden_word_are_said_once(word: str) -> None:
    lines, _ = read(f"<p>{word} upon a time the library of this town was a church of monks.</p>")
    assert "Once upon a time the library of this town was a church of monks." in lines


STRUCK = [
    "<del>nine</del>",
    "<s>nine</s>",
    "<strike>nine</strike>",
    "<span style='text-decoration:line-through'>nine</span>",
    "<del datetime=2020-01-01><b>nine</b></del>",
]


@pytest.mark.parametrize("struck", STRUCK)
def test_what_is_struck_out_is_left_out(struck: str) -> None:
    lines, out = read(f"<p>The card costs {struck} <ins>eight</ins> pounds in all of the town.</p>")
    assert "The card costs eight pounds in all of the town." in lines
    assert ("nine", "struck-out") in out


FORMULAS = [
    "<math><mi>A</mi><mo>=</mo><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math>",
    "<span class=katex><span class=katex-mathml>A = 4</span><span>A = 4</span></span>",
    "<mjx-container><mjx-math>A = 4</mjx-math></mjx-container>",
    "<span class='MathJax_CHTML'>A = 4</span>",
    "<span class=mwe-math-element><span>A = 4</span></span>",
]


REST = "was too small for a library of that size, as the builders of the town said."


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_left_out_whole_and_the_sentence_goes_on(formula: str) -> None:
    lines, out = read(f"<p>The area {formula} {REST}</p>")
    assert f"The area {REST}" in lines
    assert [reason for _, reason in out] == ["formula"]


def test_a_letter_by_itself_is_said() -> None:
    source = "<annotation encoding='application/x-tex'>n</annotation>"
    formula = f"<math><semantics><mrow><mi>n</mi></mrow>{source}</semantics></math>"
    lines, out = read(f"<p>The number {formula} {REST}</p>")
    assert f"The number n {REST}" in lines
    assert ("n", "formula") in out


@pytest.mark.parametrize(
    ("mark", "below"),
    [
        (
            "<a class=msocomanchor href='#_msocom_1'>[AE1]</a>",
            """<div style='mso-element:comment-list'><div style='mso-element:comment'>
            <p class=MsoCommentText>[AE1] Ask the builders of it.</p></div></div>""",
        ),
        ("", "<p class=MsoCommentText>Ask the builders of it.</p>"),
        (
            "<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup>",
            """<div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Ask the builders of it.</span></p>
            <p>And the mayor.</p></div>""",
        ),
    ],
)
def test_the_comments_of_editors_are_left_out(mark: str, below: str) -> None:
    spoken, left_out = read(f"<p>{START}{mark}{END}</p>{below}")
    assert f"{START}{END}" in spoken
    assert not [line for line in spoken if "mayor." in line or "Ask" in line]
    assert [why for text, why in left_out if "Ask" in text] == ["comment"]


def test_what_a_style_sheet_strikes_out_is_not_read() -> None:
    style = "<style>.c2{text-decoration:line-through}</style>"
    spoken, left_out = read(f"{style}<p>{START}<span class='c1 c2'> not</span>{END}</p>")
    assert f"{START}{END}" in spoken
    assert ("not", "struck-out") in left_out
