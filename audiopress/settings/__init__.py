"""``audiopress.toml`` becomes `Settings`; every mistake is reported at once.

The tables of the file are the value types of `audiopress.model`: ``[show]`` is a `Show`,
``[reading]`` a `Reading`, ``[voices]`` a `Cast`, ``[sound]`` a `Sound`; ``[edition]`` and
``[site]``, of `audiopress.settings.tables`, say where things are. The types of the fields are the
types the file must have, so a new setting is a new field, with a sentence below it, and, where it
has limits, a check::

    values     what a run knows about what a person wants
    tables     the tables that are of no other room
    limits     what settings may be
    toml       the file, read and put together
    boundary   what a file that is not trusted may reach
    checks     what a table may say
    corrections_table  what ``[corrections]`` may say
    show_tables, joined_tables  what ``[[shows]]`` and ``[[editions]]`` may say
    remote_voices  the voices of servers among them
    sign_table     certificate and key of ``[sign]``
    deploy_table   the place of ``[deploy]``
    serve_table    where the credentials of ``[serve]`` are
    texts_by_language  tables of names that a person chose
    new_file       the text of a file to start from
    near_files     where a file lies that is not here
    value_editing  a value of the file is written anew, and nothing else in it
    mistakes   a table into a value by the types of its fields; mistakes are collected, not raised
"""

from audiopress.settings.tables import EditionTable, JoinedTable, ShowTable, SiteTable
from audiopress.settings.toml import FILE_NAME, check_text, load_settings
from audiopress.settings.values import Settings

__all__ = [
    "FILE_NAME",
    "EditionTable",
    "JoinedTable",
    "Settings",
    "ShowTable",
    "SiteTable",
    "check_text",
    "load_settings",
]
