"""What money, shares and large numbers are called in each language."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AMOUNTS", "AmountWords", "Coin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coin:
    """A currency: its name for one and for more, and that of its hundredth for one and for more."""

    one: str
    many: str
    cent: str
    cents: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountWords:
    """The words of one language.

    ``coins`` by sign; ``scales``: patterns of short forms by (one, many); ``of`` stands between a
    scale and a noun ("millions d'euros"); ``between`` whole and cents, which are named if
    ``names_cents``; ``said_as_money``: names of currencies that count as their sign; ``grade``
    one and many degrees; ``to`` stands within a range.
    """

    coins: dict[str, Coin]
    scales: dict[str, tuple[str, str]]
    scale_words: str
    of: str
    between: str
    names_cents: bool
    said_as_money: str
    percent: str
    grade: tuple[str, str]
    minus: str
    plus: str
    to: str


def _name_coins(*names: str) -> dict[str, Coin]:
    """Return coins by sign, of "euro/euros/cent/cents" in the order of ``_SIGNS``."""
    coins: dict[str, Coin] = {}
    for signs, name in zip(_SIGNS, names, strict=True):
        one, many, cent, cents = name.split("/")
        coins |= dict.fromkeys(signs, Coin(one=one, many=many, cent=cent, cents=cents))
    return coins


_SIGNS = (("€", "EUR"), ("US$", "$", "USD"), ("£", "GBP"), ("CHF", "SFr."), ("¥", "JPY"),
          ("R$", "BRL"))  # fmt: skip
"""Signs and codes of the currencies below, in their order; others have their names from CLDR."""

AMOUNTS = {
    "de": AmountWords(
        coins=_name_coins("Euro/Euro/Cent/Cent", "Dollar/Dollar/Cent/Cent",
                          "Pfund/Pfund/Penny/Pence", "Franken/Franken/Rappen/Rappen",
                          "Yen/Yen/Sen/Sen", "Real/Real/Centavo/Centavos"),
        scales={r"Tsd\b\.?": ("Tausend", "Tausend"), r"Mio\b\.?": ("Million", "Millionen"),
                r"(?:Mrd|Mia)\b\.?": ("Milliarde", "Milliarden"),
                r"Bio\.": ("Billion", "Billionen")},
        scale_words=r"(?:Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?)",
        of="", between=" ", names_cents=False, said_as_money="Euro|Dollar|Franken|Pfund",
        percent="Prozent", grade=("Grad", "Grad"), minus="minus", plus="plus", to="bis",
    ),
    "fr": AmountWords(
        coins=_name_coins("euro/euros/centime/centimes", "dollar/dollars/cent/cents",
                          "livre/livres/penny/pence",
                          "franc suisse/francs suisses/centime/centimes",
                          "yen/yens/sen/sen", "real/reals/centavo/centavos"),
        scales={r"(?:Mds?|Mrds?)\b\.?": ("milliard", "milliards"),
                r"(?:mio|Mio)\b\.?|M(?=€|\$)": ("million", "millions"),
                r"k(?=€|\$)": ("mille", "mille")},
        scale_words=r"(?:millions?|milliards?|billions?)",
        of="d'", between=" ", names_cents=False, said_as_money="", percent="pour cent",
        grade=("degré", "degrés"), minus="moins", plus="plus", to="à",
    ),
    "es": AmountWords(
        coins=_name_coins("euro/euros/céntimo/céntimos", "dólar/dólares/centavo/centavos",
                          "libra/libras/penique/peniques",
                          "franco suizo/francos suizos/céntimo/céntimos",
                          "yen/yenes/sen/sen", "real/reales/centavo/centavos"),
        scales={r"mill\.": ("millón", "millones"), r"M(?=€|\$)": ("millón", "millones"),
                r"k(?=€|\$)": ("mil", "mil")},
        scale_words=r"(?:mil|mill[oó]n(?:es)?|bill[oó]n(?:es)?|millardos?)",
        of="de ", between=" con ", names_cents=True, said_as_money="", percent="por ciento",
        grade=("grado", "grados"), minus="menos", plus="más", to="a",
    ),
    "it": AmountWords(
        coins=_name_coins("euro/euro/centesimo/centesimi", "dollaro/dollari/centesimo/centesimi",
                          "sterlina/sterline/penny/pence",
                          "franco svizzero/franchi svizzeri/centesimo/centesimi",
                          "yen/yen/sen/sen", "real/real/centavo/centavos"),
        scales={r"mln\b\.?": ("milione", "milioni"), r"(?:mld|mrd)\b\.?": ("miliardo", "miliardi"),
                r"mila\b": ("mila", "mila")},
        scale_words=r"(?:mila|milion[ei]|miliard[oi]|bilion[ei])",
        of="di ", between=" e ", names_cents=False, said_as_money="euro|dollari",
        percent="percento", grade=("grado", "gradi"), minus="meno", plus="più", to="",
    ),
    "pt": AmountWords(
        coins=_name_coins("euro/euros/cêntimo/cêntimos", "dólar/dólares/centavo/centavos",
                          "libra/libras/péni/pence",
                          "franco suíço/francos suíços/cêntimo/cêntimos",
                          "iene/ienes/sen/sen", "real/reais/centavo/centavos"),
        scales={r"mi\b": ("milhão", "milhões"), r"bi\b": ("bilhão", "bilhões"),
                r"M(?=€|\$)": ("milhão", "milhões")},
        scale_words=r"(?:mil|milh(?:ão|ões)|bilh(?:ão|ões)|bili(?:ão|ões)|trilh(?:ão|ões))",
        of="de ", between=" e ", names_cents=True, said_as_money="", percent="por cento",
        grade=("grau", "graus"), minus="menos", plus="mais", to="a",
    ),
    "nl": AmountWords(
        coins=_name_coins("euro/euro/cent/cent", "dollar/dollar/cent/cent", "pond/pond/penny/pence",
                          "Zwitserse frank/Zwitserse frank/rappen/rappen",
                          "yen/yen/sen/sen", "real/real/centavo/centavos"),
        scales={r"mln\b\.?|mio\b\.?": ("miljoen", "miljoen"),
                r"(?:mld|mrd)\b\.?": ("miljard", "miljard")},
        scale_words=r"(?:miljoen|miljard|biljoen|duizend)",
        of="", between=" ", names_cents=False, said_as_money="euro|dollar", percent="procent",
        grade=("graad", "graden"), minus="min", plus="plus", to="tot",
    ),
}  # fmt: skip
"""By language."""
