"""Plain marks where there are figures, as published paragraphs have them."""

from __future__ import annotations

from audiopress.speaking.european.words.plain_marks import write_plain_marks

LONG = "Ici c’est une longue phrase sans aucun nombre dedans : vraiment. "


def test_a_short_text_with_a_figure_is_written_plainly() -> None:
    written = "L’an 3 : « oui » ! ( ou 4 ) ‘non’"
    assert write_plain_marks(written) == "L'an 3: « oui »! (ou 4) 'non'"


def test_a_text_without_a_figure_is_left() -> None:
    assert write_plain_marks("L’amour : toujours") == "L’amour : toujours"


def test_of_a_long_text_the_sentences_with_figures_are() -> None:
    said = write_plain_marks(LONG * 8 + "L’an 3 : fin.")
    assert said == LONG * 8 + "L'an 3: fin."
