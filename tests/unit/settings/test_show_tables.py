"""``[[shows]]`` and ``[[editions]]``: what they say, what they take from ``[show]``, mistakes."""

import re
from pathlib import Path

import pytest

from audiopress.errors import ConfigError
from audiopress.settings import Settings, load_settings

SPORT = '[[shows]]\nid = "sport"\ntitle = "Sport"\n'
MORNING = '[[editions]]\nid = "morning"\ntitle = "Morning edition"\n'


def read(tmp_path: Path, text: str) -> Settings:
    (tmp_path / "audiopress.toml").write_text(text, "utf-8")
    return load_settings(None, root=tmp_path)


def test_a_show_has_the_rest_from_the_main_one(tmp_path: Path) -> None:
    main = (
        '[show]\ntitle = "Post"\nauthor = "The Post"\nemail = "a@b.example"\nlanguage = "en-GB"\n'
        'moved_to = "https://new.example/feed.xml"\n[voices]\nbody = "tone"\nquote = "heart"\n'
    )
    own = 'include = ["section:Sport"]\ncategory = "Sports"\n[shows.voices]\nbody = "emma"\n'
    settings = read(tmp_path, main + SPORT + own)
    (table,) = settings.shows
    show = table.show
    assert (show.id, show.folder, show.title) == ("sport", "shows/sport/", "Sport")
    assert (show.author, show.language, show.category) == ("The Post", "en-GB", "Sports")
    assert show.moved_to == ""
    assert (table.cast.body, table.cast.roles) == ("emma", (("quote", "heart"),))
    assert table.takes.include == ("section:Sport",)
    assert (settings.show.title, settings.show.folder, settings.has_main) == ("Post", "", True)


def test_without_a_table_of_its_own_there_is_no_main_show(tmp_path: Path) -> None:
    assert not read(tmp_path, SPORT).has_main
    assert read(tmp_path, "").has_main


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[shows]]\ntitle = "Sport"\n', "[[shows]] number 1 id: is what it is called"),
        ('[[shows]]\nid = "main"\ntitle = "x"\n', "id: is what it is called"),
        ('[[shows]]\nid = "../x"\ntitle = "x"\n', "id: is what it is called"),
        ('[[shows]]\nid = "sport"\n', '[[shows]] "sport": needs title'),
        (SPORT + SPORT, 'two shows are called "sport"'),
        (
            SPORT + 'folder = "a"\n[[shows]]\nid = "news"\ntitle = "N"\nfolder = "/a/"\n',
            '"sport" and "news" would have one feed, http://127.0.0.1:8000/a/feed.xml',
        ),
        (SPORT + 'folder = "episodes/x"\n', "is the folder of other files"),
        (SPORT + 'folder = "../x"\n', "is no folder of an address"),
        (SPORT + 'inclde = ["x"]\n', "inclde: no such setting; did you mean include?"),
        (SPORT + 'include = ["sections:Sport"]\n', 'no such kind "sections"'),
        (SPORT + 'category = "Newz"\n', '[[shows]] "sport" category: "Newz" is not one'),
        (SPORT + "keep = -1\n", '[[shows]] "sport" keep: is how many'),
        (
            SPORT + '[shows.voices]\nquot = "x"\n',
            '[[shows]] "sport" [shows.voices] quot: no such role',
        ),
        (SPORT + 'voice = "nobody"\nkeep = -1\n', '[[shows]] "sport" [shows.voices] body:'),
        (SPORT + "subscribe = 1\n", '[[shows]] "sport" subscribe: is a table, written as [shows.'),
        (SPORT + '[shows.subscribe]\nx = "y"\n', '[[shows]] "sport" [shows.subscribe] x: no such'),
        (SPORT + "[shows.voices.rate]\nbody = 9\n", '"sport" [shows.voices.rate] body: 9.0 is not'),
        ('[shows]\nid = "sport"\n', "is a list of tables, each written as [[shows]]"),
        ('[[edishons]]\nid = "sport"\n', "did you mean editions?"),
        ('[[editions]]\ntitle = "x"\n', "[[editions]] number 1: needs id"),
        (MORNING + "keep = true\n", '[[editions]] "morning" keep: is a whole number, not True'),
        (MORNING + MORNING, 'is called "morning" already'),
        (SPORT + MORNING.replace("morning", "sport"), 'is called "sport" already'),
        (MORNING + 'frequency = "hourly"\n', "is one of daily, weekly, rolling"),
        (MORNING + 'frequency = "rolling"\n', "needs newest = 20 or minutes = 30"),
        (MORNING + 'at = "7"\n', "is no time of day"),
        (MORNING + 'feed = "sprot"\n', '"sprot" is no feed; there are main, own'),
        (MORNING + "newest = 300\n", "is at most 250"),
        (MORNING + "minutes = -3\n", "is no number below 0"),
        (MORNING + 'language = "english"\n', "is no tag of a language"),
        (MORNING + 'include = ["sect:Sport"]\n', 'no such kind "sect"'),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    assert said in caught.value.message
    told = re.sub(r'"[^"]*"', "", caught.value.message)
    assert told.count("[") == told.count("]")


def test_a_mistake_of_the_main_show_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, '[show]\ntitle = "x"\ncategory = "Newz"\n' + SPORT)
    assert caught.value.message.startswith("1 mistake")
