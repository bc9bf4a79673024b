"""A page of the docs that is followed to the letter: its files are written, its commands run."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import HTTPCookieProcessor, build_opener

from defusedxml import ElementTree
from runner import HEARS_CTRL_C, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (\S+)\n")
"""The first line of a block that is a file says its name."""

ADDRESS = re.compile(r"http://\S+")


class Reader:
    """Who follows a page of the docs: stands where docs/start.md says, and types."""

    def __init__(self, folder: Path, pages: Path) -> None:
        self.pages = pages
        (folder / "audiopress").symlink_to(ROOT, target_is_directory=True)
        self.folder = _begin(folder)
        program = folder / "bin" / "audiopress"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m audiopress "$@"\n')
        program.chmod(0o755)
        kept = {k: v for k, v in os.environ.items() if not k.startswith("AUDIOPRESS_")}
        path = os.pathsep.join([str(ROOT), kept.get("PYTHONPATH", "")])
        self.environment = kept | {
            "PATH": f"{program.parent}{os.pathsep}{kept['PATH']}",
            "PYTHONPATH": path,
            "AUDIOPRESS_VOICE": "tone",
            "BROWSER": "true",  # opens nothing
        }
        self.served: list[str] = []
        self.addresses: dict[str, str] = {}  # of the page, and where a test has what lies there

    def follow(self, name: str, after: Callable[[str], object] | None = None) -> list[str]:
        """Do what a page says, and return the commands that it has; ``after`` sees each."""
        commands = []
        page = (self.pages / f"{name}.md").read_text("utf-8")
        for told, here in self.addresses.items():
            page = page.replace(told, here)
        for kind, text in FENCE.findall(page):
            if kind == "console":
                commands += text.splitlines()
                for line in text.splitlines():
                    self.type_in(line)
                    if after:
                        after(line)
            elif kind != "text":  # what a command writes or prints
                (self.folder / NAMED.match(text)[1]).write_text(text, "utf-8")
        return commands

    def type_in(self, line: str) -> str:
        """Run a command, and return what it printed; a page that is served is read instead."""
        if line.startswith(("audiopress serve", "audiopress studio")):
            self.served.append(self.look_at(self.expand(line)[1:]))
            return ""
        done = subprocess.run(
            ["bash", "-c", line], cwd=self.folder, env=self.environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        return done.stdout

    def expand(self, line: str) -> list[str]:
        """Return the words of a command as the shell would have them."""
        done = subprocess.run(
            ["bash", "-c", f"printf '%s\\n' {line}"], cwd=self.folder, capture_output=True,
            text=True, check=True,
        )  # fmt: skip
        return done.stdout.splitlines()

    def look_at(self, words: list[str]) -> str:
        """Serve at a port of this machine, and return the page at the address that is told."""
        with subprocess.Popen(
            [sys.executable, "-c", HEARS_CTRL_C, *words, "--port", "0"],
            cwd=self.folder, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
        ) as process:  # fmt: skip
            said = []
            for line in process.stdout:
                said.append(line)
                if (found := ADDRESS.search(line)) and "feed.xml" not in line:
                    break
            assert found, "".join(said)
            browser = build_opener(HTTPCookieProcessor())
            with browser.open(found[0].rstrip(".,;"), timeout=20) as answer:
                page = answer.read().decode()
            process.send_signal(signal.SIGINT)
        return page


def _begin(folder: Path) -> Path:
    """Return where one stands who has typed what docs/start.md has for each page."""
    page = (ROOT / "docs" / "start.md").read_text("utf-8")
    (typed,) = [text for kind, text in FENCE.findall(page) if kind == "console"]
    done = subprocess.run(
        ["bash", "-e", "-c", f"{typed}pwd"], cwd=folder, capture_output=True, text=True, check=True
    )
    return Path(done.stdout.strip())


def read_items(feed: Path) -> list[str]:
    """Return the titles of a feed."""
    return [item.findtext("title") or "" for item in ElementTree.parse(feed).iter("item")]
