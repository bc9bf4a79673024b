"""The house itself: what it exports, what is packaged, what may be said in it."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from house_figures import measure
from long_tests import read_list

import audiopress

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_public_names():
    assert audiopress.__all__ == [
        "AudiopressError",
        "Report",
        "Settings",
        "__version__",
        "build",
        "check",
        "load_settings",
        "plan",
        "read",
        "say",
        "speak",
    ]


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
        " 'feedgen', 'feedparser', 'starlette', 'httpcore2') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_reading_a_page_needs_no_numbers_no_markdown_and_no_guess_of_its_language():
    program = (
        "import sys; from audiopress.model import Document, Reading;"
        "from audiopress.reading.extract import extract;"
        "body = '<html lang=en><body><article><h1>Ferry</h1><p>Friday 3 May 2024</p>'"
        "'<p>Top 10 ferries</p><p>The ferry was late on Monday, 3 May 2024.</p>';"
        "extract(Document(uri='a.html', media_type='text/html', body=body.encode()), Reading());"
        "names = ('numpy', 'py3langid', 'markdown_it', 'yaml', 'chardetng_py');"
        "print([n for n in names if n in sys.modules]);"
        "from audiopress.text.language import guess_language;"
        "said = 'Kissa nukkuu katolla koko talven, kunnes aurinko nousee ja lumi sulaa. ';"
        "print(guess_language(said * 2))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["[]", "fi"]


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


def test_no_address_in_the_requirements():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert not re.search(r"^\s*--(?!hash)", text, re.MULTILINE)


ROOMS = {
    "typer": "cli/",
    "rich": "cli/",
    "feedgen": "publish/feed",
    "feedparser": "sources/lists/feeds",
    "defusedxml": "sources/lists/safe_xml",
    "crawleruseragents": "stats/agents",
    "jinja2": "(publish/pages/|checking/report_page/page)",
    "PIL": "(publish/pages/artwork|checking/(feed|agreement)/pictures)",
    "segno": "publish/pages/",
    "faster_whisper": "checking/words/recogniser",
    "pydub": "audio/music",
    "lameenc": "audio/frames",
    "soxr": "audio/",
    "soundfile": "(audio/|checking/files/(sound_rules|decoding)|"
    "engines/openai/sound|engines/system/sound_files)",
    "docutils": "reading/documents/restructured_text",
    "pypdfium2": "reading/documents/printed/letters",
    "zipfile": "(text/zip_parts|sources/documents/|publish/epub/archive)",
    "trafilatura": "reading/html/",
    "num2words": "speaking/european/numbers/numerals",
    "markdown_it": "reading/formats/",
    "mdit_py_plugins": "reading/formats/",
    "webencodings": "text/",
    "chardetng_py": "text/guessed_encoding",
    "yaml": "reading/formats/",
    "babel": "(reading/metadata/|sources/dates/|speaking/|text/(scripts|language_(names|slips)))",
    "hibari": "engines/(english|hibari)/",
    "piper": "engines/",
    "pyttsx3": "engines/",
    "platformdirs": "user_folders",
    "onnxruntime": "engines/",
    "starlette": "(server|studio)/",
    "uvicorn": "server/",
    "http": "net/",
    "httpcore2": "net/",
    "h2": "net/",
    "protego": "(sources/crawling/robots|checking/folder/robots_file)",
    "brotli": "net/unpacking",
    "backports": "net/unpacking",
    "idna": "net/urls",
    "sqlite3": "(server/jobs/queue|store/ledger_index)",
    "socket": "(net/|store/|server/)",
    "ifaddr": "server/lan",
    "subprocess": "(workers/|engines/|deploy/|cli/terminal/playing)",
    "obstore": "store/objects",
    "c2pa": "signing/",
    "cryptography": "(signing/|workers/cluster/certificates)",
    "distributed": "workers/cluster/connection",
}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_a_library_has_one_room():
    house = ROOT / "audiopress"
    strays = [
        (path.relative_to(house).as_posix(), name)
        for path in sorted(house.rglob("*.py"))
        for name in set(imported(path))
        if name in ROOMS and not re.match(ROOMS[name], path.relative_to(house).as_posix())
    ]
    assert strays == []


def test_a_submodule_of_numpy_is_never_reached_through_numpy():
    # It is imported there and then; while another thread is about to have imported it, that asks
    # itself without an end ("maximum recursion depth exceeded"). ``from numpy.fft import rfft``.
    program = "import numpy; print(*set(numpy.__numpy_submodules__) - set(vars(numpy)))"
    late = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "fft" in late
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} np.{node.attr}"
        for path in sorted((ROOT / "audiopress").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("np", "numpy")
        and node.attr in late
    ]
    assert found == []


PURE = (
    "model/",
    "identity.py",
    "audio/timeline.py",
    "press/steps/bind.py",
    "press/steps/plan.py",
    "publish/",
    "reading/",
    "speaking/",
    "store/keys.py",
    "text/",
)
EFFECTS = {"open", "print", "input", ".now", ".today", ".getenv", ".environ", ".write_text"}


def named(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Attribute):
            yield f".{node.attr}"


def test_the_core_has_no_effects():
    house = ROOT / "audiopress"
    found = [
        (path.relative_to(house).as_posix(), name)
        for path in sorted(house.rglob("*.py"))
        if path.relative_to(house).as_posix().startswith(PURE)
        for name in named(path)
        if name in EFFECTS
    ]
    assert found == []


# -- how it reads ----------------------------------------------------------------------------

OF_MANY = {
    "unit/player/test_docs.py": "the page of the player",
    "unit/player/test_size.py": "all modules of the player together",
    "unit/test_docs.py": "the pages",
    "unit/test_documents_campaign.py": "the campaign in tests/campaigns/documents.py",
    "unit/test_house.py": "all rooms",
    "unit/test_listed_pages.py": "pages that list what the code has",
    "unit/test_licences.py": "all that a default installation brings",
    "unit/test_page_lines.py": "the lines of a page in tests/campaigns/page_lines.py",
    "unit/test_pages_by_language.py": "the campaign in tests/campaigns/pages_by_language.py",
    "unit/test_reading_measure.py": "the campaign in tests/campaigns/reading_measure.py",
    "unit/test_rules_worth.py": "the campaign in tests/campaigns/rules_worth.py",
    "unit/test_which_rule.py": "the tool for contributors in tests/which_rule.py",
    "integration/checking/words/test_build_verify.py": "build --verify with a real voice",
    "integration/engines/test_silent.py": "no engine says anything to anybody",
    "integration/test_benchmarks_shipped.py": "the benchmarks",
}
"""Tests of no single module, and what of; `integration/end_to_end/` is of the whole program."""


def has_module(place):
    """Whether a test's place and name, or the beginning of its name, are those of a module."""
    words = place.stem.removeprefix("test_").split("_")
    names = ["_".join(words[:count]) for count in range(len(words), 0, -1)]
    folder = ROOT / "audiopress" / place.parent
    return any((folder / f"{name}.py").exists() or (folder / name).is_dir() for name in names)


def test_the_tests_of_a_module_are_found_by_its_name():
    tests = ROOT / "tests"
    places = [
        path.relative_to(tests / kind)
        for kind in ("unit", "integration")
        for path in sorted((tests / kind).rglob("test_*.py"))
        if path.relative_to(tests).as_posix() not in OF_MANY
    ]
    assert [
        str(place) for place in places if place.parts[0] != "end_to_end" and not has_module(place)
    ] == []
    assert [name for name in OF_MANY if not (tests / name).exists()] == []


def test_the_output_folder_is_there_and_holds_nothing_that_is_kept():
    assert (ROOT / "output" / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"


@pytest.fixture(scope="module")
def found():
    return measure(ROOT / "audiopress")


def test_a_class_has_a_name_of_its_own():
    places = defaultdict(list)
    for path in sorted((ROOT / "audiopress").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name.lstrip("_")].append(path.relative_to(ROOT).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_no_file_is_left_out_of_a_check(found):
    assert found.noqa == []


def test_no_line_is_too_long_to_be_reviewed(found):
    assert found.long == []


def test_every_constant_has_a_reason(found):
    assert found.unexplained == []


def test_every_public_name_has_a_docstring(found):
    assert found.bare == []


def test_no_test_runs_a_loop_in_the_thread_of_all_tests():
    # Playwright, of a test before, leaves one that runs there: a second one is an error then.
    call = "asyncio.run" + "("
    found = [
        path for path in (ROOT / "tests").rglob("test_*.py") if call in path.read_text("utf-8")
    ]
    assert [path.relative_to(ROOT).as_posix() for path in found] == []


def test_every_long_test_is_there():
    missing = [name for name in read_list() if not _is_test(name.removesuffix("[...]"))]
    assert not missing, "tests/long_tests.txt names them"
    assert not _is_test("tests/unit/test_house.py::test_that_nobody_wrote")


def _is_test(name: str) -> bool:
    path, _, function = name.partition("::")
    return (
        f"def {function}(" in (ROOT / path).read_text("utf-8") if (ROOT / path).exists() else False
    )
