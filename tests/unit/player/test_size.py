import gzip
import re
from pathlib import Path

from player_sheets import MODULE, make_module

from audiopress.publish.player_files import list_player_files, list_preloads

PLAYER = Path(__file__).parents[3] / "audiopress" / "player"
SERVED = {name.removeprefix("player/"): body for name, body in list_player_files().items()}
MODULES = {name: body.decode() for name, body in SERVED.items() if name.endswith(".js")}
IMPORT = re.compile(r"^import (?:[^;]*? from )?'\./([\w-]+\.js)\?v=\w{8}';$", re.MULTILINE)
ANY_IMPORT = re.compile(r"""['"]\./([\w-]+\.js)(\?v=\w{8})?['"]""")
CORE = "audiopress-player.js"


def weight(names: set[str]) -> int:
    return sum(len(gzip.compress(SERVED[name], 9)) for name in names)


def at_once(name: str) -> set[str]:
    """What is loaded with a module before anything happens."""
    return {name}.union(*(at_once(found) for found in IMPORT.findall(MODULES[name])))


def test_core_and_style_weigh_at_most_20_kb() -> None:
    assert weight(at_once(CORE) | {"audiopress-player.css"}) <= 20 * 1024


def test_all_modules_weigh_at_most_34_kb() -> None:
    assert weight(set(MODULES)) <= 34 * 1024


def test_what_is_loaded_at_once_is_asked_for_at_once() -> None:
    """No module waits for another one to name it."""
    assert {name.partition("?")[0] for name in list_preloads()} == at_once(CORE) - {CORE}


def test_every_import_has_the_version_and_is_there() -> None:
    for module, text in MODULES.items():
        for name, version in ANY_IMPORT.findall(text):
            assert version, f"{module} imports {name} without a version"
            assert name in MODULES


def test_the_style_is_that_of_the_files() -> None:
    assert MODULE.read_text("utf-8") == make_module(), "python tests/player_sheets.py --write"


def test_no_length_depends_on_the_size_of_the_pages_root() -> None:
    for sheet in [*PLAYER.glob("css/*.css"), PLAYER / "audiopress-player.css"]:
        assert re.findall(r"[\d.]+r(?:em|lh|ex|ch)\b", sheet.read_text("utf-8")) == [], sheet.name


def test_no_string_becomes_markup_or_code() -> None:
    for name, text in MODULES.items():
        found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function", text)
        assert found == [], name


def test_no_module_names_another_host() -> None:
    for name, text in MODULES.items():
        named = set(re.findall(r"https?://([\w.]+)", text))
        assert named <= {"www.w3.org"}, name
