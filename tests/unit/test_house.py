"""The house itself: what it exports, what is packaged, what may be said in it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import audiopress

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_public_names():
    assert audiopress.__all__ == ["AudiopressError", "__version__"]


def test_every_package_is_packaged():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = {
        path.parent.relative_to(ROOT) for path in (ROOT / "audiopress").rglob("__init__.py")
    }
    names = {".".join(path.parts) for path in packages} | {"audiopress.voices_data"}
    assert set(declared["tool"]["setuptools"]["packages"]) == names


def test_the_version_is_said_once():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert declared["project"]["version"] == audiopress.__version__


def test_a_light_import_stays_light():
    program = (
        "import sys, audiopress, audiopress.cli;"
        "print([n for n in ('numpy', 'onnxruntime', 'pydub', 'trafilatura', 'lxml', 'jinja2',"
        " 'feedgen', 'starlette') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


def test_no_address_in_the_requirements():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*--(?!hash)", text, re.MULTILINE)
