"""What a correction changes is drawn paragraph by paragraph."""

from audiopress.studio.corrections.changes import Piece, compare_lines

BEFORE = ("The boat left.", "It had two masts.", "Nobody came.", "The end.")


def test_what_stays_is_counted_and_what_changed_is_marked_by_word():
    after = ("The boat left.", "It had three masts.", "Nobody came.", "The end.")
    picture = compare_lines(BEFORE, after)
    assert [line.kind for line in picture.lines] == ["stays", "changed", "stays"]
    assert [line.count for line in picture.lines] == [1, 1, 2]
    assert picture.lines[1].pieces == (
        Piece("same", "It had"),
        Piece("out", "two"),
        Piece("in", "three"),
        Piece("same", "masts."),
    )
    assert picture.summary == "3 paragraphs as before, 1 changed"


def test_what_comes_and_goes_has_its_place():
    picture = compare_lines(BEFORE, ("A storm.", *BEFORE[:2], "The end."))
    assert [line.kind for line in picture.lines] == ["comes", "stays", "goes", "stays"]
    assert picture.lines[2].pieces == (Piece("out", "Nobody came."),)
    assert picture.summary == "3 paragraphs as before, 1 new, 1 gone"


def test_of_a_stretch_that_grew_the_rest_is_new():
    picture = compare_lines(("One.", "Two."), ("One.", "Zwei.", "Drei."))
    assert [line.kind for line in picture.lines] == ["stays", "changed", "comes"]


def test_nothing_in_common_is_all_of_it():
    assert compare_lines((), ("One.",)).summary == "0 paragraphs as before, 1 new"
    assert compare_lines(("One.",), ()).summary == "0 paragraphs as before, 1 gone"
