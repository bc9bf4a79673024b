"""Engines speak to the listener and to nobody else."""

from runner import Press


def test_a_voice_leaves_its_model_in_the_cache_folder_and_nothing_else(tmp_path):
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
    found = sorted(path.relative_to(home).as_posix() for path in home.rglob("*"))
    folders = [".cache", ".cache/audiopress", ".cache/audiopress/models"]
    assert found[:3] == folders
    assert all(name.startswith(folders[-1]) and name.endswith(".onnx") for name in found[3:])
