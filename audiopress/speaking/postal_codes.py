"""Postal codes of Europe in a text: "10117 Berlin", "F-75008 Paris", "1012 AB Amsterdam".

They are told by their form, by the city or the street beside them; the same figures before another
word are a count ("12345 Menschen") or a year ("2024 Paris").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

__all__ = ["POSTAL_CODE", "say_postal_code", "say_postal_codes"]

_COUNTRIES = (
    "A", "B", "BG", "CH", "CZ", "D", "DE", "DK", "E", "F", "FIN", "FL", "FR", "H", "I", "L", "LT",
    "LV", "N", "NL", "P", "PL", "RO", "S", "SI", "SK",
)  # fmt: skip
"""What stands before a code that is sent abroad."""

_OF_FIVE = (
    # Germany
    "Aachen", "Augsburg", "Berlin", "Bielefeld", "Bochum", "Bonn", "Braunschweig", "Bremen",
    "Chemnitz", "Cologne", "Cottbus", "Darmstadt", "Dortmund", "Dresden", "Duisburg", "Düsseldorf",
    "Erfurt", "Essen", "Frankfurt", "Freiburg", "Göttingen", "Halle", "Hamburg", "Hannover",
    "Hanover", "Heidelberg", "Jena", "Karlsruhe", "Kassel", "Kiel", "Koblenz", "Köln", "Leipzig",
    "Lübeck", "Magdeburg", "Mainz", "Mannheim", "Munich", "München", "Münster", "Nuremberg",
    "Nürnberg", "Oldenburg", "Osnabrück", "Potsdam", "Regensburg", "Rostock", "Saarbrücken",
    "Schwerin", "Stuttgart", "Trier", "Ulm", "Weimar", "Wiesbaden", "Wolfsburg", "Wuppertal",
    "Würzburg",
    # France
    "Aix-en-Provence", "Amiens", "Angers", "Annecy", "Avignon", "Besançon", "Bordeaux", "Brest",
    "Caen", "Cannes", "Dijon", "Grenoble", "Le Havre", "Le Mans", "Lille", "Limoges", "Lyon",
    "Marseille", "Metz", "Montpellier", "Mulhouse", "Nancy", "Nantes", "Nice", "Nîmes", "Orléans",
    "Paris", "Perpignan", "Poitiers", "Reims", "Rennes", "Rouen", "Saint-Denis", "Saint-Étienne",
    "Strasbourg", "Toulon", "Toulouse", "Tours", "Versailles",
    # Spain
    "Alicante", "Barcelona", "Bilbao", "Burgos", "Cádiz", "Córdoba", "Gijón", "Granada", "León",
    "Madrid", "Málaga", "Murcia", "Oviedo", "Palma", "Pamplona", "Salamanca", "San Sebastián",
    "Santander", "Sevilla", "Seville", "Toledo", "Valencia", "Valladolid", "Vigo", "Zaragoza",
    # Italy, Croatia, Finland
    "Bari", "Bologna", "Brescia", "Cagliari", "Catania", "Firenze", "Florence", "Genova", "Genoa",
    "Messina", "Milan", "Milano", "Modena", "Naples", "Napoli", "Padova", "Palermo", "Parma",
    "Perugia", "Pisa", "Roma", "Rome", "Siena", "Torino", "Trento", "Trieste", "Turin", "Venezia",
    "Venice", "Verona", "Zagreb", "Split", "Helsinki", "Espoo", "Tampere", "Turku",
)  # fmt: skip
"""Large cities of countries whose codes have five figures, as the news writes them."""

_OF_FOUR = (
    "Graz", "Innsbruck", "Klagenfurt", "Linz", "Salzburg", "Vienna", "Wien", "Basel", "Bern",
    "Geneva", "Genf", "Genève", "Lausanne", "Lugano", "Luzern", "Lucerne", "Winterthur", "Zurich",
    "Zürich", "Antwerp", "Antwerpen", "Brugge", "Bruges", "Brüssel", "Brussel", "Brussels",
    "Bruxelles", "Gent", "Ghent", "Leuven", "Liège", "Namur", "Aarhus", "Copenhagen", "København",
    "Kopenhagen", "Odense", "Bergen", "Oslo", "Stavanger", "Trondheim", "Luxembourg", "Luxemburg",
    "Budapest", "Ljubljana", "Maribor", "Sofia",
)  # fmt: skip
"""The same where codes have four."""

_OF_THREE_AND_TWO = (
    "Göteborg", "Gothenburg", "Malmö", "Stockholm", "Uppsala", "Brno", "Ostrava", "Plzeň", "Praha",
    "Prague", "Bratislava", "Košice", "Athens", "Athína", "Thessaloniki",
)  # fmt: skip
"""The same where three figures and two stand apart."""

_FREE = r"(?<![\w.,:/€$£-])"
"""Nothing in front that makes the figures a part of another number."""

_NAME = r"(?=\s[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ][\w’'.-]*[a-zß-öø-ÿ])"
"""The name of a place behind it."""

POSTAL_CODE = (
    rf"(?<![\w-])(?P<country>{any_of(_COUNTRIES)})[-–](?P<abroad>\d{{3}} \d\d|\d{{4,5}}){_NAME}"
    rf"|{_FREE}(?P<five>\d{{5}})(?=\s{any_of(_OF_FIVE)}(?![\w-]))"
    # no year of our age
    rf"|{_FREE}(?P<four>(?!19|20)[1-9]\d{{3}})(?=\s{any_of(_OF_FOUR)}(?![\w-]))"
    rf"|{_FREE}(?P<parted>\d{{3}} \d\d)(?=\s{any_of(_OF_THREE_AND_TWO)}(?![\w-]))"
    # behind the number of a house: "Markt 5, 06108 Halle"
    rf"|(?<=[^\W\d]\s)(?P<house>\d{{1,3}}\s?[a-z]?,\s)(?P<street>\d{{5}}){_NAME}"
    r"(?!\s(?:Menschen|Personen|Euro|Einwohner|Besucher|Zuschauer|Mitglieder|Stimmen))"
    # of the Netherlands, Portugal and Brazil, Poland
    rf"|{_FREE}(?P<dutch>[1-9]\d{{3}}\s?(?!SA|SD|SS|AD|BC|CE|KM|MW)[A-Z]{{2}})"
    r"(?=\s[A-Z]{2,}\b|\s[A-Z][a-z])"
    rf"|{_FREE}(?P<hyphen>\d{{4}}-\d{{3}}|\d{{5}}-\d{{3}}|\d\d-\d{{3}}){_NAME}"
)
"""Matches a postal code of each kind."""

_CODE = compile_late(POSTAL_CODE)
"""The same, compiled for the languages that look for it by itself."""

_HAS_CODE = compile_late(r"\d{4}|\d{3} \d\d|\d\d-\d{3}")
"""Matches what each of them has; few texts have it."""


def say_postal_codes(text: str, say_digit: Callable[[str], str]) -> str:
    """Return ``text`` with the figures of its postal codes said one by one, by ``say_digit``."""
    if not _HAS_CODE.search(text):
        return text
    return _CODE.sub(lambda found: say_postal_code(found, say_digit), text)


def say_postal_code(found: re.Match[str], say_digit: Callable[[str], str]) -> str:
    """Return what is said for a match of `POSTAL_CODE`."""
    country, house = found["country"] or "", found["house"] or ""
    code = found[0][len(country) + bool(country) + len(house) :]
    said = [
        say_digit(char) if char.isdecimal() else char
        for char in code
        if char.isdecimal() or char.isalpha()
    ]
    # letters of a country and of a code are named one by one
    return house + " ".join((*country, *said))
