"""Apple's list of podcast categories, the only ones directories accept."""

from __future__ import annotations

from difflib import get_close_matches
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


def find_category(text: str) -> tuple[str, str | None]:
    """Return the category and, if any, the subcategory that ``text`` names.

    ``"News"``, ``"Daily News"`` and ``"News > Daily News"`` are understood, in any case.
    Raises `ConfigError` naming the nearest entry when the list has no such category.
    """
    known = _list_names()
    wanted = " > ".join(part.strip() for part in text.split(">")).casefold()
    if wanted in known:
        return known[wanted]
    near = get_close_matches(wanted, known, n=1)
    meant = [part for part in known[near[0]] if part] if near else ["News"]
    raise ConfigError(
        f'"{text}" is not one of Apple\'s podcast categories',
        where="audiopress.toml, [show] category",
        hint=f'category = "{" > ".join(meant)}"',
    )


def _list_names() -> dict[str, tuple[str, str | None]]:
    names: dict[str, tuple[str, str | None]] = {}
    for main, subs in CATEGORIES.items():
        names[main.casefold()] = (main, None)
        for sub in subs:
            names[f"{main} > {sub}".casefold()] = (main, sub)
            names.setdefault(sub.casefold(), (main, sub))
    return names
