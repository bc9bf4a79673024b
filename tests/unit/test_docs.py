"""The pages say what is true: links lead somewhere, code runs, files that are named are there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib

import pytest
from follow_paragraph import PAGE, STATION, fill_in, follow
from reference_commands import list_commands, list_variables
from reference_front_matter import EXAMPLES, OTHER_KEYS
from reference_pages import find_changed
from reference_settings import MARK, TABLES, list_rows, read_sentences
from runner import EXAMPLE, ROOT

from audiopress.model import Show
from audiopress.reading.formats.front_matter import FrontMatter, split_front_matter
from audiopress.reading.formats.front_matter_values import KEYS
from audiopress.settings.checks import PRESS_SETS
from audiopress.settings.toml import TABLE_NAMES, check_text

PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
)
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
SPAN = re.compile(r"`([^`\n]+)`")
ROOMS = "|".join(sorted(path.parent.name for path in (ROOT / "audiopress").glob("*/__init__.py")))
PLACE = re.compile(
    r"(?:\./)?(?:(?:audiopress|docs|examples|tests|voices)/[\w./-]*"
    rf"|(?:{ROOMS})/[\w./-]+\.py)"
)
"""A file or folder of the repository, or a file of the package, as its name stands in a text."""

TEST = re.compile(r"`(test_\w+)`")
"""A test that the text names as what holds a promise."""

TYPED = re.compile(r"\s*(?:[A-Z_]+=\S* )*(?:\S*/)?audiopress (.*)")
"""A command of ours as somebody types it, perhaps by its path or with a variable before it."""

COMMANDS = {
    name.removeprefix("audiopress "): {
        "--help", *(name for option in command.params
                    for name in (*option.opts, *option.secondary_opts)),
    }
    for name, command in list_commands()
}  # fmt: skip
"""The options of each command."""

DECISIONS = ROOT / "docs" / "decisions"
TOPS = (ROOT, ROOT / "audiopress")

MADE = {"audiopress/models/"}
"""What is made on the reader's own machine: here a folder of the user's cache."""

PROPOSED = {"AUDIOPRESS_TOKEN"}
"""A variable that an error proposes: whoever runs the service chooses its name."""


def pages():
    return [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in PAGES]


def outside_code(page):
    return FENCE.sub("", page.read_text("utf-8"))


def anchors(page):
    """Return what GitHub makes of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", outside_code(page), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.replace(" ", "-") for title in plain}


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page):
    broken = []
    for link in LINK.findall(outside_code(page)):
        path, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def keeps_old_names(page):
    """Records and changes keep the names of their day; the index of the records names both."""
    return page.parent == DECISIONS or page.name == "CHANGELOG.md"


@pytest.mark.parametrize("page", [page for page in pages() if not keeps_old_names(page.values[0])])
def test_files_that_are_named_are_there(page):
    words = [word for span in SPAN.findall(outside_code(page)) for word in span.split()]
    names = {word for word in words if PLACE.fullmatch(word)} - MADE
    assert {name for name in names if not any((top / name).exists() for top in TOPS)} == set()


def test_the_index_of_the_decisions_names_what_is_there():
    index = outside_code(DECISIONS / "README.md").partition("## Where the names")[0]
    names = {*re.findall(r"`(\w+/[\w./]+)`", index)}
    assert len(names) > 20
    assert {name for name in names if not (ROOT / name).exists()} == set()


@pytest.mark.parametrize("page", pages())
def test_tests_that_are_named_are_there(page):
    wanted = set(TEST.findall(outside_code(page)))
    if wanted:
        files = [*(ROOT / "tests").rglob("test_*.py")]
        there = {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text())}
        assert wanted - there - {file.stem for file in files} == set()


def list_typed(text):
    """Return the words behind ``audiopress`` in each command of a page, in code of any kind."""
    blocks = [block for kind, block in FENCE.findall(text) if kind in ("console", "sh", "bash")]
    lines = [line for block in blocks for line in block.splitlines()]
    found = []
    for line in lines + SPAN.findall(FENCE.sub("", text)):
        parts = re.split(r"&&|\|\||[;|]\s", line.partition(" #")[0])
        found += [match[1] for part in parts if (match := TYPED.match(part))]
    return found


def find_unknown(typed):
    """Return what of a command is not there: itself, or its options."""
    try:
        words = shlex.split(typed)
    except ValueError:  # an ellipsis in the middle of a quotation
        words = typed.split()
    pair, groups = " ".join(words[:2]), {name.split()[0] for name in COMMANDS if " " in name}
    name = pair if pair in COMMANDS else words[0]
    if name in groups:
        return set() if len(words) == 1 or not words[1].islower() else {pair}
    if name not in COMMANDS and re.search(r"[./A-Z]", name):
        name = "build"  # its name may be left out before a source
    if name.startswith("--"):
        return {name} - {"--help", "--version"}
    options = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    return options - COMMANDS[name] if name in COMMANDS else {name}


@pytest.mark.parametrize("page", [page for page in pages() if not keeps_old_names(page.values[0])])
def test_commands_that_are_named_are_there(page):
    typed = list_typed(page.read_text("utf-8"))
    assert {each: found for each in typed if each and (found := find_unknown(each))} == {}


@pytest.mark.parametrize(
    "typed", ["bild article.html", "build --otput x", "voices lst", "article.html --plai", "--hlp"]
)
def test_a_command_that_is_not_there_is_seen(typed):
    assert list_typed(f"`audiopress {typed}`\n```sh\nX=1 .venv/bin/audiopress {typed} # no\n```\n")
    assert find_unknown(typed)


def test_every_page_is_in_the_index():
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    linked = {link.partition("#")[0] for link in LINK.findall(index)}
    names = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert names <= linked


def test_every_decision_is_in_their_index():
    index = (DECISIONS / "README.md").read_text("utf-8")
    linked = LINK.findall(index)
    names = sorted(page.name for page in DECISIONS.glob("0*.md"))
    assert [link for link in linked if re.fullmatch(r"\d{4}-.*\.md", link)] == names


def test_the_examples_for_python_run_and_say_what_the_page_says(tmp_path):
    (tmp_path / "audiopress.toml").write_text('[voices]\nbody = "tone"\n', "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lighthouse.html").write_bytes(EXAMPLE.read_bytes())
    blocks = FENCE.findall((ROOT / "docs" / "python.md").read_text("utf-8"))
    kinds = [kind for kind, _ in blocks]
    assert kinds == ["python", "text"] * (len(kinds) // 2)
    for (_, code), (_, said) in zip(blocks[::2], blocks[1::2], strict=True):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.stderr, done.stdout) == ("", said), code


def test_the_followed_paragraph_is_what_it_is():
    page = PAGE.read_text("utf-8")
    stations = follow()
    assert {block[2] for block in STATION.finditer(page)} == set(stations)
    assert fill_in(page, stations) == page


def test_the_picture_of_the_rooms_is_the_one_that_is_held():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = declared["tool"]["importlinter"]["contracts"]
    (contract,) = (each for each in contracts if each["type"] == "layers")
    layers = [
        {name.strip().removeprefix("audiopress.") for name in layer.split("|")}
        for layer in contract["layers"]
    ]
    picture = next(text for _, text in FENCE.findall(PAGE.read_text("utf-8")) if "+---" in text)
    rows = [re.findall(r"(?<=\|)\s*(\w+)\s*(?=\|)", line) for line in picture.splitlines()]
    assert [set(row) for row in rows if row] == layers


def test_what_is_made_from_the_code_is_as_the_code():
    changed = [page.name for page in find_changed()]
    assert changed == [], "write them: .venv/bin/python tests/reference_pages.py --write"


def test_every_setting_has_a_row_with_a_sentence():
    names = MARK.findall((ROOT / "docs" / "configuration.md").read_text("utf-8"))
    assert {name for _, name, _ in names} == {*TABLES, "shows"}
    assert {name.partition(".")[0] for name in TABLES} | {"shows"} == {*TABLE_NAMES}
    rows = [row for name in TABLES for row in list_rows(name, "configuration.md")]
    assert len(rows) > 120
    assert [row for row in rows if len(row[-1]) < 10 or not row[1]] == []
    assert read_sentences(Show).keys() & {*PRESS_SETS} == set()


def test_every_example_of_a_configuration_is_one():
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    blocks = [block for kind, block in FENCE.findall(text) if kind == "toml"]
    assert len(blocks) > 2
    for block in blocks:
        check_text(block, ROOT / "audiopress.toml")


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_example_of_a_front_matter_gives_its_value(name):
    found, rest = split_front_matter(f"---\n{EXAMPLES[name]}\n---\nText.\n", "a.md")
    assert (getattr(found, name), rest) != (getattr(FrontMatter(), name), rest)
    assert found.notes == ()


def test_the_examples_of_a_front_matter_are_of_all_its_values():
    assert EXAMPLES.keys() == KEYS.keys() | OTHER_KEYS.keys()


def test_every_variable_that_is_read_is_told():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "audiopress").rglob("*.py"))
    read = {*re.findall(r'(?<=")AUDIOPRESS_[A-Z_]+(?=")', code)}
    assert len(read) > 15
    assert read - PROPOSED <= list_variables().keys()
