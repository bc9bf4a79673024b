from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiopress.publish.player_files import _squeeze, list_player_files
from audiopress.publish.player_modules import join_modules

PLAYER = Path(__file__).parents[3] / "audiopress" / "player"
SERVED = {
    name.removeprefix("player/"): body.decode()
    for name, body in list_player_files().items()
    if name.endswith(".js")
}
LITERAL = re.compile(
    r"'(?:[^'\\\n]|\\.)*'|`[^`]*`|(?<=[(=] )/(?![*/])(?:\\.|[^/\\\n])+/|(?<=\()/[^*/].*?/"
)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const a = [1, 2];\n", "const a=[1,2];"),
        ("const said = 'a = [b, c]';\n", "const said='a = [b, c]';"),
        ("const t = `a, ${b} = c`;\n", "const t=`a, ${b} = c`;"),
        ("const r = /, (a) = [/ ]/u;\n", "const r = /, (a) = [/ ]/u;"),
        ("const half = all / 2, x = 4 / 2;\n", "const half=all / 2,x=4 / 2;"),
        ("const one = /** @type {any} */ (two);\n", "const one=(two);"),
        ("const more = a - -b + +c;\n", "const more=a - -b + +c;"),
        ("if (a) {\n  b();\n}\nc();\n", "if(a){b();}\nc();"),
        ("return a in b ? [c] : /d e/;\n", "return a in b?[c]: /d e/;"),
    ],
)  # fmt: skip
def test_blanks_that_mean_nothing_are_not_sent(written: str, sent: str) -> None:
    assert _squeeze("a.js", written) == sent


@pytest.mark.parametrize("name", sorted(path.name for path in PLAYER.glob("*.js")))
def test_what_is_said_and_searched_for_is_sent_as_it_is_written(name: str) -> None:
    """Strings, templates and regular expressions: a blank in them means something."""
    written = re.sub(
        r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n|^(?:import|export) [^;(]*'\./[^;]*;", "",
        (PLAYER / name).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL,
    )  # fmt: skip
    found = [literal for literal in LITERAL.findall(written) if "\n" not in literal]
    sent = re.sub(r"\?v=\w{8}(?=')", "", "".join(SERVED.values()))
    assert [literal for literal in found if literal not in sent] == []


@pytest.mark.parametrize("name", sorted(SERVED))
def test_every_file_is_whole_without_its_blanks(name: str) -> None:
    modules = {path.name: path.read_text("utf-8") for path in PLAYER.glob("*.js")}
    joined = join_modules(modules, "audiopress-player.js")[name]
    sent = re.sub(r"\?v=\w{8}(?=')", "", SERVED[name])
    written = re.sub(r"^[ \t]*//[^\n]*\n", "", joined, flags=re.MULTILINE)
    assert "".join(sent.split()) == "".join(
        re.sub(r"/\*.*?\*/ ?", "", written, flags=re.DOTALL).split()
    )
