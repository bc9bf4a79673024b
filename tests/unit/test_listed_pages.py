"""Pages that list what the code has: exit statuses, events, and what git is to leave out."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

from audiopress.cli.run import STOPPED
from audiopress.cli.terminal.progress import name_stage
from audiopress.press.report import BuildProgress
from audiopress.server.api.service_log import ServiceLog
from audiopress.settings.new_file import GIT_IGNORED, GIT_IGNORED_PRIVATE

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "audiopress"


def read_table(page: str, mark: str) -> dict[str, str]:
    """Return each name in the first column of a table, with the rest of its row."""
    text = (ROOT / "docs" / page).read_text("utf-8").partition(f"<!-- {mark} -->\n\n")[2]
    _, _, *rows = text.partition("\n\n")[0].splitlines()
    cells = [row.strip("| ").split(" | ", 1) for row in rows]
    return {
        name: rest[0] if rest else ""
        for first, *rest in cells
        for name in re.findall(r"`([^`]+)`", first) or [first]
    }


def read_block(page: str, mark: str) -> str:
    text = (ROOT / "docs" / page).read_text("utf-8").partition(f"<!-- {mark} -->")[2]
    return re.search(r"```text\n(.*?)```", text, re.DOTALL)[1]


def find_statuses() -> set[int]:
    """Return every status with which a command of the program may end, as its code says it."""
    found = {0}
    for path in (PACKAGE / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "typer.Exit",
                "SystemExit",
            ):
                said = ast.unparse(node.args[0]) if node.args else "0"
                found.add(STOPPED if said == "STOPPED" else int(said))
            elif isinstance(node, ast.FunctionDef) and node.name == "report_error":
                found |= {
                    part.value
                    for each in ast.walk(node)
                    if isinstance(each, ast.Return)
                    for part in ast.walk(each)
                    if isinstance(part, ast.Constant)
                }
    return found


def test_the_page_has_every_exit_status_and_no_other() -> None:
    assert {int(name) for name in read_table("exit-status.md", "exit statuses")} == find_statuses()


def test_the_page_has_what_progress_tells() -> None:
    stages = {
        name_stage(None),
        name_stage(BuildProgress(articles_total=1, segments_total=1)),
        name_stage(BuildProgress(articles_total=1, segments_total=2, segments_done=1)),
        name_stage(BuildProgress(articles_total=1, segments_total=1, segments_done=1)),
        "backfill",
    }
    assert set(read_table("events.md", "events: stages")) == stages
    told = {field.name for field in fields(BuildProgress)}
    assert set(read_table("events.md", "events: progress")) == told


def list_service_events() -> set[str]:
    """Return the events that the service tells, by the calls in its code."""
    found = set()
    for path in (PACKAGE / "server").rglob("*.py"):
        for first in re.findall(r"(?:tell|log)\(\s*([^,)]*)", path.read_text("utf-8")):
            found |= set(re.findall(r'"([a-z-]+)"', first))
    return found


def test_the_page_has_every_event_of_the_service_with_its_level() -> None:
    table = read_table("events.md", "events: service")
    assert set(table) == list_service_events()
    lines: list[str] = []
    log = ServiceLog(lines.append, objects=True)
    for event in table:
        log(event)
    levels = [re.search(r'"level": "(\w+)"', line)[1] for line in lines]
    assert levels == [rest.partition(" ")[0] for rest in table.values()]


def test_the_page_has_every_event_of_the_player() -> None:
    lines = [
        line
        for path in (PACKAGE / "player").glob("*.js")
        for line in path.read_text("utf-8").splitlines()
        if "tell(" in line
    ]
    told = {name for line in lines for name in re.findall(r"'(ap-[a-z]+)'", line)}
    table = set(read_table("events.md", "events: player"))
    assert table == told
    page = (ROOT / "docs/player.md").read_text("utf-8")
    rows = page.partition("| event | when | besides |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(ap-[a-z]+)`", rows)) == table


def test_git_leaves_out_what_init_writes() -> None:
    assert read_block("newsroom-repository.md", "gitignore") == GIT_IGNORED
    assert read_block("tutorials/newsroom.md", "gitignore") == GIT_IGNORED
    assert read_block("newsroom-repository.md", "gitignore: private") == GIT_IGNORED_PRIVATE
