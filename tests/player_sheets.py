"""The player's style as modules: ``audiopress/player/sheets.js``, made from ``player/css/*.css``,
and ``later-sheets.js`` from ``player/css/later``.

A constructed sheet needs no ``style-src`` and no second request, and one browser cannot import CSS.
``python tests/player_sheets.py --write`` makes it anew; a test holds that it is what the files say.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PLAYER = Path(__file__).resolve().parent.parent / "audiopress" / "player"
MODULES = {
    PLAYER / "sheets.js": PLAYER / "css",
    PLAYER / "later-sheets.js": PLAYER / "css" / "later",
}

HEAD = """/** Made from `css/` by `tests/player_sheets.py --write`: change the style there. */

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
"""


def main() -> None:
    """Print the modules, or write them."""
    for module, folder in MODULES.items():
        if "--write" in sys.argv:
            module.write_text(make_module(folder), "utf-8")
            print(f"{module.name} is what the style sheets say")
        else:
            print(make_module(folder))


def make_module(folder: Path) -> str:
    """Return the module of a folder: one constant for each style sheet, named like its file."""
    sheets = [
        f"\nexport const {path.stem.upper()} = sheetOf(`{squeeze(path.read_text('utf-8'))}`);\n"
        for path in sorted(folder.glob("*.css"))
    ]
    return HEAD + "".join(sheets)


def squeeze(css: str) -> str:
    """Return a style sheet without comments and blanks that mean nothing, a rule a line.

    Blanks around a colon stay where they may be a selector's.
    """
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css).strip()
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    css = re.sub(r"(?<=[\w-]): (?=[^{}]*[;}])", ":", css).replace(";}", "}")
    return css.replace("`", "\\`").replace("}", "}\n").replace("\n}", "}").strip()


if __name__ == "__main__":
    main()
