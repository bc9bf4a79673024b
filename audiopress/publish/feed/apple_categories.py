"""Apple's list of podcast categories, the only ones directories accept."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from audiopress.errors import ConfigError

__all__ = ["CATEGORIES", "find_category"]

# https://podcasters.apple.com/support/1691-apple-podcasts-categories
CATEGORIES: Final[dict[str, tuple[str, ...]]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": (
        "Careers",
        "Entrepreneurship",
        "Investing",
        "Management",
        "Marketing",
        "Non-Profit",
    ),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": (
        "Alternative Health",
        "Fitness",
        "Medicine",
        "Mental Health",
        "Nutrition",
        "Sexuality",
    ),
    "History": (),
    "Kids & Family": (
        "Education for Kids",
        "Parenting",
        "Pets & Animals",
        "Stories for Kids",
    ),
    "Leisure": (
        "Animation & Manga",
        "Automotive",
        "Aviation",
        "Crafts",
        "Games",
        "Hobbies",
        "Home & Garden",
        "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News",
        "Daily News",
        "Entertainment News",
        "News Commentary",
        "Politics",
        "Sports News",
        "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism",
        "Christianity",
        "Hinduism",
        "Islam",
        "Judaism",
        "Religion",
        "Spirituality",
    ),
    "Science": (
        "Astronomy",
        "Chemistry",
        "Earth Sciences",
        "Life Sciences",
        "Mathematics",
        "Natural Sciences",
        "Nature",
        "Physics",
        "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary",
        "Personal Journals",
        "Philosophy",
        "Places & Travel",
        "Relationships",
    ),
    "Sports": (
        "Baseball",
        "Basketball",
        "Cricket",
        "Fantasy Sports",
        "Football",
        "Golf",
        "Hockey",
        "Rugby",
        "Running",
        "Soccer",
        "Swimming",
        "Tennis",
        "Volleyball",
        "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
}


_NEAR: Final = 0.8
"""How alike two words are, as `difflib` has it, of which one is meant for the other: "Politiks"
and "Politics" are, "Gardening" and "Parenting" (0.78) are not."""

_LEAST_STEM: Final = 5
"""Letters with which two words begin that are of one kind: "Gardening" and "Garden"."""

_LEAST_TYPED: Final = 4
"""Letters of a word in which another letter is taken for a slip: "Newz"."""

_OF_MAIN: Final = 0.5
"""What a word counts that names the category above: of "Sports > Tenis" the tennis is meant."""


def find_category(text: str) -> tuple[str, str | None]:
    """Return the category and, if any, the subcategory that ``text`` names.

    ``"News"``, ``"Daily News"`` and ``"News > Daily News"`` are understood, in any case.
    Raises `ConfigError` naming the nearest entry when the list has no such category.
    """
    known = _list_names()
    wanted = " > ".join(part.strip() for part in text.split(">")).casefold()
    if wanted in known:
        return known[wanted]
    raise ConfigError(
        f'"{text}" is not one of Apple\'s podcast categories',
        where="audiopress.toml, [show] category",
        hint=_propose(wanted),
    )


def _propose(wanted: str) -> str:
    """Return the entry whose words are nearest, or all top categories where none has one."""
    known = dict.fromkeys(_list_names().values())
    weighed = {entry: _weigh(_split_words(wanted), entry) for entry in known}
    best = max(weighed, key=lambda entry: weighed[entry])
    if weighed[best]:
        return f'category = "{" > ".join(part for part in best if part)}"'
    return f"one of: {', '.join(CATEGORIES)}"


def _weigh(words: set[str], entry: tuple[str, str | None]) -> float:
    """Return how many of the words an entry has, or has one near to; 0 if none."""
    main, sub = entry
    own, above = _split_words(sub or main), _split_words(main) if sub else set()
    return sum(
        max(
            max((_compare(word, other) for other in own), default=0.0),
            _OF_MAIN * max((_compare(word, other) for other in above), default=0.0),
        )
        for word in words
    )


def _split_words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - {"and", "the", "of"}


def _compare(word: str, other: str) -> float:
    """Return how surely two words are one, 0 where they are not."""
    if min(len(word), len(other)) >= _LEAST_STEM and word[:_LEAST_STEM] == other[:_LEAST_STEM]:
        return max(_NEAR, SequenceMatcher(a=word, b=other).ratio())
    wrong = sum(one != two for one, two in zip(word, other, strict=False))
    if len(word) == len(other) >= _LEAST_TYPED and wrong == 1:
        return _NEAR
    alike = SequenceMatcher(a=word, b=other).ratio()
    return alike if alike >= _NEAR else 0.0


def _list_names() -> dict[str, tuple[str, str | None]]:
    names: dict[str, tuple[str, str | None]] = {}
    for main, subs in CATEGORIES.items():
        names[main.casefold()] = (main, None)
        for sub in subs:
            names[f"{main} > {sub}".casefold()] = (main, sub)
            names.setdefault(sub.casefold(), (main, sub))
    return names
