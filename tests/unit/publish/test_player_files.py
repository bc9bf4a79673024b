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


PRIVATE = re.compile(r"(?<![('`])#[A-Za-z]\w*")


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const a = [1, 2];\n", "let a=[1,2];"),
        ("const said = 'const a = [b, c]';\n", "let said='const a = [b, c]';"),
        ("const t = `const a, ${b} = c`;\n", "let t=`const a, ${b} = c`;"),
        ("const { a } = b, constant = c;\n", "let{a}=b,constant=c;"),
        ("const r = /, (a) = [/ ]/u;\n", "let r = /, (a) = [/ ]/u;"),
        ("const half = all / 2, x = 4 / 2;\n", "let half=all/2,x=4/2;"),
        ("const one = /** @type {any} */ (two);\n", "let one=(two);"),
        ("const more = a - -b + +c - d;\n", "let more=a - -b + +c-d;"),
        ("a++ + b;\nc--\n- d;\n", "a++ + b;c--\n-d;"),
        ("if (a !== !b) {\n  b();\n}\nc();\n", "if(a!==!b){b()}\nc();"),
        ("f({\n  a,\n  b: [\n    c,\n  ],\n});\n", "f({a,b:[c]});"),
        ("x = this.#one + o.#two('#one', `#one`, /#one/) + #one in o;\n",
         "x=this.#a+o.#b('#one',`#one`, /#one/)+#a in o;"),
        ("a = sheetOf(`b{c:d}\ne{f:g}`);\nh = i(`{b}\nc`);\n",
         "a=sheetOf(`b{c:d}e{f:g}`);h=i(`{b}\nc`);"),
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
    sent = _squeeze(name, joined)
    written = re.sub(r"^[ \t]*//[^\n]*\n", "", joined, flags=re.MULTILINE)
    written = plain(re.sub(r"/\*.*?\*/ ?", "", written, flags=re.DOTALL))
    assert PRIVATE.sub("#", plain(sent)) == PRIVATE.sub("#", written)
    short = dict(zip(PRIVATE.findall(written), PRIVATE.findall(plain(sent)), strict=True))
    assert len(set(short.values())) == len(short), "each private name has one of its own"


def plain(text: str) -> str:
    """Return a module without blanks and without the signs that mean nothing."""
    text = "".join(re.sub(r"\bconst\b", "let", text).split())
    return re.sub(r"[,;](?=[}\])])", "", text)
