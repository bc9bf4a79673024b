"""Text that is neither spoken nor listed: `python tests/corpus/unlisted.py [--show] [--every N]`.

For every page of the shared corpus: how many letters its body has, and how many of them are in no
paragraph that is spoken and in no entry of what is left out. The last line must say 0.
Needs `../shared/corpus` (or AUDIOPRESS_SHARED).
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE))

import measure  # noqa: E402 - beside this file

from audiopress.text.decode import decode  # noqa: E402
from tests.unlisted_text import find_unlisted, list_texts  # noqa: E402

SAID_AROUND = ("opening", "disclosure")
"""What the show says, which stands in no page."""


def count(place: tuple[str, str]) -> tuple[str, int, list[str]]:
    """Return a page's name, how many letters its body has, and the texts that are missing."""
    name, key = place
    row = measure.read(name, key)
    html = decode(measure.page_bytes(name, key))
    said = [source for role, source, _ in row["said"] if role not in SAID_AROUND]
    missing = find_unlisted(html, [*said, *(text for _, text in row["left_out"])])
    return f"{name}/{key}", sum(map(len, list_texts(html))), missing


def count_all(every: int = 1, jobs: int = 2) -> list[tuple[str, int, list[str]]]:
    """Return the same for all pages, or one in ``every``."""
    places = [(name, key) for name in measure.SETS for key in measure.pages(name, "all")][::every]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(count, places, chunksize=4))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what is missing")
    parser.add_argument("--every", type=int, default=1, help="one page in so many")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    found = count_all(args.every, args.jobs)
    for page, _, missing in found:
        if missing and args.show:
            print(page, sum(map(len, missing)), missing[:8])
    lost = sum(sum(map(len, missing)) for _, _, missing in found)
    print(f"{len(found)} pages, {sum(size for _, size, _ in found)} letters of their bodies")
    print(f"neither spoken nor listed: {lost}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
