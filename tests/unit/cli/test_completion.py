"""Commands and options completed by a real bash."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from runner import ROOT, PressHere

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
@pytest.mark.parametrize(
    ("typed", "offered"), [("audiopress ser", "serve"), ("audiopress build --ver", "--verify")]
)
def test_a_bash_completes_commands_and_options(tmp_path: Path, typed: str, offered: str) -> None:
    script = PressHere(tmp_path).run("completion", "bash").stdout
    program = tmp_path / "audiopress"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from audiopress.__main__ import main\nmain()\n"
    )
    program.chmod(0o755)
    words = typed.split()
    asked = (
        f"{script}\nCOMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}\n"
        'f=$(complete -p audiopress | grep -o "\\-F [^ ]*" | cut -c4-)\n$f audiopress\n'
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        ["bash", "-c", asked],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == [offered], done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_a_script_of_theirs(tmp_path: Path, shell: str) -> None:
    script = PressHere(tmp_path).run("completion", shell).stdout
    assert f"complete_{shell}" in script
    wrong = PressHere(tmp_path).run("completion", "cmd", ok=False)
    assert wrong.returncode == 2
