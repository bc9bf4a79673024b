from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiopress.publish.player_files import _squeeze
from audiopress.publish.player_modules import join_modules
from audiopress.publish.player_names import shorten_names

PLAYER = Path(__file__).parents[3] / "audiopress" / "player"
MODULES = join_modules(
    {path.name: path.read_text("utf-8") for path in PLAYER.glob("*.js")}, "audiopress-player.js"
)
NAMES = re.compile(r"[\w$]+")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const near = 1;\nfunction far(a) {\n  return near + a;\n}\nfar(near);\n",
         "let $a=1;function $b(a){return $a+a}\n$b($a);"),
        ("async function far() {\n  b();\n}\n", "async function $a(){b()}\n"),
        ("const all = [];\nf(...all);\n", "let $a=[];f(...$a);"),
        ("const on = 1;\nconst one = on;\n", "let $a=1;let $b=$a;"),
    ],
)  # fmt: skip
def test_a_name_of_the_file_alone_is_short(written: str, sent: str) -> None:
    assert shorten_names(_squeeze("a.js", written), written) == sent


@pytest.mark.parametrize(
    "written",
    [
        "export const near = 1;\nexport function far() {}\n",
        "const near = 1;\nexport { near };\n",
        "const near = 1;\nf({ a, near });\n",
        "const near = 1;\nconst { near = 2 } = b;\n",
        "const near = 1;\nf({ near: 2 });\n",
        "const near = 1;\na.near = b?.near;\n",
        "const near = 1;\nf({ near(a) {\n  return a;\n} });\n",
        "const near = 1;\nf(`${near}`);\n",
        "const near = 1;\nf('near');\n",
        "const near = 1;\nf(/near/);\n",
        "f(() => {\n  const near = 1;\n});\n",
        "export class A {\n  #near = 1;\n}\n",
    ],
)
def test_what_others_read_by_its_name_keeps_it(written: str) -> None:
    squeezed = _squeeze("a.js", written)
    assert shorten_names(squeezed, written) == squeezed


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_two_names_of_a_file_become_one(name: str) -> None:
    long = _squeeze(name, MODULES[name])
    short = shorten_names(long, MODULES[name])
    pairs = set(zip(NAMES.findall(long), NAMES.findall(short), strict=True))
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert len(short) < len(long)
