"""Tests of what lies on the disk: every name has an answer, also one that no disk takes."""

import pytest

from audiopress.disk import is_file, is_folder


def test_a_folder_and_a_file_are_told_apart(tmp_path):
    (tmp_path / "late.md").write_text("Late.")
    (tmp_path / "to-file").symlink_to("late.md")
    (tmp_path / "to-folder").symlink_to(".")
    names = ("late.md", "to-file", "to-folder", ".")
    assert [is_file(tmp_path / name) for name in names] == [True, True, False, False]
    assert [is_folder(tmp_path / name) for name in names] == [False, False, True, True]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "gone", "late.md/below", "circle", "\udcff"])
def test_a_name_that_no_disk_takes_is_that_of_nothing(tmp_path, name):
    (tmp_path / "late.md").write_text("Late.")
    (tmp_path / "circle").symlink_to("circle")
    assert not is_file(tmp_path / name)
    assert not is_folder(tmp_path / name)
