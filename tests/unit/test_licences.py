"""A default installation holds nothing that is GPL, and the pages say what is LGPL and MPL."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError

import pytest
from licences import (
    TEXTS,
    WORDS,
    Licence,
    judge_expression,
    judge_text,
    list_bundled,
    list_pinned,
    read_licence,
)
from packaging.requirements import Requirement
from runner import ROOT

BASE = ROOT / "requirements" / "audiopress.txt"
EXTRAS = ("documents", "espeak", "fast", "hear", "piper", "sign")


def read_all(packages: tuple[str, ...]) -> list[Licence]:
    return [each for name in packages for each in (read_licence(name), *list_bundled(name))]


def find_faults(licences: list[Licence]) -> list[Licence]:
    return [each for each in licences if each.verdict not in {"free", "copyleft"}]


def test_no_base_requirement_is_gpl_or_of_an_unknown_licence():
    licences = read_all(list_pinned(BASE))
    assert len(licences) > 50
    assert not find_faults(licences)


def test_what_signs_is_free_too():
    brought = tuple(set(list_pinned(ROOT / "requirements" / "sign.txt")) - set(list_pinned(BASE)))
    assert {"c2pa-python", "cryptography"} <= set(brought)
    assert not find_faults(read_all(brought))


@pytest.mark.parametrize("package", ["piper-tts", "espeakng-loader", "mutagen", "pelican"])
def test_what_is_gpl_would_be_found(package):
    (fault, *_) = find_faults(read_all((*list_pinned(BASE), package)))
    assert fault.package == package


def test_what_binds_only_itself_is_named_in_the_readme():
    section = (ROOT / "README.md").read_text("utf-8").partition("## Licences")[2]
    named = {
        each.package for each in read_all(list_pinned(BASE))
        if each.verdict == "copyleft" or ("GPL" in each.stated and " OR " not in each.stated)
    }  # fmt: skip
    assert named >= {"lameenc", "num2words", "soxr", "libsndfile", "libgfortran"}
    assert {name for name in named if name not in section} == set()


@pytest.mark.parametrize(
    ("expression", "verdict"),
    [
        ("MIT", "free"),
        ("MIT AND GPL-3.0-only", "gpl"),
        ("MIT OR GPL-3.0-only", "free"),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", "copyleft"),
        ("(MIT OR GPL-2.0-only) AND AGPL-3.0-or-later", "gpl"),
        ("(MIT OR GPL-2.0-only) AND (Zlib OR (ISC AND MIT))", "free"),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", "free"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "gpl"),
        ("LicenseRef-Proprietary", "unknown"),
        ("MIT AND SSPL-1.0", "unknown"),
        ("", "unknown"),
    ],
)
def test_an_expression_is_judged(expression, verdict):
    assert judge_expression(expression) == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("GNU Library or Lesser General Public License (LGPL)", "copyleft"),
        ("GNU General Public License v3 or later (GPLv3+)", "gpl"),
        ("GNU Affero General Public License v3", "gpl"),
        ("GPLv2", "gpl"),
        ("The BSD 2-Clause License", "free"),
        ("Other/Proprietary License", "unknown"),
        ("UNKNOWN", "unknown"),
    ],
)
def test_words_for_a_licence_are_judged(words, verdict):
    assert judge_text(words, WORDS) == verdict


def test_a_text_is_judged_by_its_sentences():
    assert judge_text((ROOT / "LICENSE").read_text("utf-8"), TEXTS) == "free"
    assert judge_text("                    GNU GENERAL PUBLIC LICENSE", TEXTS) == "gpl"
    assert judge_text("All rights reserved.", TEXTS) == "unknown"


def test_a_package_that_is_not_there_is_an_error():
    with pytest.raises(PackageNotFoundError):
        read_licence("audiopress-nowhere")


# -- the files of requirements -----------------------------------------------------------------


def read_pins(name: str) -> dict[str, set[str]]:
    """Versions by package; several where they differ by platform."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines():
        if match := re.match(r"([a-z0-9-]+)==(\S+)", line):
            found.setdefault(match[1], set()).add(match[2])
    return found


def read_project() -> dict[str, set[str]]:
    """Names of the project's own requirements: ``base``, and those of each extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = {"base": project["dependencies"], **project["optional-dependencies"]}
    return {group: {Requirement(each).name for each in listed} for group, listed in groups.items()}


def test_each_extra_is_pinned_and_no_base_requirement():
    asked, base = read_project(), read_pins("audiopress")
    assert asked["base"] <= set(base)
    for extra in EXTRAS:
        assert asked[extra] <= set(read_pins(extra)) - set(base)
        assert asked[extra] <= set(read_pins("test"))


@pytest.mark.parametrize(
    "name", ["documents", "espeak", "fast", "hear", "piper", "sign", "test", "bench"]
)
def test_every_file_pins_the_base_alike(name):
    pins, base = read_pins(name), read_pins("audiopress")
    assert {package: pins.get(package) for package in base} == base
