"""The tool that says which rule did it names the rules that there are."""

import subprocess
import sys

from runner import EXAMPLE, ROOT


def ask(*words):
    program = [sys.executable, ROOT / "tests" / "which_rule.py", *words]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_what_leaves_a_line_out_is_named():
    found = ask(EXAMPLE)
    assert "check bylines: byline: By Ada Fenwick" in found
    assert any(
        line.startswith("check wording, wording 'a label and what to read': read-more: Read more:")
        for line in found
    )


def test_what_says_a_figure_is_named():
    found = ask("--say", "John 3:16 costs £2", "--language", "en-US")
    assert found[0].startswith("dates_and_times/clock_times.py, 'clock': John 3:16")
    assert found[1].startswith("amounts/money.py, 'money': ")
    assert found[-1] == "John three sixteen costs two pounds"
