"""Every word of a Markdown file is spoken, or listed with the reason why it is not.

Files are made at random of what people and generators write. Words are numbered, so that the
account needs no idea of Markdown: each number must come out, in a text that is said or in the list.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = "W"
"""Stands for a word, which gets its number when the file is whole."""

INLINE = [
    "W W", "*W* W", "**W W** W", "_W_ W", "`W W`", "~~W W~~ W", "==W W== W", "[W W](http://x.y/z)",
    "![W W](a.png)", "<b>W</b> W", "<del>W W</del> W", "W<!-- W W --> W", "W<br>W", "[[W]] W",
    "![[W]] W", "%%W W%% W", "W[^1] W", "W^[W W] W", r"W \* W \_ W", r"\[W\] W", r"W \(x = W\) W",
    "W $W_1^2$ W", "{{< W W >}} W", "{% W %}W{% W %}", "W {{ W.W }} W", "W {#W .W}", "$5 W $6 W",
    "W &amp; W", "<W W", "W :W: W", "W<sup>2</sup> W", "W~2~ W", "W\nW", "W  \nW", "(W) W",
    "<ruby>W<rp>(</rp><rt>W</rt><rp>)</rp></ruby> W", "<ruby>W<rt>W W</ruby> W",
]  # fmt: skip
BLOCKS: list[Callable[[str], str]] = [
    lambda s: s,
    lambda s: f"# {s.replace(chr(10), ' ')}",
    lambda s: f"## {s.replace(chr(10), ' ')} ##",
    lambda s: f"{s}\n=====",
    lambda s: "\n".join(f"> {line}" for line in s.split("\n")),
    lambda s: f"> [!NOTE] W\n> {s.replace(chr(10), chr(10) + '> ')}",
    lambda s: f"- {s.replace(chr(10), chr(10) + '  ')}\n- W\n  1. W\n  2. W",
    lambda s: f"3) {s.replace(chr(10), chr(10) + '   ')}\n4) W",
    lambda _: "- [x] W W\n- [ ] W",
    lambda s: f"```python\n{s}\n```",
    lambda _: "    W W\n    W",
    lambda _: "| W | W |\n|---|---|\n| W | W W |",
    lambda s: f":::tip W W\n{s}\n:::",
    lambda s: f"::: {{.W}}\n\n{s}\n\n:::",
    lambda s: f'!!! note "W W"\n    {s.replace(chr(10), chr(10) + "    ")}\n\n    W',
    lambda s: f"??? W\n\n    {s.replace(chr(10), chr(10) + '    ')}",
    lambda s: f'=== "W"\n\n    {s.replace(chr(10), chr(10) + "    ")}',
    lambda _: "<div class=x>W <b>W</b> W\n<p>W</p></div>",
    lambda _: "<table><tr><td>W</td><td>W W</td></tr></table>",
    lambda s: f"<details><summary>W</summary>\n\n{s}\n\n</details>",
    lambda _: "<!-- W\nW -->",
    lambda _: "<script>W</script>",
    lambda _: "$$\nW_1 = W\n$$",
    lambda _: "\\begin{align}\nW &= W\n\\end{align}",
    lambda _: "\\[\nW = W\n\\]",
    lambda _: "[^1]: W W\n    W",
    lambda _: "[^7]: W W",
    lambda _: "*[W]: W W",
    lambda _: "W\n: W W",
    lambda _: "import W from 'x'",
    lambda _: "export const W = {\n  W: 1\n}",
    lambda s: f"{{{{% W %}}}}\n{s}\n{{{{% /W %}}}}",
    lambda _: "{{< W\n  W >}}",
    lambda _: "---",
    lambda _: "[TOC]",
    lambda _: "\\newpage",
]

paragraphs = st.lists(st.sampled_from(INLINE), min_size=1, max_size=4).map(" ".join)
blocks = st.builds(lambda make, text: make(text), st.sampled_from(BLOCKS), paragraphs)
files = st.lists(blocks, min_size=1, max_size=8).map(lambda made: "W W W.\n\n" + "\n\n".join(made))


def number_words(text: str) -> str:
    numbers = itertools.count(1)
    return re.sub(rf"\b{WORD}\b", lambda _: f"w{next(numbers)}w", text)


def list_lost(text: str) -> list[str]:
    """Return the words of a file that are neither said nor listed."""
    document = Document(uri="a.md", media_type="text/markdown", body=text.encode())
    article = extract(document, Reading())
    cleaned, left_out = clean(article, Reading())
    told = " ".join([cleaned.title, *(block.text for block in cleaned.blocks)])
    told += " ".join(one.text for one in left_out)
    return [word for word in re.findall(r"w\d+w", text) if word not in told]


@given(files)
@settings(max_examples=200, deadline=None)
def test_every_word_is_spoken_or_listed(text: str) -> None:
    numbered = number_words(text)
    assert list_lost(numbered) == []
