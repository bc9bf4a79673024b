"""The configuration: every mistake at once, defaults, precedence."""

import re
from pathlib import Path

import pytest

from audiopress.errors import ConfigError
from audiopress.settings import load_settings
from audiopress.settings.new_file import TEMPLATE, list_default_answers


def read(tmp_path, text):
    file = tmp_path / "audiopress.toml"
    file.write_text(text, "utf-8")
    return load_settings(None, root=tmp_path)


def test_without_a_file_it_is_a_preview(tmp_path):
    settings = load_settings(None, root=tmp_path)
    assert settings.show.preview
    assert settings.ledger == tmp_path / ".audiopress" / "ledger"
    assert settings.show.address == "http://127.0.0.1:8000/"


def test_every_mistake_is_named_at_once(tmp_path):
    with pytest.raises(ConfigError) as caught:
        read(
            tmp_path, '[show]\ntitel = "x"\ncategory = "Newz"\n[sound]\nbitrate = "96"\n[vocies]\n'
        )
    said = caught.value.message
    assert said.startswith("4 mistakes")
    for place in (
        "[show] titel: no such setting; did you mean title?",
        """[show] category: "Newz" is not one of Apple's podcast categories; say category =""",
        "[sound] bitrate: is a whole number, not '96'",
        "[vocies]: no such table; did you mean voices?",
    ):
        assert place in said
    assert caught.value.where.endswith("audiopress.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sound]\nloudness = 3\n", "between"),
        ("[sound]\nrate = 8000\n", "32000"),
        ("[sound.pauses]\nhead = -1\n", "between"),
        ("[sound.ident]\ngain = 1.0\n", "needs path"),
        ("[sound]\nident = 'x'\n", "[sound.ident]"),
        ("[voices.rate]\njoe = 9\n", "0.5"),
        ("[voices.kernel]\naf_heart = 1\n", "[voices.kernel] af_heart"),
        ("[voices]\nquot = 'x'\n", "did you mean quote"),
        ("[voices]\nbody = 3\n", "name of a voice"),
        ("[edition]\ntimezone = 'Mars/Base'\n", "no zone"),
        ("[edition]\naddress = 'news.example'\n", "no http(s) address"),
        ("[edition]\nsources = 'articles'\n", "list of texts"),
        ("[show]\nlanguage = 'english'\n", "tag of a language"),
        ("[show]\nexplicit = 'no'\n", "true or false"),
        ("[show]\nfrequency = 'sometimes'\n", "fortnightly"),
        ("show = 3\n", "is a table"),
        ("sources = ['a']\n", "sources stands under [edition]"),
        ("[edition]\naddress = 'https://a.example/x?y=1'\n", "host and folder"),
        ("[edition]\naddress = 'https://a.example/an edition'\n", "host and folder"),
        ("[edition]\naddress = 'https://me:secret@a.example/'\n", "host and folder"),
        ("[edition]\nhosts = ['https://a.example']\n", 'say "a.example"'),
        ("[show]\ntitle = ''\n", "0 characters"),
        (f"[show]\nauthor = '{'x' * 256}'\n", "256 characters"),
        (f"[show]\ndescription = '{'x' * 4001}'\n", "at most 4,000"),
        ("[reading]\nkeep = ['p', '>>']\n", "'>>' is no CSS selector"),
        ("[reading]\nopening = 'By {author}, {date'\n", "{author} stands for nothing"),
        ("[reading]\nlanguage = 'english'\n", "tag of a language"),
        ("[voices.languages]\ngerman = 'joe'\n", "tag of a language"),
        ("[sound.intro]\npath = 'i.wav'\ngain = inf\n", "between"),
        ("[sound.outro]\npath = 'i.wav'\nfade_in = -5\n", "between"),
        ("[show\n", "not valid TOML"),
        ("[show]\ntitle = 'A'\ntitle = 'B'\n", "line 3 says again what stands above it: title"),
        ("[show]\n[edition]\n[show]\n", "line 3 says again what stands above it: [show]"),
        ("[show]\n[voices]\n[sound]\n[voices]\nforeign = 'speak'\n", "stands already at line 2"),
        (
            "[voices]\n\n[voices] foreign = 'speak'\n",
            "[voices]; that table stands already at line 1",
        ),
        ("[show]\nid = 'a'\nforeign = 'speak'\n", "there is [voices] foreign: put it below the"),
        ("[sound]\nprivate = true\n", "there is [show] private: put it below the line [show]"),
        ("[voices]\nbitrate = 64\n", "there is [sound] bitrate"),
        ("[sound.ident]\ntimezone = 'UTC'\npath = 'i.wav'\n", "there is [edition] timezone"),
        ("[[shows]]\nid = 'sport'\ntitle = 'S'\nbyline = false\n", "there is [reading] byline"),
        ("[show]\naddress = 'https://a.example/'\n", "[edition] address and [site] address"),
        ("[show]\nx.a = 1\nx.a = 2\n\n", "line 3 says again what stands above it: x.a"),
        ("sources = []\n[[sources]]\n", "line 2 says again what stands above it: [[sources]]"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, text, said):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[voices]\n\n[voices] foreign = 'speak' # x\n", "put foreign = 'speak' below line 1, and"),
        ("[voices] foreign = 'speak'\n", "two lines: [voices] and below it foreign = 'speak'"),
    ],
)
def test_a_setting_written_as_messages_name_it_is_placed(tmp_path, text, hint):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    assert hint in caught.value.hint


def test_what_is_set_is_read(tmp_path):
    settings = read(
        tmp_path,
        '[edition]\naddress = "https://a.example/x"\nsources = ["in"]\nhosts = ["a.example"]\n'
        '[voices]\nbody = "tone"\nquote = "joe"\n[voices.languages]\nde = "tone"\n'
        '[voices.rate]\njoe = 1\n[sound.ident]\npath = "i.wav"\nfade_out = 500\n',
    )
    assert settings.show.address == "https://a.example/x/"
    assert not settings.show.preview
    assert settings.cast.roles == (("quote", "joe"),)
    assert settings.cast.rates == (("joe", 1.0),)
    assert settings.sound.ident.fade_out == 500
    assert settings.ledger == Path(tmp_path) / "ledger"


def test_what_init_writes_is_right_and_says_the_default_answers(tmp_path):
    bare = TEMPLATE.format(**list_default_answers())
    settings = read(tmp_path, bare)
    commented = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in bare.splitlines()
    )
    for table in ("[voices.rate]", "[site]"):
        commented = commented.replace(f"# {table}", table)
    head, _, _ = commented.partition("# [sound.ident]")
    again = read(tmp_path, head)
    assert again.show == settings.show
    assert again.reading == settings.reading
    assert again.sound == settings.sound
    assert again.site == settings.site


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path / "no.toml", root=tmp_path)
    assert caught.value.hint == "audiopress init"


@pytest.mark.parametrize(
    "host",
    ["a..b", "news.example.org:8080", "https://news.example.org", "news.example.org/x",
     ".example.org", "*.example.org", "user@example.org", "", "two words"],
)  # fmt: skip
def test_a_host_that_no_page_can_be_on_is_refused(tmp_path, host):
    (tmp_path / "audiopress.toml").write_text(f'[edition]\nhosts = ["{host}"]\n')
    with pytest.raises(ConfigError, match="is no host"):
        load_settings(None, root=tmp_path)


@pytest.mark.parametrize(
    ("host", "extra"),
    [
        ("news.example.org:8080", "a port"),
        ("https://news.example.org", "a scheme"),
        ("HTTP://news.example.org:80/x?y", "a scheme and a port and a path"),
        ("news.example.org/x", "a path"),
        ("*.news.example.org", "a wildcard"),
        ("user@news.example.org", "a user"),
    ],
)
def test_what_is_too_much_of_a_host_is_named_with_the_host(tmp_path, host, extra):
    (tmp_path / "audiopress.toml").write_text(f'[edition]\nhosts = ["{host}"]\n')
    with pytest.raises(ConfigError) as caught:
        load_settings(None, root=tmp_path)
    assert f'is no host, but has {extra}; say "news.example.org"' in caught.value.message


@pytest.mark.parametrize("host", ["news.example.org", "NEWS.example.org", "straße.de", "localhost"])
def test_a_host_that_pages_are_on_is_taken(tmp_path, host):
    (tmp_path / "audiopress.toml").write_text(f'[edition]\nhosts = ["{host}"]\n', "utf-8")
    assert load_settings(None, root=tmp_path).hosts == (host,)


def test_unknown_voices_are_told_with_the_other_mistakes_and_always_in_one_order(tmp_path):
    text = '[show]\ntitel = "x"\n[voices]\nbody = "nobody"\nquote = "none"\n'
    text += "".join(f"[voices.{name}]\na = 1\n" for name in ("zeta", "alpha", "pace", "kernal"))
    (tmp_path / "audiopress.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_settings(None, root=tmp_path)
    said = caught.value.message.split("\n")
    assert said[0] == "7 mistakes in the configuration:"
    assert [line.split(":")[0].strip() for line in said[2:6]] == [
        "[voices.alpha]", "[voices.kernal]", "[voices.pace]", "[voices.zeta]"
    ]  # fmt: skip
    assert "did you mean kernel?" in said[3]
    assert [line.strip()[:14] for line in said[6:]] == ["[voices] body:", "[voices] quote"]


def test_addresses_in_directories_are_looked_at(tmp_path: Path) -> None:
    file = tmp_path / "audiopress.toml"
    file.write_text(
        '[show.subscribe]\nspotify = "open.spotify.com/show/1"\naple = "https://x.y/"\n'
    )
    with pytest.raises(ConfigError) as found:
        load_settings(None, root=tmp_path)
    assert "spotify" in str(found.value)
    assert "did you mean apple" in str(found.value)
    file.write_text('[show.subscribe]\napple = "https://podcasts.apple.com/id1"\n')
    settings = load_settings(None, root=tmp_path)
    assert settings.show.subscribe.apple == "https://podcasts.apple.com/id1"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('funding = "patreon"', "is no http(s) address"),
        ('moved_to = "new.example/feed.xml"', "is no http(s) address"),
        ('funding_text = "Support us"', "an address that is missing"),
        ('second_category = "Newz"', "is not one of Apple's podcast categories"),
        ('second_category = "news"', "is the first one again"),
        ("license = 1", "is a text in quotes"),
    ],
)
def test_a_mistake_in_what_only_some_shows_say(tmp_path, line, said):
    file = tmp_path / "audiopress.toml"
    file.write_text(f"[show]\n{line}\n", "utf-8")
    with pytest.raises(ConfigError, match=re.escape(said)):
        load_settings(file, root=tmp_path)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('[edition]\ntimezone = "Berlin"\n', "say Europe/Berlin"),
        ('[edition]\ntimezone = "New York"\n', "say America/New_York"),
        ('[edition]\ntimezone = "nowhere"\n', "say Europe/London"),
        ('[show]\nlanguage = "german"\n', "mean de"),
        ('[voices.languages]\ngerman = "heart"\n', "mean de"),
    ],
)
def test_a_slip_in_a_zone_or_language_is_answered_with_what_is_meant(
    tmp_path: Path, text: str, meant: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    assert meant in caught.value.message
