"""Articles in languages that the edition's voice does not speak: refused, or spoken by another."""

import itertools
import json
import shutil

import pytest
from runner import PressHere

import audiopress
from audiopress.press.edition.voices import companions

SPEAKERS = {
    "ann": ["en-US"],
    "bea": ["fr-FR"],
    "cec": ["fr-FR"],
    "eve": ["en-GB"],
    "pia": ["pt-BR"],
}
"""Voices that are a tone each, and say that they speak a language."""

GERMAN = "Der Rat hat die Brücke am Montag für den Verkehr gesperrt, denn sie ist nicht sicher."
FRENCH = "Le conseil a fermé le pont lundi, car il n'est pas sûr pour les voitures de la ville."
ENGLISH = "The council closed the bridge on Monday, for it is not safe for the cars of the town."
PORTUGUESE = "O conselho fechou a ponte na segunda-feira, porque não é segura para os carros."


def describe_file(name):
    """Return the table of a voice's file, which none of these reads."""
    url = f'url = "https://a.example/{name}.onnx"\n'
    return f'[[files]]\nname = "{name}.onnx"\nsize = 5\nsha256 = "{"0" * 64}"\n{url}'


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install some of the speakers: only these, and what comes with audiopress, are there."""
    folder = tmp_path / "voices"
    (folder / "tone").mkdir(parents=True)

    def choose(*names):
        for name in SPEAKERS:
            (folder / f"{name}.toml").unlink(missing_ok=True)
        for name in names:
            text = f'name = "{name}"\nengine = "tone"\nlanguages = {json.dumps(SPEAKERS[name])}\n'
            title = f'title = "{name.title()}: a tone"\nsample_rate = 22050\ncost = 0.001\n'
            (folder / f"{name}.toml").write_text(text + title + describe_file(name), "utf-8")
            (folder / f"tone/{name}.onnx").write_bytes(b"12345")

    monkeypatch.setenv("AUDIOPRESS_VOICES", str(folder))
    choose("ann")
    return choose


@pytest.fixture
def press(tmp_path, install):
    press = PressHere(tmp_path / "edition", voice=None)
    configure(press)
    return press


def configure(press, *lines, body='body = "ann"'):
    press.folder.mkdir(exist_ok=True)
    text = '[edition]\naddress = "https://a.example/"\nsources = ["in"]\n[voices]\n'
    (press.folder / "audiopress.toml").write_text("\n".join((text + body, *lines)), "utf-8")


def write(press, name, text, language="", day="2024-03-01"):
    (press.folder / "in").mkdir(parents=True, exist_ok=True)
    said = f"lang: {language}\n" if language else ""
    page = f"---\ntitle: {name.title()} 1\ndate: {day}\n{said}---\n\n{text}\n\n{text}\n"
    (press.folder / f"in/{name}.md").write_text(page, "utf-8")


def write_page(press, name, text, language):
    (press.folder / "in").mkdir(parents=True, exist_ok=True)
    page = (
        f'<!doctype html><html lang="{language}"><head><title>{name}</title></head><body><article>'
        f"<h1>{name}</h1><p>{text}</p><p>{text}</p></article></body></html>"
    )
    (press.folder / f"in/{name}.html").write_text(page, "utf-8")


def build(press, *words):
    report = press.build(*words, ok=False)
    return {item["slug"] or item["id"]: item for item in report["articles"]}, report


def voices_of(press, *words):
    found = json.loads(press.run("plan", "--json", *words, ok=False).stdout)
    return {
        item["title"].split()[0]: {part["voice"] for part in item["paragraphs"]}
        for item in found["articles"]
    }


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (GERMAN, "de", "German (de)"),
        (GERMAN, "", "German (de)"),
        (GERMAN, "de-AT", "German (de-AT)"),
        (PORTUGUESE, "", "Portuguese (pt)"),
        ("Het kabinet komt vandaag bijeen.", "nl", "Dutch (nl)"),
        ("Совет закрыл мост в понедельник.", "", "Russian (ru)"),
        ("市議会は月曜日に橋を閉鎖した。", "ja", "Japanese (ja)"),
    ],
)
def test_an_article_that_no_voice_speaks_is_refused_and_the_others_go_on(
    press, text, language, name
):
    write(press, "foreign", text, language)
    write(press, "english", ENGLISH)
    articles, report = build(press)
    assert (report["totals"]["failed"], report["feed"]["items"]) == (1, 1)
    assert articles["english-1"]["status"] == "built"
    error = articles["in/foreign.md"]["error"]
    assert error["message"] == f"no voice for {name}: ann speaks en-US"
    assert error["where"] == "in/foreign.md"
    assert '[voices] foreign = "speak"' in error["hint"]
    done = press.run("build", ok=False)
    assert done.returncode == 1
    assert f"no voice for {name}" in done.stderr
    # Every command that shows what would be spoken says it too.
    for command in ("plan", "script"):
        shown = press.run(command, "in/foreign.md", ok=False)
        assert shown.returncode == 1
        assert f"no voice for {name}" in shown.stderr
    # Nobody would say it.
    assert "[body, no voice]" in shown.stdout
    assert ", ann]" not in shown.stdout


@pytest.mark.parametrize(
    ("text", "language", "base"),
    [(GERMAN, "de", "de"), (FRENCH, "fr-CA", "fr"), ("市議会は月曜日に橋を閉鎖した。", "ja", "ja")],
)
def test_the_error_names_the_nearest_way_and_where_all_of_them_are(press, text, language, base):
    write(press, "foreign", text, language)
    hint = build(press)[0]["in/foreign.md"]["error"]["hint"]
    assert f"audiopress voices list {base}" in hint
    assert hint.endswith('or [voices] foreign = "speak" has ann read it')
    assert len(hint) < 240


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # A template says its own language of any text, also of a short one.
        (ENGLISH, "de"),
        # What is too short to tell, and what is no language.
        ("Die Hard", ""),
        ("Manchester United 2-1 Arsenal. Liverpool 0-0 Chelsea. Real Madrid 3-2 Barcelona.", ""),
        (("Kamala Harris, Emmanuel Macron, Olaf Scholz, Giorgia Meloni, Keir Starmer, Mark Rutte, "
         "Pedro Sánchez, Xi Jinping, Ursula von der Leyen, Donald Tusk, Viktor Orbán, Kaja Kallas"),
         ""),
        (ENGLISH, "en-GB"),
    ],
)  # fmt: skip
def test_what_may_be_in_the_language_of_the_voice_is_spoken(press, text, language):
    write_page(press, "page", text, language) if language else write(press, "page", text)
    _, report = build(press)
    assert report["totals"]["failed"] == 0
    assert voices_of(press) == {"page" if language else "Page": {"ann"}}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("tone", ""),
        ("ann", 'foreign = "speak"'),
        ("ann", '[voices.languages]\nde = "ann"'),
        ("ann", '[voices.languages]\nde = "tone"'),
    ],
)
def test_who_names_no_language_and_who_is_named_for_it_speaks(press, body, line):
    configure(press, line, body=f'body = "{body}"')
    write(press, "german", GERMAN, "de")
    done = press.run("build")
    assert "1 built" in done.stderr
    # A voice that names its languages, and this is none of them, is perhaps a slip.
    slip = "ann is named for German under [voices.languages], and by its manifest speaks English"
    assert (slip in done.stderr) == ('de = "ann"' in line)


def test_a_wrong_word_for_foreign_is_named(press):
    configure(press, 'foreign = "spoken"')
    write(press, "german", GERMAN, "de")
    done = press.run("build", ok=False)
    assert done.returncode == 2
    assert "foreign: is one of refuse, speak" in done.stderr


def test_an_installed_voice_of_the_language_speaks_without_being_named(press, install):
    install("ann", "bea", "cec", "pia")
    write(press, "french", FRENCH, "fr")
    write(press, "lisbon", PORTUGUESE, "pt-PT")
    write(press, "english", ENGLISH)
    assert voices_of(press) == {"French": {"bea"}, "Lisbon": {"pia"}, "English": {"ann"}}
    _articles, report = build(press)
    assert report["totals"]["failed"] == 0
    (note,) = [note for note in report["notes"] if note.startswith("bea speaks")]
    assert 'fr = "bea" under [voices.languages]' in note
    # Said once by builds, and each time by plan.
    assert not [note for note in build(press)[1]["notes"] if note.startswith("bea speaks")]
    assert "bea speaks 1 article in French" in press.run("plan").stderr


def test_what_is_installed_later_or_elsewhere_changes_nothing_that_is_published(press, install):
    install("ann", "cec")
    write(press, "french", FRENCH, "fr")
    before = build(press)[0]["french-1"]["enclosure"]
    install("ann", "bea", "cec")
    shutil.rmtree(press.folder / ".audiopress")
    assert voices_of(press) == {"French": {"cec"}}
    # What is new sounds like what is there, and an edit too.
    write(press, "another", FRENCH.replace("lundi", "mardi"), "fr", day="2024-04-01")
    assert voices_of(press) == {"French": {"cec"}, "Another": {"cec"}}
    assert build(press)[0]["french-1"]["enclosure"] == before
    write(press, "french", FRENCH.replace("pont", "port"), "fr")
    assert voices_of(press)["French"] == {"cec"}
    # A person who names a voice is heard.
    configure(press, '[voices.languages]\nfr = "bea"')
    assert voices_of(press) == {"French": {"bea"}, "Another": {"bea"}}
    # And a line that goes is not another voice for what was published by it.
    build(press)
    configure(press)
    assert voices_of(press) == {"French": {"bea"}, "Another": {"bea"}}


def test_what_was_published_by_a_voice_of_another_language_goes_on(press, install):
    configure(press, 'foreign = "speak"')
    write(press, "german", GERMAN, "de")
    write(press, "french", FRENCH, "fr")
    before = {slug: item["enclosure"] for slug, item in build(press)[0].items()}
    configure(press)
    install("ann", "bea")
    articles, report = build(press)
    assert report["totals"]["failed"] == 0
    assert {slug: item["enclosure"] for slug, item in articles.items()} == before
    # The cache may go, and the text may change.
    shutil.rmtree(press.folder / ".audiopress")
    assert {slug: item["enclosure"] for slug, item in build(press)[0].items()} == before
    write(press, "german", GERMAN.replace("Montag", "Dienstag"), "de")
    assert build(press)[0]["german-1"]["status"] == "built"
    # Only what is new is refused.
    write(press, "other", GERMAN, "de", day="2024-04-01")
    articles, report = build(press)
    assert (report["totals"]["failed"], report["feed"]["items"]) == (1, 2)
    assert articles["in/other.md"]["status"] == "failed"


def test_with_strict_nothing_is_published(press):
    write(press, "german", GERMAN, "de")
    write(press, "english", ENGLISH)
    press.run("build", "--strict", ok=False)
    assert not (press.folder / "output/feed.xml").exists()


def test_a_voice_of_a_role_steps_back_where_it_cannot_speak(press, install):
    install("ann", "bea")
    configure(press, 'headline = "ann"', body='body = "bea"')
    write(press, "french", FRENCH, "fr")
    write(press, "english", ENGLISH)
    assert voices_of(press) == {"French": {"bea"}, "English": {"ann"}}


def test_a_voice_of_a_role_that_stepped_back_stays_so(press, install):
    install("ann", "bea")
    configure(press, 'headline = "ann"', body='body = "bea"')
    write(press, "french", FRENCH, "fr")
    build(press)
    assert build(press)[0]["french-1"]["status"] == "unchanged"
    write(press, "french", FRENCH.replace("lundi", "mardi"), "fr")
    assert voices_of(press) == {"French": {"bea"}}


@pytest.mark.usefixtures("companion")
def test_a_companion_speaks_for_a_voice_of_a_role_that_steps_back(press, install):
    install("ann", "bea", "eve")
    configure(press, 'headline = "bea"')
    write(press, "british", ENGLISH, "en-GB")
    assert voices_of(press) == {"British": {"eve"}}
    build(press)
    assert build(press)[0]["british-1"]["status"] == "unchanged"
    assert voices_of(press) == {"British": {"eve"}}


def test_say_refuses_too(press, install):
    configure(press, body='body = "ann"')
    done = press.run("say", FRENCH, "--language", "fr", "-o", "x.mp3", ok=False)
    assert done.returncode == 1
    assert "no voice for French (fr): ann speaks en-US" in done.stderr
    install("ann", "bea")
    press.run("say", FRENCH, "--language", "fr", "-o", "x.mp3")
    press.run("say", ENGLISH, "--language", "en-GB", "-o", "y.mp3")


def hear(press, name):
    """Return a sound file's bytes, and remove it."""
    body = (press.folder / name).read_bytes()
    (press.folder / name).unlink()
    return body


def say(press, text, *words):
    press.run("say", text, *words, "-o", "x.wav")
    return hear(press, "x.wav")


@pytest.mark.parametrize(
    ("voice", "text", "language"),
    [
        ("bea", FRENCH, "fr-FR"),
        ("bea", "Bonjour.", "fr-FR"),
        ("bea", "21 voitures le 3 mai", "fr-FR"),
        ("pia", PORTUGUESE, "pt-BR"),
        # The show's own language stays where the voice speaks it, in whatever region.
        ("eve", ENGLISH, "en"),
        ("ann", "21 cars on 3 May", "en"),
        # One that names no language speaks any.
        ("tone", ENGLISH, "en"),
    ],
)
def test_a_voice_that_is_named_speaks(press, install, voice, text, language):
    install("ann", "bea", "eve", "pia")
    heard = say(press, text, "--voice", voice)
    assert heard == say(press, text, "--voice", voice, "--language", language)
    configure(press, body=f'body = "{voice}"')
    assert heard == say(press, text, "--language", language)


def test_a_voice_named_in_the_environment_and_by_a_program_speaks(press, install, monkeypatch):
    install("ann", "bea")
    heard = say(press, FRENCH, "--voice", "bea")
    assert heard != say(press, FRENCH)
    monkeypatch.setenv("AUDIOPRESS_VOICE", "bea")
    assert heard == say(press, FRENCH)
    monkeypatch.delenv("AUDIOPRESS_VOICE")
    monkeypatch.chdir(press.folder)
    audiopress.say(FRENCH, "x.wav", voice="bea")
    assert heard == hear(press, "x.wav")


@pytest.mark.parametrize("words", [("say",), ("lexicon", "try")])
def test_a_voice_that_is_named_is_never_replaced(press, install, words):
    install("ann", "bea")
    done = press.run(*words, "Salut", "--voice", "ann", "--language", "fr", "-o", "x.wav", ok=False)
    assert done.returncode == 1
    assert "no voice for French (fr): ann speaks en-US" in done.stderr
    assert "--voice bea speaks it" in done.stderr
    configure(press, 'foreign = "speak"')
    press.run(*words, "Salut", "--voice", "ann", "--language", "fr", "-o", "x.wav")


@pytest.mark.parametrize("words", [("say",), ("lexicon", "try")])
def test_a_voice_that_is_named_and_not_installed_is_not_replaced(press, words):
    done = press.run(*words, "Salut", "--voice", "ff_siwis", "-o", "x.wav", ok=False)
    assert done.returncode == 1
    assert "audiopress voices install ff_siwis" in done.stderr
    assert not list(press.folder.glob("x*"))


def test_a_word_is_tried_in_the_language_of_the_voice(press, install):
    install("ann", "bea")
    done = press.run("lexicon", "try", "21 voitures", "--voice", "bea", "-o", "x.wav")
    assert "vingt et une voitures" in done.stdout
    (press.folder / "lines.txt").write_text("21 voitures\n", "utf-8")
    done = press.run("script", "--lines", "lines.txt", "--voice", "bea")
    assert "vingt et une voitures" in done.stdout


# -- a companion of the body's voice ---------------------------------------------------------------


@pytest.fixture
def companion(monkeypatch):
    """Let eve join ann for British articles, as emma does heart."""
    monkeypatch.setattr(companions, "_COMPANIONS", {"ann": (("en-GB", "eve"),)})


def enclosures(press):
    articles, report = build(press)
    assert report["totals"]["failed"] == 0, report
    return {slug: item["enclosure"] for slug, item in articles.items()}


@pytest.mark.usefixtures("companion")
def test_a_companion_that_is_installed_later_speaks_only_what_is_new(press, install):
    install("ann", "eve")
    remove_files(press)
    write(press, "british", ENGLISH, "en-GB")
    (offer,) = (note for note in build(press)[1]["notes"] if "accent" in note)
    assert "1 new article in English (en-GB): ann has another accent" in offer
    assert offer.endswith("audiopress voices install eve")
    before = enclosures(press)
    assert not [note for note in build(press)[1]["notes"] if "accent" in note]
    install("ann", "eve")
    assert voices_of(press) == {"British": {"ann"}}
    assert enclosures(press) == before
    shutil.rmtree(press.folder / ".audiopress")
    assert enclosures(press) == before
    write(press, "new", ENGLISH.replace("Monday", "Sunday"), "en-GB", day="2024-04-01")
    write(press, "american", ENGLISH, "en-US", day="2024-04-02")
    assert voices_of(press) == {"New": {"eve"}, "American": {"ann"}, "British": {"ann"}}
    (note,) = [note for note in build(press)[1]["notes"] if note.startswith("eve speaks")]
    assert "eve speaks 1 article in English (en-GB), in place of ann" in note
    assert note.endswith('en-GB = "eve" under [voices.languages]')
    # An edit goes on in the voice that an article has.
    write(press, "british", ENGLISH.replace("town", "city"), "en-GB")
    write(press, "new", ENGLISH.replace("Monday", "Friday"), "en-GB", day="2024-04-01")
    assert voices_of(press) == {"New": {"eve"}, "American": {"ann"}, "British": {"ann"}}
    # Until somebody names one.
    configure(press, '[voices.languages]\nen-GB = "eve"')
    assert voices_of(press)["British"] == {"eve"}
    configure(press, '[voices.languages]\nen = "ann"')
    assert voices_of(press)["New"] == {"ann"}
    assert voices_of(press, "--voice", "ann")["New"] == {"ann"}


@pytest.mark.usefixtures("companion")
def test_a_companion_says_a_text_too_unless_another_is_named(press, install):
    install("ann", "eve")
    british = say(press, ENGLISH, "--language", "en-GB")
    assert british == say(press, ENGLISH, "--language", "en-GB", "--voice", "eve")
    assert british != say(press, ENGLISH, "--language", "en-GB", "--voice", "ann")


@pytest.mark.usefixtures("companion")
def test_without_a_companion_what_she_spoke_is_kept_or_refused(press, install):
    install("ann", "eve")
    write(press, "british", ENGLISH, "en-GB")
    before = enclosures(press)
    remove_files(press)
    # What is whole needs no voice.
    assert enclosures(press) == before
    write(press, "british", ENGLISH.replace("town", "city"), "en-GB")
    for command in ("plan", "build"):
        done = press.run(command, ok=False)
        assert done.returncode == 1
        assert 'voice "eve" is not installed, and the ledger keeps it for this' in done.stderr
        assert "audiopress voices install eve" in done.stderr
        assert 'en-GB = "OTHER" under [voices.languages]' in done.stderr
    configure(press, '[voices.languages]\nen-GB = "ann"')
    assert build(press)[1]["totals"]["failed"] == 0


def remove_files(press, name="eve"):
    """Let a voice be one that nobody has installed here."""
    (press.folder.parent / f"voices/tone/{name}.onnx").unlink()


def test_plan_and_script_say_what_a_build_cannot_speak(press, install):
    install("ann", "bea")
    write(press, "french", FRENCH, "fr")
    write(press, "english", ENGLISH)
    build(press)
    remove_files(press, "bea")
    write(press, "french", FRENCH.replace("lundi", "mardi"), "fr")
    planned = press.run("plan", ok=False)
    built = press.run("build", ok=False)
    for done in (planned, built, press.run("script", "in/french.md", ok=False)):
        assert 'voice "bea" is not installed, and the ledger keeps it for this' in done.stderr
        assert "audiopress voices install bea" in done.stderr
        assert 'fr = "OTHER" under [voices.languages]' in done.stderr
    assert (planned.returncode, built.returncode) == (1, 1)
    assert voices_of(press) == {"English": {"ann"}}


def test_a_voice_whose_package_is_gone_costs_its_articles_only(press, install):
    install("ann", "bea")
    write(press, "french", FRENCH, "fr")
    write(press, "english", ENGLISH)
    build(press)
    install("ann")
    for command in (("plan",), ("build",), ("script", "in/french.md")):
        done = press.run(*command, ok=False)
        assert done.returncode == 1
        assert (
            'there is no voice "bea" any more, and the ledger keeps it for this article'
            in done.stderr
        )
        assert "install the package that brings it" in done.stderr
        assert 'fr = "OTHER" under [voices.languages]' in done.stderr
    articles, report = build(press)
    assert (articles["english-1"]["status"], report["feed"]["items"]) == ("unchanged", 2)
    configure(press, '[voices.languages]\nfr = "tone"')
    assert build(press)[1]["totals"]["failed"] == 0


# -- one language, several tags --------------------------------------------------------------------

NORWEGIAN = "Rådet stengte broen på mandag, fordi den ikke er trygg for bilene i byen og folk."
CHINESE = "市议会星期一关闭了这座桥，因为它对城里的汽车不安全。"


@pytest.mark.parametrize(
    ("named", "language", "text"),
    [
        ("no", "nb-NO", NORWEGIAN),
        ("no", "nb", NORWEGIAN),
        ("nb", "no", NORWEGIAN),
        ("nn", "nb-NO", NORWEGIAN),
        ("cmn", "zh-CN", CHINESE),
        ("pt-BR", "pt-PT", PORTUGUESE),
    ],
)
def test_who_is_named_by_another_tag_of_the_language_speaks_without_a_note(
    press, named, language, text
):
    configure(press, f'[voices.languages]\n{named} = "ann"')
    write(press, "page", text, language)
    assert voices_of(press) == {"Page": {"ann"}}
    for command in (("plan",), ("script", "in/page.md"), ("build",)):
        assert "reads it all the same" not in press.run(*command).stderr


def test_what_is_published_in_another_voice_is_told_the_line_that_names_the_other(press, install):
    install("ann", "pia")
    configure(press, 'foreign = "speak"\n[voices.languages]\npt-PT = "ann"')
    write(press, "page", PORTUGUESE, "pt-PT")
    build(press)
    configure(press, '[voices.languages]\npt-BR = "pia"')
    assert voices_of(press) == {"Page": {"ann"}}
    assert (
        'ann speaks en-US but reads it all the same: pt-PT = "pia" under [voices.languages]'
        in press.run("plan").stderr
    )


def test_a_built_site_names_the_page_and_marks_the_others(press, tmp_path):
    site = tmp_path / "site"
    for name, text, language in (("one", ENGLISH, "en"), ("two", GERMAN, "de")):
        page = (
            f'<!doctype html><html lang="{language}"><head><title>{name}</title>'
            '<meta property="og:type" content="article">'
            f"</head><body><article><h1>{name}</h1>{f'<p>{text}</p>' * 4}</article></body></html>"
        )
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text(page, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[site]\naddress = "https://s.example/"\n[voices]\nbody = "ann"\n', "utf-8"
    )
    done = press.run("site", site, ok=False)
    assert done.returncode == 1
    assert "no voice for German (de)" in done.stderr
    marked = [
        name
        for name in ("one", "two")
        if "alternate" in (site / name / "index.html").read_text("utf-8")
    ]
    assert marked == ["one"]


QUOTED = "Le maire a dit que 21 voitures ont passé le pont le 3 mai 2024 avant la nuit."
"""A French paragraph with numbers and a date in it."""


def write_quotation(press, *, attribute='lang="fr"', tag="blockquote"):
    (press.folder / "in").mkdir(parents=True, exist_ok=True)
    page = (
        '<!doctype html><html lang="en-US"><head><title>Bridge closed</title></head><body><article>'
        f"<h1>Bridge closed</h1><p>{ENGLISH}</p><{tag} {attribute}><p>{QUOTED}</p></{tag}>"
        f"<p>{ENGLISH.replace('Monday', 'Tuesday')}</p></article></body></html>"
    )
    (press.folder / "in/page.html").write_text(page, "utf-8")


def read_script(press):
    done = press.run("script", "--json", "in/page.html")
    return json.loads(done.stdout)["utterances"], done.stderr


@pytest.mark.parametrize("tag", ["blockquote", "section", "div"])
def test_a_paragraph_in_another_language_is_spoken_by_who_is_named_for_it(press, install, tag):
    install("ann", "bea")
    configure(press, '[voices.languages]\nfr = "bea"')
    write_quotation(press, tag=tag)
    said, notes = read_script(press)
    (french,) = (item for item in said if item["source"] == QUOTED)
    assert (french["voice"], french["language"]) == ("bea", "fr")
    assert "vingt et une voitures" in french["spoken"]
    assert "trois mai" in french["spoken"]
    assert {item["voice"] for item in said if item is not french} == {"ann"}
    assert "in French" not in notes
    build(press)
    (alignment,) = (press.folder / "output").rglob("alignment.json")
    heard = json.loads(alignment.read_text("utf-8"))
    (part,) = (item for item in heard["paragraphs"] if item["source"] == QUOTED)
    assert (part["language"], part["voice"]) == ("fr", "bea")
    assert heard["narrators"] == ["Ann", "Bea"]
    # Between two voices there is the pause of two paragraphs.
    times = [(item["start"], item["end"]) for item in heard["paragraphs"]]
    gaps = {round(after[0] - before[1], 1) for before, after in itertools.pairwise(times)}
    assert gaps <= {0.6, 0.7}
    assert 'lang="fr"' in (press.folder / "output/episodes/bridge-closed/index.html").read_text(
        "utf-8"
    )


def test_where_nobody_is_named_it_is_read_as_the_rest_and_told(press, install):
    install("ann", "bea")
    write_quotation(press, attribute="")
    before = build(press)[0]["bridge-closed"]["enclosure"]
    write_quotation(press)
    said, notes = read_script(press)
    assert {(item["voice"], item["language"]) for item in said} == {("ann", "en-US")}
    assert "in/page.html has 1 paragraph in French, read as the rest" in notes
    assert 'fr = "NAME" under [voices.languages]' in notes
    articles, report = build(press)
    assert articles["bridge-closed"]["enclosure"] == before
    assert len([note for note in report["notes"] if "in French" in note]) == 1
    assert not [note for note in build(press)[1]["notes"] if "in French" in note]


@pytest.mark.parametrize("attribute", ['lang="en"', 'lang="en-GB"', 'lang="english"', 'lang="xx"'])
def test_what_says_nothing_new_changes_nothing(press, install, attribute):
    install("ann", "bea")
    configure(press, '[voices.languages]\nfr = "bea"')
    write_quotation(press, attribute="")
    before = build(press)[0]["bridge-closed"]["enclosure"]
    write_quotation(press, attribute=attribute)
    assert build(press)[0]["bridge-closed"]["enclosure"] == before


def test_a_voice_for_another_region_and_the_voice_of_the_body_count(press, install):
    install("ann", "bea")
    configure(press, '[voices.languages]\nfr-FR = "bea"')
    write_quotation(press, attribute='lang="fr-CA"')
    said, _ = read_script(press)
    assert ("bea", "fr-CA") in {(item["voice"], item["language"]) for item in said}
    # An English paragraph in a French article, where the edition's own voice is English.
    page = press.folder / "in/page.html"
    text = page.read_text("utf-8").replace('lang="en-US"', 'lang="fr"')
    french = text.replace(ENGLISH, FRENCH).replace(ENGLISH.replace("Monday", "Tuesday"), FRENCH)
    page.write_text(french.replace(QUOTED, ENGLISH).replace("fr-CA", "en"), "utf-8")
    said, _ = read_script(press)
    by_text = {item["source"]: (item["voice"], item["language"]) for item in said}
    assert by_text[FRENCH] == ("bea", "fr")
    assert by_text[ENGLISH][0] == "ann"
    assert by_text[ENGLISH][1].startswith("en")


def test_heart_and_a_tone_speak_one_article(press, install):
    configure(press, '[voices.languages]\nfr = "tone"', body='body = "heart"')
    write_quotation(press)
    articles, report = build(press)
    assert report["totals"]["failed"] == 0
    (alignment,) = (press.folder / "output").rglob("alignment.json")
    heard = json.loads(alignment.read_text("utf-8"))["paragraphs"]
    assert [item["voice"] for item in heard if item["source"] == QUOTED] == ["tone"]
    assert {item["voice"] for item in heard} == {"heart", "tone"}
    times = [time for item in heard for time in (item["start"], item["end"])]
    assert times == sorted(times)
    assert build(press)[0]["bridge-closed"]["status"] == "unchanged"
    assert articles["bridge-closed"]["status"] == "built"


def test_a_voice_of_another_language_that_is_not_here_stops_its_own_articles_alone(press):
    configure(press, '[voices.languages]\nes = "ef_dora"')
    (press.folder / "a.md").write_text("# The ferry\n\nThe ferry was late again.\n", "utf-8")
    spanish = "---\nlanguage: es\n---\n# El barco\n\nEl barco llegó tarde otra vez.\n"
    (press.folder / "b.md").write_text(spanish, "utf-8")
    for command in ("plan", "build"):
        done = press.run(command, "a.md", "b.md", ok=False)
        assert done.returncode == 1
        assert 'voice "ef_dora" is not installed\n  where: b.md' in done.stderr
        assert "voices install ef_dora" in done.stderr
        assert 'es = "OTHER" under [voices.languages]' in done.stderr
    assert json.loads(press.run("build", "--json", "a.md").stdout)["totals"]["failed"] == 0


def test_plain_english_that_was_published_goes_on_in_a_show_of_another_region(press, install):
    install("ann", "eve")
    write(press, "ferry", ENGLISH)
    write_page(press, "Pier", ENGLISH, "en")
    configure(press)
    before, _ = build(press)
    # so did 0.1.0 read them in a show of any region: as plain English, by the voice of the body
    file = press.folder / "audiopress.toml"
    voice = '[voices.languages]\nen-GB = "eve"\n'
    text = f'[show]\nlanguage = "en-GB"\n{file.read_text("utf-8")}\n{voice}'
    file.write_text(text, "utf-8")
    after, report = build(press)
    assert report["totals"]["spoken"] == 0
    assert {item["status"] for item in after.values()} == {"unchanged"}
    sound = {slug: item["enclosure"] for slug, item in before.items()}
    assert {slug: item["enclosure"] for slug, item in after.items()} == sound
    assert set(map(frozenset, voices_of(press).values())) == {frozenset({"ann"})}
