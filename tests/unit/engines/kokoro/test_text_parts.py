"""What Kokoro is fed in each language, without its model."""

import unicodedata
from dataclasses import replace

import pytest

from audiopress import voices
from audiopress.engines.english.phonemizer import read_symbols
from audiopress.engines.english.runs import Run
from audiopress.engines.kokoro.model import check_ipa
from audiopress.engines.kokoro.text_parts import SYMBOLS, choose_text_part, is_misaki
from audiopress.engines.speech.misaki import join_ties
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Voice

KOKORO = [voice for voice in voices.list_voices() if voice.engine == "kokoro"]
FOREIGN = ["ff_siwis", "ef_dora", "em_alex", "if_sara", "im_nicola", "pf_dora"]


def said(runs: list[Run]) -> str:
    return "|".join("".join(each.symbol for each in run.phonemes) for run in runs)


def feed(name: str, text: str) -> str:
    return said(choose_text_part(voices.find(name)).cut_runs(text))


def test_misakis_symbols_are_kokoros() -> None:
    assert dict(read_symbols()) == SYMBOLS


@pytest.mark.parametrize(
    ("name", "text", "symbols"),
    [
        ("af_heart", "They live to see a live show.", "ðˌA lˈɪv tə sˈi ɐ lˈIv ʃˈO."),
        ("af_heart", "Better water.", "bˈɛTəɹ wˈɔTəɹ."),
        ("bf_emma", "No fire, please.", "nˈQ fˈIə, plˈiːz."),
        ("bm_george", "The [[ɕiː]] left.", "ðə ʃiː lˈɛft."),
    ],
)
def test_english_is_as_it_was_trained(name: str, text: str, symbols: str) -> None:
    assert feed(name, text) == symbols


@pytest.mark.parametrize(
    ("name", "text", "symbols"),
    [
        ("ff_siwis", "Le pain, un bon vin.", "lə pˈɛ̃, œ̃ bˈɔ̃ vˈɛ̃."),
        ("ef_dora", "Hay causa; ocho.", "ˈI kˈWsa; ˈoʧo."),
        ("em_alex", "Seis reyes.", "sˈAs rˈeʝes."),
        ("if_sara", "Il mezzo, la pizza.", "il mˈɛʣːo, la pˈiʦːa."),
        ("im_nicola", "Gli anni, oggi.", "ʎɪ ˈannɪ, ˈɔʤːɪ."),
        ("pf_dora", "Ele vai hoje.", "ˌely vI ˈoʒy."),
    ],
)
def test_other_languages_have_misakis_letters(name: str, text: str, symbols: str) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    assert feed(name, text) == symbols


@pytest.mark.parametrize(
    ("name", "ipa", "symbols"),
    [
        ("if_sara", "t͡ʃao", "ʧao"),
        ("if_sara", "t͜ʃao", "ʧao"),
        ("if_sara", "tʃao", "ʧao"),
        ("if_sara", "ˈd͡ʒɔrd͡ʒo", "ˈʤɔrʤo"),
        ("im_nicola", "ˈpit͡stsa", "ˈpiʦʦa"),
        ("im_nicola", "mɛd͡zːo", "mɛʣːo"),
        ("im_nicola", "kaʊza", "kaʊza"),
        ("ef_dora", "ˈmaɪte", "ˈmIte"),
        ("ef_dora", "ˈa͡ʊla", "ˈWla"),
        ("em_alex", "ˈt͡ʃeɪ", "ˈʧA"),
        ("em_alex", "pa.ˈɪs", "paˈɪs"),
        ("em_alex", "pa.ɪs", "paɪs"),
        ("pf_dora", "vaɪ", "vI"),
        ("pf_dora", "ˈdʒia", "ˈʤia"),
        ("ff_siwis", "ʀɛn", "ʁɛn"),
        ("ff_siwis", "d͡ʒaz", "ʤaz"),
        ("ff_siwis", "gaʀ.sɔ̃", "ɡaʁsɔ̃"),
        ("ff_siwis", "iç", "iç"),
    ],
)
def test_ipa_has_the_letters_that_running_text_has(name: str, ipa: str, symbols: str) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    found = feed(name, f"Mi [[{ipa}]] mi.").split()[1]
    assert unicodedata.normalize("NFD", found) == unicodedata.normalize("NFD", symbols)
    check_ipa(voices.find(name), ipa)


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("ipa", ["ǃ", "aʘ", "t͡ʃǂ", "ɧ", "ʕ"])
def test_what_is_checked_is_what_is_built(name: str, ipa: str) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    for say in (lambda: check_ipa(voices.find(name), ipa), lambda: feed(name, f"no [[{ipa}]] no")):
        with pytest.raises(SpeechError, match="no sound for"):
            say()


@pytest.mark.parametrize("name", FOREIGN)
def test_a_word_of_the_lexicon_is_timed_as_it_is_said(name: str) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    text = "Mi [[d͡ʒot͡ʃo]] ma."
    part = choose_text_part(voices.find(name))
    (run,) = part.cut_runs(text)
    edges = [[at * 600 for at in range(1, len(run.phonemes) + 3)]]
    symbols = "".join(each.symbol for each in run.phonemes)
    at = symbols.index("ʤoʧo")
    word = next(
        each for each in part.time_words(text, [run], edges) if "ʒ" in text[each.at : each.to]
    )
    assert (word.start, word.end) == ((at + 1) * 600, (at + 5) * 600)


def test_ties_of_other_pairs_are_two_letters() -> None:
    assert join_ties("i^əp^fg") == "iəpfɡ"


@pytest.mark.parametrize("voice", KOKORO, ids=lambda voice: voice.name)
def test_words_are_where_they_are_written(voice: Voice) -> None:
    if not is_misaki(voice):
        pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    text = "Banana, tomate radio. Numa “cabana” no!"
    part = choose_text_part(voice)
    runs = part.cut_runs(text)
    edges = [[at * 600 for at in range(1, len(run.phonemes) + 3)] for run in runs]
    words = part.time_words(text, runs, edges)
    assert [text[word.at : word.to] for word in words] == [
        "Banana", "tomate", "radio", "Numa", "cabana", "no",
    ]  # fmt: skip


@pytest.mark.parametrize("voice", KOKORO, ids=lambda voice: voice.name)
@pytest.mark.parametrize("text", ["la casa " * 400, "banana" * 150 + " no", "a, " * 700])
def test_no_run_is_longer_than_the_model_takes_and_nothing_is_lost(voice: Voice, text: str) -> None:
    if not is_misaki(voice):
        pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    runs = choose_text_part(voice).cut_runs(text)
    assert len(runs) > 1
    assert max(len(run.phonemes) for run in runs) <= 300
    letters = sum(each.symbol.isalpha() for run in runs for each in run.phonemes)
    assert letters >= len(text.replace(" ", "").replace(",", "")) * 0.8


@pytest.mark.parametrize("voice", KOKORO, ids=lambda voice: voice.name)
def test_what_is_no_sound_is_named(voice: Voice) -> None:
    if not is_misaki(voice):
        pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    with pytest.raises(SpeechError, match="no sound for"):
        choose_text_part(voice).cut_runs("no [[Ж§]] no")


@pytest.mark.parametrize("name", FOREIGN)
def test_a_voice_of_another_language_says_that_it_needs_the_extra(name: str) -> None:
    assert voices.find(name).extra == "espeak"
    assert not is_misaki(voices.find(name))


@pytest.mark.parametrize(
    "options",
    [
        (("espeak", "xx"),),
        (("espeak", "tlh-klingon"), ("phonemes", "misaki")),
        (("phonemes", "arpabet"),),
        (("espeak", "fr"), ("phonemes", "")),
    ],
)
def test_phonemes_that_are_not_to_be_had_are_an_error_about_the_voice(
    options: tuple[tuple[str, str], ...],
) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    voice = replace(voices.find("af_heart"), options=options)
    if dict(options).get("phonemes") == "":
        # Nothing named is espeak as it was before misaki.
        assert choose_text_part(voice).cut_runs("oui")
        return
    with pytest.raises(VoiceError):
        choose_text_part(voice)


def test_english_by_espeak_is_as_it_was_published() -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    voice = voices.find("af_heart")
    earlier = replace(voice, options=voice.earlier or ())
    found = said(choose_text_part(earlier).cut_runs("No better water, he said. Why?"))
    assert found == "nˈO bˈɛTəɹ wˈɔTəɹ, hi sˈɛd.|wˈI?"
