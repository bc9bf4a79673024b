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
        line.startswith("check wording, wording 'a label and a title': read-more: Read more:")
        for line in found
    )


def test_the_ground_on_which_a_line_is_spoken_is_named():
    found = ask("--line", "Some 400 towns now subscribe to the weather bulletin.")
    assert found[0].startswith("check wording, wording 'sign up for a newsletter': newsletter")
    assert found[1].startswith("rule kept-in-context, ground 'sentence-in-the-thick': spoken")
    assert found[-1] == "in the end: spoken"


def test_a_wording_that_a_line_has_though_it_is_spoken_is_named():
    found = ask("--line", "Join us, the strikers sang.")
    assert found[0].startswith("wording 'join or support us' matches it")
    assert found[-1] == "in the end: spoken"


def test_what_says_a_figure_is_named():
    found = ask("--say", "John 3:16 costs £2", "--language", "en-US")
    assert found[0].startswith("dates_and_times/clock_times.py, 'clock': John 3:16")
    assert found[1].startswith("amounts/money.py, 'money': ")
    assert found[-1] == "John three sixteen costs two pounds"
