"""What files say of themselves, in each way that generators write it."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from audiopress.reading.formats.front_matter import FrontMatter, split_front_matter

STORY = "The ferry was late on Monday.\n"


def read(text: str, media_type: str = "text/markdown") -> Article:
    return extract(Document(uri="a.md", media_type=media_type, body=text.encode()), Reading())


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


YAML = {
    'title: "Caf\\u00e9"': {"title": "Café"},
    'title: "The \\"bridge\\""': {"title": 'The "bridge"'},
    "title: 'It''s late'": {"title": "It's late"},
    "title: The ferry\n  is late": {"title": "The ferry is late"},
    "title: >-\n  The ferry\n  is late": {"title": "The ferry is late"},
    "title: |\n  The ferry\n  is late": {"title": "The ferry is late"},
    "title: The ferry # a note": {"title": "The ferry"},
    "title: 1984": {"title": "1984"},
    "title: ~": {"title": ""},
    "id: 007": {"declared_id": "007"},
    "Title: The ferry": {"title": "The ferry"},
    "# ours\n\ntitle: The ferry": {"title": "The ferry"},
    "title: &ferry The ferry\nid: *ferry": {"title": "The ferry", "declared_id": "The ferry"},
    "author: Jane Doe": {"byline": "Jane Doe"},
    "author:\n  name: Jane Doe\n  url: https://x.example": {"byline": "Jane Doe"},
    "author: [Jane Doe, John Roe]": {"byline": "Jane Doe, John Roe"},
    "authors:\n- Jane Doe\n- name: John Roe": {"byline": "Jane Doe, John Roe"},
    "author:\n- Jane Doe\n- Jane Doe": {"byline": "Jane Doe"},
    "byline: Jane Doe": {"byline": "Jane Doe"},
    "author: ''\nauthors: Jane Doe": {"byline": "Jane Doe"},
    "draft: true": {"draft": True},
    "draft: Yes": {"draft": True},
    "draft: false": {"draft": False},
    "published: false": {"draft": True, "published": "false"},
    "status: draft": {"draft": True},
    "status: published": {"draft": False},
    "date: 2024-10-31T21:35:00+01:00": {"published": "2024-10-31T21:35:00+01:00"},
    "date: 2024-10-31": {"published": "2024-10-31"},
    "date: 31 October 2024": {"published": "31 October 2024"},
    "published: 2024-10-31": {"published": "2024-10-31"},
    "lastmod: 2024-10-31": {"modified": "2024-10-31"},
    "updated: 2024-10-31": {"modified": "2024-10-31"},
    "modified: 2024-10-31": {"modified": "2024-10-31"},
    "language: de": {"language": "de"},
    "lang: en-GB": {"language": "en-GB"},
    "locale: de_DE": {"language": "de-DE"},
    "locale: de_DE.UTF-8": {"language": "de-DE"},
    "canonical: https://x.example/a": {"canonical": "https://x.example/a"},
    "canonical_url: https://x.example/a": {"canonical": "https://x.example/a"},
    "canonicalURL: https://x.example/a": {"canonical": "https://x.example/a"},
    "url: https://x.example/a": {"canonical": "https://x.example/a"},
    "description: It was late.": {"standfirst": "It was late."},
    "standfirst: It was late.": {"standfirst": "It was late.", "shown_standfirst": "It was late."},
    "subtitle: It was late.": {"standfirst": "It was late.", "shown_standfirst": "It was late."},
    "section: News": {"section": "News"},
    "category: [News, Ships]": {"section": "News, Ships"},
    "image: a.png": {"image": "a.png"},
    "image:\n  url: a.png\n  alt: A ferry": {"image": "a.png"},
    "image: [a.png, b.png]": {"image": "a.png"},
    "canonical: [https://x.example/a, https://x.example/b]": {"canonical": "https://x.example/a"},
    "id: [a, b]": {"declared_id": "a"},
    "date: [2024-10-31, 2024-11-01]": {"published": "2024-10-31"},
    "language: [de, en]": {"language": "de"},
    "title: !Important news": {"title": "!Important news"},
    "title: {{ page.title }}": {"title": "{{ page.title }}"},
    "title:\u00a0The ferry": {"title": "The ferry"},
    'title: "\\e[31mThe\\0 ferry"': {"title": "The ferry"},
    "tags: [a, b]\nlayout: post\nmenu:\n  main:\n    weight: 1": {"tags": ("a", "b")},
    "": {},
}
TOML = {
    'title = "Caf\\u00e9"': {"title": "Café"},
    "title = '''The ferry\nis late'''": {"title": "The ferry is late"},
    "title = 1984": {"title": "1984"},
    "draft = true": {"draft": True},
    "draft = false": {"draft": False},
    'draft = "true"': {"draft": True},
    "date = 2024-10-31T21:35:00+01:00": {"published": "2024-10-31T21:35:00+01:00"},
    "date = 2024-10-31T21:35:00Z": {"published": "2024-10-31T21:35:00+00:00"},
    "date = 2024-10-31T21:35:00": {"published": "2024-10-31T21:35:00"},
    "date = 2024-10-31": {"published": "2024-10-31"},
    'date = "31 October 2024"': {"published": "31 October 2024"},
    "lastmod = 2024-10-31": {"modified": "2024-10-31"},
    'authors = ["Jane Doe", "John Roe"]': {"byline": "Jane Doe, John Roe"},
    '[author]\nname = "Jane Doe"': {"byline": "Jane Doe"},
    '[[authors]]\nname = "Jane Doe"\n[[authors]]\nname = "John Roe"': {
        "byline": "Jane Doe, John Roe"
    },
    '[params]\ntitle = "no"\n[params.author]\nname = "Jo Sand"': {"byline": "Jo Sand"},
    "title = 0x" + "f" * 5000: {"title": ""},
    "": {},
}
JSON = {
    '{"title": "Caf\\u00e9"}': {"title": "Café"},
    '{\n  "title": "The ferry",\n  "draft": true\n}': {"title": "The ferry", "draft": True},
    '{"authors": ["Jane Doe", {"name": "John Roe"}]}': {"byline": "Jane Doe, John Roe"},
    '{"date": "2024-10-31", "id": 7}': {"published": "2024-10-31", "declared_id": "7"},
    '{"title": null}': {"title": ""},
    '{"title": "The \\ud800 ferry\\u0000"}': {"title": "The ferry"},
    '{"title": "The\\u001b[31m \\ud83d\\ude00"}': {"title": "The \U0001f600"},
    '{"id": ' + "1" * 5000 + "}": {"declared_id": "1" * 5000},
}
HEADERS = {
    "Title: The ferry": {"title": "The ferry"},
    "Title: The ferry: late": {"title": "The ferry: late"},
    "title: The ferry\n    is late": {"title": "The ferry is late"},
    "Title: The ferry\nDate: 2024-10-31 21:35": {
        "title": "The ferry",
        "published": "2024-10-31 21:35",
    },
    "Date: 2024-10-31\nTitle: The ferry\nSlug: ferry": {
        "title": "The ferry",
        "published": "2024-10-31",
    },
    "Author: Jane Doe\nDate: 2024-10-31": {"byline": "Jane Doe", "published": "2024-10-31"},
    "Title: A\nAuthors: Jane Doe; John Roe": {"title": "A", "byline": "Jane Doe, John Roe"},
    "Title: A\nAuthors: Jane Doe\n         John Roe": {
        "title": "A",
        "byline": "Jane Doe, John Roe",
    },
    "Title: A\nblank-value:\nbase_url: https://x.example": {"title": "A"},
    "Slug: ferry\nTitle: A\nStatus: draft": {"title": "A", "draft": True},
    "Ours: ferry\nTitle: A\nStatus: draft": {"title": "A", "draft": True},
    "Title: A\nOurs: ferry\nStatus: draft": {"title": "A", "draft": True},
    "Slug: ferry\nStatus: draft": {"draft": True},
    "Title: A\nTags: x\nTags: y\nStatus: draft": {"title": "A", "draft": True, "tags": ("y",)},
    "Title: A\nStatus: draft": {"title": "A", "draft": True},
    "Title: A\nStatus: hidden": {"title": "A", "draft": True},
    "Title: A\nCategory: News\nLang: de": {"title": "A", "section": "News", "language": "de"},
    "Title: A\nModified: 2024-10-31": {"title": "A", "modified": "2024-10-31"},
}


@pytest.mark.parametrize("ending", ["---\n", "--- \n", "...\n"])
@pytest.mark.parametrize("written", YAML)
def test_yaml(written: str, ending: str) -> None:
    text = f"---\n{written}\n{ending}{STORY}" if written else f"---\n{ending}{STORY}"
    assert split_front_matter(text, "a.md") == (FrontMatter(**YAML[written]), STORY)


@pytest.mark.parametrize("written", TOML)
def test_toml(written: str) -> None:
    text = f"+++\n{written}\n+++\n{STORY}" if written else f"+++\n+++\n{STORY}"
    front, story = split_front_matter(text, "a.md")
    assert (replace(front, notes=()), story) == (FrontMatter(**TOML[written]), STORY)


@pytest.mark.parametrize("written", JSON)
def test_json(written: str) -> None:
    text = f"{written}\n{STORY}"
    assert split_front_matter(text, "a.md") == (FrontMatter(**JSON[written]), STORY)


@pytest.mark.parametrize("ending", ["\n\n", "\n---\n", "\n...\n"])
@pytest.mark.parametrize("written", HEADERS)
def test_header_lines(written: str, ending: str) -> None:
    text = f"{written}{ending}{STORY}"
    front, story = split_front_matter(text, "a.md")
    assert (replace(front, notes=()), story) == (FrontMatter(**HEADERS[written]), STORY)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "---\n" + STORY,
        "+++\n" + STORY,
        "Update: The ferry runs again.\n\n" + STORY,
        "Date: 31 October 2024\n\n" + STORY,
        "Published: 31 October 2024\nBy Jane Doe\n" + STORY,
        "Minister: No.\nReporter: Why?\n" + STORY,
        "ID: please, said the bouncer.\nURL: a word that nobody said.\n\n" + STORY,
        "Date: 3 May 2024\nCategory: News\nExclusive: The ferry is late\n" + STORY,
        "---\nThe story: a tale\n---\n" + STORY,
        '{"one": 1} is an object of JSON.\n',
        "{{< figure src=a.png >}}\n" + STORY,
        "{: .lead}\n" + STORY,
        "",
    ],
)
def test_a_text_without_front_matter_is_left_as_it_is(text: str) -> None:
    assert split_front_matter(text, "a.md") == (FrontMatter(), text)


def test_a_byte_order_mark_stands_before_front_matter() -> None:
    assert split_front_matter(f"\ufeff---\nid: 7\n---\n{STORY}", "a.md")[1] == STORY


def test_header_lines_end_where_a_line_is_none() -> None:
    assert split_front_matter(f"Title: A\n{STORY}", "a.md") == (FrontMatter(title="A"), STORY)


@pytest.mark.parametrize(
    "story",
    [
        "Q: How late was it?\nA: An hour.\nQ: And now?\nA: It is here.\n\n",
        "Q: How late was it?\n\n",
        "ANNA: Hello.\nBEN: Hello, Anna.\nANNA: The sea is calm.\n",
        "ANNA: Hello.\nAuthor: I wrote this.\nANNA: Who are you?\n\n",
        "09:15 The ferry is late.\nNoon: it is here.\n\n",
        "URL: a word that nobody said.\n\n",
    ],
)
def test_lines_of_a_story_below_header_lines_stay_text(story: str) -> None:
    text = f"Title: The sea\n{story}{STORY}"
    assert split_front_matter(text, "a.md") == (FrontMatter(title="The sea"), f"{story}{STORY}")


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
@pytest.mark.parametrize(
    "front",
    [
        "---\nlayout: post\ntitle: A\ndraft: true\n---\n",
        "---\n# ours\nlayout: post\ndraft: true\n---\n",
        '+++\nlayout = "post"\ndraft = true\n+++\n',
        '{"layout": "post", "draft": true}\n',
        "Slug: ferry\nTitle: A\nStatus: draft\n\n",
        "Date: 2024-10-31\nStatus: draft\n",
    ],
)
def test_a_draft_is_one_whichever_key_stands_first(front: str, media_type: str) -> None:
    article = read(front + STORY, media_type)
    assert article.draft
    assert texts(article) == [STORY.strip()]


@pytest.mark.parametrize(
    "between",
    ["The story: a tale\nDate: none", "The story\nTitle: a tale", "# The story\nThe end: none"],
)
def test_a_text_between_two_rules_of_a_text_file_is_spoken(between: str) -> None:
    article = read(f"---\n{between}\n---\n{STORY}", "text/plain")
    assert set(between.split("\n")) <= set(texts(article))


BROKEN = {
    '---\ntitle: "The \\ud800 ferry"\n---\n': "line 2",
    "---\nno key here\n---\n": "line 2",
    "---\n\n# ours\n- a\n---\n": "line 4",
    "---\ntitle: A\n\tother: One\n---\n": "line 3",
    "---\ntitle: A\nother: [One, two\n---\n": "line 4",
    '---\ntitle: "A\nid: 7\n---\n': "line 2",
    "---\ntitle: A\nid: \x07\n---\n": "line 3",
    "---\ntitle: A\nx: &x [*x]\n---\n": "line 3",
    "---\ntitle: " + "[" * 5000 + "\n---\n": "levels",
    "---\ntitle: A\n\n": "no end",
    f"---\ntitle: {'A' * 100_000}\n---\n": "longer",
    "+++\ntitle: A\n+++\n": "line 2",
    '+++\nid = 7\ntitle = "A\n+++\n': "line 3",
    "+++\ntitle = " + "[" * 5000 + "\n+++\n": "TOML",
    "+++\nid = " + "1" * 5000 + "\n+++\n": "TOML",
    '+++\ntitle = "A"\n\n': "no end",
    '{\n"title": "A"\n"id": 7\n}\n': "line 3",
    '{"title": ' + "[" * 100_000 + "\n": "braces",
}


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_front_matter_that_cannot_be_read_is_named_with_its_line(text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(text + STORY)
    assert BROKEN[text] in str(caught.value)
    assert caught.value.where == "a.md"
    assert caught.value.hint


@pytest.mark.parametrize(
    "title",
    [
        "Storm: the ferry is late",
        "Storm: the ferry: late",
        "What the harbour says:",
        "[Late] The ferry",
        '"No ferry", says the mayor',
        "'No ferry' says the mayor: none",
        "@harbour is silent",
        "100 %: all of it",
    ],
)
def test_a_title_that_is_no_yaml_is_read_as_it_is_meant(title: str) -> None:
    front, rest = split_front_matter(
        f"---\ntitle: {title}\ntags:\n- a\nid: 7\n---\n{STORY}", "a.md"
    )
    assert (front.title, front.declared_id, rest) == (title, "7", STORY)


@pytest.mark.parametrize("brackets", [999, 100_000])
def test_no_depth_of_yaml_ends_the_process(brackets: int) -> None:
    with pytest.raises(ReadingError):
        read(f"---\ntitle: {'[' * brackets}\n---\n{STORY}")


def test_an_alias_that_is_named_often_does_not_grow() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    names = ", ".join(["*name"] * 9_000)
    text = f"---\nl0: &l0 x\n{levels}author: *l29\nname: &name {'x' * 20_000}\n"
    began = time.process_time()
    front, _ = split_front_matter(f"{text}authors: [{names}]\n---\n", "a.md")
    assert len(front.byline) == 20_000
    assert time.process_time() - began < 10


def test_dates_of_front_matter_are_aware() -> None:
    said = {
        "---\ndate: 2024-10-31 21:35\n---\n": "2024-10-31T21:35:00+00:00",
        "+++\ndate = 2024-10-31\n+++\n": "2024-10-31T00:00:00+00:00",
        "+++\ndate = 2024-10-31T21:35:00-04:00\n+++\n": "2024-10-31T21:35:00-04:00",
        "Title: A\nDate: 31 October 2024\n\n": "2024-10-31T00:00:00+00:00",
    }
    for text, date in said.items():
        found = read(text + STORY).published
        assert found is not None
        assert found.isoformat() == date


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Late ferry\nauthor: Jane Doe\ndraft: true\n---\n",
        '+++\ntitle = "Late ferry"\nauthor = "Jane Doe"\ndraft = true\n+++\n',
        "Title: Late ferry\nAuthor: Jane Doe\nStatus: draft\n\n",
    ],
)
def test_front_matter_is_never_spoken(front: str, media_type: str) -> None:
    article = read(front + STORY, media_type)
    assert (article.title, article.byline, article.draft) == ("Late ferry", "Jane Doe", True)
    assert texts(article) == [STORY.strip()]


def test_a_headline_that_repeats_the_title_is_the_headline_of_a_text_file() -> None:
    article = read(f"---\ntitle: Late ferry\n---\nLate ferry\n{STORY}", "text/plain")
    assert [(block.kind, block.level) for block in article.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
    ]
    assert not any(block.hints for block in article.blocks)


@pytest.mark.parametrize("rule", ["---\n", "+++\n"])
def test_a_rule_above_a_text_file_is_no_front_matter(rule: str) -> None:
    article = read(f"{rule}The ferry is late again\n{rule}{STORY}", "text/plain")
    assert "The ferry is late again" in texts(article)


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_an_object_between_fences_is_front_matter_in_every_kind_of_text(media_type: str) -> None:
    front = '{"layout": "post", "title": "Nobody wants *Bread*", "date": "2024-05-03"}'
    article = read(f"---\n{front}\n---\n{STORY}", media_type)
    assert article.title == "Nobody wants *Bread*"
    assert article.published is not None
    assert "layout" not in " ".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("date: 03/04/2026", 3),
        ("date: 2024-13-45", 3),
        ("date: next Tuesday", 3),
        ("published: 1/2/24", 3),
        ("lastmod: 2024-02-30", 3),
        ("modified: yesterday evening", 3),
        ("date:\n- 05.06.2024", 3),
        ("layout: post\ndate: 2024-05-03 25:10", 4),
        ("draft: maybe", 3),
        ("draft: soon", 3),
        ("language: klingon", 3),
        ("lang: english", 3),
        ("locale: xx_XX", 3),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_named_with_its_line(said: str, line: int) -> None:
    with pytest.raises(ReadingError) as caught:
        read(f"---\ntitle: A\n{said}\n---\n{STORY}")
    assert caught.value.where == f"a.md:{line}"
    assert caught.value.hint
    assert said.rpartition(": ")[2].rpartition("- ")[2].replace("_", "-") in caught.value.message


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("03/04/2026", "two days"),
        ("5.6.24", "two days"),
        ("31/02/2024", "calendar"),
        ("2024-02-30", "calendar"),
        ("2024-05", "no date"),
        ("2024-05-03 25:10", "not all understood"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(date: str, why: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(f"---\ndate: {date}\n---\n{STORY}")
    assert why in caught.value.message


@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "A"\ndate = "03/04/2026"\n+++\n',
        '{"title": "A",\n\n"date": "03/04/2026"}\n',
        '{\n"title": "A",\n  "draft": "perhaps"\n}\n',
        '"title": "A",\n"x": 1,\n"date": "03/04/2026"\n;;;\n',
        ';;;\n\n"date": "03/04/2026"\n;;;\n',
        "Title: A\nSlug: b\nDate: 03/04/2026\n\n",
        "\n\nDate: 03/04/2026\nTitle: A\n\n",
        "\n---\ndate: 03/04/2026\n---\n",
    ],
)
def test_a_slip_is_named_with_its_line_in_every_language(front: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(front + STORY)
    assert caught.value.where == "a.md:3"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024/5/3", "2024-05-03T00:00:00+00:00"),
        ("2013/7/13 20:46:25", "2013-07-13T20:46:25+00:00"),
        ("2024-5-3 9:05", "2024-05-03T09:05:00+00:00"),
        ("2024.05.03", "2024-05-03T00:00:00+00:00"),
        ("2024年5月3日", "2024-05-03T00:00:00+00:00"),
        ("2024-05-03 9:35 p.m.", "2024-05-03T21:35:00+00:00"),
        ("2024-05-03 12:00 AM", "2024-05-03T00:00:00+00:00"),
        ("25/12/2024", "2024-12-25T00:00:00+00:00"),
        ("Fri, 03 May 2024 10:00:00 +0200", "2024-05-03T10:00:00+02:00"),
        ("3. Mai 2024", "2024-05-03T00:00:00+00:00"),
    ],
)
def test_dates_that_can_mean_one_day_are_read(written: str, meant: str) -> None:
    found = read(f"---\ndate: {written}\n---\n{STORY}").published
    assert found is not None
    assert found.isoformat() == meant


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("---\ntitle: A\ntitel: B\n---\n", "did you mean `title`"),
        ("---\nauther: Jane\n---\n", "did you mean `author`"),
        ("---\ntitle: A\nzorch: B\n---\n", "`zorch`"),
        ('+++\ntitle = "A"\nzorch = 1\n+++\n', "`zorch`"),
        ('{"title": "A", "zorch": 1}\n', "`zorch`"),
        ("Title: A\nZorch: B\nDate: 2024-05-03\n\n", "`zorch`"),
        ("---\ntitle: A\nid: 7\ntitle: B\n---\n", "line 4"),
        ("---\nid: 7\nstatus: seedling\n---\n", "seedling"),
        ("---\ntitle:\n  en: A\n  de: B\n---\n", "`title`"),
        ("---\ndraft: true\ndate: soon\n---\n", "date: soon"),
    ],
)
def test_what_is_not_used_of_front_matter_is_noted(front: str, named: str) -> None:
    article = read(front + STORY)
    assert any(named in note for note in article.notes)
    assert texts(article) == [STORY.strip()]


def test_keys_of_the_usual_programs_are_not_noted() -> None:
    keys = "layout: post\ntags: [a]\npermalink: /a/\nsidebar_position: 2\nparams:\n  zorch: 1"
    assert read(f"---\n{keys}\n---\n{STORY}").notes == ()


@pytest.mark.parametrize(
    "front",
    [
        ';;;\n"title": "Late", "draft": true\n;;;\n',
        ';;;\n{"title": "Late", "draft": true}\n;;;\n',
        '"title": "Late",\n"draft": true\n;;;\n',
        '---json\n{"title": "Late", "draft": true}\n---\n',
        '---toml\ntitle = "Late"\ndraft = true\n---\n',
        "---yaml\ntitle: Late\ndraft: true\n---\n",
        "\n\n---\ntitle: Late\ndraft: true\n---\n",
        '\n+++\ntitle = "Late"\ndraft = true\n+++\n',
        "---\ntitle: Late\ndraft: y\n---\n",
    ],
)
@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain"])
def test_other_fences_are_read_too(front: str, media_type: str) -> None:
    article = read(front + STORY, media_type)
    assert (article.title, article.draft, texts(article)) == ("Late", True, [STORY.strip()])


@pytest.mark.parametrize("fence", ["---", "+++", ";;;"])
def test_what_to_do_about_an_open_fence_is_to_close_it(fence: str) -> None:
    sign = {"---": ": A", "+++": ' = "A"', ";;;": ' "A"'}[fence]
    key = '"title":' if fence == ";;;" else "title"
    with pytest.raises(ReadingError) as caught:
        read(f"{fence}\n{key}{sign}\n\n{STORY}")
    assert f"close it with a line of `{fence}`" in caught.value.hint


@pytest.mark.parametrize(
    "title", ["no", "2024-05-03", "1_000", "1:30", "0x1F", "1e3", ".5", "+12", "Yes"]
)
def test_a_title_stays_as_it_was_typed(title: str) -> None:
    assert read(f"---\ntitle: {title}\n---\n{STORY}").title == title


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('+++\ntitle = "T"\n[params]\nauthor = "Jo Sand"\n+++\n', "Jo Sand"),
        ("---\ntitle: T\nparams:\n  Authors: [Jo Sand, Li Wu]\n---\n", "Jo Sand, Li Wu"),
        ('{"title": "T", "params": {"author": {"name": "Jo Sand"}}}\n\n', "Jo Sand"),
        ("---\ntitle: T\nauthor: Li Wu\nparams:\n  author: Jo Sand\n---\n", "Li Wu"),
        ("---\ntitle: T\nparams: wide\n---\n", ""),
    ],
)
def test_an_author_below_params_is_read(head: str, byline: str) -> None:
    front, _ = split_front_matter(head + "A story.\n", "a.md")
    assert front.byline == byline
    assert not front.notes


def test_another_key_below_params_is_told() -> None:
    front, _ = split_front_matter("---\ntitle: T\nparams:\n  date: x\n---\nA.\n", "a.md")
    assert "`date`" in "".join(front.notes)


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("28 November 2026 23:00 IST", "IST"),
        ("2026-11-28 23:00 IST", "IST"),
        ("2026-11-28T23:00:00 Mars/Olympus", "Mars/Olympus"),
        ("Nov 28, 2026 11:00 pm XYZ", "XYZ"),
        ("28. November 2026, 23 Uhr Ortszeit", "Ortszeit"),
        ("28.11.2026 23:00 (IST)", "IST"),
        ("23:00 IST, 28 November 2026", "IST"),
    ],
)
@pytest.mark.parametrize("key", ["date", "modified"])
def test_a_zone_that_is_not_clear_is_an_error(key: str, written: str, zone: str) -> None:
    with pytest.raises(ReadingError, match=f'"{zone}" behind its time') as caught:
        read(f"---\ntitle: Ferry\n{key}: {written}\n---\n\n{STORY}")

    assert str(caught.value.where) == "a.md:3"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("28 November 2026 23:00 CET", "2026-11-28T23:00:00+01:00"),
        ("2026-11-28 23:00 JST", "2026-11-28T23:00:00+09:00"),
        ("2026-11-28 23:00 AKST", "2026-11-28T23:00:00-09:00"),
        ("2026-11-28T23:00:00 Europe/Berlin", "2026-11-28T23:00:00+01:00"),
        ("28. November 2026, 23:00 Uhr MEZ", "2026-11-28T23:00:00+01:00"),
        ("2026-11-28T23:00:00+05:30", "2026-11-28T23:00:00+05:30"),
        ("2026-11-28 23:00:00 +0530 (IST)", "2026-11-28T23:00:00+05:30"),
        ("28 November 2026 23:00 GMT+2", "2026-11-28T23:00:00+02:00"),
        ("2026-11-28T23:00:00.000Z", "2026-11-28T23:00:00+00:00"),
        ("11:00 pm ET, November 28, 2026", "2026-11-28T23:00:00-05:00"),
        ("23:00 on 28 November 2026", "2026-11-28T23:00:00+00:00"),
        ("23:00 Uhr, Samstag, 28. November 2026", "2026-11-28T23:00:00+00:00"),
        ("23:00 Samstag 28. November 2026", "2026-11-28T23:00:00+00:00"),
        ("23:00 November 28, 2026", "2026-11-28T23:00:00+00:00"),
        ("28 novembre 2026 \u00e0 23h00", "2026-11-28T23:00:00+00:00"),
        ("28 November 2026", "2026-11-28T00:00:00+00:00"),
    ],
)
def test_a_zone_that_is_known_is_read(written: str, moment: str) -> None:
    published = read(f"---\ntitle: Ferry\ndate: {written}\n---\n\n{STORY}").published

    assert published is not None
    assert published.isoformat() == moment


def test_a_draft_with_such_a_zone_has_time_to_be_mended() -> None:
    article = read(f"---\ndraft: true\ndate: 2026-11-28 23:00 IST\n---\n\n{STORY}")

    assert any("IST" in note for note in article.notes)


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("date: 03/04/2026\nlanguage: Gibberish-Tongue\n", (2, 3)),
        ("title: A\ndraft: perhaps\nupdated: soon\n", (3, 4)),
        ("lang: nonesuch-x-\ntitle: A\ndate: 06:00\nmodified: then\ndraft: mabye\n", (2, 4, 5, 6)),
        ('{"title": "A",\n"date": "soon",\n"draft": "so so"}\n', (2, 3)),
    ],
)
def test_all_mistakes_of_a_front_matter_are_named_at_once(head, lines):
    fenced = head if head.startswith("{") else f"---\n{head}---\n"
    with pytest.raises(ReadingError) as caught:
        split_front_matter(f"{fenced}Text.\n", "a.md")
    said = caught.value.message
    assert said.startswith(f"{len(lines)} mistakes in its front matter:")
    assert [int(number) for number in re.findall(r"\n  line (\d+): ", said)] == [*lines]
    assert caught.value.where == f"a.md:{lines[0]}"
    assert said.count("; write") == len(lines)
