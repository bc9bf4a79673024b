"""The letters of a PDF by PDFium, joined to lines where they stand beside each other.

PDFium (BSD, Apache) draws the pages of Chromium and is tested against broken files. It runs no
script and opens no link here: only text is asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError, TooLargeError
from audiopress.reading.documents.printed.lines import PrintedLine, PrintedPage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PrintedText", "read_letters"]

_MOST_PAGES = 1_000
"""Pages of a document: more are a work of several volumes, and take minutes."""

_MOST_LETTERS = 2_000_000
"""Letters of a document, twice as many as are spoken of one."""

_WIDE_GAP = 1.2
"""Space between two words, in letters' sizes, from which they are of two columns or cells."""

_SHIFT = 0.2
"""How far up or down a letter may stand in its line, in letters' sizes; more is raised."""

_NEW_LINE = 0.7
"""How far down from which it is the next line."""

_LARGER = 1.15
"""Size of letters for each of those before them, from which those are marks."""

_BOLD = 600
"""The weight from which a font is bold (OpenType, 100 to 900)."""

_BOLD_NAME = re.compile("bold|black|heavy|cmbx|-bd|demi")
"""Names of fonts that are bold: most say nothing of their weight."""

_FIXED = 1
"""The flag of a font whose letters are all of one width (ISO 32000, 9.8.2)."""

_TYPED_NAME = re.compile(r"mono|courier|typewriter|consol|menlo|\+?(?:cm|ec|sf|lm)tt\d")
"""Names of such fonts, for many do not say it."""

_INVISIBLE = 3
"""The way of drawing letters that shows none (ISO 32000, 9.3.6)."""

_MOSTLY = 0.5
"""Share of a page's letters that are invisible from which they are the text of a scanned page."""

_TURNED = 0.35
"""Radians from which a letter is turned: a stamp at the edge, the name of an axis."""

_PASSWORD = 4
"""PDFium's word for a document that is locked (FPDF_ERR_PASSWORD)."""


@dataclass(slots=True)
class PrintedText:
    """The pages of a document, and what it says of itself."""

    pages: list[PrintedPage]
    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    language: str = ""


@dataclass(slots=True)
class _Letter:
    """A letter and its place: the point it begins at, its right edge."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    typed: bool
    invisible: bool
    turned: bool
    generated: bool


def read_letters(body: bytes, where: str) -> PrintedText:
    """Return the text of a PDF; raises `ReadingError` where it cannot be had."""
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - of an extra
    except ImportError as error:
        raise ReadingError(
            "reading .pdf needs pypdfium2, which is not installed",
            where=where,
            hint="python -m pip install 'audiopress[documents]'",
        ) from error
    try:
        open_pdf: Any = pdfium.PdfDocument
        document = open_pdf(body)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", 0) == _PASSWORD or "password" in str(error).lower()
        raise ReadingError(
            "the document is locked with a password" if locked else "the document is damaged",
            where=where,
            hint="open it, and print or save it to a new PDF" + " without a password" * locked,
        ) from error
    with document:
        if len(document) > _MOST_PAGES:
            raise TooLargeError(
                f"the document has {len(document):,} pages, more than {_MOST_PAGES:,}",
                where=where,
                hint="split it into several documents",
            )
        return _read_document(document, where)


def _import_raw() -> Any:
    """Return the functions of PDFium; only printed pages need them."""
    import pypdfium2.raw  # noqa: PLC0415 - of an extra

    raw: Any = pypdfium2.raw
    return raw


def _read_document(document: Any, where: str) -> PrintedText:
    pages, count = [], 0
    for number in range(len(document)):
        page = _read_page(document, number)
        count += sum(len(span.text) for line in page.lines for span in line.spans)
        if count > _MOST_LETTERS:
            raise TooLargeError(
                f"the document has more than {_MOST_LETTERS:,} letters",
                where=where,
                hint="split it into several documents",
            )
        pages.append(page)
    said = document.get_metadata_dict(skip_empty=True)
    return PrintedText(
        pages=pages,
        title=said.get("Title", ""),
        author=said.get("Author", ""),
        created=said.get("CreationDate", ""),
        modified=said.get("ModDate", ""),
        language=_read_language(document),
    )


def _read_language(document: Any) -> str:
    raw = _import_raw()

    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size < 200:  # noqa: PLR2004 - no text, or no tag of a language
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(
        document.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


def _read_page(document: Any, number: int) -> PrintedPage:
    raw = _import_raw()

    try:
        page = document[number]
        text = page.get_textpage()
    except Exception:  # noqa: BLE001 - a page that is broken costs itself only
        return PrintedPage(number=number, width=0.0, height=0.0)
    left, bottom, right, top = page.get_bbox()
    found = PrintedPage(number=number, width=right - left, height=top - bottom)
    found.pictures = sum(1 for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
    letters = list(_list_letters(text))
    letters = _turn_upright(text, letters)
    unseen = sum(letter.invisible for letter in letters)
    # the text of a scanned page lies unseen behind its picture, and is the page's
    scanned = unseen > _MOSTLY * len(letters)
    hidden = [] if scanned else [each for each in letters if each.invisible]
    turned = [each for each in letters if each.turned and not (each.invisible and not scanned)]
    beside = {id(each) for each in (*hidden, *turned)}
    found.lines = list(_join_lines([each for each in letters if id(each) not in beside], number))
    found.hidden = [line.text for line in _join_lines(hidden, number) if line.text]
    found.turned = ["".join(each.text for each in turned).strip()] if turned else []
    text.close()
    page.close()
    return found


def _list_letters(text: Any) -> Iterator[_Letter]:
    """Yield the letters of a page in the order of the file."""
    raw = _import_raw()

    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    looks: dict[int, tuple[bool, bool, bool]] = {}
    page = text.raw
    for at in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, at)
        sign = _read_sign(code)
        generated = raw.FPDFText_IsGenerated(page, at) == 1
        if generated:
            yield _Letter(
                sign,
                0,
                0,
                0,
                0,
                bold=False,
                typed=False,
                invisible=False,
                turned=False,
                generated=True,
            )
            continue
        raw.FPDFText_GetCharOrigin(page, at, ctypes.byref(x), ctypes.byref(y))
        raw.FPDFText_GetCharBox(page, at, *pointers)
        item = raw.FPDFText_GetTextObject(page, at)
        key = ctypes.cast(item, ctypes.c_void_p).value or 0
        if key not in looks:
            name, fixed = _read_font(raw, page, at)
            looks[key] = (
                raw.FPDFText_GetFontWeight(page, at) >= _BOLD or bool(_BOLD_NAME.search(name)),
                fixed or bool(_TYPED_NAME.search(name)),
                bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE,
            )
        bold, typed, invisible = looks[key]
        angle = raw.FPDFText_GetCharAngle(page, at) % (2 * math.pi)
        yield _Letter(
            sign,
            min(x.value, edges[0].value) if edges[1].value > edges[0].value else x.value,
            max(x.value, edges[1].value),
            y.value,
            round(raw.FPDFText_GetFontSize(page, at) * _find_scale(raw, page, at), 1),
            bold=bold,
            typed=typed,
            invisible=invisible,
            turned=_TURNED < angle < 2 * math.pi - _TURNED,
            generated=False,
        )


def _find_scale(raw: Any, page: Any, at: int) -> float:
    """Return how much larger a letter is drawn than its font's size says."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, at, ctypes.byref(matrix)):
        return 1.0
    return math.hypot(matrix.c, matrix.d) or 1.0


def _read_font(raw: Any, page: Any, at: int) -> tuple[str, bool]:
    """Return the name of a letter's font, in small letters, and whether it says it is fixed."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(page, at, buffer, 200, ctypes.byref(flags))
    return buffer.value.decode("utf-8", "replace").lower(), bool(flags.value & _FIXED)


def _read_sign(code: int) -> str:
    """Return a letter; a hyphen that ends a line is U+00AD whatever it was."""
    if code in (0x02, 0xFFFE, 0xAD):
        return "\N{SOFT HYPHEN}"
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:  # noqa: PLR2004 - no characters
        return ""
    sign = chr(code)
    return " " if sign.isspace() else sign


def _turn_upright(text: Any, letters: list[_Letter]) -> list[_Letter]:
    """Return the letters of a page, upright where the whole page lies on its side."""
    shown = [each for each in letters if not each.generated and each.text.strip()]
    if not shown or sum(each.turned for each in shown) <= _MOSTLY * len(shown):
        return letters
    return [_lay(each, text) for each in letters]


def _lay(letter: _Letter, text: Any) -> _Letter:  # noqa: ARG001 - one direction is in use
    # lines of a page that is turned by 90 degrees run upwards: what was x is y
    letter.left, letter.right, letter.base, letter.turned = (
        letter.base, letter.base + letter.size / 2, -letter.left, False,
    )  # fmt: skip
    return letter


def _join_lines(letters: list[_Letter], page: int) -> Iterator[PrintedLine]:
    """Yield the lines that letters make, parted where a wide gap is."""
    line: PrintedLine | None = None
    last: _Letter | None = None
    space = False
    for letter in letters:
        if letter.generated or not letter.text.strip():
            space = space or bool(letter.text)
            continue
        if line is not None and last is not None and not _goes_on(line, last, letter):
            line.raise_marks()
            yield line
            line = None
        if line is None or last is None:
            line = PrintedLine(page, letter.left, letter.right, letter.base)
            space = False
        _add(line, letter, space=space)
        last, space = letter, False
    if line is not None:
        line.raise_marks()
        yield line


def _goes_on(line: PrintedLine, last: _Letter, letter: _Letter) -> bool:
    """Whether a letter stands in the line of the one before it."""
    size = max(last.size, letter.size, 1.0)
    if abs(letter.base - line.base) > _NEW_LINE * size:
        return False
    return -size < letter.left - last.right < _WIDE_GAP * size


def _add(line: PrintedLine, letter: _Letter, *, space: bool) -> None:
    first = line.spans[0] if line.spans else None
    if first is not None and letter.size > _LARGER * first.size and letter.base < line.base:
        # a line may begin with a raised mark: the larger letters stand on its base
        for span in line.spans:
            span.raised = True
        line.base = letter.base
    raised = letter.base - line.base > _SHIFT * letter.size
    if line.spans and space:
        line.spans[-1].text += " "
    look = (letter.size, letter.bold, raised, letter.typed)
    if not line.spans or line.spans[-1].look != look:
        line.spans.append(Span("", *look))
    line.spans[-1].text += letter.text
    line.right = max(line.right, letter.right)
    line.left = min(line.left, letter.left)
