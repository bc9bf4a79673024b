"""IPA of the lexicon in the letters of an English voice."""

import pytest

from audiopress import plugins, voices
from audiopress.engines.english.ipa import convert_ipa
from audiopress.errors import SpeechError


@pytest.mark.parametrize(
    ("ipa", "american", "british"),
    [
        ("ˈʃiː dʒɪnˈpɪŋ", "ʃˈi ʤɪnpˈɪŋ", "ʃˈiː ʤɪnpˈɪŋ"),
        ("t͡ʃɜːt͡ʃ", "ʧɜɹʧ", "ʧɜːʧ"),
        ("ɡoʊ", "ɡO", "ɡQ"),
        ("ɡəʊ", "ɡO", "ɡQ"),
        ("skwɛə", "skwɛɹ", "skwɛː"),
        ("nɪə", "nɪɹ", "nɪə"),
        ("lˈaɪən", "lˈIən", "lˈIən"),
        ("noʊbˈoʊə", "nObˈOə", "nQbˈQə"),
        ("dʒʊəɹ", "ʤʊɹ", "ʤʊəɹ"),
        ("lɒt", "lɑt", "lɒt"),
        ("kæt", "kæt", "kat"),
        ("ˈɛʁdoːan", "ˈɛɹdOɑn", "ˈɛɹdQan"),
        ("navˈrɔt͡skʲi", "nɑvɹˈɔtski", "navɹˈɔtski"),
        ("maˈkʁɔ̃", "mɑkɹˈɔn", "makɹˈɔn"),
        ("ˈʃvjɔntɛk", "ʃvjˈɔntɛk", "ʃvjˈɔntɛk"),
        ("ˈmɒɟɒr", "mˈɑdjɑɹ", "mˈɒdjɒɹ"),
        ("baχ", "bɑk", "bak"),
        ("ˈniːtʃə", "nˈiʧə", "nˈiːʧə"),
        ("tɛˈnoːɹ", "tɛnˈɔɹ", "tɛnˈɔːɹ"),
        ("ˈbʌtən", "bˈʌtən", "bˈʌtən"),
        ("feɪs maɪ naʊ bɔɪ", "fAs mI nW bY", "fAs mI nW bY"),
        # A dot parts two sounds that would be one.
        ("ˈhɪndɪ.ə", "hˈɪndɪə", "hˈɪndɪə"),
        ("ˈke.ɪt", "kˈɛɪt", "kˈɛɪt"),
        ("ma.ʊˈɹa", "mɑʊɹˈɑ", "maʊɹˈa"),
        ("ˈnʌt.ʃɛl", "nˈʌtʃɛl", "nˈʌtʃɛl"),
        ("ˈbə.ʊ", "bˈəʊ", "bˈəʊ"),
        ("ˈi.ə", "ˈiə", "ˈiə"),
        ("ˈe‿ɪ", "ˈA", "ˈA"),
        # And none where it parts none.
        ("ˈsto.ɹi", "stˈɔɹi", "stˈɔɹi"),
        ("ˈfɜː.ɹi", "fˈɜɹi", "fˈɜːɹi"),
        ("ˈsɪə.ɹi", "sˈɪɹi", "sˈɪəɹi"),
        ("ˈkɚ.ɹi", "kˈəɹi", "kˈəɹi"),
        ("ˈmɪər", "mˈɪɹ", "mˈɪəɹ"),
        # Unstressed and without an r these are two vowels, stressed or alone an r-coloured one.
        ("ˈɪndɪə", "ˈɪndiə", "ˈɪndɪə"),
        ("ˈdʒɒʃʊə", "ʤˈɑʃuə", "ʤˈɒʃʊə"),
        ("mɪəˈzɑːki", "mɪɹzˈɑki", "mɪəzˈɑːki"),
        ("njuː ˈbɪə", "nju bˈɪɹ", "njuː bˈɪə"),
        # Nasal vowels, whatever stands between the vowel and its tilde.
        ("œ̃", "ɜɹn", "ɜːn"),
        ("bõː", "bɔn", "bɔn"),
        ("boː̃", "bɔn", "bɔn"),
        ("aˈsĩ", "ɑsˈin", "asˈin"),
        ("nɐ̃w̃", "nəwn", "nəwn"),
        ("àʊɰ̃", "Wn", "Wn"),
        # A tap is a t of "butter" between vowels alone, else an r.
        ("ˈbʌɾɚ", "bˈʌTəɹ", "bˈʌɹə"),
        ("moˈɾena", "mOɹˈɛnɑ", "mQɹˈɛna"),
        ("ˈkaɾlo", "kˈɑɹlO", "kˈaɹlQ"),
        ("ˈal.ɾo", "ˈɑlɹO", "ˈalɹQ"),
        ("ˈɾe̞d͡ʒep", "ɹˈɛʤɛp", "ɹˈɛʤɛp"),
        ("nəˈɾendɾə", "nəɹˈɛndɹə", "nəɹˈɛndɹə"),
        # Long front vowels, and consonants, which have no length here.
        ("ˈɡøːʁɪŋ", "ɡˈɜɹɪŋ", "ɡˈɜːɹɪŋ"),
        ("ˈzøːdɐ", "zˈɜɹdə", "zˈɜːdə"),
        ("kaðːˈaːfiː", "kɑðˈɑfi", "kaðˈaːfiː"),
        # An e at the end and a long one, as in "café"; before an r as in "care".
        ("mbaˈpe", "mbɑpˈA", "mbapˈA"),
        ("ˈbeːthoːfn̩", "bˈAthOfᵊn", "bˈAthQfᵊn"),
        ("ˈleːʁɐ", "lˈɛɹə", "lˈɛːɹə"),
        # Palatal consonants without a vowel behind them.
        ("ɡdaɲsk", "ɡdɑnsk", "ɡdansk"),
        ("espaˈɲol", "ɛspɑnjˈOl", "ɛspanjˈQl"),
        ("sebaʎ", "sɛbɑl", "sɛbal"),
        # Marks and sounds as encyclopaedias have them.
        ("takaꜜitɕi", "tɑkɑiʧi", "takaiʧi"),
        ("ˈɧøːstrœm", "ʃˈɜɹstɹɜɹm", "ʃˈɜːstɹɜːm"),
        ("ᵐbape", "mbɑpA", "mbapA"),
        ("ǁʰɔːsa", "kɔsɑ", "kɔːsa"),
        ("çiɾoɕima", "hiTOʃimɑ", "hiɹQʃima"),
        ("bɜ˞d wɑtə˞ fɑ˞m", "bɜɹd wɑtəɹ fɑɹm", "bɜːd wɑtə fɑɹm"),
        ("ʃiː\u00a0dʒɪn", "ʃi ʤɪn", "ʃiː ʤɪn"),
    ],
)
def test_ipa_becomes_the_nearest_english(ipa: str, american: str, british: str) -> None:
    assert convert_ipa(ipa, british=False) == american
    assert convert_ipa(ipa, british=True) == british


@pytest.mark.parametrize("ipa", ["Ж", "5", "kˈɪm€", "中", "K"])
def test_what_is_no_sound_is_named(ipa: str) -> None:
    for british in (False, True):
        with pytest.raises(ValueError, match=ipa[-1]):
            convert_ipa(ipa, british=british)


@pytest.mark.parametrize("voice", ["heart", "emma", "joe", "af_heart", "bf_emma"])
def test_engines_say_of_ipa_whether_their_voices_can_say_it(voice: str) -> None:
    found = voices.find(voice)
    check = plugins.find_ipa_check(plugins.find_engine(found.engine))
    assert check
    check(found, "tækəˈiːtʃi")
    with pytest.raises(SpeechError, match="Ж"):
        check(found, "kˈЖm")
    for nothing in ("ˈ", ".", "ː ˌ", "", "\u0303", ","):
        with pytest.raises(SpeechError, match="no sound for"):
            check(found, nothing)


@pytest.mark.parametrize("voice", ["system", "tone"])
def test_engines_without_phonemes_have_no_such_check(voice: str) -> None:
    assert plugins.find_ipa_check(plugins.find_engine(voices.find(voice).engine)) is None
