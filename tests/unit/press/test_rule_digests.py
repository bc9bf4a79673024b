"""What was made with other rules is made again: nothing that shapes it is missing in the digest."""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

from audiopress.press.rule_digests import BINDING_LIBRARIES, READING_LIBRARIES, list_files

HOUSE = Path(__file__).resolve().parents[3] / "audiopress"

READING = ("text", "reading", "speaking")
BINDING = ("audio", "publish", "press")

SHAPE_NO_READING = {
    "certifi": "trafilatura fetches with it, and fetches nothing here",
    "charset-normalizer": "trafilatura gets trees, never bytes whose encoding is to be guessed",
    "courlan": "trafilatura mends links with it, and links are not spoken",
    "dateparser": "of htmldate",
    "docopt": "the command of num2words reads its options with it",
    "htmldate": "dates are read by our own reading/metadata",
    "numpy": "py3langid adds with it",
    "python-dateutil": "of htmldate",
    "pytz": "of dateparser",
    "regex": "of dateparser",
    "six": "of python-dateutil",
    "tld": "of courlan",
    "tzlocal": "of dateparser",
    "tzdata": "of tzlocal",
    "urllib3": "trafilatura fetches with it",
}
"""What the libraries of reading bring along that changes no text, and why."""

IN_THE_KEYS_OF_SOUND = {"lameenc", "soxr", "numpy", "soundfile", "pydub"}
"""They make frames, which are named by their bytes: what they make differently is another file."""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(rooms: tuple[str, ...]) -> set[str]:
    """Return the distributions whose modules are imported anywhere in these rooms."""
    owners = metadata.packages_distributions()
    modules = set()
    for path in (path for room in rooms for path in (HOUSE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    foreign = modules - sys.stdlib_module_names - {"audiopress"}
    return {normal(owner) for module in foreign for owner in owners[module]}


def brought(names: set[str]) -> set[str]:
    """Return what these distributions need, and what that needs, without their extras."""
    found: set[str] = set()
    new = set(names)
    while new:
        needs = (line for name in new for line in metadata.requires(name) or ())
        plain = (line for line in needs if "extra ==" not in line and "sys_platform" not in line)
        new = {normal(re.match(r"[\w.-]+", line)[0]) for line in plain} - found
        new = {name for name in new if installed(name)}
        found |= new
    return found


def installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def test_every_library_that_reading_imports_is_in_its_digest() -> None:
    assert imported(READING) - set(READING_LIBRARIES) == set()


def test_what_they_bring_along_is_in_the_digest_or_shapes_nothing() -> None:
    known = set(READING_LIBRARIES) | set(SHAPE_NO_READING)
    assert brought(imported(READING)) - known == set()


def test_every_library_that_binding_imports_is_in_its_digest() -> None:
    assert imported(BINDING) - set(BINDING_LIBRARIES) - IN_THE_KEYS_OF_SOUND == set()


@pytest.mark.parametrize("names", [READING_LIBRARIES, BINDING_LIBRARIES])
def test_a_digest_names_libraries_that_are_there_once_and_in_order(names: tuple[str, ...]) -> None:
    assert list(names) == sorted({normal(name) for name in names if installed(name)})


def test_a_digest_does_not_hold_what_the_interpreter_leaves_behind() -> None:
    names = [name for name, _ in list_files("press")]
    assert "steps/plan.py" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
