"""Media types of the documents that are no plain text, as sources hand them over to reading."""

from __future__ import annotations

__all__ = [
    "DOCX",
    "EPUB",
    "MAIL",
    "MDX",
    "NOTEBOOK",
    "ODT",
    "PDF",
    "RST",
    "SAFARI_PAGE",
    "WEB_ARCHIVE",
    "WHOLE_PAGE",
]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""Word's documents since 2007 (ECMA-376)."""

ODT = "application/vnd.oasis.opendocument.text"
"""Text documents of LibreOffice and its kin (OpenDocument 1.3)."""

EPUB = "application/epub+zip"
"""A book, which its source takes apart into chapters (https://www.w3.org/TR/epub-33/)."""

PDF = "application/pdf"
"""Pages as they are printed (ISO 32000)."""

MAIL = "message/rfc822"
"""A message of e-mail (RFC 5322)."""

WEB_ARCHIVE = "multipart/related"
"""A page that a browser has saved with all its parts (MHTML, RFC 2557)."""

SAFARI_PAGE = "application/x-webarchive"
"""A page that Safari has saved with all its parts: a property list."""

NOTEBOOK = "application/x-ipynb+json"
"""A notebook of Jupyter (nbformat)."""

RST = "text/x-rst"
"""reStructuredText (docutils)."""

MDX = "text/mdx"
"""Markdown with components of JavaScript (https://mdxjs.com)."""

WHOLE_PAGE = "text/x-whole-html"
"""HTML of which all text is the article's, but for what it marks: the chapter of a book. A page of
the web is ``text/html``, and its story is looked for among menus."""
