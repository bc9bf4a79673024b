"""The player's types, as TypeScript reads them: its own modules, and those who import it."""

from __future__ import annotations

import json
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
    return compiled(*STRICT, *map(str, files))


def compiled(*words: str, home: Path | None = None) -> list[str]:
    """Return the complaints of the compiler, run in this folder."""
    node = shutil.which("node")
    if not node:
        pytest.skip("no node on this machine")
    try:
        compiler = package_folder("typescript") / "lib" / "tsc.js"
    except UnavailableError as error:
        pytest.skip(str(error))
    call = [node, str(compiler), *words]
    done = subprocess.run(call, cwd=home, capture_output=True, text=True, check=False)
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


@pytest.mark.parametrize("wrong", [("", ""), *WRONG], ids=lambda pair: pair[1] or "none")
def test_who_imports_it_from_an_edition_has_the_types_that_the_docs_write(
    tmp_path: Path, wrong: tuple[str, str]
) -> None:
    declared = tmp_path / "types"
    options = STRICT[STRICT.index("--target") : STRICT.index("--lib")]
    assert compiled(
        str(PLAYER / "audiopress-player.js"), "--allowJs", "--declaration",
        "--emitDeclarationOnly", *options, "--outDir", str(declared),
    ) == []  # fmt: skip
    shutil.copy(PLAYER / "types.d.ts", declared)
    edition = "https://listen.example.org/player"
    (tmp_path / "guest.ts").write_text(GUEST.replace(*wrong) % edition, "utf-8")
    settings = {"noEmit": True, "strict": True, "target": "esnext", "module": "esnext",
                "moduleResolution": "bundler", "lib": ["esnext", "dom", "dom.iterable"],
                "paths": {f"{edition}/*": ["./types/*"]}}  # fmt: skip
    project = {"compilerOptions": settings, "files": ["guest.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(project), "utf-8")
    found = compiled("-p", ".", home=tmp_path)
    assert len([line for line in found if line.startswith("guest.ts")]) == bool(wrong[0])
