"""The steps of the Dockerfile, run in a bare Debian root where there is no builder of images.

    debootstrap --variant=minbase bookworm /srv/root http://deb.debian.org/debian
    python tests/campaigns/recipes.py /srv/root

It needs to be root, and a network. What a builder does is done by chroot: FROM is the root that is
there, COPY copies out of the clone, RUN and the entry point are run with the ENV and USER of then.
In the end an edition of the sample article is built in the container's way, twice.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RECIPE = ROOT / "examples/recipes/container/Dockerfile"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "output", "tests", "__pycache__", ".*_cache")


class Step(NamedTuple):
    word: str
    rest: str


def read_steps(text: str) -> list[Step]:
    """Return the instructions of a Dockerfile, a line each."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    whole = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [Step(*line.split(None, 1)) for line in whole]


class Container:
    """A root folder, and what its steps have set."""

    def __init__(self, root: Path, lent: dict[str, str]) -> None:
        self.root, self.lent = root, lent
        self.env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
        self.user, self.place, self.words = "root", "/", list[str]()

    def do(self, step: Step) -> None:
        """Do one instruction; one that is not known is an error."""
        {
            "FROM": lambda _: None,
            "RUN": lambda rest: self.run(["/bin/sh", "-c", rest]),
            "COPY": self.copy,
            "ENV": lambda rest: self.env.update(pair.split("=", 1) for pair in shlex.split(rest)),
            "USER": lambda rest: setattr(self, "user", rest),
            "WORKDIR": lambda rest: setattr(self, "place", rest),
            "ENTRYPOINT": lambda rest: setattr(self, "words", json.loads(rest)),
            "CMD": lambda _: None,
        }[step.word](step.rest)

    def copy(self, rest: str) -> None:
        source, target = rest.split()
        to = self.root / target.lstrip("/")
        shutil.copytree(ROOT / source, to, dirs_exist_ok=True, ignore=LEFT_OUT)

    def run(self, words: list[str]) -> None:
        line = " ".join(map(shlex.quote, words))
        # Looked for now: in the container's own PATH there may be none.
        command = [shutil.which("chroot") or "chroot", f"--userspec={self.user}:{self.user}"]
        command += [str(self.root), "/bin/sh", "-c", f"cd {self.place} && exec {line}"]
        subprocess.run(command, env=self.env | self.lent, check=True)


def main() -> None:
    """Run the recipe and say how long each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="what debootstrap has made")
    parser.add_argument("--lend", action="append", default=[], help="a variable that steps get")
    chosen = parser.parse_args()
    lent = {name: os.environ[name] for name in chosen.lend}
    container = Container(chosen.root, lent)
    for step in read_steps(RECIPE.read_text("utf-8")):
        began = time.monotonic()
        container.do(step)
        print(f"{time.monotonic() - began:6.1f} s  {step.word} {step.rest[:60]}", flush=True)
    container.lent = {}
    for turn in range(2):
        began = time.monotonic()
        container.run([*container.words, "build", "/opt/source/examples/lighthouse.html"])
        print(f"{time.monotonic() - began:6.1f} s  build, time {turn + 1}", flush=True)
    feed = chosen.root / "edition/output/feed.xml"
    assert feed.read_bytes().count(b"<item>") == 1
    assert feed.owner() != "root"


if __name__ == "__main__":
    main()
