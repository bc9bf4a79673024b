"""What the elements around a run of text, and their names (classes, ids), tell about it.

A hint is a word such as ``newsletter`` or ``<aside>``. It decides nothing here: cleaning weighs it
against what the run says.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.runs.footnotes import is_note
from audiopress.reading.html.runs.verse import CODE, is_verse, reads_as_code
from audiopress.reading.html.story.name_hints import PICTURE, judge_names
from audiopress.reading.html.tree.elements import HEADINGS, climb
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = ["find_hints"]

_NEAREST = 4
"""Elements whose names are read, from the run upwards; further up they name the whole page."""

_SLUG = 0.6
"""Share of a heading's letters that its id holds when it is made of them ("what-sleep-does")."""

_GOOD_PART = 0.25
"""Share of the story's letters above which a box is the story's, whatever it is called."""

_CODE_CLASS = re.compile(r"(?:^|\s)code(?:$|\s)")
"""What programs call a paragraph of code that write none of ``<pre>`` and ``<code>``."""

_PLAIN = re.compile(r"[(\"'“‘„«]*(?:[^\W\d_a-zß-öø-ÿ]?[a-zß-öø-ÿ]+|I|A)[)\"'”’»,.;:!?]*")
"""Matches a word as sentences have it, with their marks: neither a name in capitals nor a path."""

_COMMAND = re.compile(r"\s*[#$>%/]|.*\s--?\w", re.DOTALL)
"""Matches a line with a prompt, the mark of a remark or an option, however many words it has."""

_MANY = 8
"""Plain words from which a line is told, whatever signs stand in it."""

_SOME = 5
"""Plain words of a line with a capital from which it is told, if they are most of it."""

_MOSTLY = 2 / 3
"""Share of a line's words that are plain where it is a sentence with a sign or two in it."""

_FIRST = 4
"""Elements from the beginning of a box on among which its heading is."""

_WORDS = re.compile(r"[^\W_]+")
"""A word of a name."""

_CAPTIONED = ("img", "picture", "video", "iframe", "svg")
"""What a picture's element shows beside its caption."""

_BESIDES = 1.15
"""Letters in a picture's element for each of the run's: a caption, and at most a word more."""


def find_hints(run: TextRun, weight: dict[Any, float] | None = None) -> frozenset[str]:
    """Return the hints of the elements that a run lies in, by name of the nearest four.

    ``weight`` is the share of the story that each element holds: what an element is called says
    nothing of a run if it holds a good part of the story too.
    """
    found: set[str] = set()
    # the markup of a note says so, however long it is
    if any(map(is_note, islice(climb(run.element), _NEAREST))):
        found.add("footnotes")
    for depth, element in enumerate(climb(run.element)):
        if weight and weight.get(element, 0) > _GOOD_PART:
            # a short story's standfirst is a good part of it, and is called so by itself
            if depth == 0 and "standfirst" in _read_names(element, run):
                found.add("standfirst")
            break
        if element.tag in ("aside", "nav", "footer", "figure", "header"):
            found.add(f"<{element.tag}>")
        # listings that no highlighter has touched have no class that says so
        if element.tag == "pre" and not is_verse(element, "".join(run.parts)):
            found.add("code")
        # WordPress and others write a post's categories on its <article> ("tag-newsletter")
        if depth < _NEAREST and element.tag not in ("article", "main"):
            found.update(_read_names(element, run))
    if _is_command(run):
        found.add("code")
    if _stands_with_picture(run):
        found.add("pictured")
    return frozenset(found)


def _is_command(run: TextRun) -> bool:
    """Whether a paragraph is set as code from end to end, and says what only code says.

    ``<p><code>git push --all</code></p>`` is a listing as ``<pre>`` is. A letter in typewriter's
    letters is set in the same way, and the items of a list may be names of programs.
    """
    element, text = run.element, "".join(run.parts)
    if element.tag not in ("p", "div") or not reads_as_code(text) or _is_told(text):
        return False
    if _CODE_CLASS.search(element.get("class") or ""):
        return True
    inner = [one for one in element if isinstance(one.tag, str) and one.tag != "br"]
    around = (element.text or "", *(one.tail or "" for one in element))
    return bool(inner) and all(one.tag in CODE for one in inner) and not "".join(around).strip()


def _is_told(text: str) -> bool:
    """Whether the words of a line are those of a sentence, in spite of a sign in it."""
    words = text.split()
    plain = sum(bool(_PLAIN.fullmatch(word)) for word in words)
    if _COMMAND.match(text):
        return False
    return plain >= _MANY or (
        plain >= max(_SOME, _MOSTLY * len(words)) and words[0].lstrip("(\"'“‘„«")[:1].isupper()
    )


def _read_names(element: Any, run: TextRun) -> tuple[str, ...]:
    """Return the hints in an element's class, id and role."""
    names = f"{element.get('class') or ''} {_read_id(element, run)} {element.get('role') or ''}"
    found = judge_names(names.lower()) if not names.isspace() else ()
    # few have any, so that most are asked nothing more
    return judge_names(_leave_titles(element, names.lower())) if found else ()


def _leave_titles(element: Any, names: str) -> str:
    """Return names without those that are made of the words of the heading in an element."""
    heading = next((one for one in islice(element.iter(), _FIRST) if one.tag in HEADINGS), None)
    title = "" if heading is None else make_comparable(heading.text_content())
    return " ".join(name for name in names.split() if not _is_of_title(name, title))


def _is_of_title(name: str, title: str) -> bool:
    words = _WORDS.findall(name)
    return len(words) > 1 and "".join(words) in title


def _read_id(element: Any, run: TextRun) -> str:
    """Return an element's id, unless it is made of the words of the heading it belongs to."""
    name = element.get("id") or ""
    if run.element.tag not in HEADINGS:
        return name
    # "what-related-posts-mean" says nothing of related posts: it is the heading itself
    words, key = make_comparable(run.text), make_comparable(name).replace("_", "")
    same = len(key) > _SLUG * len(words) and (key in words or words in key)
    return "" if same and " " in run.text else name


def _stands_with_picture(run: TextRun) -> bool:
    """Whether a run shares with a picture an element that is called one and says no more."""
    for element in (run.element, run.element.getparent()):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if not PICTURE.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()):
            continue
        if _has_few_letters(element, _BESIDES * len(make_comparable(run.text))):
            return next(element.iter(*_CAPTIONED), None) is not None
    return False


def _has_few_letters(element: Any, limit: float) -> bool:
    """Whether an element has no more letters; a long one is not read to its end for every run."""
    count = 0
    for text in element.itertext():
        count += len(make_comparable(text))
        if count > limit:
            return False
    return True
