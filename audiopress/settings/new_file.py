"""The text of a configuration to start from: commented, with the answers to a few questions."""

from __future__ import annotations

__all__ = [
    "GIT_IGNORED",
    "GIT_IGNORED_PRIVATE",
    "TEMPLATE",
    "list_default_answers",
    "quote_toml",
    "write_new",
]

GIT_IGNORED = """\
# audiopress: what a build makes again. The ledger is to be committed.
/output/
/.audiopress/
/jobs/
"""
"""The ``.gitignore`` of an edition in a repository; docs/newsroom-repository.md says why."""

GIT_IGNORED_PRIVATE = """\
# audiopress: what a build makes again, and the ledger, which has the show's secret address.
# Commit the ledger only where nobody else can read it; keep it, for without it the address is lost.
/output/
/.audiopress/
/jobs/
/ledger/
"""
"""The same of a private show, whose ledger is not for everybody who reads the repository."""

TEMPLATE = """\
# audiopress builds an edition you can listen to out of articles.
# Every setting is explained in docs/configuration.md; what is commented out shows its default.

[show]
title = {title}
description = {description}
language = {language}             # of the show; each article may have its own
# author = ""                     # your name or your newsroom's
# email = ""                      # podcast directories write to it once, to see that it is you
# link = ""                       # your website
# category = "News"               # one of Apple's podcast categories
# explicit = false
# artwork = ""                    # a square picture of 1400 to 3000 px; without one, one is made
# disclosure = true               # say in the feed that the voice is synthetic
{private}                 # true: at an address that nobody can guess (docs/private.md)

[edition]
address = {address}               # where output/ will be served; empty: a preview for this machine
sources = [{sources}]             # files, folders or addresses
# output = "output"
# timezone = "UTC"                # of dates that come without one, such as "Europe/London"
# hosts = []                      # your hosts, for pages that name their canonical address
# lexicons = []                   # PLS files with pronunciations, besides lexicon.pls here

# [site]                          # for audiopress site DIR: docs/site.md
# address = ""                    # where the built site is served
# include = []                    # only these of its pages, such as "posts/*"
# exclude = []

[voices]
body = {voice}                    # audiopress voices list
# headline = "heart"              # any role: headline heading quote caption disclosure ...
# foreign = "refuse"              # an article in a language no voice speaks; "speak": body reads it
# [voices.rate]
# heart = 1.0                     # 0.5 to 2.0

[reading]
# byline = true
# date = true
# disclosure = "start"            # where it is said that the voice is synthetic: end, both, none
# drop = []                       # CSS selectors of what is never read, such as ".newsletter"
# keep = []                       # CSS selectors of what is always read

[sound]
# loudness = -16.0                # LUFS
# bitrate = 96                    # kb/s, mono
# [sound.ident]
# path = "ident.wav"              # any file of wav flac ogg mp3

# [[shows]]                       # a show beside this one: docs/shows.md
# id = "sport"
# title = "Sport"
# include = ["section:Sport"]

# [[editions]]                    # one episode joined from the day's articles: docs/shows.md
# id = "morning"
# title = "Morning edition"
# contents = true                 # say the titles at its start
"""
"""All settings that most people look for; what is commented out shows its default."""


def write_new(answers: dict[str, str] | None = None) -> str:
    """Return a configuration with the default answers, or these in their place."""
    return TEMPLATE.format(**(list_default_answers() | (answers or {})))


def list_default_answers() -> dict[str, str]:
    """Return what counts where nobody answers, each as TOML."""
    return {
        "title": '"Listen"',
        "description": '"Our articles, read aloud."',
        "language": '"en"',
        "address": '""',
        "sources": '"articles"',
        "private": "# private = false",
        "voice": '"heart"',
    }


def quote_toml(text: str) -> str:
    """Write ``text`` as a TOML basic string."""
    # A pasted control character has an escape in TOML, but one that nobody can read.
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
