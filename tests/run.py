"""The test command: sets up what the tests need, then runs every check and every test.

``python3 tests/run.py`` needs Python 3.11 to 3.13, git and nothing else. It makes ``.venv`` when
there is none. Browsers are installed when this may be done (Debian's Chromium and Firefox, as
root); where it may not, the tests that need one skip by name.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
BESIDE = ("storage", "docs", "package")
"""Environments of their own below ``.venv``, which need other versions than audiopress has: the
object storage that `audiopress deploy` is tried with, what makes the
docs site, and what judges the metadata of the package."""


def run(*command: str, check: bool = True) -> int:
    """Run a command in the repository and show it; stop everything when it fails."""
    print("$", *(part.replace(str(ROOT) + os.sep, "") for part in command), flush=True)
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if check and status:
        sys.exit(status)
    return status


def set_up() -> None:
    """Make the environment and install, every package by its hash."""
    if not Path(PYTHON).exists():
        venv.create(ROOT / ".venv", with_pip=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--upgrade", "pip")
    run(*pip, "--require-hashes", "-r", "requirements/test.txt")
    run(*pip, "--no-deps", "--editable", ".")
    for name in BESIDE:
        set_up_beside(name)


def set_up_beside(name: str) -> None:
    """Make one of the environments of `BESIDE`."""
    python = ROOT / ".venv" / name / BIN.name / "python"
    if not python.exists():
        venv.create(ROOT / ".venv" / name, with_pip=True)
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", f"requirements/{name}.txt")


def set_up_browsers() -> None:
    """Install Debian's browsers and Java if this machine lets us; their tests say it if not."""
    packages = {
        "chromium": "chromium",
        "firefox-esr": "firefox-esr",
        "java": "default-jre-headless",
    }
    wanted = [package for name, package in packages.items() if not shutil.which(name)]
    if not wanted or not shutil.which("apt-get"):
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        run("apt-get", "update", "-qq", check=False)
        for name in wanted:
            run("apt-get", "install", "-y", "-qq", "--no-install-recommends", name, check=False)


def allow_bytecode() -> None:
    """Let Python keep what it compiles, where an image forbids it: many do, to be smaller.

    The tests start the program some thousand times, and each would compile all of it again.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def main() -> None:
    """Set up, check the style and the house, run the tests; further words go to pytest."""
    allow_bytecode()
    set_up()
    set_up_browsers()
    run(str(BIN / "ruff"), "check", ".")
    run(str(BIN / "ruff"), "format", "--check", ".")
    run(str(BIN / "mypy"))
    run(str(BIN / "lint-imports"))
    # Two at a time, a file in one piece: much of the time is spent waiting for other processes.
    pairs = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
    sys.exit(run(PYTHON, "-m", "pytest", *pairs, *sys.argv[1:], check=False))


if __name__ == "__main__":
    main()
