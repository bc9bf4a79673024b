"""Which classes a style sheet hides, and that no style sheet keeps the reader busy."""

from __future__ import annotations

import pytest
from lxml import html

from audiopress.reading.html.tree.hiding_styles import find_unread_classes
from tests.unit.growing_texts import grows

HIDES = "position: absolute; left: -9999px"


def find(css: str) -> set[str]:
    tree = html.document_fromstring(f"<style>{css}</style><body><p>It came.</p></body>")
    return set(find_unread_classes(tree.find("body")))


@pytest.mark.parametrize(
    ("css", "classes"),
    [
        (f".quiet {{{HIDES}}}", {"quiet"}),
        (f".seen {{color: red}} .quiet, p.mute {{{HIDES}}}", {"quiet", "mute"}),
        (f"@media print {{ .quiet {{{HIDES}}} .seen {{color: red}} }}", {"quiet"}),
        (".quiet {CLIP: rect(0 0 0 0)}", {"quiet"}),
        (".clip {color: red} .seen {overflow: hidden}", set()),
        (f".quiet {{{HIDES}", set()),
        (".c2 {color: red; text-decoration:line-through}", {"c2"}),
        (".old{text-decoration-line: line-through} .new{text-decoration: none}", {"old"}),
        ("a:hover {text-decoration: line-through} .b .c {text-decoration: line-through}", set()),
    ],
)
def test_it_reads_the_rules_that_hide(css: str, classes: set[str]) -> None:
    assert find(css) == classes


@pytest.mark.parametrize("part", ["{", "{clip ", "clip ", "}clip{", "{overflow", ".a{clip:"])
def test_its_time_grows_with_the_sheet(part: str) -> None:
    assert not (grows(find, part) and grows(find, part))
