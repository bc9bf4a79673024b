"""``audiopress lexicon`` with several languages: a word is said in the one that was asked for."""

import json

import pytest
from runner import PressHere

SHOW = '[show]\ntitle = "News"\n{language}[voices]\nbody = "tone"\n[edition]\nsources = ["a.md"]\n'
TEXTS = {"en": "The ferry to Skerry was late.", "de": "Die Fähre nach Skerry kam spät."}


@pytest.fixture
def edition(tmp_path):
    return make_edition(tmp_path)


def make_edition(folder, language=""):
    press = PressHere(folder / "edition")
    press.folder.mkdir()
    line = f'language = "{language}"\n' if language else ""
    (press.folder / "audiopress.toml").write_text(SHOW.format(language=line), "utf-8")
    for tag in ("en", "en-GB", "en-US", "de", "de-AT"):
        text = f"---\nlang: {tag}\n---\n# Skerry\n\n{TEXTS[tag[:2]]}\n"
        (press.folder / f"{tag}.md").write_text(text, "utf-8")
    return press


def write(press, name, language, *words):
    lexemes = "".join(f"<lexeme><grapheme>{w}</grapheme>{said}</lexeme>\n" for w, said in words)
    named = f' xml:lang="{language}"' if language else ""
    text = f'<lexicon version="1.0" alphabet="ipa"{named}>\n{lexemes}</lexicon>\n'
    (press.folder / name).write_text(text, "utf-8")


def said(press, tag):
    done = press.run("script", f"{tag}.md", "--voice", "tone", "--json")
    return " ".join(each["spoken"] for each in json.loads(done.stdout)["utterances"])


def own(press):
    entries = json.loads(press.run("lexicon", "list", "--json").stdout)["entries"]
    return {
        (each["word"], each["say"], each["language"], each["lexicon"].rpartition("/")[2])
        for each in entries
        if not each["shipped"]
    }


def add(press, say, *words, **options):
    return press.run("lexicon", "add", "Skerry", "--say", say, *words, **options)


@pytest.mark.parametrize("order", [("en", "de"), ("de", "en")])
def test_each_word_is_said_in_its_language(edition, order):
    for tag in order:
        add(edition, {"en": "Skeri", "de": "Skärri"}[tag], "--language", tag)
    assert "to Skeri was" in said(edition, "en")
    assert "nach Skärri kam" in said(edition, "de")
    assert own(edition) == {
        ("Skerry", "Skeri", "en", "lexicon.pls"),
        ("Skerry", "Skärri", "de", "lexicon.de.pls"),
    }


def test_the_language_of_the_show_needs_no_naming(tmp_path):
    edition = make_edition(tmp_path, "de-AT")
    add(edition, "Skärri")
    add(edition, "Skeri", "--language", "EN")
    assert own(edition) == {
        ("Skerry", "Skärri", "de", "lexicon.pls"),
        ("Skerry", "Skeri", "en", "lexicon.en.pls"),
    }
    assert "nach Skärri kam" in said(edition, "de-AT")


@pytest.mark.parametrize(
    ("file", "words", "to"),
    [
        ("en", ("--language", "de"), "lexicon.de.pls"),
        ("de", (), "lexicon.en.pls"),
        ("de", ("--language", "en"), "lexicon.en.pls"),
        ("de", ("--language", "DE"), "lexicon.pls"),
        ("de", ("--language", "de_AT"), "lexicon.de-AT.pls"),
        ("en", ("--language", "en-GB"), "lexicon.en-GB.pls"),
        ("en-GB", ("--language", "en"), "lexicon.en.pls"),
        ("en-GB", (), "lexicon.pls"),
        ("", (), "lexicon.pls"),
        ("", ("--language", "fr"), "lexicon.fr.pls"),
    ],
)
def test_a_file_of_before_has_its_own_language_alone(edition, file, words, to):
    write(edition, "lexicon.pls", file, ("Foula", "<alias>Fula</alias>"))
    before = (edition.folder / "lexicon.pls").read_bytes()
    done = add(edition, "Skeri", *words)
    assert str(edition.folder / to) in done.stdout
    assert ("Skerry", "Skeri") in {each[:2] for each in own(edition) if each[3] == to}
    if to != "lexicon.pls":
        assert (edition.folder / "lexicon.pls").read_bytes() == before


def test_a_country_wins_over_its_language_and_is_no_other_country(edition):
    add(edition, "Britsh", "--language", "en-GB")
    add(edition, "Skeri")
    assert "to Britsh was" in said(edition, "en-GB")
    assert "to Skeri was" in said(edition, "en-US")


def test_a_word_that_another_file_says_all_the_same_is_told_of(edition):
    write(edition, "lexicon.en.pls", "en", ("Skerry", "<alias>Other</alias>"))
    write(edition, "lexicon.pls", "en", ("Foula", "<alias>Fula</alias>"))
    done = add(edition, "Skeri")
    assert "said as Other all the same" in done.stderr
    assert "lexicon.en.pls" in done.stderr


@pytest.mark.parametrize(
    ("file", "words", "names"),
    [
        ("de", (), ("German (de)", "English (en)")),
        ("de", ("--language", "fr"), ("German (de)", "French (fr)")),
        ("de", ("--language", "de-AT"), ("German (de)", "German (de-AT)")),
        ("en-GB", ("--language", "en-US"), ("English (en-GB)", "English (en-US)")),
        ("", ("--language", "de"), ("every language", "German (de)")),
    ],
)
def test_a_named_file_of_another_language_is_refused(edition, file, words, names):
    write(edition, "x.pls", file, ("Foula", "<alias>Fula</alias>"))
    before = (edition.folder / "x.pls").read_bytes()
    done = add(edition, "Sker i", "--lexicon", "x.pls", *words, ok=False)
    assert done.returncode == 2
    for name in names:
        assert name in done.stderr
    assert "audiopress lexicon add Skerry --say 'Sker i' --language" in done.stderr
    assert (edition.folder / "x.pls").read_bytes() == before


def test_a_named_file_takes_words_of_its_language(edition):
    write(edition, "x.pls", "de", ("Foula", "<alias>Fula</alias>"))
    add(edition, "Skärri", "--lexicon", "x.pls", "--language", "de")
    add(edition, "Skärri", "--lexicon", "new.pls", "--language", "de")
    for name in ("x.pls", "new.pls"):
        text = (edition.folder / name).read_text("utf-8")
        assert 'xml:lang="de"' in text
        assert "Skärri" in text


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("gremany", "de (German)"),
        ("german", "de (German)"),
        ("deutsch", "de (German)"),
        ("ger", "de (German)"),
        ("en-UK", "en-GB (English)"),
        ("gb", "en-GB (English)"),
        ("xx", ""),
        ("", ""),
    ],
)
def test_what_is_no_language_is_refused_with_what_is_near(edition, asked, near):
    for words in (("add", "Skerry", "--say", "a"), ("remove", "Skerry"), ("try", "Skerry")):
        done = edition.run("lexicon", *words, "--language", asked, ok=False)
        assert done.returncode == 2
        assert "no tag of a language" in done.stderr
        assert near in done.stderr
    assert not [*edition.folder.glob("*.pls")]


def test_remove_looks_in_all_files_and_names_them(edition):
    add(edition, "Skeri")
    add(edition, "Skärri", "--language", "de")
    near = edition.run("lexicon", "remove", "Skery", ok=False)
    assert "did you mean Skerry?" in near.stderr
    assert "lexicon.de.pls" in near.stderr
    done = edition.run("lexicon", "remove", "Skerry", "--language", "de")
    assert "lexicon.de.pls" in done.stdout
    assert {each[3] for each in own(edition)} == {"lexicon.pls"}
    add(edition, "Skärri", "--language", "de")
    done = edition.run("lexicon", "remove", "Skerry")
    assert "lexicon.pls" in done.stdout
    assert "lexicon.de.pls" in done.stdout
    assert own(edition) == set()


def test_try_and_check_see_all_files(edition):
    add(edition, "Skärri", "--language", "de")
    done = edition.run("lexicon", "try", "Skerry", "--language", "de", "--voice", "tone")
    assert "Skärri" in done.stdout
    write(edition, "lexicon.fr.pls", "fr", ("Skerry", "<phoneme>Ж</phoneme>"))
    write(edition, "lexicon.german.pls", "de", ("A", "<alias>b</alias>"))
    write(edition, "lexicon.it.pls", "es", ("A", "<alias>b</alias>"))
    found = edition.run("lexicon", "check", ok=False)
    assert "lexicon.fr.pls, line 2" in found.stderr
    assert "lexicon.german.pls is not used" in found.stderr
    assert 'named for it, and xml:lang="es" counts' in found.stderr


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_the_command_of_a_letter_works_when_it_is_filled_in(edition, language):
    unfilled = edition.run(
        "lexicon", "add", "Skerry", "--language", language, "--say", "", ok=False
    )
    assert "audiopress lexicon add Skerry" in unfilled.stderr
    assert "KCNA" not in unfilled.stderr
    edition.run("lexicon", "add", "Skerry", "--language", language, "--say", "Skeri")
    assert "to Skeri was" in said(edition, language)


@pytest.mark.parametrize("name", ["lexicon.pls", "lexicon.de.pls"])
@pytest.mark.parametrize("body", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_lexicon(edition, name, body):
    (edition.folder / name).write_bytes(body)
    assert "to Skerry was" in said(edition, "en")
    assert edition.run("lexicon", "check").returncode == 0
    tag = "de" if ".de." in name else "en"
    add(edition, "Skeri", "--language", tag)
    assert own(edition) == {("Skerry", "Skeri", tag, name)}


@pytest.mark.parametrize("name", ["lexicon.pls", "lexicon.de.pls"])
def test_a_folder_in_the_way_is_named(edition, name):
    (edition.folder / name).mkdir()
    for words in (("script", "en.md"), ("lexicon", "list"), ("lexicon", "add", "A", "--say", "b")):
        done = edition.run(*words, ok=False)
        assert done.returncode
        assert str(edition.folder / name) in done.stderr
        assert "a folder" in done.stderr


def test_untrusted_no_file_of_a_language_leads_out(edition):
    outside = edition.folder.parent / "secret.pls"
    outside.write_text("<lexicon/>", "utf-8")
    (edition.folder / "lexicon.de.pls").symlink_to(outside)
    done = edition.run("lexicon", "list", "--untrusted", ok=False)
    assert done.returncode == 2
    assert "lexicon.de.pls" in done.stderr


# -- what is wrong in a file, and what is told when a word is added -----------------------------


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("lexeme", "message", "remedy"),
    [
        ("<phoneme>[[mɪnɪstə]]</phoneme>", "IPA stands alone", "<phoneme>mɪnɪstə</phoneme>"),
        ("<phoneme>[aoki]</phoneme>", "IPA stands alone", "<phoneme>aoki</phoneme>"),
        ("<phoneme>/aoki/</phoneme>", "IPA stands alone", "<phoneme>aoki</phoneme>"),
        ("<phoneme>[[aoki</phoneme>", "IPA stands alone", "<phoneme>aoki</phoneme>"),
        ("<phoneme>aoki]</phoneme>", "IPA stands alone", "<phoneme>aoki</phoneme>"),
        ("<phoneme>aoki5</phoneme>", "'5' is no sign of IPA", "lexicon try"),
        ("<alias>[[</alias>", "no IPA between", "lexicon add Skerry"),
        ("<alias>the [[aoki</alias>", "closing ]] is missing", "lexicon add Skerry"),
        ("<alias>aoki]]</alias>", "opening [[ is missing", '--say "[[aoki]]"'),
        ("<alias>/aoki/</alias>", "read out as words", '--say "[[aoki]]"'),
        ("<alias>##</alias>", "nothing would be said", "lexicon add Skerry"),
        ('<phoneme alphabet="x-sampa">sk"Eri</phoneme>', "'x-sampa'", "write it in IPA"),
    ],
)
def test_check_names_what_is_no_ipa(edition, lexeme, message, remedy, language):
    write(edition, "lexicon.de.pls", language, ("Skerry", lexeme), ("Foula", "<alias>F</alias>"))
    if language == "en":
        (edition.folder / "lexicon.de.pls").rename(edition.folder / "lexicon.pls")
    found = json.loads(edition.run("lexicon", "check", "--json", ok=False).stdout)
    (error,) = found["errors"]
    assert "Skerry" in error["message"]
    assert message in error["message"]
    assert remedy in error["hint"]
    assert error["where"].endswith(".pls, line 2")


def test_ipa_among_the_words_of_an_alias_is_right(edition):
    write(edition, "lexicon.pls", "en", ("Skerry", "<alias>the [[skˈɛɹi]] rock</alias>"))
    assert edition.run("lexicon", "check").returncode == 0


@pytest.mark.parametrize("whole", [True, False])
def test_another_alphabet_stops_no_build_and_is_told_of(edition, whole):
    phoneme = "<phoneme>a</phoneme>" if whole else '<phoneme alphabet="x-sampa">a</phoneme>'
    write(edition, "lexicon.pls", "en", ("Foula", phoneme), ("Skerry", "<alias>Skeri</alias>"))
    if whole:
        file = edition.folder / "lexicon.pls"
        file.write_text(file.read_text("utf-8").replace('"ipa"', '"x-sampa"'), "utf-8")
    assert "to Skeri was" in said(edition, "en")
    done = edition.run("plan", "en.md", "--voice", "tone")
    assert "Foula" in done.stderr
    assert "x-sampa" in done.stderr
    assert "lexicon.pls, line 2" in done.stderr


@pytest.mark.parametrize(
    ("say", "message"),
    [
        ("[[tɑːjˈiːp", "the closing ]] is missing"),
        ("tɑːjˈiːp]]", "the opening [[ is missing"),
        ("/tɑːjˈiːp/", "read out as words"),
        ("[[/tɑːjˈiːp/]]", "IPA stands alone"),
        ("[[[tɑːjˈiːp]]]", "IPA stands alone"),
    ],
)
def test_errors_use_the_readers_word(edition, say, message):
    done = edition.run("lexicon", "add", "Recep Tayyip", "--say", say, ok=False)
    assert message in done.stderr
    assert "audiopress lexicon add 'Recep Tayyip' --say \"[[tɑːjˈiːp]]\"" in done.stderr
    assert not (edition.folder / "lexicon.pls").exists()


def test_signs_that_may_not_be_heard_are_told_of(edition):
    assert "# may not be heard" in add(edition, "xX9 ##").stderr
    assert "may not" not in add(edition, "C. 3, P-O's").stderr
    refused = add(edition, "##", ok=False)
    assert "nothing would be said" in refused.stderr


def test_a_language_by_another_tag_finds_its_voices_and_words(edition):
    write(edition, "lexicon.pls", "iw", ("Skerry", "<alias>Skeri</alias>"))
    done = edition.run("lexicon", "try", "Skerry", "--language", "he", "--voice", "tone")
    assert "Skeri\n" in done.stdout
