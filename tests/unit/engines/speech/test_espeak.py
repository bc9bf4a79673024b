"""espeak-ng called through ctypes: phonemes by sentence, marks, languages, threads."""

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from audiopress.engines.speech import espeak
from audiopress.errors import VoiceError

pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")


def join(text: str, language: str, *, ties: bool = False) -> list[str]:
    found = espeak.load_phonemizer(language, ties=ties).phonemize(text)
    return ["".join(sentence) for sentence in found]


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en-us", "Hello, world: it was late.", ["həlˈoʊ, wˈɜːld: ɪt wʌz lˈeɪt."]),
        ("en-us", 'He said "Well?" Yes! No', ["hiː sˈɛd wˈɛl?", "jˈɛs!", "nˈoʊ"]),
        ("es", "¿Qué hora es? Es la una.", ["kˈe ˈoɾa ˈes?", "ˈes la ˈuna."]),
        ("it", "Uno; due – tre… quattro", ["ˈuno; dˈue, trˈe, kwˈatːro"]),
        ("fr", "C'est « bien » (vraiment) ? Oui.", ["sɛ bjˈɛ̃ vʁɛmˈɑ̃?", "wˈi."]),
        ("en-us", "one\n\ntwo\n\nthree", ["wˌʌn", "tˈuː", "θɹˈiː"]),
        ("en-us", "five\0six", ["fˈaɪv sˈɪks"]),
    ],
)
def test_sentences_keep_the_marks_that_voices_know(
    language: str, text: str, sentences: list[str]
) -> None:
    assert join(text, language) == [unicodedata.normalize("NFD", one) for one in sentences]


def test_ties_join_the_letters_of_one_sound() -> None:
    assert join("causa e mezzo", "it", ties=True) == ["kˈaʊza e mˈɛd^zːo"]
    assert join("Tia hoje vai", "pt-br", ties=True)[0].startswith("t^ʃˈi")


@pytest.mark.parametrize("text", ["", " ", "…", "\n\n\n"])
def test_nothing_to_say_has_no_sound(text: str) -> None:
    assert not any(each.isalpha() for each in "".join(join(text, "fr")))


@pytest.mark.parametrize("language", ["xx", "", "klingon-west", "../etc"])
def test_a_language_there_is_not_is_an_error_about_the_voice(language: str) -> None:
    with pytest.raises(VoiceError, match=f'no language "{language}"') as caught:
        espeak.load_phonemizer(language)
    # No program comes with the library: what is there to look at is a folder.
    folder = Path(caught.value.hint.partition(" lies in ")[2])
    assert {path.name for path in folder.glob("roa/*")} >= {"fr", "es", "pt-BR"}


def test_languages_in_many_threads_do_not_mix() -> None:
    said = [("fr", "Il est temps."), ("es", "Ya es hora."), ("it", "È ora."), ("en-us", "Now.")]
    alone = [join(text, language) for language, text in said]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda pair: join(pair[1], pair[0]), said * 50))
    assert found == alone * 50


def test_a_text_of_many_clauses_is_not_cut() -> None:
    (sentence,) = join("un, deux, trois, " * 2000 + "quatre.", "fr")
    assert sentence.count("tʁwˈa") == 2000


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt-br", "en-us"])
@pytest.mark.parametrize("word", ["bana" * 150, "né" * 200])
def test_a_word_of_any_length_is_said_to_its_end(language: str, word: str) -> None:
    said = "".join(join(word, language))
    assert said.count("n") >= 0.9 * word.count("n")


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    espeak._open_library.cache_clear()  # noqa: SLF001 - as in a new process
    try:
        with pytest.raises(VoiceError, match="espeak-ng") as caught:
            espeak.load_phonemizer("de")
        assert "audiopress[espeak]" in str(caught.value.hint)
    finally:
        espeak._open_library.cache_clear()  # noqa: SLF001 - the next one finds it again


def test_it_and_pipers_own_copy_leave_each_other_alone() -> None:
    piper = pytest.importorskip("piper", reason="the extra audiopress[piper] is not here")
    config = piper.config.PiperConfig(
        num_symbols=0, num_speakers=1, sample_rate=22050, espeak_voice="en-us",
        phoneme_id_map={}, phoneme_type=piper.config.PhonemeType.ESPEAK,
    )  # fmt: skip
    voice = piper.PiperVoice(session=None, config=config)
    other, own = voice.phonemize("The boat was late."), join("Le bateau est là.", "fr")
    for _ in range(3):
        assert join("Le bateau est là.", "fr") == own
        assert voice.phonemize("The boat was late.") == other
