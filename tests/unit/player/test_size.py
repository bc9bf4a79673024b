import gzip
import re
from pathlib import Path

PLAYER = Path(__file__).parents[3] / "audiopress" / "player"
MODULES = sorted(PLAYER.glob("*.js"))
IMPORT = re.compile(r"^import .* from '\./([\w-]+\.js)';$", re.MULTILINE)


def weight(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def at_once(name: str) -> set[str]:
    """What is loaded with a module before anything happens."""
    text = (PLAYER / name).read_text("utf-8")
    return {name}.union(*(at_once(found) for found in IMPORT.findall(text)))


def test_core_and_style_weigh_at_most_12_kb() -> None:
    core = [PLAYER / name for name in sorted(at_once("audiopress-player.js"))]
    assert weight([*core, PLAYER / "audiopress-player.css"]) <= 12 * 1024


def test_all_modules_weigh_at_most_24_kb() -> None:
    assert weight(MODULES) <= 24 * 1024


def test_no_string_becomes_markup_or_code() -> None:
    for module in MODULES:
        text = module.read_text("utf-8")
        found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|new Function", text)
        assert found == [], module.name


def test_no_module_names_another_host() -> None:
    for module in MODULES:
        named = set(re.findall(r"https?://([\w.]+)", module.read_text("utf-8")))
        assert named <= {"www.w3.org"}, module.name
