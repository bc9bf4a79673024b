"""A book made by hand, and its files as a reader finds them."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from audiopress.publish.epub.book import EpubArticle, EpubBook, list_files
from tests.unit.publish_samples import episode, show, timeline

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def article(number: int = 0, **changes: object) -> EpubArticle:
    made = EpubArticle(
        episode=episode(number), timeline=timeline(), read_sound=lambda: b"sound %d" % number
    )
    return replace(made, **changes)


def book(*articles: EpubArticle, **changes: object) -> EpubBook:
    return replace(EpubBook(show=show(), articles=articles or (article(),)), **changes)


def files(made: EpubBook) -> dict[str, bytes]:
    return dict(list_files(made))


def parse(made: EpubBook, name: str):
    return etree.fromstring(files(made)[f"EPUB/{name}"])


def text_of(element) -> str:
    return "".join(element.itertext())
