"""Sources that other packages bring, as a person uses them."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE, Press

from audiopress import plugins

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """
from audiopress.model import Document

class Desk:
    def fetch(self, uri):
        body = f"# About {uri}\\n\\nThis is what there is to say about {uri}, and no more.\\n"
        yield Document(uri=f"desk:{uri}", media_type="text/markdown", body=body.encode())
        if uri == "storms":
            raise RuntimeError("the desk is closed")
"""


def brought(folder):
    """Install a package that brings the source ``desk``, as pip leaves it."""
    info = folder / "desk-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "desk.py").write_text(SOURCE)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.sources]\ndesk = desk:Desk\n")
    return {"PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}


@pytest.mark.parametrize("command", ["plan", "build", "script"])
def test_the_traceback_of_a_source_is_shown_when_asked_for(tmp_path, command):
    press = Press(tmp_path / "edition", environment=brought(tmp_path / "site"))
    said = press.run(command, "desk:storms", ok=False).stderr
    assert "Traceback" not in said
    assert "the package desk; --debug" in said
    shown = press.run(command, "desk:storms", "--debug", ok=False).stderr
    assert 'raise RuntimeError("the desk is closed")' in shown
    assert "desk.py" in shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('Document(uri="shelf:a", media_type="text/plain", body="Words.")',
         "gave shelf:a, whose body must be bytes and is str"),
        ('"Words."', "gave no Document and no Refused, but str 'Words.'"),
        ('Document(uri="", media_type="text/plain", body=b"Words.")', "whose uri is ''"),
        ('Refused(uri="shelf:a", error=OSError("no"))', "whose error is no SourceError"),
    ],
)  # fmt: skip
def test_what_a_source_gives_wrongly_is_named_and_the_rest_is_built(tmp_path, given, said):
    code = (
        "from audiopress.model import Document, Refused\n"
        "class Shelf:\n"
        "    def fetch(self, uri):\n"
        f"        yield {given}\n"
        "        body = b'B\\n\\nIt is late.'\n"
        "        yield Document(uri='shelf:b', media_type='text/plain', body=body)\n"
    )
    site = bring_module(tmp_path / "site", "sources", "shelf = theirs:Shelf", code)
    done = Press(tmp_path / "edition", environment=site).run("build", "shelf:all", ok=False)
    assert 'the source "shelf" gave ' in done.stderr
    assert said in done.stderr
    assert "the package theirs" in done.stderr
    assert "1 built, 1 failed" in done.stderr


def test_a_source_that_cannot_be_imported_is_named_with_its_package(tmp_path):
    site = bring_module(tmp_path / "site", "sources", "shelf = theirs:Shelf", "import nothing_so\n")
    done = Press(tmp_path / "edition", environment=site).run("plan", "shelf:all", ok=False)
    assert 'the source "shelf" could not be loaded: ModuleNotFoundError' in done.stderr
    assert "package theirs" in done.stderr


def test_a_source_that_is_not_installed_is_said_to_be_so(tmp_path):
    press = Press(tmp_path / "edition", environment=brought(tmp_path / "site"))
    done = press.run("plan", "deks:../x.csv", ok=False)
    assert 'no source "deks" is installed (did you mean desk?)' in done.stderr
    assert "where: deks:../x.csv" in done.stderr
    assert "installed are: desk" in done.stderr
    press.folder.joinpath("audiopress.toml").write_text('[edition]\nsources = ["deks:x"]\n')
    assert 'no source "deks"' in press.run("plan", ok=False).stderr
    press.folder.joinpath("part-two: a storm.txt").write_text("Part two\n\nThe ferry was late.\n")
    assert press.run("plan", "part-two: a storm.txt").returncode == 0
    assert "no source" not in press.run("plan", "C:x.txt", ok=False).stderr


def bring_module(folder: Path, kind: str, point: str, code: str) -> dict[str, str]:
    """Install a package ``theirs`` with one module, as pip leaves it."""
    info = folder / "theirs-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "theirs.py").write_text(code)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[audiopress.{kind}]\n{point}\n")
    return {"PYTHONPATH": os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])}


SPELL = """
from audiopress.model import Voice

class Spell:
    name, version, kernel, threads = "spell", "1", "f64", True

    def voices(self):
        return (Voice(name="spell", engine="spell", languages=(), sample_rate=16000),)

    def speak(self, line):
        return {}["x"]
"""


@pytest.fixture
def spell(tmp_path: Path) -> Press:
    environment = bring_module(tmp_path / "site", "engines", "spell = theirs:Spell", SPELL)
    return Press(tmp_path / "edition", voice="spell", environment=environment)


@pytest.mark.parametrize("words", [("say", "Good evening."), ("build", EXAMPLE)])
def test_a_crash_of_an_engine_is_its_own(spell, words):
    done = spell.run(*words, ok=False)
    assert done.returncode == 1
    assert """the engine "spell" failed: KeyError('x')""" in done.stderr
    assert "did not expect" not in done.stderr
    assert "Traceback" not in done.stderr
    shown = spell.run(*words, "--debug", ok=False).stderr
    assert "theirs.py" in shown
    assert 'return {}["x"]' in shown


def test_what_an_engine_gives_must_be_speech(spell):
    (spell.folder.parent / "site" / "theirs.py").write_text(SPELL.replace('{}["x"]', '"beep"'))
    done = spell.run("say", "Good evening.", ok=False)
    assert 'the engine "spell" gave str' in done.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Press:
    code = "import nothing_of_that_name\n"
    environment = bring_module(tmp_path / "site", "engines", "spell = theirs:Spell", code)
    return Press(tmp_path / "edition", environment=environment)


def test_an_engine_that_cannot_be_imported_costs_its_own_voices(broken):
    done = broken.run("voices", "list", ok=False)
    assert "joe" in done.stdout
    assert done.returncode == 1
    for said in ('the engine "spell" could not be loaded', "ModuleNotFoundError",
                 "package theirs", "spell = theirs:Spell", "theirs.py:1"):  # fmt: skip
        assert said in done.stderr
    listed = broken.run("voices", "list", "--json", ok=False)
    assert {"joe"} < {voice["name"] for voice in json.loads(listed.stdout)["voices"]}


def test_a_voice_of_an_engine_that_cannot_be_imported_says_so(broken):
    for words in (("voices", "show", "spell"), ("say", "Hello.", "--voice", "spell")):
        done = broken.run(*words, ok=False)
        assert 'there is no voice "spell"' in done.stderr
        assert 'the engine "spell" could not be loaded: ModuleNotFoundError' in done.stderr
    assert broken.build(EXAMPLE)["totals"]["failed"] == 0


SLOW = """
import time

class Slow:
    name, version, kernel, threads = "slow", "1", "f64", True

    def __init__(self):
        time.sleep(0.3)

    def voices(self):
        return ()

    def speak(self, line):
        raise NotImplementedError
"""


def test_an_engine_is_made_once_however_many_threads_ask_for_it(tmp_path, monkeypatch):
    info = tmp_path / "slow_start-1.0.dist-info"
    info.mkdir()
    (tmp_path / "slow_start.py").write_text(SLOW)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slow_start\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.engines]\nslow = slow_start:Slow\n")
    monkeypatch.syspath_prepend(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(plugins.find_engine, ["slow"] * 4))
    assert len({id(engine) for engine in made}) == 1


def test_a_source_of_another_package_is_named_on_the_command_line(tmp_path):
    press = Press(tmp_path / "edition", environment=brought(tmp_path / "site"))
    (article,) = press.build("desk:boats")["articles"]
    assert article["id"] == "file:desk:boats"
    assert article["status"] == "built"


def test_a_source_that_fails_costs_what_it_did_not_give(tmp_path):
    press = Press(tmp_path / "edition", environment=brought(tmp_path / "site"))
    done = press.run("build", "desk:storms", "desk:boats", ok=False)
    assert done.returncode == 1
    assert "the desk is closed" in done.stderr
    assert "desk:storms" in done.stderr
    assert "2 built" in done.stderr


GOOD = """
from audiopress.model import Speech, Voice
import numpy as np

class Good:
    name, version, kernel, threads = "good", "1", "f64", True

    def voices(self):
        return (Voice(name="good", engine="good", languages=(), sample_rate=16000),)

    def speak(self, line):
        times = np.arange(len(line.spoken) * 800)
        return Speech(pcm=(np.sin(times / 10) * 8000).astype("int16"), rate=16000)
"""


@pytest.mark.parametrize(
    "code",
    [
        "import sys\nsys.exit(7)\n",
        "class Bad:\n    pass\n",
        "def Bad():\n    raise SystemExit(3)\n",
        "BODY = 'raise RuntimeError'",
        "BODY = 'raise SystemExit(3)'",
        "BODY = 'return None'",
        "BODY = 'yield 3'",
        "BODY = 'while True: yield None'",
        "BODY = 'return (Voice(name=5, engine=\"bad\", languages=(), sample_rate=1),)'",
        'BODY = \'return (Voice(name="x", engine="tone", languages=(), sample_rate=1),)\'',
        "VERSION = 3",
    ],
)
def test_a_broken_engine_costs_its_own_voices_only(tmp_path, code):
    bring_module(tmp_path / "site", "engines", "good = theirs:Good", GOOD)
    if not code.startswith(("import", "class", "def")):
        body = code.partition("BODY = ")[2].strip("'") or "return ()"
        version = 3 if "VERSION" in code else '"1"'
        code = (
            "from audiopress.model import Voice\nclass Bad:\n"
            f"    name, version, kernel, threads = 'bad', {version}, 'f64', True\n"
            f"    def voices(self):\n        {body}\n    speak = None\n"
        )
    info = tmp_path / "site" / "broken-1.0.dist-info"
    info.mkdir()
    (tmp_path / "site" / "broken.py").write_text(code)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.engines]\nbad = broken:Bad\n")
    path = os.pathsep.join([str(tmp_path / "site"), os.environ.get("PYTHONPATH", "")])
    press = Press(tmp_path / "edition", voice=None, environment={"PYTHONPATH": path})
    assert "say.mp3" in press.run("say", "Yes.", "--voice", "good").stdout
    listed = press.run("voices", "list", "--json", ok=False)
    document = json.loads(listed.stdout)
    assert {"joe", "good"} <= {voice["name"] for voice in document["voices"]}
    assert ['the engine "bad"' in error["message"] for error in document["errors"]] == [True]
    unknown = press.run("say", "Yes.", "--voice", "nobody", ok=False)
    assert unknown.returncode == 2
    assert 'the engine "bad"' in unknown.stderr


@pytest.mark.parametrize(
    "body",
    ["raise SystemExit(5)", "return None", "return 3", "while True: yield None", "yield uri"],
)
def test_a_broken_source_costs_its_own_articles_only(tmp_path, body):
    code = f"class Shelf:\n    def fetch(self, uri):\n        {body}\n"
    site = bring_module(tmp_path / "site", "sources", "shelf = theirs:Shelf", code)
    press = Press(tmp_path / "edition", environment=site)
    done = press.run("build", "shelf:all", EXAMPLE, ok=False)
    assert done.returncode == 1
    assert 'the source "shelf" ' in done.stderr
    assert "1 built" in done.stderr
