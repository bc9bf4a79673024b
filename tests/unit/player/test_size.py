import gzip
import re
from pathlib import Path

from player_sheets import MODULES as SHEETS
from player_sheets import make_module

from audiopress.publish.player_files import list_player_files

PLAYER = Path(__file__).parents[3] / "audiopress" / "player"
SERVED = {name.removeprefix("player/"): body for name, body in list_player_files().items()}
MODULES = {name: body.decode() for name, body in SERVED.items() if name.endswith(".js")}
ANY_IMPORT = re.compile(r"""['"]\./([\w-]+\.js)(\?v=\w{8})?['"]""")
CORE = "audiopress-player.js"


def weight(names: set[str]) -> int:
    return sum(len(gzip.compress(SERVED[name], 9)) for name in names)


def test_core_and_style_weigh_at_most_20_kb() -> None:
    assert weight({CORE, "audiopress-player.css"}) <= 20 * 1024


def test_all_modules_weigh_at_most_34_kb() -> None:
    assert weight(set(MODULES)) <= 34 * 1024


def test_no_file_waits_for_another_one() -> None:
    """What is needed at once comes in one journey."""
    for name, text in MODULES.items():
        assert re.findall(r"^import\b.*", text, re.MULTILINE) == [], name


def test_every_import_has_the_version_and_is_there() -> None:
    for module, text in MODULES.items():
        for name, version in ANY_IMPORT.findall(text):
            assert version, f"{module} imports {name} without a version"
            assert name in MODULES


def test_the_style_is_that_of_the_files() -> None:
    for module, folder in SHEETS.items():
        made = make_module(folder)
        assert module.read_text("utf-8") == made, "python tests/player_sheets.py --write"


def test_no_length_depends_on_the_size_of_the_pages_root() -> None:
    for sheet in [*PLAYER.glob("css/**/*.css"), PLAYER / "audiopress-player.css"]:
        assert re.findall(r"[\d.]+r(?:em|lh|ex|ch)\b", sheet.read_text("utf-8")) == [], sheet.name


def test_no_string_becomes_markup_or_code() -> None:
    for name, text in MODULES.items():
        found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function", text)
        assert found == [], name


def test_no_module_names_another_host() -> None:
    for name, text in MODULES.items():
        named = set(re.findall(r"https?://([\w.]+)", text))
        assert named <= {"www.w3.org"}, name


def test_no_module_asks_a_selector_that_older_browsers_refuse() -> None:
    """One that throws ends whatever asked it."""
    for name, text in MODULES.items():
        assert ":has(" not in text, name
