"""How a word is said that no rule says right: lexicons of W3C PLS."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.speaking.lexicon import PLS_NAMESPACE, Lexicon, parse_pls
from audiopress.speaking.lexicon_editing import add_word
from audiopress.speaking.normalize import normalize_text

PLS = b"""<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa"
 xml:lang="en">
  <!-- ours -->
  <lexeme><grapheme>KCNA</grapheme><alias>K C N A</alias></lexeme>
  <lexeme><grapheme>Siobhan</grapheme><grapheme>Siobh\xc3\xa1n</grapheme>
    <phoneme>\xca\x83\xc9\xaav\xc9\x94\xcb\x90n</phoneme></lexeme>
</lexicon>
"""


def test_a_lexicon_changes_whole_words_only() -> None:
    lexicon = parse_pls(PLS, "a.pls")
    said = normalize_text(
        "Siobhan of KCNA, not KCNAX, paid £5.", "en-GB", lexicon.select_words("en-GB")
    ).text
    assert said == "[[ʃɪvɔːn]] of K C N A, not KCNAX, paid five pounds."


def test_a_lexicon_is_for_its_language() -> None:
    lexicon = parse_pls(PLS, "a.pls")
    assert normalize_text("KCNA", "de", lexicon.select_words("de")).text == "KCNA"


def test_the_later_lexicon_wins() -> None:
    later = parse_pls(add_word(b"", "KCNA", "Kay C N A"), "b.pls")
    assert (
        normalize_text("KCNA", "en", parse_pls(PLS, "a.pls").merge(later).select_words("en")).text
        == "Kay C N A"
    )
    assert normalize_text("KCNA", "en", Lexicon.empty().select_words("en")).text == "KCNA"


def test_signs_of_private_use_are_no_words_of_the_lexicon() -> None:
    words = parse_pls(PLS, "a.pls").select_words("en")
    assert normalize_text("\ue000 and \U000f0000 KCNA", "en", words).text == "and K C N A"


def test_adding_keeps_the_rest_to_the_byte() -> None:
    once = add_word(PLS, "B & Q", "B and Q")
    assert b"<!-- ours -->" in once
    assert (
        once.replace(
            b"  <lexeme><grapheme>B &amp; Q</grapheme><alias>B and Q</alias></lexeme>\n", b""
        )
        == PLS
    )
    assert add_word(once, "B & Q", "B and Q") == once
    assert (
        normalize_text("At B & Q", "en", parse_pls(once, "a.pls").select_words("en")).text
        == "At B and Q"
    )


@pytest.mark.parametrize("body", [b"no xml", b"<html/>", b"<lexicon><lexeme/></lexicon>"])
def test_a_broken_lexicon_is_named(body: bytes) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_pls(body, "a.pls")
    assert "a.pls" in caught.value.where
    assert caught.value.hint


def test_a_line_that_is_no_xml_is_named_with_what_it_should_be() -> None:
    body = b"<lexicon>\n<lexeme><grapheme>B & Q</grapheme><alias>B</alias></lexeme>\n</lexicon>"
    with pytest.raises(ConfigError) as caught:
        parse_pls(body, "my own.pls")
    assert caught.value.where == "my own.pls, line 2"
    assert "<lexeme><grapheme>KCNA</grapheme>" in caught.value.hint
    assert caught.value.hint.endswith("audiopress lexicon check 'my own.pls'")


def test_external_entities_are_not_followed() -> None:
    body = (
        b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><lexicon>'
        b"<lexeme><grapheme>a&x;</grapheme><alias>b</alias></lexeme></lexicon>"
    )
    assert [entry.grapheme for entry in parse_pls(body, "a.pls").entries] == ["a&x;"]


@pytest.mark.parametrize("say", ["[[", "[[abc", "abc]]", "[[]]", "[[ ]]"])
def test_a_broken_phoneme_is_refused(say: str) -> None:
    with pytest.raises(ConfigError) as caught:
        add_word(b"", "KCNA", say)
    assert "[[" in caught.value.hint


@pytest.mark.parametrize(
    "body",
    [
        b"<lexicon/>",
        b'<?xml version="1.0"?>\n<lexicon xml:lang="en" />\n<!-- end -->\n',
        b"<p:lexicon xmlns:p='http://www.w3.org/2005/01/pronunciation-lexicon'/>",
        b"<lexicon></lexicon >",
        b"\xef\xbb\xbf<lexicon><!-- </lexeme> -->\n</lexicon>",
    ],
)
def test_a_word_is_added_to_a_file_without_words(body: bytes) -> None:
    once = add_word(body, "Skerry", "Skeri")
    twice = add_word(once, "Niamh", "Neev")
    assert [entry.grapheme for entry in parse_pls(twice, "a.pls").entries] == ["Skerry", "Niamh"]


def test_a_file_in_another_encoding_is_named() -> None:
    body = '<?xml version="1.0" encoding="ISO-8859-1"?><lexicon><!-- \xe9 --></lexicon>'
    with pytest.raises(ConfigError, match="UTF-8"):
        add_word(body.encode("latin-1"), "Niamh", "Neev")


def test_an_empty_alias_is_passed_over() -> None:
    body = (
        b"<lexicon><lexeme><grapheme>Niamh</grapheme><alias/><alias>Neev</alias></lexeme></lexicon>"
    )
    assert parse_pls(body, "a.pls").entries[0].said == "Neev"


def test_an_element_that_nobody_reads_is_named() -> None:
    body = f"""<lexicon xmlns="{PLS_NAMESPACE}" xmlns:own="https://example.org/own">
<lexem><grapheme>Kyiv</grapheme><alias>Keev</alias></lexem>
<metadata><rdf>about it</rdf></metadata>
<own:note>ours</own:note>
<lexeme><grapheme>Zuri</grapheme><alais>Zoo</alais><alias>Zoo ree</alias></lexeme>
</lexicon>""".encode()
    faults: list[ConfigError] = []
    assert [entry.grapheme for entry in parse_pls(body, "own.pls", faults).entries] == ["Zuri"]
    assert [(fault.where, fault.hint) for fault in faults] == [
        ("own.pls, line 2", "write <lexeme>, or take it out"),
        ("own.pls, line 5", "write <alias>, or take it out"),
    ]
    # A build goes on with what it can read.
    assert len(parse_pls(body, "own.pls").entries) == 1
