"""How many texts without a label are read right, by encoding: what `decode` guesses.

    .venv/bin/python tests/corpus/undeclared.py [--peers] [--wrong]

Each text of ``data/encodings.txt`` is written in each of its encodings, in three shapes: plain, as
a page, and as a page with English around it. A text is right when every letter of it is. With
``--peers`` other detectors are a column each, where they are installed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA = Path(__file__).with_name("data") / "encodings.txt"

SHAPES = {
    "plain": "{text}\n",
    "page": "<html><head><title>{text}</title></head><body><p>{text}</p></body></html>",
    "furnished": (
        "<!doctype html><html><head><style>.menu {{ color: red }} .menu li {{ margin: 0 }}</style>"
        "<script>window.dataLayer = []; function track() {{ dataLayer.push(arguments) }}</script>"
        '</head><body><ul class="menu"><li><a href="/news/">News</a><li><a href="/sport/">Sport</a>'
        '</ul><article class="story-body"><h1>{text}</h1><p class="lead">{text}</p></article>'
        "<footer>Copyright 2024 Harbour News Limited. All rights reserved.</footer></body></html>"
    ),
}
"""A text by itself, and within what surrounds it on pages."""

CODECS = {
    "gbk": "gb18030",
    "windows-874": "cp874",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "koi8-u": "koi8-u",
}
"""Python's names where they are others than those of browsers."""


def read_cases() -> Iterator[tuple[str, str]]:
    """Yield every encoding with a text that can be written in it."""
    for line in DATA.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            encodings, _, text = line.partition(" | ")
            for encoding in encodings.split():
                yield encoding, text


def write(text: str, encoding: str, shape: str) -> bytes:
    """Return a document of this shape in this encoding."""
    return SHAPES[shape].format(text=text).encode(CODECS.get(encoding, encoding))


def is_right(text: str, body: bytes, read: Callable[[bytes], str]) -> bool:
    """Whether all of a text comes out of its bytes."""
    try:
        return text in read(body)
    except (LookupError, UnicodeDecodeError, TypeError):
        return False


def list_peers() -> dict[str, Callable[[bytes], str]]:
    """Return the detectors that are installed here, as functions from bytes to text."""
    peers: dict[str, Callable[[bytes], str]] = {}
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - it may not be there

        peers["charset-normalizer"] = lambda body: str(from_bytes(body).best())
    except ImportError:
        pass
    try:
        from chardetng_py.shortcuts import detect  # noqa: PLC0415 - as above

        peers["chardetng"] = lambda body: body.decode(CODECS.get(name := detect(body), name))
    except ImportError:
        pass
    return peers


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print every text that is misread")
    given = parser.parse_args()
    readers: dict[str, Callable[[bytes], str]] = {"audiopress": decode}
    readers |= list_peers() if given.peers else {}
    tried: Counter[str] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for encoding, text in read_cases():
        for shape in SHAPES:
            tried[encoding] += 1
            body = write(text, encoding, shape)
            for name, read in readers.items():
                good = is_right(text, body, read)
                right[encoding, name] += good
                if given.wrong and not good:
                    print(f"wrong  {name}  {encoding}  {shape}  {text[:60]}")
    print("| encoding | texts |", *(f"{name} |" for name in readers))
    print("| --- | --- |", *("--- |" for _ in readers))
    for encoding in sorted(tried):
        print(f"| {encoding} | {tried[encoding]} |", *(f"{right[encoding, n]} |" for n in readers))
    sums = [sum(right[encoding, name] for encoding in tried) for name in readers]
    print(f"| all | {sum(tried.values())} |", *(f"{number} |" for number in sums))


if __name__ == "__main__":
    main()
