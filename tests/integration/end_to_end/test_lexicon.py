"""``audiopress lexicon``, and the lexicon that lies beside a configuration."""

import json
import os
from dataclasses import replace

import pytest
from runner import PressHere

from audiopress.press.lexicons import lexicon_check
from audiopress.voices import find
from tests.integration.net.servers import Server, always
from tests.integration.net.servers import page as answer

SHOW = '[show]\ntitle = "News"\n[voices]\nbody = "tone"\n[edition]\nsources = ["a.md"]\n'


@pytest.fixture
def edition(tmp_path):
    press = PressHere(tmp_path / "edition")
    press.folder.mkdir()
    (press.folder / "audiopress.toml").write_text(SHOW, "utf-8")
    (press.folder / "a.md").write_text("# Skerry\n\nThe ferry to Skerry was late.\n", "utf-8")
    return press


def write(press, name, *words):
    lexemes = "".join(f"<lexeme><grapheme>{w}</grapheme>{said}</lexeme>\n" for w, said in words)
    text = f'<lexicon version="1.0" alphabet="ipa" xml:lang="en">\n{lexemes}</lexicon>\n'
    (press.folder / name).write_text(text, "utf-8")


def said(press, *words):
    script = json.loads(press.run("script", "a.md", "--json", *words).stdout)
    return " ".join(each["spoken"] for each in script["utterances"])


def listed(press, *words):
    return json.loads(press.run("lexicon", "list", *words, "--json").stdout)["entries"]


def errors(press, *words):
    done = press.run("lexicon", "check", *words, "--json", ok=False)
    found = json.loads(done.stdout)
    assert done.returncode == (1 if found["errors"] else 0)
    assert found["ok"] == (not found["errors"])
    for each in found["errors"]:
        assert each["message"] in done.stderr
    return [(each["message"], each["where"]) for each in found["errors"]]


# -- the lexicon beside the configuration ------------------------------------------------------


def test_it_is_used_without_being_named(edition):
    assert "to Skerry was" in said(edition)
    done = edition.run("lexicon", "add", "Skerry", "--say", "Skeri")
    assert "note" not in done.stderr
    assert "to Skeri was" in said(edition)


def test_so_is_that_of_a_preview(edition):
    (edition.folder / "audiopress.toml").unlink()
    edition.run("lexicon", "add", "Skerry", "--say", "Skeri")
    assert "to Skeri was" in said(edition)


def test_one_somewhere_else_is_used_with_the_configuration_it_lies_beside(edition):
    other = edition.folder / "there"
    other.mkdir()
    (edition.folder / "audiopress.toml").rename(other / "audiopress.toml")
    write(edition, "there/lexicon.pls", ("Skerry", "<alias>There</alias>"))
    assert "to There was" in said(edition, "-c", "there/audiopress.toml")
    assert "to Skerry was" in said(edition)


@pytest.mark.parametrize(
    ("named", "option", "expected"),
    [
        ('"named.pls"', (), "Own"),
        ('"named.pls", "later.pls"', (), "Own"),
        ('"lexicon.pls", "named.pls"', (), "Named"),
        ('"./lexicon.pls", "named.pls"', (), "Named"),
        ('"named.pls"', ("--lexicon", "later.pls"), "Later"),
        ('"named.pls"', ("--lexicon", "lexicon.pls"), "Own"),
    ],
)
def test_the_later_wins(edition, named, option, expected):
    (edition.folder / "audiopress.toml").write_text(f"{SHOW}lexicons = [{named}]\n", "utf-8")
    for name, word in (("lexicon.pls", "Own"), ("named.pls", "Named"), ("later.pls", "Later")):
        write(edition, name, ("Skerry", f"<alias>{word}</alias>"))
    assert f"to {expected} was" in said(edition, *option)


@pytest.mark.parametrize("body", ["<lexicon>", "<html/>", "<lexicon><lexeme/></lexicon>"])
def test_a_broken_one_is_an_error_that_names_it(edition, body):
    (edition.folder / "lexicon.pls").write_text(body, "utf-8")
    for words in (("build",), ("plan",), ("script", "a.md"), ("lexicon", "list")):
        done = edition.run(*words, ok=False)
        assert done.returncode == 2
        assert str(edition.folder / "lexicon.pls") in done.stderr


def test_one_that_cannot_be_read_is_named(edition):
    (edition.folder / "lexicon.pls").mkdir()
    done = edition.run("plan", ok=False)
    assert done.returncode == 2
    assert f"beside the configuration: {edition.folder / 'lexicon.pls'}" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
@pytest.mark.parametrize("configured", [True, False])
@pytest.mark.parametrize("kind", ["symlink", "hardlink", "dangling"])
def test_untrusted_it_stays_within_its_folder(edition, kind, configured):
    outside = edition.folder.parent / "secret.pls"
    outside.write_text("<lexicon/>", "utf-8")
    own = edition.folder / "lexicon.pls"
    if kind == "hardlink":
        os.link(outside, own)
    else:
        own.symlink_to(outside if kind == "symlink" else "../nowhere.pls")
    if not configured:
        (edition.folder / "audiopress.toml").unlink()
    for words in (("plan", "a.md"), ("lexicon", "list"), ("lexicon", "check")):
        done = edition.run(*words, "--untrusted", ok=False)
        assert done.returncode == 2
        assert str(own) in done.stderr
        assert "--untrusted" in done.stderr
    own.unlink()
    write(edition, "lexicon.pls", ("Skerry", "<alias>Skeri</alias>"))
    assert "to Skeri was" in said(edition, "--untrusted")


# -- list, remove ------------------------------------------------------------------------------


def test_list_has_shipped_and_own_words_and_says_which_count(edition):
    write(
        edition, "lexicon.pls", ("Kyiv", "<alias>Kiev</alias>"), ("Łódź", "<alias>Woodge</alias>")
    )
    both = listed(edition, "kyiv")
    assert [(each["say"], each["shipped"], each["used"]) for each in both] == [
        ("Kiev", False, True),
        ("Keev", True, False),
    ]
    assert both[0]["line"] == 2
    assert [each["say"] for each in listed(edition, "lodz") if not each["shipped"]] == ["Woodge"]
    assert len(listed(edition)) > 90
    plain = edition.run("lexicon", "list", "Kyiv").stdout
    assert (
        "Kyiv  Kiev  en  (lexicon.pls)\nKyiv  Keev  en  (shipped, a later entry counts)\n" in plain
    )
    assert "add" in edition.run("lexicon", "list", "Nobodysword").stderr
    # Without a word, one's own are not buried among those that are shipped.
    own = edition.run("lexicon", "list")
    assert "(shipped" not in own.stdout
    assert "shipped words: audiopress lexicon list --all" in own.stderr
    assert "(shipped)" in edition.run("lexicon", "list", "--all").stdout


def test_list_shows_the_words_of_one_language(edition):
    edition.run("lexicon", "add", "Jena", "--say", "Yayna", "--language", "en")
    edition.run("lexicon", "add", "Jeans", "--say", "Dschiens", "--language", "de")
    german = edition.run("lexicon", "list", "--language", "de")
    assert "Jeans  Dschiens  de" in german.stdout
    assert "Jena" not in german.stdout
    assert "lexicon add WORD --say TEXT --language fr" in (
        edition.run("lexicon", "list", "--language", "fr").stderr
    )
    slip = edition.run("lexicon", "list", "--language", "german", ok=False)
    assert "--language de" in slip.stderr


def test_remove_takes_a_word_out_and_leaves_the_rest(edition):
    edition.run("lexicon", "add", "Skerry", "--say", "Skeri")
    before = (edition.folder / "lexicon.pls").read_bytes()
    edition.run("lexicon", "add", "B & Q", "--say", "B and Q")
    edition.run("lexicon", "remove", "B & Q")
    assert (edition.folder / "lexicon.pls").read_bytes() == before
    edition.run("lexicon", "remove", "Skerry")
    assert "to Skerry was" in said(edition)


@pytest.mark.parametrize(
    ("word", "message"), [("Nobodysword", "no lexicon has the word"), ("Kyiv", "shipped")]
)
def test_a_word_that_cannot_be_removed_is_refused(edition, word, message):
    done = edition.run("lexicon", "remove", word, ok=False)
    assert done.returncode == 2
    assert message in done.stderr
    assert "next:" in done.stderr or "audiopress lexicon" in done.stderr


# -- try ---------------------------------------------------------------------------------------


def test_try_speaks_before_and_after(edition):
    write(edition, "lexicon.pls", ("Skerry", "<alias>Skeri with more words</alias>"))
    done = edition.run("lexicon", "try", "Skerry", "-o", "x.wav")
    before, after = (edition.folder / f"x-{name}.wav" for name in ("before", "after"))
    assert len(before.read_bytes()) < len(after.read_bytes())
    assert "files lie in" not in done.stderr  # where is what was asked for
    assert "Skerry\n" in done.stdout
    assert "Skeri with more words\n" in done.stdout


def test_try_says_when_both_are_the_same_and_tries_what_is_not_in_a_file(edition):
    done = edition.run("lexicon", "try", "Nobodysword", "--voice", "tone")
    assert "both are the same" in done.stderr
    assert (edition.folder / "nobodysword-before.mp3").is_file()
    assert f"the two files lie in {edition.folder}" in done.stderr
    done = edition.run("lexicon", "try", "Nobodysword", "--say", "Nobody's word")
    assert "both are" not in done.stderr
    assert "Nobody's word\n" in done.stdout
    assert not (edition.folder / "lexicon.pls").exists()
    assert edition.run("lexicon", "try", "a", "--say", "[[", ok=False).returncode == 2


# -- check -------------------------------------------------------------------------------------


def test_check_finds_nothing_in_a_lexicon_that_is_right(edition):
    assert errors(edition) == []
    assert "no lexicon of its own" in edition.run("lexicon", "check").stderr
    write(edition, "lexicon.pls", ("Skerry", "<phoneme>skˈɛɹi</phoneme>"))
    assert errors(edition) == []
    assert "1 word, all is well" in edition.run("lexicon", "check").stdout


@pytest.mark.parametrize("ipa", ["Ж", "skˈɛɹi5", "中", "sk€ɹi", "ˈ", "SKERRY?!"])
def test_check_names_ipa_that_no_voice_can_say(edition, ipa):
    fine = ("Foula", "<phoneme>fˈuːlə</phoneme>")
    write(edition, "lexicon.pls", fine, ("Skerry", f"<phoneme>{ipa}</phoneme>"))
    ((message, where),) = errors(edition)
    assert message.startswith(f"Skerry: no installed voice can say [[{ipa}]]")
    assert where == f"{edition.folder / 'lexicon.pls'}, line 3"


@pytest.fixture
def spoken_by_heart(edition):
    (edition.folder / "audiopress.toml").write_text(SHOW.replace('"tone"', '"heart"'), "utf-8")
    return edition


def test_check_asks_the_voices_of_the_edition(spoken_by_heart):
    write(spoken_by_heart, "lexicon.pls", ("Caoimhe", "<phoneme>kˈiːvɐ§</phoneme>"))
    ((message, _),) = errors(spoken_by_heart)
    assert message.startswith("Caoimhe: heart cannot say [[kˈiːvɐ§]]")


@pytest.mark.parametrize("ipa", ["kˈiːvɐ§", "Keva", "123"])
def test_add_refuses_ipa_that_no_build_could_say(spoken_by_heart, ipa):
    edition = spoken_by_heart
    refused = edition.run("lexicon", "add", "Caoimhe", "--say", f"[[{ipa}]]", ok=False)
    assert refused.returncode
    assert f"[[{ipa}]]" in refused.stderr
    assert not (edition.folder / "lexicon.pls").exists()


@pytest.mark.parametrize(
    ("words", "message", "line"),
    [
        ([("A1x", "<alias>b</alias>")] * 2, "A1x: is said in line 2 already", 3),
        ([("Skerry", "<alias>Skerry</alias>")], "Skerry: changes nothing", 2),
        ([("Kyiv", "<alias>Keev</alias>")], "Kyiv: changes nothing", 2),
        ([("£5", "<alias>five pounds</alias>")], "£5: changes nothing", 2),
        ([("Skerry", "")], "a lexeme needs a grapheme", 2),
        ([("", "<alias>b</alias>")], "a lexeme needs a grapheme", 2),
    ],
)
def test_check_names_what_is_twice_or_without_use(edition, words, message, line):
    write(edition, "x.pls", *words)
    ((found, where),) = errors(edition, "x.pls")
    assert found.startswith(message)
    assert where == f"x.pls, line {line}"


def test_check_names_everything_at_once(edition):
    write(
        edition,
        "lexicon.pls",
        ("Skerry", "<phoneme>Ж</phoneme>"),
        ("Foula", ""),
        ("Unst", "<alias>Unst</alias>"),
    )
    (edition.folder / "audiopress.toml").write_text(f'{SHOW}lexicons = ["x.pls"]\n', "utf-8")
    (edition.folder / "x.pls").write_text("<lexicon>", "utf-8")
    found = errors(edition)
    assert len(found) == 4
    assert "no XML" in found[0][0]
    assert [where.rpartition(" ")[2] for _, where in found[1:]] == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("language", "tried"), [("fr", "'mot' --language fr --say"), ("en-GB", "'mot' --say")]
)
def test_what_cannot_be_said_is_to_be_tried_in_its_language(edition, monkeypatch, language, tried):
    both = (replace(find("heart"), languages=("en-US", "fr-FR")),)
    monkeypatch.setattr(lexicon_check, "_list_phonetic_voices", lambda: both)
    words = ("lexicon", "add", "mot", "--say", "[[A5]]", "--language", language)
    done = edition.run(*words, ok=False)
    assert done.returncode == 2
    assert f"audiopress lexicon try {tried} TEXT" in done.stderr


# -- what the articles write -------------------------------------------------------------------


@pytest.mark.parametrize("built", [True, False])
def test_a_word_that_the_articles_spell_otherwise_is_told(edition, built):
    story = "# Skerry\n\nCiarán was late &amp; O’Neill too.\n"
    (edition.folder / "a.md").write_text(story, "utf-8")
    if built:
        edition.build()
        (edition.folder / "a.md").unlink()
    done = edition.run("lexicon", "add", "Ciaran", "--say", "Keeraun")
    assert (
        "none of the text files and published articles has Ciaran: they write Ciarán" in done.stderr
    )
    assert "lexicon add 'Ciarán' --say Keeraun" in done.stderr
    assert "note" not in edition.run("lexicon", "add", "Ciarán", "--say", "Keeraun").stderr
    edition.run("lexicon", "add", "Zebra", "--say", "Zeebra")
    done = edition.run("lexicon", "check", "--json")
    assert json.loads(done.stdout)["unused"] == ["Ciaran", "Zebra"]
    assert "they write Ciarán" in done.stderr
    assert "none of the text files and published articles has: Zebra" in done.stderr


def test_the_command_for_another_spelling_has_the_language_that_was_asked_for(edition):
    (edition.folder / "a.md").write_text("---\nlanguage: de\n---\n# Łódź\n\nIn Łódź.\n", "utf-8")
    done = edition.run("lexicon", "add", "Lódz", "--say", "Wuhdsch", "--language", "de")
    assert "note" not in done.stderr  # a stroke is no accent: it is another letter
    done = edition.run("lexicon", "add", "Łódz", "--say", "Wuhdsch", "--language", "de")
    assert "lexicon add 'Łódź' --say Wuhdsch --language de" in done.stderr


def test_each_file_has_words_of_its_own_language_and_lines_are_wrapped(edition):
    text = (
        "---\nlanguage: de\n---\n# Die Stadt\n\n> Sie fuhr nach\n> **New**\n> York und Gdingen.\n"
    )
    (edition.folder / "a.md").write_text(text, "utf-8")
    edition.run("lexicon", "add", "Gdingen", "--say", "Gdinjen", "--language", "de")
    done = edition.run("lexicon", "add", "New York", "--say", "Nu Jork", "--language", "de")
    assert "note" not in done.stderr
    done = edition.run("lexicon", "check", "--json")
    assert json.loads(done.stdout)["unused"] == []
    assert "Gdingen" not in done.stderr


@pytest.mark.parametrize("source", ["s.eml", "https://news.example/feed.xml", "gone.md"])
def test_nothing_is_said_where_an_article_is_not_looked_into(edition, source):
    (edition.folder / "s.eml").write_text("From: a@b.example\nSubject: Zebra\n\nZebra.\n", "utf-8")
    show = SHOW.replace('["a.md"]', f'["a.md", "{source}"]')
    (edition.folder / "audiopress.toml").write_text(show, "utf-8")
    for word in ("Zebra", "skerry"):
        edition.run("lexicon", "add", word, "--say", "so")
    done = edition.run("lexicon", "check", "--json")
    assert json.loads(done.stdout)["unused"] is None
    assert "Zebra" not in done.stderr
    assert "they write Skerry" in done.stderr


def test_what_was_built_of_a_document_is_looked_into(edition):
    letter = "From: Ann <a@b.example>\nSubject: The Zebra\nMessage-ID: <z@b.example>\n"
    story = "Date: Mon, 2 Nov 2026 09:00:00 +0000\n\nThe Zebra of the zoo was late again.\n"
    (edition.folder / "s.eml").write_text(letter + story, "utf-8")
    show = SHOW.replace('["a.md"]', '["a.md", "s.eml"]')
    (edition.folder / "audiopress.toml").write_text(show, "utf-8")
    edition.build()
    for word in ("Zebra", "Gnu"):
        edition.run("lexicon", "add", word, "--say", "so")
    assert json.loads(edition.run("lexicon", "check", "--json").stdout)["unused"] == ["Gnu"]


def test_a_feed_and_a_page_are_looked_into_once_they_are_built(edition):
    body = "The Zebra of the zoo was late again, said the keeper of the zoo."
    story = f"<p>{body}</p>" * 4
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><item>'
    item = f"<title>The Zebra</title><guid>z1</guid><description><![CDATA[{story}]]></description>"
    text = f"<html lang=en><title>The Gnu</title><article><h1>The Gnu</h1>{story}</article>"
    feed = f"{head}{item}</item></channel></rss>"
    with Server() as server:
        listed = answer(feed.encode(), Content_Type="application/rss+xml")
        server.answers |= {"/feed.xml": always(listed), "/gnu": always(answer(text.encode()))}
        sources = f'["{server.url("/feed.xml")}", "{server.url("/gnu")}"]'
        show = SHOW.replace('["a.md"]', sources)
        (edition.folder / "audiopress.toml").write_text(show, "utf-8")
        for word in ("Zebra", "Gnu", "Okapi"):
            edition.run("lexicon", "add", word, "--say", "so")
        assert json.loads(edition.run("lexicon", "check", "--json").stdout)["unused"] is None
        edition.build("--allow-private")
    assert json.loads(edition.run("lexicon", "check", "--json").stdout)["unused"] == ["Okapi"]
