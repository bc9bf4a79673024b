"""The recipes of examples/recipes/, run as far as a machine has what they are for."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml
from runner import ROOT, Press
from web_servers import RECIPES, find, find_port, serve, write_caddy, write_nginx

from audiopress.publish.file_headers import choose_cache_control, find_media_type

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="they are for other systems")

PROGRAM = "/srv/audiopress/.venv/bin/audiopress"
HERE = f"{sys.executable} -m audiopress"
STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"


def make(folder: Path, *titles: str) -> Press:
    press = Press(folder)
    (folder / "articles").mkdir(parents=True)
    for title in titles:
        (folder / f"articles/{title.lower()}.md").write_text(STORY.format(title), "utf-8")
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\n'
        'address = "https://listen.example.org/"\nsources = ["articles"]\n'
        f'[voices]\nbody = "tone"\n[deploy]\ntarget = "{folder.parent}/served"\n',
        "utf-8",
    )
    return press


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = make(tmp_path_factory.mktemp("served") / "edition", "Alba", "Brae")
    press.build()
    return press.folder


def list_files(edition: Path) -> list[str]:
    top = edition / "output"
    return sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())


# -- cron and systemd --------------------------------------------------------------------------


def test_the_line_of_cron_builds_and_deploys(tmp_path: Path) -> None:
    press = make(tmp_path / "edition", "Alba")
    lines = (RECIPES / "systemd/crontab").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if line and line[0] != "#" and "MAILTO" not in line]
    found = re.fullmatch(r"((?:[\d*/,-]+ ){5})(.+)", line)
    assert found
    # cron makes lines of per cent signs.
    assert "%" not in found[2]
    command = found[2].replace(PROGRAM, HERE).replace("/srv/audio", str(press.folder))
    subprocess.run(["/bin/sh", "-c", command], check=True, cwd="/")
    assert (tmp_path / "served/feed.xml").read_bytes().count(b"<item>") == 1
    assert "deploy" in (press.folder / "audiopress.log").read_text("utf-8")
    # An article that fails is mailed, and the others are published all the same.
    (press.folder / "articles/broken.md").write_bytes(b"---\ntitle: [\n---\n\xff\xfe")
    (press.folder / "articles/brae.md").write_text(STORY.format("Brae"), "utf-8")
    done = subprocess.run(
        ["/bin/sh", "-c", command], check=False, cwd="/", capture_output=True, text=True
    )
    assert "broken.md" in done.stdout
    assert (tmp_path / "served/feed.xml").read_bytes().count(b"<item>") == 2


def test_the_service_does_the_same_also_after_an_article_that_fails(tmp_path: Path) -> None:
    press = make(tmp_path / "edition", "Alba")
    (press.folder / "articles/broken.md").write_bytes(b"---\ntitle: [\n---\n\xff\xfe")
    unit = (RECIPES / "systemd/audiopress.service").read_text("utf-8")
    said = []
    for hyphen, words in re.findall(rf"^ExecStart=(-?){PROGRAM} (.+)$", unit, re.MULTILINE):
        done = press.run(*words.split(), ok=False)
        said.append((words, done.returncode))
        assert hyphen or done.returncode == 0 or words.startswith("status"), done.stderr
    # The last one is for OnFailure: it names the article when the others are published.
    assert said == [("sync", 1), ("deploy", 0), ("status --fail", 1)]
    assert (tmp_path / "served/feed.xml").exists()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    program = tmp_path / "audiopress"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    for path in (RECIPES / "systemd").glob("audiopress.*"):
        text = path.read_text("utf-8").replace(PROGRAM, str(program))
        text = text.replace("User=audiopress", "User=root")
        (tmp_path / path.name).write_text(text, "utf-8")
    units = [str(tmp_path / f"audiopress.{kind}") for kind in ("service", "timer")]
    words = ["systemd-analyze", "verify", "--man=no", *units]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    # Of units of the machine itself it may say something too.
    assert "audiopress" not in done.stderr
    assert done.returncode == 0, done.stderr


# -- GitHub ------------------------------------------------------------------------------------


def git(folder: Path, *words: str) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    named = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    done = subprocess.run(
        ["git", *named, *words], cwd=folder, env=kept, capture_output=True, text=True, check=True
    )
    return done.stdout


def run_step(action: dict, name: str, folder: Path, tools: Path, **inputs: str) -> int:
    """Run a step of the action as a runner does: by bash, with its variables."""
    (step,) = [step for step in action["runs"]["steps"] if step.get("name") == name]
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    # A runner's git has no name, whatever this machine's has.
    environment |= {"HOME": str(tools), "XDG_CONFIG_HOME": str(tools), "GIT_CONFIG_NOSYSTEM": "1"}
    for key, written in step["env"].items():
        value = written.replace("${{ runner.temp }}", str(tools))
        asked = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)
        if asked is None:
            assert "${{" not in value
            environment[key] = value
            continue
        default = action["inputs"][asked[1]]["default"]
        environment[key] = inputs.get(asked[1].replace("-", "_"), default)
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(words, cwd=folder, env=environment, check=False).returncode


@pytest.fixture
def action() -> dict:
    return yaml.safe_load((RECIPES / "github/action.yml").read_text("utf-8"))


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with the program, as the action's own step installs it."""
    folder = tmp_path / "tools"
    folder.mkdir()
    program = folder / "audiopress"
    program.write_text(f'#!/bin/sh\nexec {HERE} "$@"\n', "utf-8")
    program.chmod(0o755)
    return folder


def clone(origin: Path, folder: Path) -> Path:
    git(origin.parent, "clone", "-q", str(origin), str(folder))
    return folder


def test_the_action_builds_and_commits_what_was_promised(
    tmp_path: Path, action: dict, tools: Path
) -> None:
    origin = tmp_path / "origin.git"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(origin))
    make(tmp_path / "first", "Alba")
    (tmp_path / "first/.gitignore").write_text(".audiopress/\noutput/\n", "utf-8")
    git(tmp_path / "first", "init", "-q", "-b", "main")
    git(tmp_path / "first", "add", "-A")
    git(tmp_path / "first", "commit", "-qm", "articles")
    git(tmp_path / "first", "push", "-q", str(origin), "main")
    job, other = clone(origin, tmp_path / "job"), clone(origin, tmp_path / "other")
    assert run_step(action, "build", job, tools) == 0
    # Somebody has pushed while it was built.
    (other / "articles/brae.md").write_text(STORY.format("Brae"), "utf-8")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "another article")
    git(other, "push", "-q")
    assert run_step(action, "ledger", job, tools) == 0
    log = git(origin, "log", "--format=%s", "main").split("\n")[:3]
    assert log == ["Ledger of the edition", "another article", "articles"]
    changed = git(origin, "show", "--name-only", "--format=", "main").split()
    assert changed
    assert all(name.startswith("ledger/") for name in changed)
    # A run that promises nothing commits nothing, and `$(...)` in an input is a word.
    late = clone(origin, tmp_path / "late")
    assert run_step(action, "build", late, tools, command="build articles/alba.md") == 0
    assert run_step(action, "ledger", late, tools) == 0
    assert git(origin, "log", "--format=%s", "main").split("\n")[0] == "Ledger of the edition"
    run_step(action, "build", late, tools, command="build $(touch${IFS}seen)")
    assert not (late / "seen").exists()


def test_one_article_that_fails_keeps_the_others_from_nobody(
    tmp_path: Path, action: dict, tools: Path
) -> None:
    press = make(tmp_path / "edition", "Alba")
    (press.folder / "articles/broken.md").write_bytes(b"---\ntitle: [\n---\n\xff\xfe")
    for command in ("build", "sync"):
        assert run_step(action, "build", press.folder, tools, command=command) == 0
    # Nothing is published where all has failed, and so the step fails.
    shutil.rmtree(press.folder / "output")
    (press.folder / "output").write_text("in the way", "utf-8")
    for command in ("build", "sync"):
        assert run_step(action, "build", press.folder, tools, command=command) == 1
    assert run_step(action, "build", press.folder, tools, command="build --none") == 2


def test_nothing_of_an_event_becomes_a_line_of_the_shell(action: dict) -> None:
    steps = action["runs"]["steps"]
    assert [step for step in steps if "run" in step]
    assert not [step for step in steps if "${{" in step.get("run", "")]


def test_the_workflow_uses_what_is_there(action: dict) -> None:
    workflow = yaml.safe_load((RECIPES / "github/publish.yml").read_text("utf-8"))
    (ours,) = [
        step
        for step in workflow["jobs"]["publish"]["steps"]
        if step.get("uses", "").startswith("OWNER/")
    ]
    place = ours["uses"].removeprefix("OWNER/audiopress/").partition("@")[0]
    assert (ROOT / place / "action.yml").is_file()
    assert set(ours["with"]) <= set(action["inputs"])
    (source,) = [
        step["env"]["SOURCE"] for step in action["runs"]["steps"] if "SOURCE" in step.get("env", {})
    ]
    up = source.removeprefix("${{ github.action_path }}/")
    assert (ROOT / place / up).resolve() == ROOT
    for name in re.findall(r"\$SOURCE/(requirements/\S+\.txt)", str(action)):
        assert (ROOT / name).is_file()


# -- web servers -------------------------------------------------------------------------------


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request(
            "GET", f"/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        answer = line.getresponse()
        said = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, said, answer.read()


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_a_web_server_does_what_a_host_must_do(edition: Path, tmp_path: Path, server: str) -> None:
    if not find(server):
        pytest.skip(f"there is no {server}")
    port = find_port()
    write = {"nginx": write_nginx, "caddy": write_caddy}[server]
    hidden = edition / "output/.secret"
    hidden.write_text("x", "utf-8")
    with serve(write(edition, tmp_path, port), tmp_path, port):
        for name in list_files(edition):
            status, said, body = ask(port, name)
            if name.startswith("."):
                assert status == 404
                continue
            wanted = find_media_type(name).partition(";")[0]
            told = (status, said["content-type"].partition(";")[0], said["cache-control"])
            assert told == (200, wanted, choose_cache_control(name)), name
            assert body == (edition / "output" / name).read_bytes()
            assert said["access-control-allow-origin"] == "*"
        (sound, *_) = (name for name in list_files(edition) if name.endswith(".mp3"))
        status, said, body = ask(port, sound, Range="bytes=0-1")
        size = (edition / "output" / sound).stat().st_size
        assert (status, said["content-range"], len(body)) == (206, f"bytes 0-1/{size}", 2)
        etag = ask(port, "feed.xml")[1]["etag"]
        assert ask(port, "feed.xml", If_None_Match=etag)[0] == 304
        assert ask(port, "feed.xml", Accept_Encoding="gzip")[1].get("content-encoding") == "gzip"
        assert ask(port, "")[0] == 200
        assert ask(port, "episodes/alba/")[0] == 200
        assert ask(port, "episodes/")[0] in (403, 404)  # no list of what is there


def test_the_headers_of_pages_fit_what_is_built(edition: Path) -> None:
    rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
    for line in (RECIPES / "web/_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            plain = re.sub(r":\w+", "[^/]+", line.strip()).replace("*", ".*")
            rules.append((re.compile(plain), {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    assert len(rules) <= 100  # as many as Cloudflare takes
    used = set()
    for name in list_files(edition):
        if name.startswith("."):
            continue
        found = [(rule, said) for rule, said in rules if rule.fullmatch(f"/{name}")]
        used |= {rule for rule, _ in found}
        names = [header for _, said in found for header in said]
        assert len(names) == len(set(names)), name
        said = {header: value for _, one in found for header, value in one.items()}
        forever = "immutable" in choose_cache_control(name)
        if not name.startswith("artwork-"):
            assert said.get("Cache-Control") == (choose_cache_control(name) if forever else None)
        assert said.get("Content-Type", find_media_type(name)) == find_media_type(name)
    assert len(used) >= len(rules) - 1  # none but the chapters may fit nothing here
