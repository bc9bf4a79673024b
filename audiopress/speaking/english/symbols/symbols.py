# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""What is no word: addresses, handles, emoji, brackets, dashes, signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal, say_digits
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["EMOJI", "FIRST", "LAST", "words_of_tag"]

_TLD = (
    r"com|org|net|edu|gov|mil|int|info|biz|co|uk|us|io|ai|tv|me|eu|de|fr|es|it|nl|ca|au|nz|ie|in|jp|cn|ru|"
    r"ch|at|be|se|no|dk|fi|pl|pt|gr|za|ng|ke|br|mx|ar|kr|sg|hk|my|ph|id|th|vn|tr|il|ae|sa|eg|pk|bd|lk|"
    r"app|dev|blog|news|online|shop|site|store|tech|xyz|club|live|today|world|media|scot|wales|london|abc|fm|ly|gg|sm"
)
_LETTERS_TLD = frozenset(
    [
        "uk",
        "us",
        "io",
        "ai",
        "tv",
        "eu",
        "de",
        "fr",
        "es",
        "nl",
        "ca",
        "au",
        "nz",
        "ie",
        "jp",
        "cn",
        "ru",
        "ch",
        "se",
        "dk",
        "pl",
        "pt",
        "gr",
        "za",
        "ng",
        "br",
        "mx",
        "ar",
        "kr",
        "sg",
        "hk",
        "fm",
    ]
)
_SAID = {"-": "dash", "_": "underscore", "/": "slash", ".": "dot", "~": "tilde", "+": "plus",
         "=": "equals", "&": "and", "%": "percent", "?": "question mark", "#": "hash", ":": "colon"}  # fmt: skip
EMOJI = (
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3"
    "\U000e0020-\U000e007f\u2190-\u21ff\u25a0-\u25ff\u2300-\u23ff]+"
)
_LONGEST_PATH = 24


def _spell(text: str) -> str:
    """Say an address part by part: words stay words, figures and signs are said."""
    said = []
    for part in re.findall(r"\d+|[A-Za-z]+|[^\w\s]|[^\W\d]+|_", text):
        if part.isdecimal():
            said.append(say_digits(part))
        elif part in _SAID:
            said.append(_SAID[part])
        elif part.isalpha():
            said.append(part)
    return " ".join(said)


def _host(text: str) -> str:
    labels = text.split(".")
    return " dot ".join(
        " ".join(label.upper()) if label.lower() in _LETTERS_TLD and at else _spell(label)
        for at, label in enumerate(labels)
    )


def _address(match: re.Match[str], _variety: Variety) -> str:
    path = (match["path"] or "").rstrip("/")
    if len(path) > _LONGEST_PATH or "?" in path or "%" in path:
        path = ""
    return _host(match["host"]) + (f" {_spell(path)}" if path else "")


def _email(match: re.Match[str], _variety: Variety) -> str:
    path = f" {_spell(match['path'])}" if match["path"] else ""
    return f"{_spell(match['name'])} at {_host(match['host'])}{path}"


def _tag(match: re.Match[str], _variety: Variety) -> str:
    return f"hashtag {words_of_tag(match['tag'])}"


def words_of_tag(tag: str) -> str:
    """Return "Black Lives Matter" for "BlackLivesMatter"."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+", tag)
    return " ".join(parts) if parts else tag


def _stars(match: re.Match[str], _variety: Variety) -> str:
    number = int(match["n"] or len(re.findall("[★⭐]", match["row"])))
    return f"{say_cardinal(number)} star" + (" " if match["noun"] else "" if number == 1 else "s")


def _foreign(match: re.Match[str], _variety: Variety) -> str | None:
    """Another alphabet in brackets repeats what was just said."""
    inside = match["inside"]
    letters = [char for char in inside if char.isalpha()]
    return (
        ""
        if letters and all(char > "\u036f" and not "\u1e00" <= char <= "\u1fff" for char in letters)
        else None
    )


FIRST: tuple[SpokenForm, ...] = (
    spoken_form("endless figure", r"(?<![\d,])\d[\d,]{299,}", lambda match, _: f" {say_digits(match[0])} ", ("0123456789" * 30, " ".join(["zero one two three four five six seven eight nine"] * 30))),
    spoken_form("other alphabet", r"\s?\((?P<inside>[^()]{1,80})\)", _foreign, ("Zelenskyy (Зеленський)", "Zelenskyy"), needs="("),
    spoken_form("footnote mark", r"(?<=[\w.,;!?”\"’)])(?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\])+(?=\W|$)", "", ("It fell.[3] Then", "It fell. Then"), ("It fell.[2][3]", "It fell."), needs="["),
    spoken_form(
        "e-mail",
        r"(?<![\w@])(?P<name>[A-Za-z0-9][\w.+-]{0,63})@(?P<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,9})(?P<path>/[\w/-]+)?",
        _email,
        ("abc1@gmail.com", "abc one at gmail dot com"),
        needs="@",
    ),
    spoken_form(
        "address",
        rf"(?<![\w@.])(?:[hH][tT][tT][pP][sS]?://)?(?:[wW]{{3}}\.)?(?P<host>(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\.){{1,9}}(?:{_TLD}))(?![\w-]|\.\w)(?::\d+)?(?P<path>/[\w./%?=&#~+-]*[\w/])?/?",
        _address,
        ("Visit bbc.co.uk/news.", "Visit bbc dot co dot U K slash news."),
        ("https://www.lbc.co.uk", "lbc dot co dot U K"),
        needs=".",
    ),
    spoken_form(
        "other address",
        r"\bhttps?://(?:www\.)?(?P<host>[\w.-]+\w)(?P<path>/[^\s<>\"]*[\w/])?",
        _address,
        ("http://example.museum/x", "example dot museum slash x"),
        needs="/",
    ),
    spoken_form("handle", r"(?<![\w.])@(?P<name>\w+)", lambda match, _: f"at {words_of_tag(match['name'])}", ("@PizzaHut", "at Pizza Hut"), needs="@"),
    spoken_form("hashtag", r"(?<![\w&])#(?P<tag>[^\W\d]\w*)", _tag, ("#BlackLivesMatter", "hashtag Black Lives Matter"), needs="#"),
    spoken_form(
        "stars of a review",
        r"(?<![\w.,])(?:(?P<n>[1-7])\s?(?:\*|[★⭐]\ufe0f?)(?![*★⭐])|(?P<row>(?:[★⭐]\ufe0f?){2,5})[☆½]*)(?P<link>[ -]?)(?=(?P<noun>[a-z]{3,})?)",
        _stars,
        ("a 5* hotel", "a five star hotel"),
        ("★★★☆☆", "three stars"),
        needs="*★⭐",
    ),
    spoken_form("emoji", rf"\s?{EMOJI}", "", ("Well done 👏", "Well done")),
    spoken_form("dagger", r"(?<=[\w.,”\"’)])[†‡]+", "", ("Smith† said", "Smith said"), needs="†‡"),
    spoken_form("trade mark", r"\s?[™®©℠]", "", ("Lego®", "Lego"), needs="™®©℠"),
    spoken_form("and so on in brackets", r"\[(?P<inside>[^\[\]]*)\]", r"\g<inside>", ("it [sic] is", "it sic is"), needs="["),
    spoken_form("starred grade", r"\b(?P<g>[A-C])\*(?:(?P<to>-)(?=[A-GU]\b)|(?=[\s,.;-]|$))", lambda match, _: f"{match['g']} star{' to ' if match['to'] else ''}", ("an A* grade", "an A star grade"), needs="*"),
    spoken_form("star", r"(?<![\w*])\*+(?=\w)|(?<=[^\W\d])\*+(?![\w*])|(?<=\d\d)\*+(?![\w*])", "", ("*Correction", "Correction"), needs="*"),
    spoken_form("either", r"\b(?P<a>[Aa]nd)/or\b", r"\g<a> or", ("and/or", "and or"), needs="/"),
)  # fmt: skip
LAST: tuple[SpokenForm, ...] = (
    spoken_form("dash", r"(?:(?<!\s)\s+)?(?:—|―|--+)\s*|(?<!\s)\s+[–-]\s+", ", ", ("the law—passed in May—was", "the law, passed in May, was")),
    spoken_form("ellipsis", r"\s?(?:…|\.{3,})", "...", ("He waited… then", "He waited... then"), needs="….."),
    spoken_form("plus words", r"(?<=[a-zA-Z+])\+(?!\w)|(?<=[a-zA-Z])\+(?=\+)", " plus", ("LGBTQ+ people", "LGBTQ plus people"), needs="+"),
    spoken_form("glued plus", r"(?<!\w)\+(?=\w)|(?<=\w)\+(?=\w)", " plus ", ("tea+milk", "tea plus milk"), needs="+"),
    spoken_form("slash between", r"(?<!\s)\s+/\s+", ", ", ("tea / milk", "tea, milk"), needs="/"),
    spoken_form("slash at the end", r"(?<=[a-z])/(?=\s)", " slash", ("fourteen/ they", "fourteen slash they"), needs="/"),
    spoken_form("squared", r"(?<=[a-z])²(?!\w)", " squared", ("E=mc²", "E equals mc squared"), needs="²"),
    spoken_form("cubed", r"(?<=[a-z])³(?!\w)", " cubed", ("x³", "x cubed"), needs="³"),
    spoken_form("greater", r"(?<=\w) ?> ?(?=\w)", " is greater than ", ("x > y", "x is greater than y"), needs=">"),
    spoken_form("less", r"(?<=\w) < (?=\w)|(?<=\b[A-Za-z])<(?=(?:zero|one|two|three|four|five|point)\b)", " is less than ", ("x < y", "x is less than y"), ("(p<0.05)", "(p is less than zero point zero five)"), needs="<"),
    spoken_form("equals", r"(?<=\w)\s?=\s?(?=\w)", " equals ", ("x = y", "x equals y"), needs="="),
    spoken_form("times", r"(?<=[a-z]) ?× ?(?=[a-z])", " times ", ("x × y", "x times y"), needs="×x"),
    spoken_form("plus", r"(?<=\w) \+ (?=\w)", " plus ", ("tea + milk", "tea plus milk"), needs="+"),
    spoken_form("percent", r"\s?%", " percent", ("a % of", "a percent of")),
    spoken_form("paragraph sign", r"§§?\s?", "section ", ("§ 3", "section three")),
    spoken_form("hash", r"#", " hash ", ("a # b", "a hash b"), needs="#"),
    spoken_form("at", r"@", " at ", ("a @ b", "a at b"), needs="@"),
    spoken_form("slash between capitals", r"(?<![\w/])(?P<a>[A-Z]{1,5})/(?=[A-Z]{1,5}(?![\w/]))", r"\g<a> ", ("AC/DC played", "AC DC played"), ("an A/B test", "an A B test"), needs="/"),
    spoken_form("slash", r"(?<=[a-zA-Z])/(?=[a-zA-Z])", " slash ", ("update/upgrade", "update slash upgrade"), needs="/"),
    spoken_form("degree", r"[°º]", " degrees", ("°", "degrees")),
    spoken_form("bullets", r"\s?[•·▪■●◆►▶|]\s?", ", ", ("tea | milk", "tea, milk")),
    spoken_form("space before a mark", r"(?<!\s)\s+(?=[,.;:!?](?:\s|$))", "", ("tea , milk", "tea, milk")),
    spoken_form("two commas", r",(?:\s*,)+|,\s*(?=[.;:!?])", lambda match, _: "," if match[0].strip().endswith(",") and match[0].count(",") > 1 else "", ("tea,, milk", "tea, milk")),
)  # fmt: skip
