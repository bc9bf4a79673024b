"""Where a configuration lies that is not here."""

from audiopress.settings.near_files import explain_no_file, suggest_folder


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audiopress.toml").touch()


def test_a_folder_below_is_named_as_a_shell_takes_it(tmp_path):
    make(tmp_path / "my show")
    (tmp_path / "other").mkdir()
    assert suggest_folder(tmp_path).startswith("cd 'my show', where there is one")


def test_of_several_some_are_named(tmp_path):
    for name in ("d", "c", "b", "a"):
        make(tmp_path / name)
    assert suggest_folder(tmp_path).startswith("cd a or cd b or cd c, where")


def test_the_nearest_above_is_named(tmp_path):
    make(tmp_path)
    make(tmp_path / "show")
    deep = tmp_path / "show" / "articles" / "2026"
    deep.mkdir(parents=True)
    assert suggest_folder(deep).startswith("cd ../.., where")


def test_without_one_it_is_said_how_it_comes_to_be(tmp_path):
    error = explain_no_file(tmp_path)
    assert error.where == str(tmp_path)
    assert "no audiopress.toml here" in error.message
    assert "audiopress init" in error.hint
