"""The archive of a book: what a reader looks for at its first bytes, and nothing of the day."""

from __future__ import annotations

import io
import time
import zipfile

import time_machine

from audiopress.publish.epub.archive import write_archive

FILES = (("mimetype", b"application/epub+zip"), ("EPUB/a.xhtml", b"<p/>" * 100))


def make() -> bytes:
    out = io.BytesIO()
    write_archive(out, FILES)
    return out.getvalue()


def test_the_first_file_says_what_it_is_where_readers_look() -> None:
    # EPUB 3.3, 4.2.3: the name at byte 30, the type at byte 38, neither packed nor with extras.
    assert make()[30:58] == b"mimetypeapplication/epub+zip"
    assert make()[28:30] == b"\0\0"


def test_the_same_files_give_the_same_bytes_on_another_day() -> None:
    with time_machine.travel(time.time() - 10**8):
        before = make()
    assert before == make()


def test_all_files_are_there_as_they_were() -> None:
    with zipfile.ZipFile(io.BytesIO(make())) as archive:
        assert archive.testzip() is None
        assert [(one, archive.read(one)) for one in archive.namelist()] == list(FILES)
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o644}
