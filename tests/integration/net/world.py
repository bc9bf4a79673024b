"""An internet of its own, for a child process in an empty network namespace.

93.184.216.34 is "public", 127.0.0.1 and 10.1.1.1 are inside. Fetches every address on the
command line's JSON and prints, for each, the outcome and whether anything inside was reached.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.http import fetch
from audiopress.net.transport import FetchLimits
from tests.integration.net.servers import Answer, Server, always, page

if TYPE_CHECKING:
    from collections.abc import Sequence

PUBLIC, INSIDE = "93.184.216.34", "10.1.1.1"
NAMES = {
    "public.example": [PUBLIC],
    "also.example": [PUBLIC],
    "inside.example": [INSIDE],
    "loop.example": ["127.0.0.1"],
    "both.example": [PUBLIC, INSIDE],
    "both6.example": [PUBLIC, "::1"],
    "none.example": [],
}


class Resolver:
    """Answers from the table; ``rebind.example`` is public at first and inside ever after."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        if host == "rebind.example":
            return [PUBLIC] if self.asked.count(host) == 1 else [INSIDE]
        return NAMES.get(host, [host])


def to(location: str, status: int = 302) -> Answer:
    """Redirect; a location in the query is for the tests to choose."""
    return always(page(b"moved", f"{status} Moved", Location=location))


def main() -> None:
    """Fetch what standard input lists: [name, url, {path: [status, location]}]."""
    for words in ("link set lo up", f"addr add {PUBLIC}/32 dev lo", f"addr add {INSIDE}/32 dev lo"):
        subprocess.run(["ip", *words.split()], check=True)
    answers: dict[str, Answer] = {"/": always(page(b"<p>public</p>"))}
    secret = {"/": always(page(b"<p>secret</p>"))}
    with (
        Server(PUBLIC, 80, answers),
        Server(INSIDE, 80, secret) as inside,
        Server("127.0.0.1", 80, secret) as loop,
    ):
        for name, url, hops in json.load(sys.stdin):
            answers.update({path: to(location, status) for path, (status, location) in hops})
            inside.heads.clear()
            loop.heads.clear()
            resolver = Resolver()
            try:
                answer = fetch(url, limits=FetchLimits(resolve=resolver, seconds=5))
                outcome = [answer.url, answer.body.decode()]
            except SourceError as error:
                outcome = ["", error.message]
            reached = len(inside.heads + loop.heads)
            sys.stdout.write(json.dumps([name, *outcome, reached, resolver.asked]) + "\n")


if __name__ == "__main__":
    main()
