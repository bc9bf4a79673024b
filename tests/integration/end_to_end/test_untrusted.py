"""A stranger's folder, built with --untrusted: nothing outside of it is read or written."""

from __future__ import annotations

import json
import os
import shutil

import pytest
from runner import EXAMPLE, Press

from audiopress import load_settings
from audiopress.errors import ConfigError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links of Unix")

SAFE = "The combination of the safe is four, eight, fifteen, sixteen."


@pytest.fixture
def fork(tmp_path):
    """A stranger's folder, and beside it what is none of theirs."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(f"# Secret\n\n{SAFE}\n")
    (outside / "secret.pls").write_text("<lexicon/>")
    shutil.copy(EXAMPLE, outside / "story.html")
    press = Press(tmp_path / "fork")
    (press.folder / "articles").mkdir(parents=True)
    shutil.copy(EXAMPLE, press.folder / "articles" / "a.html")
    (press.folder / "out").symlink_to(outside)
    (press.folder / "articles" / "nested").mkdir()
    (press.folder / "articles" / "nested" / "up").symlink_to(outside)
    (press.folder / "link.pls").symlink_to(outside / "secret.pls")
    os.link(outside / "secret.md", press.folder / "hard.md")
    return press


def put_config(press, text):
    (press.folder / "audiopress.toml").write_text(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('[edition]\nsources = ["../outside"]', "[edition] sources: '../outside'"),
        ('[edition]\nsources = ["articles/../../outside/story.html"]', "[edition] sources"),
        ('[edition]\nsources = ["out/story.html"]', "leads out of the folder by a link"),
        ('[edition]\nsources = ["articles/nested/up"]', "leads out of the folder by a link"),
        ('[edition]\nsources = ["hard.md"]', "a hard link"),
        ('[edition]\nsources = ["/etc/passwd"]', "'/etc/passwd' leads out of the folder"),
        ('[edition]\nsources = ["file:///etc/passwd"]', "is no http(s) address"),
        ('[edition]\nsources = ["FILE:/etc/passwd"]', "[edition] sources"),
        ('[edition]\nsources = ["json:../outside/x.json"]', "asks a package"),
        ('[edition]\nsources = ["http://127.0.0.1:8000/"]', "an address that is not public"),
        ('[edition]\nsources = ["http://0x7f.1/"]', "an address that is not public"),
        ('[edition]\nsources = ["http://[::ffff:10.0.0.1]/a"]', "an address that is not public"),
        ('[edition]\nsources = ["http://LOCALHOST/a"]', "an address of this machine"),
        ('[edition]\nsources = ["http://169.254.169.254/latest"]', "not public"),
        ('[edition]\noutput = "../outside"', "[edition] output: '../outside'"),
        ('[edition]\noutput = "out/edition"', "[edition] output"),
        ('[edition]\ncache = "/tmp/cache-of-a-stranger"', "[edition] cache"),
        ('[edition]\nledger = "articles/nested/up/ledger"', "[edition] ledger"),
        ('[edition]\nlexicons = ["link.pls"]', "[edition] lexicons"),
        ('[edition]\nlexicons = ["fine.pls", "../outside/secret.pls"]', "[edition] lexicons"),
        ('[show]\nartwork = "../outside/cover.png"', "[show] artwork"),
        ('[show]\nartwork = "/dev/zero"', "[show] artwork"),
        ('[sound.ident]\npath = "out/ident.wav"', "[sound.ident] path"),
        ('[sound.intro]\npath = "/proc/self/environ"', "[sound.intro] path"),
        ('[voices]\nbody = "system:../../../tmp/x"', "[voices]"),
    ],
)
def test_a_setting_that_leads_out_is_refused_with_its_place(fork, text, where):
    put_config(fork, text)
    for command in (["build"], ["plan", "--json"], ["say", "Yes."]):
        done = fork.run(*command, "--untrusted", ok=False)
        assert done.returncode == 2
        assert where in done.stderr
        assert "--untrusted" in done.stderr
    assert not (fork.folder / "output").exists()
    with pytest.raises(ConfigError, match="mistake"):
        load_settings(folder=fork.folder, untrusted=True)


def test_what_stays_inside_is_built(fork):
    put_config(
        fork,
        '[show]\ntitle = "Ours"\n[edition]\nsources = ["articles", "./articles/../articles"]\n'
        f'output = "{fork.folder}/deep/er/out"\n',
    )
    report = json.loads(fork.run("build", "--json", "--untrusted").stdout)
    assert report["totals"]["articles"] == 1
    assert (fork.folder / "deep" / "er" / "out" / "feed.xml").is_file()
    # the same by the environment, as a workflow says it once
    fork.environment["AUDIOPRESS_UNTRUSTED"] = "1"
    put_config(fork, '[edition]\noutput = "../x"')
    assert fork.run("plan", ok=False).returncode == 2


@pytest.mark.parametrize("key", ["ledger", "cache", "output"])
@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_ledger_outside_is_neither_looked_at_nor_healed(fork, key, dry):
    put_config(fork, f'[edition]\n{key} = "../outside"')
    refused = fork.run("ledger", "check", *dry, "--untrusted", ok=False)
    assert refused.returncode == 2
    assert f"[edition] {key}" in refused.stderr
    fork.environment["AUDIOPRESS_UNTRUSTED"] = "1"
    assert fork.run("ledger", "check", *dry, ok=False).returncode == 2
    assert fork.run("withdraw", "a", ok=False).returncode == 2


@pytest.mark.parametrize("source", [".", "articles", "out", "out/story.html", "hard.md", "l.md"])
def test_links_among_the_sources_are_refused_and_the_rest_is_built(fork, source):
    (fork.folder / "articles" / "steal.md").symlink_to("../../outside/secret.md")
    (fork.folder / "l.md").symlink_to("articles/steal.md")
    (fork.folder / "articles" / "inside.html").symlink_to("a.html")
    done = fork.run("script", "--untrusted", source, ok=False)
    assert done.returncode == 1
    assert "--untrusted: this is a" in done.stderr
    assert "combination" not in done.stdout
    assert SAFE not in done.stdout + done.stderr
    if source in (".", "articles"):
        assert "The last keeper of Skerry Light" in done.stdout
        trusted = fork.run("script", source, ok=False)
        assert "four, eight" in trusted.stdout


@pytest.mark.parametrize("name", ["output", "ledger", ".audiopress"])
def test_a_folder_that_is_written_may_not_be_or_hold_a_link(fork, name):
    put_config(fork, '[edition]\nsources = ["articles"]')
    outside = fork.folder.parent / "outside"
    before = sorted(path.name for path in outside.iterdir())
    place = fork.folder / name
    place.symlink_to(outside)
    done = fork.run("build", "--untrusted", ok=False)
    assert done.returncode == 2
    assert name.strip(".") in done.stderr or "cache" in done.stderr
    place.unlink()
    (place / "deep").mkdir(parents=True)
    (place / "deep" / "episodes").symlink_to(outside)
    done = fork.run("build", "--untrusted", ok=False)
    assert done.returncode == 2
    assert "a link in the" in done.stderr
    assert sorted(path.name for path in outside.iterdir()) == before


def test_a_configuration_that_is_a_link_is_not_read(fork):
    (fork.folder.parent / "outside" / "other.toml").write_text("password = hunter two\n")
    (fork.folder / "audiopress.toml").symlink_to("../outside/other.toml")
    done = fork.run("build", "--untrusted", ok=False)
    assert done.returncode == 2
    assert "hunter" not in done.stderr
    assert "leads out of the folder by a link" in done.stderr


def test_private_addresses_cannot_be_allowed_beside(fork):
    done = fork.run("build", "--untrusted", "--allow-private", "articles", ok=False)
    assert done.returncode == 2
    assert "exclude each other" in done.stderr


def test_a_module_in_the_folder_is_not_run(fork):
    info = fork.folder / "evil-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[audiopress.engines]\nevil = evil:Evil\n")
    (fork.folder / "evil.py").write_text("open('ran', 'w').close()\n")
    # `python -m` puts the folder first on the path, which is what is tried
    fork.forked = False
    fork.run("build", "--untrusted", "--voice", "evil", "articles", ok=False)
    assert not (fork.folder / "ran").exists()
    fork.run("build", "--voice", "evil", "articles", ok=False)
    assert (fork.folder / "ran").exists()


@pytest.mark.parametrize("place", ["output/episodes", "output/player"])
def test_a_linked_folder_in_the_output_is_never_written_through(fork, place):
    outside = fork.folder.parent / "outside"
    (fork.folder / "output").mkdir()
    (fork.folder / place).symlink_to(outside)
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    done = fork.run("build", "articles", ok=False)
    assert done.returncode == 1
    assert "is not followed" in done.stderr
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before


def test_withdrawing_deletes_nothing_behind_a_link(fork):
    fork.run("build", "articles")
    slug = "the-last-keeper-of-skerry-light-comes-ashore"
    home = fork.folder / "output" / "episodes"
    kept = fork.folder.parent / "kept"
    shutil.move(home, kept)
    home.symlink_to(kept)
    before = sorted(path.relative_to(kept) for path in kept.rglob("*"))
    fork.run("withdraw", slug, ok=False)
    assert sorted(path.relative_to(kept) for path in kept.rglob("*")) == before


def test_a_site_is_held_to_its_folder_too(fork):
    site = fork.folder / "public"
    (site / "posts").mkdir(parents=True)
    shutil.copy(EXAMPLE, site / "posts" / "a.html")
    (site / "posts" / "l.html").symlink_to(fork.folder.parent / "outside" / "story.html")
    os.link(fork.folder.parent / "outside" / "story.html", site / "posts" / "h.html")
    words = ("site", "public", "--untrusted", "--address", "https://s.example/", "--json", "-n")
    pages = {page["path"]: page for page in json.loads(fork.run(*words).stdout)["pages"]}
    assert pages["posts/l.html"]["reason"] == "a link to another file"
    assert "hard link" in pages["posts/h.html"]["reason"]
    (site / "audio").symlink_to(fork.folder.parent / "outside")
    assert fork.run(*words, ok=False).returncode == 2
