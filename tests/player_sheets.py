"""The player's style as a module: ``audiopress/player/sheets.js``, made from ``player/css/*.css``.

A constructed sheet needs no ``style-src`` and no second request, and one browser cannot import CSS.
``python tests/player_sheets.py --write`` makes it anew; a test holds that it is what the files say.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

PLAYER = Path(__file__).resolve().parent.parent / "audiopress" / "player"
MODULE = PLAYER / "sheets.js"

HEAD = """/** Made from `css/` by `tests/player_sheets.py --write`: change the style there. */

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
"""


def main() -> None:
    """Print the module, or write it."""
    if "--write" in sys.argv:
        MODULE.write_text(make_module(), "utf-8")
        print(f"{MODULE.name} is what the style sheets say")
    else:
        print(make_module())


def make_module() -> str:
    """Return the module: one constant for each style sheet, named like its file."""
    sheets = [
        f"\nexport const {path.stem.upper()} = sheetOf(`{squeeze(path.read_text('utf-8'))}`);\n"
        for path in sorted((PLAYER / "css").glob("*.css"))
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
