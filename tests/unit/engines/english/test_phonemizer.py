"""What hibari's text part is given, and what comes of it."""

import pytest

from audiopress.engines.english.phonemizer import NO_WORD, EnglishPhonemizer
from audiopress.engines.speech.word_times import find_tokens
from audiopress.errors import SpeechError


@pytest.fixture(scope="module")
def american() -> EnglishPhonemizer:
    return EnglishPhonemizer(british=False)


@pytest.fixture(scope="module")
def british() -> EnglishPhonemizer:
    return EnglishPhonemizer(british=True)


def said(phonemizer: EnglishPhonemizer, text: str) -> list[str]:
    return ["".join(each.symbol for each in sentence) for sentence in phonemizer.phonemize(text)]


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("I read it when he will read.", ["ˌI ɹˈɛd ɪt wˌɛn hi wɪl ɹˈid."]),
        ("They live to see a live show.", ["ðˌA lˈɪv tə sˈi ɐ lˈIv ʃˈO."]),
        ("The U.S. said no.", ["ðə jˌuˈɛs sˈɛd nˈO."]),
        ("the R A F said", ["ði ˌɑɹˌAˈɛf sˈɛd"]),
        ("Type A is rare, vitamin A. A and E", ["tˈIp ˈA ɪz ɹˈɛɹ, vˈITəmən ˈA.", "ˈA ænd ˈi"]),
        ("the B B C's U S's", ["ðə bˌibˌisˈiz jˌuˈɛsᵻz"]),
        ("It left -- at last.", ["ˌɪt lˈɛft — æt lˈæst."]),
    ],
)
def test_words_are_read_by_what_stands_around(
    american: EnglishPhonemizer, text: str, phonemes: list[str]
) -> None:
    assert said(american, text) == phonemes


def test_a_british_voice_has_british_phonemes(british: EnglishPhonemizer) -> None:
    assert said(british, "Go to the bath.") == ["ɡˌQ tə ðə bˈɑːθ."]
    assert said(british, "[[ɡoʊ]] [[ˈkʰɑːɹ]]") == ["ɡQ kˈɑːɹ"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It was hot. It was cold.", 2),
        ("“Why?” he asked. “No!” They left.", 3),
        ("Wait... and see. [[kˈɪm]] left.", 2),
        ("One. [[kˈɪm]] left.\nA line\nof a poem", 4),
        ("It was plan B. He left. The letter E. [[kˈɪm]] met Malcolm X.", 4),
        ("Pears, apples etc. He left at ten A M. Then “Plan B.” Next", 4),
        ("Why？ He left。 Then؟ “Why！”", 4),
        ("It was 5 p.m. and hot etc. and so on.", 1),
        ("It cost 3.5 million (or so.) Nobody paid.", 2),
    ],
)
def test_sentences_are_those_of_the_text(
    american: EnglishPhonemizer, text: str, sentences: int
) -> None:
    assert len(said(american, text)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "“The colonel” said (the choir’s) isn’t.",
        '"The colonel" said (the "choir\'s") isn\'t.',
        "«The colonel» said [the choir´s] isn‘t.",
        "‚The colonel„ said {the „choir‛s“} isnʼt.",
        "\u200bThe ¡colonel| said (‹the choir′s›) isn\u2019t\u00b6.",
        "The\u00a0colonel\u00ad said\\ ( the choir's ) isn't”.",
    ],
)
def test_no_mark_spoils_the_word_that_it_stands_at(american: EnglishPhonemizer, text: str) -> None:
    (found,) = said(american, text)
    assert found == "ðə kˈɜɹnᵊl sˈɛd (ðə kwˈIəɹz) ˈɪzᵊnt."


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("He met [[kˈɪm dʒˈɑːŋ]], and left.", "hˌi mˈɛt kˈɪm ʤˈɑŋ, ænd lˈɛft."),
        ("[[kˈɪm]]'s and [[bˈɒs]]’s", "kˈɪmz ænd bˈɑsᵻz"),
        ("[[ˈputin]] (a [a](/b/))", None),
    ],
)
def test_phonemes_of_the_lexicon_are_said_as_they_stand(
    american: EnglishPhonemizer, text: str, phonemes: str | None
) -> None:
    found = " ".join(said(american, text))
    assert found == phonemes if phonemes else found.startswith("pˈutin (") and "bˈi" in found


@pytest.mark.parametrize("ipa", ["Ж", "5", "kˈɪm€", "", "ˈ", "中"])
def test_ipa_that_cannot_be_said_is_an_error_that_names_it(
    american: EnglishPhonemizer, ipa: str
) -> None:
    with pytest.raises(SpeechError, match=r"\[\[") as caught:
        american.phonemize(f"He met [[{ipa}]].")
    assert f"[[{ipa}]]" in caught.value.message


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Путин said", "pjˈutɪn"),
        ("中文 is", "wˈɛn"),
        ("a ♥ of gold", "hˈɑɹt"),
        ("½ a cup", "hˈæf"),
        ("10 m² of it", "tˈu"),
        ("x =y", "ˈikwᵊlz"),
        ("a <b> c", "lˈɛs ðən"),
        ("§4 says", "sˈɛkʃən"),
        ("¥500 or 500₩", "jˈɛn"),
        ("£3.20 or €5", "pˈWndz"),
        ("3 × 4 ÷ 2", "dəvˈɪʒən"),
        ("−5 of them", "mˈInəs"),
        ("A" * 60, ""),
        ("12345678901234567890 of them", "θɹˈi fˈɔɹ fˈIv"),
        ("x\u0301\u0301y", ""),
    ],
)
def test_no_sign_and_no_letter_is_lost(american: EnglishPhonemizer, text: str, sound: str) -> None:
    (found,) = american.phonemize(text)
    assert sound in "".join(each.symbol for each in found)
    words = {each.word for each in found} - {NO_WORD}
    assert words == set(range(len(find_tokens(text))))


@pytest.mark.parametrize(
    "word", ["العربية", "القاهرة", "فارسی", "اردو", "ا", "ء", "ลูกๅ", "ລາວ", "ދިވެހި އަ", "한국어", "ㅇ"]
)
def test_a_word_of_any_alphabet_is_said(american: EnglishPhonemizer, word: str) -> None:
    text = f"The channel wrote {word} in its headline."
    (found,) = american.phonemize(text)
    said = {each.word for each in found} - {NO_WORD}
    assert said == set(range(len(find_tokens(text))))


def test_phonemes_behind_a_quotation_mark_are_one_word(american: EnglishPhonemizer) -> None:
    text = "He saw \u201c[[ʃiː dʒɪn]]\u201d in (pre-[[tɹʌmp ɪz]]) days."
    (found,) = american.phonemize(text)
    tokens = find_tokens(text)
    sounds = {
        token.text: "".join(each.symbol for each in found if each.word == number)
        for number, token in enumerate(tokens)
    }
    assert sounds["[[ʃiː dʒɪn]]"] == "ʃiʤɪn"
    assert sounds["[[tɹʌmp ɪz]]"] == "tɹʌmpɪz"
    assert all(sounds.values())


def test_phonemes_within_square_brackets_are_said(american: EnglishPhonemizer) -> None:
    (found,) = american.phonemize("He said [[[ʃiː]]] was [[[dʒɪn]] of [[kɪm]]] there.")
    said = "".join(each.symbol for each in found)
    assert all(sounds in said for sounds in ("ʃi", "ʤɪn", "kɪm"))


def test_a_letter_of_a_script_that_cannot_be_read_is_named(american: EnglishPhonemizer) -> None:
    with pytest.raises(SpeechError, match="letter '\U00012000'"):
        american.phonemize("He wrote \U00012000 there.")


def test_a_long_word_is_read_to_its_end(american: EnglishPhonemizer) -> None:
    word = "qwxzvkjdfghbtrplmnsqwxzvkjdfghbtrplmns"
    (one,), (twice,) = said(american, word[:20]), said(american, word)
    assert len(twice) > 1.5 * len(one)
