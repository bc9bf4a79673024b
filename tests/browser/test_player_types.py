"""The player's types, as TypeScript reads them: its own modules, and those who import it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from npm import UnavailableError, package_folder

PLAYER = Path(__file__).parents[2] / "audiopress" / "player"

STRICT = (
    "--noEmit", "--strict", "--allowJs", "--checkJs", "--target", "esnext", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "esnext,dom,dom.iterable",
    # A parameter without a type is any: only what modules share is written out. And an element has
    # its parts once it stands in a page.
    "--noImplicitAny", "false", "--strictPropertyInitialization", "false",
)  # fmt: skip
"""Options of the compiler."""

GUEST = """import { find, place } from '%s/audiopress-player.js';

const src: string = await find(location.href);
const player = await place({ src, after: 'h1' });
if (player) {
  await player.play(12);
  const { title, paragraphs } = player.record ?? { title: '', paragraphs: [] };
  const rate: number = player.rate;
  console.log(title.length, paragraphs.length, rate, player.audio.duration);
}
const found = document.querySelector('audiopress-player');
found?.addEventListener('ap-start', () => found.pause());
"""

WRONG = (
    ("await place({ src, after: 'h1' })", "await place(5)"),
    ("const rate: number", "const rate: string"),
    ("player.play(12)", "player.plays(12)"),
    ("title.length, ", "title.lengths, "),
    ("found.pause()", "found.paws()"),
)
"""What a site might write by mistake."""

pytestmark = pytest.mark.campaign


def complaints(*files: Path) -> list[str]:
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine")
    try:
        compiler = package_folder("typescript") / "lib" / "tsc.js"
    except UnavailableError as error:
        pytest.skip(str(error))
    words = [node, str(compiler), *STRICT, *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if "error TS" in line]


def test_typescript_has_no_complaint() -> None:
    assert complaints(*sorted(PLAYER.glob("*.js")), PLAYER / "types.d.ts") == []


def test_who_imports_it_has_its_types(tmp_path: Path) -> None:
    guest = tmp_path / "guest.ts"
    guest.write_text(GUEST % PLAYER, "utf-8")
    assert complaints(guest) == []


@pytest.mark.parametrize("wrong", WRONG, ids=lambda pair: pair[1])
def test_a_mistake_is_seen(tmp_path: Path, wrong: tuple[str, str]) -> None:
    guest = tmp_path / "guest.ts"
    assert wrong[0] in GUEST
    guest.write_text(GUEST.replace(*wrong) % PLAYER, "utf-8")
    assert len(complaints(guest)) == 1
