"""Markdown: its front matter and its blocks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract


def test_front_matter_and_blocks_of_markdown() -> None:
    body = b"""---
title: "The \\"bridge\\""
author: [Jane Doe, John Roe]
date: 2025-03-02
id: bridge-1
---
# Ignored heading

First *paragraph* with a [link](https://example.org).

## Part

- one
- two

> Said so.

```
code
```
"""
    article = extract(Document(uri="a.md", media_type="text/markdown", body=body), Reading())
    assert article.title == 'The "bridge"'
    assert article.byline == "Jane Doe, John Roe"
    assert article.declared_id == "bridge-1"
    assert article.published == datetime(2025, 3, 2, tzinfo=UTC)
    assert [(b.kind, b.level, b.text) for b in article.blocks] == [
        ("heading", 1, "Ignored heading"),
        ("paragraph", 0, "First paragraph with a link."),
        ("heading", 2, "Part"),
        ("list_item", 0, "one"),
        ("list_item", 0, "two"),
        ("quote", 0, "Said so."),
    ]


def read(text: str, uri: str = "a.md") -> tuple[Article, list[str], list[tuple[str, str]]]:
    """An article, what is said of it, and what is left out with its reason."""
    document = Document(uri=uri, media_type="text/markdown", body=f"{text}\n\n{END}".encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    said = [block.text for block in article.blocks if block.text != END]
    return article, said, [(left.reason, left.text) for left in left_out]


END = "The ferry was late on Monday, and nobody at the harbour could say why."
STORY = "The new bridge opens in March, the mayor said."


MARKS = {
    '{{< figure src="/a_b.png" caption="x *y* z" >}}': ("template-code", ""),
    "{{% notice %}}\nWear a hat today.\n{{% /notice %}}": ("template-code", "Wear a hat today."),
    '{% include "a.html" %} {{ site.title }}': ("template-code", ""),
    "{%- if page.x -%}\nWear a hat today.\n{%- endif -%}": ("template-code", "Wear a hat today."),
    ":::tip\nWear a hat today.\n:::": ("template-code", "Wear a hat today."),
    "::: warning\n\nWear a hat today.\n\n:::": ("template-code", "Wear a hat today."),
    ":::: {.columns}\n::: {.column}\nWear a hat today.\n:::\n::::": (
        "template-code",
        "Wear a hat today.",
    ),
    "!!! note\n    Wear a hat today.": ("template-code", "Wear a hat today."),
    "??? danger\n\n    Wear a hat today.": ("template-code", "Wear a hat today."),
    "???+ tip\n    Wear a hat today.": ("template-code", "Wear a hat today."),
    "> [!NOTE]\n> Wear a hat today.": ("template-code", "Wear a hat today."),
    "> [!warning]- \n> Wear a hat today.": ("template-code", "Wear a hat today."),
    "Wear ~~no~~ a hat today.": ("struck-out", "Wear a hat today."),
    "Wear <del>no</del> a hat today.": ("struck-out", "Wear a hat today."),
    "Wear a hat today. :tophat:": ("emoji", "Wear a hat today."),
    "Wear a hat today. :+1:": ("emoji", "Wear a hat today."),
    "Wear a hat today.[^1]\n\n[^1]: Of felt.": ("footnote", "Wear a hat today."),
    "Wear a hat today.^[Of felt.]": ("footnote", "Wear a hat today."),
    "Wear a hat today.[^1]": ("note-mark", "Wear a hat today."),
    "Wear a hat today. {#hat .big}": ("template-code", "Wear a hat today."),
    'Wear [a hat](http://x.y){:target="_blank"} today.': ("template-code", "Wear a hat today."),
    "Wear a hat today. ![A hat](a.png)": ("picture", "Wear a hat today."),
    "Wear a hat today. ![[hat.png]]": ("picture", "Wear a hat today."),
    "Wear a hat<!-- or a cap --> today.": ("comment", "Wear a hat today."),
    "<!-- more -->\n\nWear a hat today.": ("comment", "Wear a hat today."),
    "Wear %%or not%% a hat today.": ("comment", "Wear a hat today."),
    "%%\nA note\nto me.\n%%\n\nWear a hat today.": ("comment", "Wear a hat today."),
    "{/* Not yet. */}\n\nWear a hat today.": ("template-code", "Wear a hat today."),
    "[TOC]\n\nWear a hat today.": ("contents", "Wear a hat today."),
    "[[_TOC_]]\n\nWear a hat today.": ("contents", "Wear a hat today."),
    "\\newpage\n\nWear a hat today.": ("template-code", "Wear a hat today."),
    "import A from './a'\nimport {B} from 'b'\n\nWear a hat today.": ("code", "Wear a hat today."),
    "export const a = {\n  b: 1\n}\n\nWear a hat today.": ("code", "Wear a hat today."),
    "*[HTML]: Hypertext\n\nWear a hat today.": ("legend", "Wear a hat today."),
    "```\nhat = 1\n```\n\nWear a hat today.": ("code", "Wear a hat today."),
    "    hat = 1\n\nWear a hat today.": ("code", "Wear a hat today."),
    "- [x] Wear a hat today.": ("control", "Wear a hat today."),
    "Wear $x_1^2$ a hat today.": ("formula", "Wear a hat today."),
    "Wear \\(A = \\pi r^2\\) a hat today.": ("formula", "Wear a hat today."),
    "$$\na_1 * b_1 = c\n$$\n\nWear a hat today.": ("formula", "Wear a hat today."),
    "\\[\na_1 * b * c = 2\n\\]\n\nWear a hat today.": ("formula", "Wear a hat today."),
    "\\begin{align}\na &= b \\\\\n\\end{align}\n\nWear a hat today.": (
        "formula",
        "Wear a hat today.",
    ),
    "{% highlight ruby %}\ndef hat\n\nend\n{% endhighlight %}\n\nWear a hat today.": (
        "code",
        "Wear a hat today.",
    ),
    "{{< highlight go >}}\nhat := 1\n{{< /highlight >}}\n\nWear a hat today.": (
        "code",
        "Wear a hat today.",
    ),
    "{% comment %}\nNot yet.\n\n{% endcomment %}\n\nWear a hat today.": (
        "comment",
        "Wear a hat today.",
    ),
    "{::comment}\nNot yet.\n{:/comment}\n\nWear a hat today.": ("comment", "Wear a hat today."),
    "Wear {--no--} a {++hat++} today.{>>why?<<}": ("struck-out", "Wear a hat today."),
    "Wear a hat today.<sup>1</sup>": ("note-mark", "Wear a hat today."),
    "* TOC\n{:toc}\n\nWear a hat today.": ("contents", "Wear a hat today."),
    "1. Contents\n{:toc .small}\n\nWear a hat today.": ("contents", "Wear a hat today."),
    '![A hat](a.png){: width="9"}\nWear a hat today.': ("template-code", "Wear a hat today."),
    "![A hat](a.png){.wide}\n*Wear a hat today.*": ("template-code", "Wear a hat today."),
    '--8<-- "hats.md"\n\nWear a hat today.': ("template-code", "Wear a hat today."),
    "> [!quote]- Wear a hat today.": ("template-code", "Wear a hat today."),
    "Wear a hat today \\ref{fig:hat}.": ("note-mark", "Wear a hat today."),
}
"""What generators add to Markdown, why it is left out, and what is said."""


@pytest.mark.parametrize("written", MARKS)
def test_marks_of_generators_are_left_out_with_a_reason(written: str) -> None:
    reason, spoken = MARKS[written]
    _, said, left_out = read(f"{STORY}\n\n{written}")
    assert said == [STORY, *([spoken] if spoken else [])]
    assert reason in [one for one, _ in left_out]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("See [[The Quay|the quay]] and [[Harbour]].", ["See the quay and Harbour."]),
        ("A ==marked== word.", ["A marked word."]),
        ("Press ++ctrl+alt++ for ^^new^^ hats.", ["Press ctrl+alt for new hats."]),
        ("C++ and i++ and ^^ stay.", ["C++ and i++ and ^^ stay."]),
        ("H~2~O, 10^9^ and 3<sup>rd</sup>.", ["H2O, 10⁹ and 3rd."]),
        ("It grew by 10<sup>9</sup>.", ["It grew by 10⁹."]),
        ("$5 and $6, or 2 * 3 * 4.", ["$5 and $6, or 2 * 3 * 4."]),
        (r"Escaped \[brackets\], \(too\), and 5 \* 3.", ["Escaped [brackets], (too), and 5 * 3."]),
        ("`a ==b== :c:` is code.", ["a ==b== :c: is code."]),
        ("Term\n: What it means.", ["Term", "What it means."]),
        ("<div>One <b>big</b>\nword.</div>", ["One big word."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        (
            "<details><summary>Three hats</summary>\n\nInside *it*.\n\n</details>",
            ["Three hats", "Inside it."],
        ),
        ('!!! note "Mind the gap"\n    It is wide.', ["Mind the gap", "It is wide."]),
        (":::tip Mind the gap\nIt is wide.\n:::", ["Mind the gap", "It is wide."]),
        (":::info[Mind the gap]\nIt is wide.\n:::", ["Mind the gap", "It is wide."]),
        (
            '=== "Bash"\n\n    Type it.\n\n=== "Fish"\n\n    Draw it.',
            ["Bash", "Type it.", "Fish", "Draw it."],
        ),
        ("At 10:30:45 it left: then it came.", ["At 10:30:45 it left: then it came."]),
        ("One\n: is no term: it is.", ["One", "is no term: it is."]),
    ],
)
def test_words_within_marks_are_read(written: str, spoken: list[str]) -> None:
    assert read(f"{STORY}\n\n{written}")[1] == [STORY, *spoken]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1. a b\n2. c d", ["1.", "2."]),
        ("3) a b\n4) c d", ["3.", "4."]),
        ("1. a b\n1. c d\n1. e f", ["1.", "2.", "3."]),
        ("1. a b\n   - c d\n2. e f", ["1.", "", "2."]),
        ("5. a b\n   1. c d\n   2. e f\n6. g h", ["5.", "1.", "2.", "6."]),
        ("1. a b\n\n   c d\n\n2. e f", ["1.", "", "2."]),
        ("- a b\n- c d", ["", ""]),
    ],
)
def test_items_of_an_ordered_list_have_their_numbers(written: str, numbers: list[str]) -> None:
    document = Document(uri="a.md", media_type="text/markdown", body=written.encode())
    assert [block.number for block in extract(document, Reading()).blocks] == numbers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 🎉\n\n## The party", "The party"),
        ("# ...\n\nThe party begins.", "A"),
        ("---\ntitle: '?!'\n---\n# The party", "The party"),
        ("# The party {#top}", "The party"),
        ("# The *party*[^1]\n\n[^1]: Ours.", "The party"),
        ("# The party {{< badge >}}", "The party"),
    ],
)
def test_a_headline_has_words(text: str, title: str) -> None:
    assert read(text)[0].title == title


def test_a_file_without_a_headline_is_called_by_its_name() -> None:
    document = Document(uri="x/2024-05-03-late-ferry.md", media_type="text/markdown", body=b"- 7\n")
    assert extract(document, Reading()).title == "7"
    body = b"![A ferry](a.png)"
    document = Document(uri="x/2024-05-03-late-ferry.md", media_type="text/markdown", body=body)
    assert extract(document, Reading()).title == "Late ferry"


def test_a_box_is_no_quote_and_a_quote_is_one() -> None:
    document = Document(
        uri="a.md",
        media_type="text/markdown",
        body=b"> [!TIP]\n> A b.\n>\n> C d.\n\nE f.\n\n> G h.",
    )
    kinds = [block.kind for block in extract(document, Reading()).blocks]
    assert kinds == ["paragraph", "paragraph", "paragraph", "quote"]


@pytest.mark.parametrize(
    ("written", "said", "reading"),
    [
        ("<ruby>船<rp>(</rp><rt>ふね</rt><rp>)</rp></ruby>が港を出た。", "船が港を出た。", "ふね"),
        ("<ruby>港<rt>みなと</ruby>の人は待った。", "港の人は待った。", "みなと"),
        (
            "They call it <ruby>北<rt>Běi</rt>京<rt>jīng</rt></ruby> now.",
            "They call it 北京 now.",
            "Běi",
        ),
        ("- *<ruby>漢<rt>kan</rt></ruby>* is a sign.", "漢 is a sign.", "kan"),
        (
            "> The <ruby>word<rtc><rt>reading</rt></rtc></ruby> is short.",
            "The word is short.",
            "reading",
        ),
    ],
)
def test_readings_above_words_are_left_out_in_markdown(written, said, reading):
    _, spoken, left_out = read(f"{STORY}\n\n{written}")
    assert said in spoken
    assert ("reading-aid", reading) in left_out


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("> [!quote]- Old Tom\n> I never liked it.", ["Old Tom", "I never liked it."]),
        ("> [!NOTE] The *old* boat\n> It sank.\n> It rose.", ["The old boat", "It sank. It rose."]),
        ("> [!NOTE]\n> It sank.\n> It rose.", ["It sank. It rose."]),
        ("> #\n> It sank.", ["It sank."]),
        ("> It sank.\n> [!NOTE]", ["It sank. [!NOTE]"]),
    ],
)
def test_the_title_of_a_box_is_a_line_of_its_own(written: str, spoken: list[str]) -> None:
    _, said, _ = read(f"# The pier\n\n{STORY}\n\n{written}\n")
    assert said[2:] == spoken


@pytest.mark.parametrize(
    "poem", ["The sea is wide,\n    the boat is small.", "O boat!\n    Where will you go?"]
)
def test_indented_lines_of_a_poem_are_read(poem: str) -> None:
    _, said, left_out = read(f"# The pier\n\n{STORY}\n\n    {poem}\n")
    assert said[2:] == [" ".join(poem.split())]
    assert not left_out


@pytest.mark.parametrize(
    ("below", "byline", "day"),
    [
        ("By Ann Example | 3 May 2024", "Ann Example", "2024-05-03"),
        ("3 May 2024 · By Ann Example", "Ann Example", "2024-05-03"),
        ("By Ann Example and Tom Roe — May 3, 2024", "Ann Example, Tom Roe", "2024-05-03"),
        ("by Ann Example", "Ann Example", None),
        ("by Christmas", "", None),
        ("By Ann Example | and what she saw", "", None),
    ],
)
def test_a_line_below_the_headline_has_names_and_a_date(
    below: str, byline: str, day: str | None
) -> None:
    article, said, _ = read(f"# The pier\n\n{below}\n\n{STORY}\n")
    assert article.byline == byline
    assert (article.published.date().isoformat() if article.published else None) == day
    assert (below in said) is (not byline)
