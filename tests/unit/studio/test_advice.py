"""Advice that belongs to a terminal says whom to ask; the rest is for who works in the window."""

import shlex
import sys

import pytest

from audiopress.studio.advice import add_plain_words, address_hint, sort_notes

TERMINAL = [
    "audiopress init",
    'put address = "https://..." under [edition]',
    "write it into audiopress.toml",
    "build with --allow-private",
    "python -m pip install 'audiopress[documents]'",
    "a server ([[voices.remote]])",
]

WINDOW = [
    "save it as .docx",
    "articles/d.md is a draft, and is not published",
    "load the page again",
    "write a `date` into the file, or say it in the page's metadata",
]


@pytest.mark.parametrize("hint", TERMINAL)
def test_what_names_a_command_or_a_setting_is_for_somebody_else(hint):
    assert address_hint(hint).startswith("ask whoever looks after audiopress here: ")
    assert sort_notes([hint]).others == (hint,)


@pytest.mark.parametrize("hint", WINDOW)
def test_what_can_be_done_in_the_window_is_said_as_it_is(hint):
    assert address_hint(hint) == hint
    assert sort_notes([hint, hint]).own == (hint,)


def test_the_pip_that_is_named_is_of_this_installation():
    assert f"{shlex.quote(sys.executable)} -m pip install" in address_hint(TERMINAL[4])


def test_words_of_the_trade_are_said_in_plain_ones_behind_them():
    told = add_plain_words("no lexicon has this word, and IPA stands in double brackets")
    assert told.startswith("no lexicon has this word, and IPA stands in double brackets (IPA: ")
    assert "a list of words and how they are said" in told
    assert add_plain_words("the GUID is another") != "the GUID is another"


@pytest.mark.parametrize("said", ["lexicon.pls is there", "guide", "clip", "ledger/lexicon/a"])
def test_names_of_files_and_longer_words_are_none(said):
    assert add_plain_words(said) == said
