"""The tables of the queue, and how they are asked."""

from __future__ import annotations

__all__ = [
    "BY_DELIVERY",
    "BY_DIGEST",
    "END_REPLACED",
    "INSERT",
    "NEXT",
    "STEPS",
    "TABLES",
    "VERSION",
]

INSERT = (
    "INSERT INTO jobs (id, delivery, digest, origin, url, article, media_type, body, added)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""A new job."""

BY_DELIVERY = "SELECT * FROM jobs WHERE delivery=?"
"""How the job of a delivery that came before is found."""

BY_DIGEST = (
    "SELECT * FROM jobs WHERE state='waiting' AND delivery IS NULL AND digest=?"
    " AND NOT EXISTS (SELECT 1 FROM jobs AS newer WHERE newer.article=jobs.article"
    " AND newer.state='waiting' AND newer.number>jobs.number)"
)
"""How a job is found that waits to do what is asked for, as the last of its article: behind it
another text would be published over this one."""

NEXT = (
    "SELECT id FROM jobs WHERE state='waiting' AND not_before<=?"
    " AND NOT EXISTS (SELECT 1 FROM jobs AS older WHERE older.article=jobs.article"
    " AND older.state='waiting' AND older.until=0 AND older.number<jobs.number)"
    " ORDER BY cut, number LIMIT 1"
)
"""The job whose turn it is: of one article never a newer text before an older one, which would then
be published over it as its correction. One that waits for its day keeps no newer one waiting."""

END_REPLACED = (
    "UPDATE jobs SET state='failed', ended=?, reason=?, result=? WHERE state='waiting'"
    " AND until>0 AND EXISTS (SELECT 1 FROM jobs AS newer WHERE newer.id=?"
    " AND newer.article=jobs.article AND newer.number>jobs.number)"
)
"""Ends the older texts of a job's article that wait for their day: it is published, or waits."""

VERSION = 3
"""Version of the tables (``user_version``); 1 had no ``article``, 2 no ``until``."""

STEPS = {
    1: """
ALTER TABLE jobs ADD COLUMN article TEXT NOT NULL DEFAULT '';
UPDATE jobs SET article=url;
""",
    2: "ALTER TABLE jobs ADD COLUMN until REAL NOT NULL DEFAULT 0;",
}
"""What makes tables of each version those of the next one."""

TABLES = """
CREATE TABLE IF NOT EXISTS jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    delivery TEXT UNIQUE,
    digest TEXT NOT NULL,
    origin TEXT NOT NULL,
    url TEXT NOT NULL,
    article TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    tries INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    cut INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    until REAL NOT NULL DEFAULT 0,
    added REAL NOT NULL,
    started REAL,
    ended REAL,
    reason TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE IF NOT EXISTS tried (number INTEGER PRIMARY KEY, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state, not_before, cut, number);
CREATE INDEX IF NOT EXISTS jobs_by_end ON jobs (ended);
CREATE INDEX IF NOT EXISTS jobs_by_article ON jobs (article, state, number);
"""
"""``tried`` has one row: when it was last tried whether the disk takes one. ``article`` is what the
addresses of one article have in common. ``cut`` counts how often a server ended with the job in its
hands: such a job goes behind the others, should it have been what ended the server. ``until`` is
the day that an article gives itself, where the job waits for it."""
