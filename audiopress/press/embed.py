"""The code that puts the player of a published article into another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, IdentityError
from audiopress.press.edition.promises import read_promises
from audiopress.press.find_article import find_article
from audiopress.publish.pages.embed_code import write_embed_code
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from audiopress.publish.pages.embed_code import EmbedForm
    from audiopress.settings import Settings

__all__ = ["find_embed_code"]


def find_embed_code(settings: Settings, name: str, form: EmbedForm) -> str:
    """Return the HTML to paste for the article that ``name`` means.

    Raises `IdentityError` where there is no such article, or it is not published, and
    `ConfigError` for a private show.
    """
    if settings.show.private:
        raise ConfigError(
            "a private show is in no other page: its address would be everybody's",
            where=str(settings.file or settings.root),
            hint="audiopress show address, for those who may hear it",
        )
    promises = read_promises(Ledger(settings.ledger), Cache(settings.cache), keep=False)
    record = find_article(promises, settings, name, command="audiopress embed")
    if record.state != "live" or not record.versions:
        raise IdentityError(
            f"{record.title} is not published, so there is no player of it",
            where=str(settings.ledger),
            hint="audiopress status",
        )
    return write_embed_code(settings.show, record.versions[-1], form)
