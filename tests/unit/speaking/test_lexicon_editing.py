"""PLS files are changed as text: what is not about the word stays, to the byte."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.speaking.lexicon import parse_pls
from audiopress.speaking.lexicon_editing import add_word, has_word, remove_word

HEAD = (
    '<lexicon xml:lang="en">\n  <!-- <lexeme><grapheme>A</grapheme><alias>no</alias></lexeme> -->'
)
SAID = "<alias>said</alias></lexeme>"


@pytest.mark.parametrize(
    ("lexemes", "left"),
    [
        ("\n  <lexeme><grapheme>A</grapheme>" + SAID + "\n", "\n"),
        ("\r\n  <lexeme><grapheme>A</grapheme>" + SAID + "\r\n", "\r\n"),
        ("<lexeme><grapheme>A</grapheme>" + SAID + "<!-- x -->", "<!-- x -->"),
        ("<lexeme ><grapheme\n>\n A </grapheme >" + SAID, ""),
        ("<lexeme><grapheme>&#65;</grapheme>" + SAID, ""),
        ("<lexeme><grapheme>A</grapheme>" + SAID + "<lexeme><grapheme>A</grapheme>" + SAID, ""),
        (
            "<lexeme><grapheme>B</grapheme><grapheme>A</grapheme>" + SAID,
            "<lexeme><grapheme>B</grapheme>" + SAID,
        ),
        (
            "<lexeme><grapheme>AB</grapheme>" + SAID + "<lexeme><grapheme>A</grapheme>" + SAID,
            "<lexeme><grapheme>AB</grapheme>" + SAID,
        ),
    ],
)
def test_a_word_goes_and_the_rest_stays(lexemes: str, left: str) -> None:
    body = f"{HEAD}{lexemes}</lexicon>".encode()
    assert has_word(body, "A", "a.pls")
    assert remove_word(body, " A ", where="a.pls").decode() == f"{HEAD}{left}</lexicon>"


def test_a_prefix_is_no_hindrance() -> None:
    lexeme = b"<p:lexeme><p:grapheme>A</p:grapheme><p:alias>b</p:alias></p:lexeme>"
    body = b"<p:lexicon xmlns:p='x'>" + lexeme + b"</p:lexicon>"
    assert has_word(body, "A", "")
    assert parse_pls(remove_word(body, "A"), "").entries == ()


def test_a_word_that_is_not_there_changes_nothing() -> None:
    body = f"{HEAD}</lexicon>".encode()
    assert not has_word(body, "A", "a.pls")
    assert remove_word(body, "A") == body


def test_a_word_in_a_form_that_cannot_be_cut_out_is_named() -> None:
    body = (
        b"<lexicon>\n<lexeme><grapheme><![CDATA[A]]></grapheme><alias>b</alias></lexeme></lexicon>"
    )
    with pytest.raises(ConfigError, match="cannot be cut out") as caught:
        remove_word(body, "A", where="a.pls")
    assert caught.value.where == "a.pls, line 2"


@pytest.mark.parametrize("body", [b"<lexicon>", b"<html/>"])
def test_a_broken_file_is_left_alone(body: bytes) -> None:
    with pytest.raises(ConfigError):
        remove_word(body, "A", where="a.pls")


def test_a_word_in_a_comment_is_none() -> None:
    body = f"{HEAD}\n</lexicon>\n".encode()
    added = add_word(body, "A", "b")
    assert [entry.said for entry in parse_pls(added, "").entries] == ["b"]
    assert remove_word(added, "A") == body


@pytest.mark.parametrize("say", ["/ˈlɛstə/", "[ˈlɛstə]"])
def test_ipa_as_dictionaries_write_it_is_no_word(say: str) -> None:
    with pytest.raises(ConfigError, match="read out as words") as told:
        add_word(b"", "Leicester", say)
    assert '--say "[[ˈlɛstə]]"' in told.value.hint


@pytest.mark.parametrize("say", ["modʒtˈæbə", "tɑːjiːp", "ʃviɒntɛk", "zyʁiʃ", "/ˈmɛɹts/"])
def test_ipa_without_double_brackets_is_no_plain_word(say: str) -> None:
    with pytest.raises(ConfigError, match="IPA stands in double brackets") as caught:
        add_word(b"", "Word", say)
    assert f'"[[{say.strip("/")}]]"' in caught.value.hint


@pytest.mark.parametrize("say", ["Şəhər", "Ɔkɛ Ɖeɣi", "Łódź", "ʻOkina", "O'Neill"])
def test_letters_of_alphabets_are_plain_words(say: str) -> None:
    assert b"<alias>" in add_word(b"", "Word", say)
