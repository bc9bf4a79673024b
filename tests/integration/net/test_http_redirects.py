"""Redirects and names that lead inside, on a small internet of the test's own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STATUSES = [301, 302, 303, 307, 308]
ALLOWED = {
    "absolute": "http://public.example/",
    "other-host": "http://also.example/",
    "relative": "/",
    "dots": "../../",
    "no-scheme": "//also.example/",
    "fragment": "/#end",
    "port": "http://public.example:80/",
}
REFUSED = {
    "inside": "http://inside.example/",
    "inside-no-scheme": "//inside.example/",
    "inside-address": "http://10.1.1.1/",
    "loop": "http://loop.example/",
    "loop-address": "http://127.0.0.1/",
    "loop-number": "http://2130706433/",
    "loop-mapped": "http://[::ffff:127.0.0.1]/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "one-of-two": "http://both.example/",
    "one-of-two-6": "http://both6.example/",
    "file": "file:///etc/passwd",
    "ftp": "ftp://public.example/",
    "gopher": "gopher://10.1.1.1:80/_GET%20/",
    "data": "data:text/html,secret",
    "password": "http://a:b@public.example/",
    "at": "http://public.example@10.1.1.1/",
    "backslash": "http://public.example\\@10.1.1.1/",
    "unknown": "http://none.example/",
}


@dataclass
class Outcome:
    url: str
    text: str
    reached: int
    asked: list[str]


def cases() -> list[tuple[str, str, list[tuple[str, tuple[int, str]]]]]:
    every = [
        (f"{name}-{status}", f"/{name}-{status}/x/y", (status, location))
        for name, location in (ALLOWED | REFUSED).items()
        for status in STATUSES
    ]
    found = [
        (name, f"http://public.example{path}", [(path, answer)]) for name, path, answer in every
    ]
    chain = [(f"/hop{count}", (302, f"/hop{count - 1}")) for count in range(1, 8)]
    chain[0] = ("/hop1", (302, "/"))
    return [
        *found,
        ("five", "http://public.example/hop5", chain),
        ("six", "http://public.example/hop6", chain),
        ("circle", "http://public.example/circle", [("/circle", (302, "/circle"))]),
        ("late", "http://public.example/late", [("/late", (302, "/late2")),
                                                ("/late2", (302, "http://10.1.1.1/"))]),
        ("direct-inside", "http://inside.example/", []),
        ("direct-both", "http://both.example/", []),
        ("rebind", "http://rebind.example/", []),
        ("rebind-hop", "http://rebind.example/again",
         [("/again", (302, "http://rebind.example/"))]),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    program = [sys.executable, "-m", "tests.integration.net.world"]
    space = ["unshare", "--net", "--map-root-user"]
    if not shutil.which("ip") or not shutil.which("unshare"):
        pytest.skip("needs ip (iproute2) and unshare (util-linux) for a network of its own")
    if subprocess.run([*space, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test have a network namespace of its own")
    done = subprocess.run(
        [*space, *program], cwd=ROOT, input=json.dumps(cases()), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {row[0]: Outcome(*row[1:]) for row in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("name", ALLOWED)
def test_redirects_to_public_places_are_followed(
    outcomes: dict[str, Outcome], name: str, status: int
) -> None:
    outcome = outcomes[f"{name}-{status}"]
    assert outcome.text == "<p>public</p>"
    assert outcome.url in {"http://public.example/", "http://also.example/"}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("name", REFUSED)
def test_redirects_elsewhere_are_not(outcomes: dict[str, Outcome], name: str, status: int) -> None:
    outcome = outcomes[f"{name}-{status}"]
    assert outcome.url == ""
    assert "secret" not in outcome.text
    assert outcome.reached == 0


def test_five_redirects_are_followed_and_six_are_not(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["five"].text == "<p>public</p>"
    assert outcomes["six"].text == outcomes["circle"].text == "more than 5 redirects"


@pytest.mark.parametrize("name", ["direct-inside", "direct-both", "late"])
def test_inside_is_never_reached(outcomes: dict[str, Outcome], name: str) -> None:
    outcome = outcomes[name]
    assert "not on the public internet" in outcome.text
    assert outcome.reached == 0


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(
    outcomes: dict[str, Outcome],
) -> None:
    outcome = outcomes["rebind"]
    assert outcome.text == "<p>public</p>"
    assert outcome.asked == ["rebind.example"]


def test_a_name_that_has_moved_inside_by_the_second_hop_is_refused(
    outcomes: dict[str, Outcome],
) -> None:
    outcome = outcomes["rebind-hop"]
    assert "not on the public internet" in outcome.text
    assert outcome.reached == 0


def test_nothing_inside_was_reached_in_the_whole_run(outcomes: dict[str, Outcome]) -> None:
    assert {name for name, outcome in outcomes.items() if outcome.reached} == set()
