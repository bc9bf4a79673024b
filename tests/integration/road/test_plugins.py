"""Sources that other packages bring, as a person uses them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from runner import Press

from audiopress import plugins

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
    return {"PYTHONPATH": str(folder)}


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
