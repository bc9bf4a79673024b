"""Folders of a user are those of the first release, on every system."""

import os
import pwd
import sys
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows

from audiopress import user_folders
from audiopress.errors import StoreError
from audiopress.user_folders import find_cache_folder, find_data_folder

linux = pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@linux
def test_linux(home: Path) -> None:
    assert find_data_folder() == home / ".local" / "share" / "audiopress"
    assert find_cache_folder() == home / ".cache" / "audiopress"


@linux
def test_the_variables_of_the_xdg_specification(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    assert find_data_folder() == home / "data" / "audiopress"
    assert find_cache_folder() == home / "cache" / "audiopress"


@linux
@pytest.mark.parametrize("value", ["", "data", "./data", "~/data"])
def test_one_that_is_not_absolute_counts_for_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert find_data_folder() == home / ".local" / "share" / "audiopress"


def test_macos(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_folders, "PlatformDirs", MacOS)
    assert find_data_folder() == home / "Library" / "Application Support" / "audiopress"
    assert find_cache_folder() == home / "Library" / "Caches" / "audiopress"


def test_what_the_first_release_kept_on_macos_is_found(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user_folders, "PlatformDirs", MacOS)
    monkeypatch.setattr("audiopress.user_folders.sys.platform", "darwin")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert find_data_folder() == home / "data" / "audiopress"
    kept = home / "Library" / "Application Support" / "audiopress"
    kept.mkdir(parents=True)
    assert find_data_folder() == kept


def test_windows(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_folders, "PlatformDirs", Windows)
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda name: str(home / name))
    assert find_data_folder() == home / "CSIDL_LOCAL_APPDATA" / "audiopress"
    assert find_cache_folder() == home / "CSIDL_LOCAL_APPDATA" / "audiopress"


@linux
def test_a_user_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_user: int) -> None:
        raise KeyError(os.getuid())

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    for value in (None, "", "somewhere"):
        monkeypatch.delenv("HOME") if value is None else monkeypatch.setenv("HOME", value)
        with pytest.raises(StoreError, match="no home folder") as caught:
            find_data_folder()
        assert caught.value.hint
