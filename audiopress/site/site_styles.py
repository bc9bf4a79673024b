"""The style sheets of a built site, as far as they lie in its folder."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urljoin, urlsplit

from audiopress.site.article_pages import make_page_address
from audiopress.site.style_rules import Boxes, read_rules
from audiopress.store.atomic_files import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["SiteStyles"]

_IMPORT: Final = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)""")
"""Another sheet that a sheet is made of."""

_FONTS: Final = re.compile(r"(?:^|&)family=")
"""The query of a sheet that brings letters and no layout, as services of fonts are asked for it."""

_LARGEST: Final = 2_000_000
"""Bytes of a sheet that is read: the largest framework has a tenth of it."""

_DEEPEST: Final = 5
"""Sheets that import each other, until one is taken not to be known."""


class SiteStyles:
    """What the sheets of the site in ``folder``, served at ``address``, say of its pages' boxes."""

    def __init__(self, folder: Path, address: str) -> None:
        """Read nothing yet."""
        self._folder = folder
        self._address = address
        self._texts: dict[str, str | None] = {}

    def find_boxes(self, path: str, tree: Any) -> Boxes:
        """Return the boxes of the page at ``path``."""
        page = urljoin(make_page_address(self._address, path), tree.xpath("string(//base/@href)"))
        texts: list[str | None] = []
        for one in tree.xpath("//style | //link[contains(@rel, 'stylesheet')]"):
            if (one.get("media") or "").strip().lower() == "print":
                continue
            if one.tag == "style":
                texts += self._list_texts(page, one.text or "", 0)
            else:
                texts += self._list_sheet(urljoin(page, one.get("href") or ""), 0)
        sheets = [read_rules(text) for text in texts if text]
        return Boxes(tree, sheets, known=None not in texts)

    def _list_sheet(self, address: str, depth: int) -> Iterator[str | None]:
        """Yield the texts of a sheet and of what it imports, `None` for what is not known."""
        if _FONTS.search(urlsplit(address).query):
            return
        if address not in self._texts:
            self._texts[address] = self._read(address)
        yield from self._list_texts(address, self._texts[address], depth)

    def _list_texts(self, address: str, text: str | None, depth: int) -> Iterator[str | None]:
        yield text if depth < _DEEPEST else None
        if text and depth < _DEEPEST:
            for name in _IMPORT.findall(text):
                yield from self._list_sheet(urljoin(address, name), depth + 1)

    def _read(self, address: str) -> str | None:
        """Return a sheet that lies in the site's folder, and no other."""
        bare = address.partition("?")[0].partition("#")[0]
        if not bare.startswith(self._address):
            return None
        file = self._folder / unquote(bare.removeprefix(self._address))
        # A link may lead out of the folder.
        if not os.path.realpath(file).startswith(os.path.realpath(self._folder) + os.sep):
            return None
        try:
            fits = file.stat().st_size <= _LARGEST
        except (OSError, ValueError):
            return None
        body = read(file) if fits else None
        return None if body is None else body.decode("utf-8", "replace")
