"""Cities and countries of the world, as bylines name them: "By Jane Doe, Hong Kong"."""

from __future__ import annotations

import functools

__all__ = ["is_city"]


def is_city(name: str) -> bool:
    """Whether a name is that of a city or a country that the CLDR knows."""
    return name.casefold() in _load_cities()


@functools.cache
def _load_cities() -> frozenset[str]:
    """Return the cities that time zones are named by, and the countries in English."""
    from babel import Locale  # noqa: PLC0415 - few bylines have a part that may be a place
    from babel.core import get_global  # noqa: PLC0415 - likewise

    zones = (zone.rsplit("/", 1)[-1].replace("_", " ") for zone in get_global("zone_territories"))
    return frozenset(name.casefold() for name in (*zones, *Locale.parse("en").territories.values()))
