"""reStructuredText (.rst) by docutils, as Sphinx has it too; nothing is included or run.

docutils reads no file and no address here. Directives and roles that it does not know are Sphinx's
or of an extension: the text of boxes and of roles is said, what is code or made by a program not.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.reading.documents.page import DocumentPage, leave_out, leave_out_block
from audiopress.reading.documents.properties import choose_author
from audiopress.text.decode import decode, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.reading.reasons import Reason

__all__ = ["read_restructured_text"]

_ROLE = re.compile(r"(?<![\w:`\\])(?P<role>:(?:[a-zA-Z][\w+.-]*:)+)`(?P<text>[^`]+)`")
"""A text with a role (``:ref:`the harbour <harbour>```)."""

_KNOWN_ROLES = frozenset(
    ("emphasis", "strong", "literal", "code", "math", "subscript", "sub", "superscript", "sup",
     "title-reference", "title", "t", "abbreviation", "ab", "acronym", "ac")
)  # fmt: skip
"""Roles that docutils knows and that say how a text looks."""

_TARGET = re.compile(r"(?P<said>[^<]+?)\s*<[^<>]*>", re.DOTALL)
"""A text and where it leads."""

_DIRECTIVE = re.compile(
    r"^(?P<indent>[ \t]*)\.\. (?:\|[^|\n]+\| )?(?P<name>[\w+.:-]+)::", re.MULTILINE
)
"""The name of a directive at the beginning of a line."""

_PROSE = frozenset(
    """
    admonition attention caution danger error hint important note tip warning versionadded
    versionchanged deprecated versionremoved seealso centered hlist glossary rubric epigraph
    highlights pull-quote compound container topic sidebar details dropdown tab tab-set tab-item
    card grid grid-item grid-item-card epigraph productionlist tabs panels column margin only
    """.split()  # noqa: SIM905 - a word a line would be a page
)
"""Directives of Sphinx and its extensions in which there is text to be said."""

_DEEPEST = 6
"""The deepest heading of HTML."""


def read_restructured_text(body: bytes, where: str) -> DocumentPage:
    """Return the page of a text; raises `ReadingError` where docutils is not installed."""
    text = _write_roles(decode(body, None))
    tree = _parse(text, where)
    writer = _HtmlWriter()
    title = tidy(tree.get("title") or "")
    inner = writer.write_all(tree)
    about = _read_about(tree)
    return DocumentPage(
        body=inner,
        title="" if "<h1>" in inner else title,
        byline=choose_author(about.get("author") or about.get("authors") or ""),
        published=_read_date(about.get("date", "")),
        language=about.get("language") or about.get("lang") or "",
    )


def _parse(text: str, where: str) -> Any:
    try:
        from docutils.core import publish_doctree  # noqa: PLC0415 - of an extra
        from docutils.utils import SystemMessage  # noqa: PLC0415 - as above
    except ImportError as error:
        raise ReadingError(
            "reading .rst needs docutils, which is not installed",
            where=where,
            hint="python -m pip install 'audiopress[documents]'",
        ) from error
    _register_directives(text)
    settings = {
        "_disable_config": True,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "report_level": 5,
        "halt_level": 5,
        "syntax_highlight": "none",
        "doctitle_xform": True,
        "line_length_limit": 1_000_000,
    }
    try:
        parse: Any = publish_doctree
        return parse(text, source_path=where, settings_overrides=settings)
    except (SystemMessage, RecursionError) as error:
        raise ReadingError(
            f"this is no reStructuredText that docutils can read: {error}",
            where=where,
            hint="python -m docutils FILE says where it breaks off",
        ) from error


def _write_roles(text: str) -> str:
    """Return a text with the roles that docutils does not know as the words that they show."""

    def say(found: re.Match[str]) -> str:
        name = found["role"].strip(":").rpartition(":")[2]
        if name in _KNOWN_ROLES:
            return found[0]
        said = found["text"]
        target = _TARGET.fullmatch(said)
        if target:
            return target["said"]
        said = said.removeprefix("!")
        # "~package.name" shows the last part alone
        return said.rpartition(".")[2] if said.startswith("~") else said

    return _ROLE.sub(say, text)


def _register_directives(text: str) -> None:
    """Teach docutils the directives of a text that it does not know."""
    from docutils.parsers.rst import directives  # noqa: PLC0415 - of an extra
    from docutils.parsers.rst.languages import en  # noqa: PLC0415 - as above

    for found in _DIRECTIVE.finditer(text):
        name = found["name"].lower()
        # by docutils' own tables: to ask by its function would write a warning
        known = name in en.directives or name in vars(directives)["_directives"]
        if not known:
            directives.register_directive(name, _make_directive(prose=name in _PROSE))


def _make_directive(*, prose: bool) -> Any:
    """Return a directive of which the text is said, or one that is listed as code."""
    from docutils import nodes  # noqa: PLC0415 - of an extra
    from docutils.parsers.rst import Directive  # noqa: PLC0415 - as above

    class AnyDirective(Directive):
        has_content = True
        optional_arguments = 1
        final_argument_whitespace = True
        option_spec = None

        def run(self) -> list[Any]:
            source = self.block_text
            if not prose:
                return [nodes.literal_block(source, source)]
            box = nodes.container(source)
            if self.arguments:
                box += nodes.paragraph(self.arguments[0], self.arguments[0])
            self.state.nested_parse(self.content, self.content_offset, box)
            return [box]

    return AnyDirective


def _read_about(tree: Any) -> dict[str, str]:
    """Return the fields at the head of a text: author, date."""
    about = {}
    for node in tree.children:
        if node.tagname in ("docinfo", "field_list"):
            for each in node.children:
                if each.tagname == "field":
                    name, value = (tidy(part.astext()) for part in each.children[:2])
                    about[name.lower()] = value
                else:
                    about[each.tagname] = tidy(each.astext().replace("\n\n", ", "))
    return about


def _read_date(text: str) -> str:
    found = re.search(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?", text)
    return found[0].replace(" ", "T") if found else ""


class _HtmlWriter:
    """Writes the tree of docutils as HTML."""

    def __init__(self) -> None:
        self._depth = 1

    def write_all(self, node: Any) -> str:
        return "".join(map(self.write, node.children))

    def write(self, node: Any) -> str:
        name = node.tagname
        if name == "#text":
            return escape(node.astext())
        method: Callable[[Any], str] | None = getattr(self, f"_write_{name}", None)
        if method is not None:
            return method(node)
        if name in _TAGS:
            tag = _TAGS[name]
            return f"<{tag}>{self.write_all(node)}</{tag}>"
        if name in _LEFT_OUT:
            return leave_out_block(escape(node.astext()), _LEFT_OUT[name])
        if name in _LEFT_OUT_IN_LINE:
            return leave_out(escape(node.astext()), _LEFT_OUT_IN_LINE[name])
        return self.write_all(node)

    def _write_section(self, node: Any) -> str:
        self._depth += 1
        inner = self.write_all(node)
        self._depth -= 1
        return inner

    def _write_title(self, node: Any) -> str:
        if node.parent.tagname not in ("document", "section"):
            return f"<p><b>{self.write_all(node)}</b></p>"
        level = min(_DEEPEST, self._depth)
        return f"<h{level}>{self.write_all(node)}</h{level}>"

    def _write_subtitle(self, node: Any) -> str:
        return f'<p class="standfirst">{self.write_all(node)}</p>'

    def _write_topic(self, node: Any) -> str:
        inner = self.write_all(node)
        return leave_out_block(inner, "contents") if "contents" in node["classes"] else inner

    def _write_enumerated_list(self, node: Any) -> str:
        kinds = {"loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
        kind = kinds.get(node.get("enumtype"), "1")
        return f'<ol type="{kind}" start="{node.get("start", 1)}">{self.write_all(node)}</ol>'

    def _write_reference(self, node: Any) -> str:
        # where it leads says nothing that is spoken
        return f'<a href="#">{self.write_all(node)}</a>'

    def _write_image(self, node: Any) -> str:
        return leave_out(escape(node.get("alt", "")), "picture")

    def _write_line(self, node: Any) -> str:
        return f"{self.write_all(node)}<br>"

    def _write_entry(self, node: Any) -> str:
        tag = "th" if node.parent.parent.tagname == "thead" else "td"
        return f"<{tag}>{self.write_all(node)}</{tag}>"

    def _write_math(self, node: Any) -> str:
        text = node.astext().strip()
        return (
            escape(text) if len(text) == 1 or text.isdigit() else leave_out(escape(text), "formula")
        )


_TAGS = {
    "attribution": "p",
    "block_quote": "blockquote",
    "bullet_list": "ul",
    "caption": "figcaption",
    "definition": "dd",
    "definition_list": "dl",
    "emphasis": "em",
    "figure": "figure",
    "legend": "figcaption",
    "line_block": "p",
    "list_item": "li",
    "literal": "code",
    "paragraph": "p",
    "row": "tr",
    "rubric": "h4",
    "strong": "b",
    "subscript": "sub",
    "superscript": "sup",
    "table": "table",
    "term": "dt",
}
"""Elements of docutils, and what each is in HTML."""

_LEFT_OUT: dict[str, Reason] = {
    "citation": "references",
    "comment": "comment",
    "docinfo": "published-line",
    "doctest_block": "code",
    "field_list": "published-line",
    "footnote": "footnote",
    "literal_block": "code",
    "math_block": "formula",
    "meta": "hidden",
    "raw": "code",
    "substitution_definition": "template-code",
    "system_message": "code",
}
"""Blocks that are not spoken, and why."""

_LEFT_OUT_IN_LINE: dict[str, Reason] = {
    "citation_reference": "note-mark",
    "footnote_reference": "note-mark",
}
"""The same within a line."""
