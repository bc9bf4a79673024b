"""Engines speak to the listener and to nobody else."""

from runner import Press


def test_a_voice_leaves_nothing_in_the_home_folder(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    # Under CI the runtime keeps quiet by itself, so the test has to be run as on a desk.
    desk = {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "PATH": "/usr/bin:/bin"}
    press = Press(
        tmp_path / "edition",
        voice="joe",
        environment=desk,
        without=("CI", "GITHUB_ACTIONS", "TF_BUILD", "PYTEST_CURRENT_TEST"),
    )
    press.run("say", "Good evening.")
    assert (press.folder / "say.mp3").is_file()
    assert [path.relative_to(home).as_posix() for path in sorted(home.rglob("*"))] == []
