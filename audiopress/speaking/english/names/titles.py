# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Titles, ranks, abbreviations, Roman numerals, initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.abbreviations.references import NUMERAL, STATES, value
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_ordinal, say_year
from audiopress.speaking.english.spoken_form import STARTS, ends_sentence, spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "TITLES"]

# before a name
TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Messrs": "Messieurs", "Dr": "Doctor", "Prof": "Professor",
    "Rev": "Reverend", "Revd": "Reverend", "Hon": "Honourable", "Sen": "Senator", "Sens": "Senators",
    "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor", "Govs": "Governors",
    "Pres": "President", "Gen": "General", "Lt": "Lieutenant", "Lieut": "Lieutenant",
    "Maj": "Major", "Brig": "Brigadier", "Col": "Colonel", "Capt": "Captain", "Cpt": "Captain",
    "Cmdr": "Commander", "Cdr": "Commander", "Cmdt": "Commandant", "Adm": "Admiral",
    "Sgt": "Sergeant", "Cpl": "Corporal", "Pte": "Private", "Pvt": "Private", "Pfc": "Private First Class",
    "Det": "Detective", "Insp": "Inspector", "Supt": "Superintendent", "Ch": "Chief",
    "Con": "Constable", "Const": "Constable", "Cllr": "Councillor", "Coun": "Councillor",
    "Atty": "Attorney", "Amb": "Ambassador", "Fr": "Father", "Sr": "Sister", "Msgr": "Monsignor",
    "Spc": "Specialist", "Drs": "Doctors", "Profs": "Professors", "Dist": "District", "Ptl": "Patrolman",
    "Asst": "Assistant", "Ald": "Alderman", "Ofc": "Officer", "Sgt Maj": "Sergeant Major",
    "Supt.": "Superintendent", "Flt": "Flight", "Sqn": "Squadron", "Ldr": "Leader",
    "Wg": "Wing", "Gp": "Group", "Comdr": "Commander", "Dep": "Deputy", "Hons": "Honours",
}  # fmt: skip
_RANKS = "|".join(sorted((t for t in TITLES if "." not in t), key=lambda t: (-len(t), t)))
# wherever they stand, with or without the full stop
_SHORT = {
    "etc": "et cetera", "approx": "approximately", "Approx": "Approximately", "vs": "versus", "Ltd": "Limited",
    "Bros": "Brothers", "Blvd": "Boulevard", "Dept": "Department", "dept": "department",
    "Govt": "Government", "govt": "government", "Univ": "University", "Intl": "International",
    "Natl": "National", "Assn": "Association", "Assoc": "Association", "Hwy": "Highway",
    "Pkwy": "Parkway", "incl": "including", "excl": "excluding", "misc": "miscellaneous",
    "ltd": "limited", "bros": "brothers", "mr": "mister", "mrs": "missus",
    "Feat": "featuring", "max": "max",
}  # fmt: skip
# only with the full stop
_DOTTED = {
    "Inc": "Incorporated", "Corp": "Corporation", "Co": "Company", "Ave": "Avenue", "Rd": "Road",
    "Ln": "Lane", "Ct": "Court", "Sq": "Square", "Pl": "Place", "Vol": "Volume", "vol": "volume",
    "VOL": "volume",
    "Vols": "Volumes", "Fig": "Figure", "fig": "figure", "Ch": "Chapter", "ch": "chapter",
    "Sec": "Section", "Ed": "Editor", "est": "established", "Est": "Established", "Jr": "Junior",
    "Sr": "Senior", "Mt": "Mount", "Ft": "Fort", "ft": "featuring", "feat": "featuring",
    "Ariz": "Arizona", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "Mass": "Massachusetts", "Md": "Maryland",
    "Mich": "Michigan", "Minn": "Minnesota", "Mo": "Missouri", "Nev": "Nevada",
    "Okla": "Oklahoma", "Ore": "Oregon", "Penn": "Pennsylvania", "Pa": "Pennsylvania",
    "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "Wash": "Washington",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "Neb": "Nebraska", "Ala": "Alabama", "Ark": "Arkansas",
    "avg": "average", "Div": "Division", "Bn": "Battalion", "Regt": "Regiment", "Cav": "Cavalry",
}  # fmt: skip
# after a party: "R-W.Va."
_STATES = {
    "NY": "New York", "NJ": "New Jersey", "NH": "New Hampshire", "NM": "New Mexico",
    "NC": "North Carolina", "ND": "North Dakota", "SC": "South Carolina", "SD": "South Dakota",
    "WVa": "West Virginia", "WV": "West Virginia", "RI": "Rhode Island", "DC": "D C", "La": "Louisiana",
    "Miss": "Mississippi", "Mont": "Montana", "NMex": "New Mexico", "Nebr": "Nebraska",
    "AZ": "Arizona", "CA": "California", "CO": "Colorado", "FL": "Florida", "GA": "Georgia",
    "IL": "Illinois", "IA": "Iowa", "KY": "Kentucky", "MA": "Massachusetts", "MD": "Maryland",
    "MI": "Michigan", "MN": "Minnesota", "MO": "Missouri", "NV": "Nevada", "OH": "Ohio",
    "OR": "Oregon", "PA": "Pennsylvania", "TN": "Tennessee", "TX": "Texas", "VA": "Virginia",
    "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin", "ME": "Maine", "CT": "Connecticut",
}  # fmt: skip
_WHOLE = frozenset(("Texas", "Ohio", "Utah", "Iowa", "Maine", "Idaho", "Alaska", "Hawaii"))
# what they shorten always goes on: "Fig. A", "feat. The ..."
_LEADS_ON = frozenset((
    "Vol", "vol", "VOL", "Vols", "Fig", "fig", "Ch", "ch", "Sec", "Ed", "est", "Est", "Mt", "Ft", "ft",
    "feat", "Feat", "vs", "approx", "Approx", "incl", "excl", "mr", "mrs", "max", "avg",
))  # fmt: skip
_REGNAL = (
    r"Charles|Elizabeth|Henry|George|Edward|William|James|Richard|Mary|Louis|Philip|Felipe|Juan Carlos|Alfonso|"
    r"Carlos|Gustaf|Gustav|Harald|Haakon|Olav|Frederik|Christian|Margrethe|Albert|Leopold|Baudouin|"
    r"Nicholas|Alexander|Peter|Catherine|Ivan|Napoleon|Francis|Benedict|John Paul|Pius|Paul|John|"
    r"Leo|Gregory|Innocent|Clement|Urban|Boniface|Rainier|Hussein|Abdullah|Mohammed|Hassan|Faisal|"
    r"Ramses|Ramesses|Ptolemy|Darius|Xerxes|Cyrus|Otto|Wilhelm|Frederick|Ferdinand|Isabella|Joseph|"
    r"Franz|Maximilian|Rudolf|Robert|David|Malcolm|Kenneth|Constantine|Justinian|Theodore|Bhumibol|"
    r"Rama|Selim|Mehmed|Murad|Suleiman|Akbar|Stephen|Matilda|Victor Emmanuel|Umberto|Manuel|Pedro|"
    r"Sixtus|Julius|Adrian|Celestine|Nebuchadnezzar|Thutmose|Amenhotep|Sam"
)
# first names of Americans who are the third of theirs
_FIRST_NAMES = (
    r"James|John|Robert|William|Michael|David|Richard|Joseph|Thomas|Charles|Daniel|Matthew|Anthony|"
    r"Donald|Steven|Paul|Andrew|George|Kenneth|Edward|Brian|Kevin|Timothy|Jeffrey|Gary|Stephen|Larry|"
    r"Frank|Scott|Gregory|Samuel|Benjamin|Patrick|Jack|Henry|Walter|Harold|Arthur|Albert|Louis|Lawrence|"
    r"Marvin|Trey|Will|Jim|Tom|Bob|Bill|Mike|Dave|Joe|Fred|Ralph|Roy|Eugene|Raymond|Philip|Peter"
)
_NUMERAL = r"(?:X{0,3}(?:IX|IV|V?I{0,3})|XL|L|XLV|LX)"
_COUNTED = (
    r"World War|Chapter|CHAPTER|Part|PART|Type|Act|Book|Volume|Phase|Class|Stage|Grade|Super Bowl|Title|Article|"
    r"Section|Category|Level|Schedule|Appendix|Annex|Tier|Mark|Mk|Group|Division|Figure|Table|Scene|Episode|Season|"
    r"Round|Pillar|Vatican|Apollo|Rocky|Rambo|Saw|Final Fantasy|Civilization|Camp|Zone|Unit|War|Olympiad|Wrestlemania|WrestleMania"
)


def _regnal(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['name']} the {say_ordinal(value(match['numeral']))}{match['own'] or ''}"


def _counted(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['name']} {say_cardinal(value(match['numeral']))}"


def _initials(match: re.Match[str], _variety: Variety) -> str:
    letters = match[0].replace(".", "").replace(" ", "")
    ends = match[0].endswith(".") and ends_sentence(match)
    return letters + ("." if ends else "")


def _expand(table: dict[str, str]) -> object:
    def say(match: re.Match[str], _variety: Variety) -> str:
        stop = match["stop"] if "stop" in match.re.groupindex else ""
        word = table[match["short"]]
        ends = stop and match["short"] not in _LEADS_ON and ends_sentence(match)
        return word + ("." if ends else "")

    return say


def _rank(match: re.Match[str], _variety: Variety) -> str:
    words = re.findall(r"[A-Za-z]+", match["ranks"])
    return " ".join(TITLES.get(word, word) for word in words) + match["gap"]


def _street(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['name']} Street" + ("." if match["stop"] and ends_sentence(match) else "")


def _junior(match: re.Match[str], _variety: Variety) -> str:
    said = " Junior" if match["which"][0] in "Jj" else " Senior"
    return said + ("." if match["stop"] and ends_sentence(match) else "")


def _party(match: re.Match[str], _variety: Variety) -> str | None:
    party = match["party"] or match["party2"]
    written = (match["state"] or match["state2"]).replace(".", "")
    short = written.replace(" ", "")
    state = _STATES.get(short) or _DOTTED.get(short) or STATES.get(short)
    if not state and match["party2"] and written not in _WHOLE:
        return None  # D-Day
    said = {"R": "Republican", "D": "Democrat", "I": "Independent"}[party]
    return f", {said}, {state or written}" + ("," if match["party"] else "")


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "party and state",
        r"\((?P<party>[RDI])-(?P<state>[A-Z][A-Za-z. ]*?)\.?\)|,\s(?P<party2>[RDI])-(?P<state2>[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*)?)(?=,)",
        _party,
        ("Sen Cruz (R-Texas) said", "Senator Cruz, Republican, Texas, said"),
        ("Sen. Lee (R-W.Va.) said", "Senator Lee, Republican, West Virginia, said"),
        ("on that day, D-Day, they", "on that day, D-Day, they"),
        ("Sen. Lee, D-N.Y., said", "Senator Lee, Democrat, New York, said"),
        needs="-",
    ),
    spoken_form("ampersand in a name", r"(?<=\b[A-Z])\s?&\s?(?=[A-Z]\b)", " and ", ("A&E staff", "A and E staff"), needs="&"),
    spoken_form("ampersand", r"\s?&(?:amp;)?\s?", " and ", ("Smith & Co", "Smith and Co"), needs="&"),
    spoken_form(
        "couple",
        r"\b(?P<short>Mr|Mrs|Dr|Prof|Rev|Capt|Sgt|Lt|Sen|Rep|Gov)\.?(?=\s(?:and|or)\s(?:Mr|Mrs|Ms|Dr|Lady|Prof|Rev)\b)",
        lambda match, _: TITLES[match["short"]],
        ("Mr and Mrs Hill", "Mister and Missus Hill"),
    ),
    spoken_form("right honourable", r"\b(?:Rt|Right)\.? Hon\b\.?", "Right Honourable", ("the Rt Hon Ann Hill", "the Right Honourable Ann Hill")),
    spoken_form(
        "rank with a class",
        r"\b(?P<rank>Sgt|Pvt|Lt|Cpl)\.?(?=\s[123](?:st|nd|rd)\s(?:Class|Lt)\b)",
        lambda match, _: TITLES[match["rank"]],
        ("Sgt. 1st Class Roe", "Sergeant first Class Roe"),
    ),
    spoken_form(
        "rank",
        rf"\b(?!Gen (?:[XYZ]\b|Alpha))(?P<ranks>(?:(?:{_RANKS})\b(?:\.?\s|\.-))*(?:{_RANKS})\b\.?)(?P<gap>\s+)(?=[A-Z][\w.'’-]|[A-Z]\.|[B-HJ-Z]\b|O['’])(?!(?:I|We|He|She|They|The|It|But|This|That)\b)",
        _rank,
        ("Mr Kim", "Mister Kim"),
        ("Det Insp Shah", "Detective Inspector Shah"),
        ("Lt. Gen. Jones", "Lieutenant General Jones"),
        ("Sgt Smith", "Sergeant Smith"),
        ("Gen Z voters", "Gen Z voters"),
        ("Maj.-Gen. Brown", "Major General Brown"),
        ("Rep. X said", "Representative X said"),
    ),
    spoken_form("doctor", r"\b[Dd]r\.?(?=\s+[A-Z])(?!\.\s+(?:We|He|She|They|The|It|But|This|That)\b)", "Doctor", ("dr Hassan", "Doctor Hassan")),
    spoken_form("honourable", r"\bHon\.?(?=\s+[a-zA-Z])", "Honourable", ("Hon. member", "Honourable member")),
    spoken_form(
        "street",
        rf"(?P<name>\b(?:[A-Z][\w'’]+|\d+(?:st|nd|rd|th))) (?:St|st)(?:(?P<stop>\.)(?=\s+[a-z]|\s*$|[,;)]|\s+{STARTS})|(?=\s*$|[,;!?)]|\.(?!\s+[A-Z])|\s+(?:in|at|on|and|near|to|right|left|is|was|for|from|station)\b))",
        _street,
        ("St Mary's St", "Saint Mary's Street"),
        ("turning onto Main St. right now", "turning onto Main Street right now"),
        ("a shop on Main St. The owner", "a shop on Main Street. The owner"),
        ("in rural St. Elmo", "in rural Saint Elmo"),
    ),
    spoken_form("small street", r"(?<=[a-z\d] )st\b\.?(?=\s+[#a-z\d])", "Street", ("Queen st via", "Queen Street via")),
    spoken_form("saint", r"\b[Ss]t\.?(?=\s+[A-Z][a-z])", "Saint", ("St Andrews", "Saint Andrews")),
    spoken_form("drive", r"(?<=[a-z] )Dr(?:\.|\b)(?=,|\s*$)", "Drive", ("12 Seahawk Dr., DeSoto", "twelve Seahawk Drive, DeSoto")),
    spoken_form("mount", r"\b[Mm]t\.?(?=\s+[A-Z][a-z])", "Mount", ("Mt Everest", "Mount Everest")),
    spoken_form("fort", r"\bFt\.?(?=\s+[A-Z][a-z])", "Fort", ("Ft. Worth", "Fort Worth")),
    spoken_form(
        "versus",
        r"(?<=[\w.)])\s+(?:(?:v|vs|Vs)\.?|V\.)\s+(?=[A-Z\d])",
        " versus ",
        ("Smith v Jones", "Smith versus Jones"),
        ("the Static V Lite", "the Static V Lite"),
    ),
    spoken_form(
        "number",
        r"\b(?:(?:No|NO(?=[.\s]))\.?|no\.)\s?(?=\d)",
        "number ",
        ("No 10", "number ten"),
        ("NO2 levels", "N O two levels"),
    ),
    spoken_form(
        "numbers",
        r"\b[Nn]os\.?\s?(?=\d)",
        "numbers ",
        ("Nos. 3 and 4", "numbers three and four"),
    ),
    spoken_form("number at the end", r"(?<=[A-Z] )NO\.(?=\s*$)", "number.", ("CASE NO.", "CASE number.")),
    spoken_form("page", r"\bpp?\.\s?(?=\d)", lambda match, _: "P P " if match[0].startswith("pp") else "P ", ("Smith, p. 12", "Smith, P twelve")),
    spoken_form("for example", r"\be\.\s?g\.,?", "for example,", ("e.g. tea", "for example, tea")),
    spoken_form("that is", r"\bi\.\s?e\.,?", "that is,", ("i.e. tea", "that is, tea")),
    spoken_form("and others", r"\bet al\.?(?=\W|$)", "et al", ("Smith et al. found", "Smith et al found")),
    spoken_form("with", r"\bw/(?=\s)", "with", ("coffee w/ milk", "coffee with milk"), needs="/"),
    spoken_form(
        "short forms",
        rf"\b(?P<short>{'|'.join(_SHORT)})\b(?P<stop>\.?)",
        _expand(_SHORT),  # type: ignore[arg-type]
        ("approx. 40", "approximately forty"),
        ("Approx. 3%", "Approximately three percent"),
        ("etc.", "et cetera."),
        ("tea, milk etc. They left", "tea, milk et cetera. They left"),
    ),
    spoken_form(
        "junior and senior",
        r",?\s(?P<which>Jr|Sr|Snr|Jnr|jr|sr)\b(?P<stop>\.?)",
        _junior,
        ("Robert Downey Jr. said", "Robert Downey Junior said"),
        ("Robert Downey Jr. He won", "Robert Downey Junior. He won"),
        ("John Smith Sr. The firm", "John Smith Senior. The firm"),
        ("Robert Downey Jr. Day", "Robert Downey Junior Day"),
    ),
    spoken_form(
        "states and firms",
        rf"(?<=[A-Z\w,)] )(?!(?<=\d )ft\b)(?P<short>{'|'.join(_DOTTED)})(?P<stop>\.)(?!\w)",
        _expand(_DOTTED),  # type: ignore[arg-type]
        ("Acme Corp. said", "Acme Corporation said"),
        ("Acme Inc. The firm grew", "Acme Incorporated. The firm grew"),
        ("see also Fig. A", "see also Figure A"),
        needs=".",
    ),
    spoken_form(
        "avenue",
        r"(?<=[a-z] )(?P<short>Ave|ave|Blvd|Ct|Rd)\b(?=[,;.)]|\s*$|\s(?:and|in|at|on|near|is|was)\b)",
        lambda match, _: {"Ave": "Avenue", "ave": "avenue", "Blvd": "Boulevard", "Ct": "Court", "Rd": "Road"}[match["short"]],
        ("McKinley ave, Pomona", "McKinley avenue, Pomona"),
    ),
    spoken_form(
        "regnal numeral",
        rf"\b(?!Malcolm X\b)(?P<name>(?:(?:King|Queen|Pope|Prince|Princess|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Shah|Duke)\s)?(?:{_REGNAL}))\s(?P<numeral>(?=[IVX]){_NUMERAL})(?P<own>['’]s)?(?!\w)(?!['’]\w)(?<!\sI)",
        _regnal,
        ("King Charles III", "King Charles the third"),
        ("George V and George VI", "George the fifth and George the sixth"),
        needs="IVX",
    ),
    spoken_form(
        "first of the name",
        rf"\b(?P<name>(?:(?:King|Queen|Pope|Emperor|Empress|Tsar|Prince)\s)?(?:{_REGNAL}))\s(?P<numeral>I)(?P<own>['’]s)?(?=\s*[,.;:)]|--|\s*$|\s(?:and|was|is|of|had|who|to|in|died|became|reigned|never|ruled|married|herself|himself|succeeded|ascended|granted|ordered|wanted|spent|told|built|wrote|signed|on|at|by|as|with|from|whose|after|before)\b)",
        _regnal,
        ("Elizabeth I was", "Elizabeth the first was"),
        needs="I",
    ),
    spoken_form(
        "title with a numeral",
        rf"\b(?P<name>(?:King|Queen|Pope|Emperor|Tsar|Sultan)\s[A-Z][a-z]+)\s(?P<numeral>(?=[IVX]){_NUMERAL})(?P<own>['’]s)?(?!\w)",
        _regnal,
        ("King Vajiralongkorn X", "King Vajiralongkorn the tenth"),
        needs="IVX",
    ),
    spoken_form(
        "counted numeral",
        rf"\b(?P<name>{_COUNTED})\s(?P<numeral>{NUMERAL})(?!\w|['’]\w)",
        _counted,
        ("World War II", "World War two"),
        ("Chapter IV", "Chapter four"),
        ("Super Bowl XLVIII", "Super Bowl forty eight"),
        needs="IVXLCDM",
    ),
    spoken_form(
        "third of a family",
        rf"\b(?P<name>[A-Z][a-z]+\s[A-Z]\.?\s[A-Z][a-z]+|(?:{_FIRST_NAMES})\s(?:[A-Z][a-z]+\s)?[A-Z][a-z]+),?\s(?P<numeral>II|III|IV|V)(?P<own>['’]s)?(?!\w|['’]\w)",
        _regnal,
        ("John D. Rockefeller III gave", "John D Rockefeller the third gave"),
        ("Robert Griffin III's pass", "Robert Griffin the third's pass"),
        needs="IV",
    ),
    spoken_form(
        "small word with a numeral",
        r"\b(?P<name>type|phase|class|part|chapter|stage|grade|category|level|act|volume|book|title|section|schedule|annex|tier)\s(?P<numeral>(?=[IVX]{2,}\b|[VX]\b)(?:X{0,3}(?:IX|IV|V?I{0,3})))(?!\w|['’.]\w)",
        _counted,
        ("a type II error", "a type two error"),
        ("the part I played", "the part I played"),
        needs="IVX",
    ),
    spoken_form(
        "numeral after a name",
        r"\b(?!(?:The|An|This|That|Her|His|Their|Its|My|Your|Some|No|When|On|In|By|With)\b)(?P<name>[A-Z][a-z]+)\s(?P<numeral>II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XX)(?!\w|['’][a-rt-z])",
        _counted,
        ("Rocky IV", "Rocky four"),
        ("The IV drip", "The IV drip"),
        needs="IVX",
    ),
    spoken_form(
        "numeral after a model",
        r"(?<![\w-])(?P<name>[A-Z]{1,3}\d{1,3}[A-Z]?)\s(?P<numeral>II|III|IV)(?!\w|['’][a-rt-z])",
        _counted,
        ("the R5 II takes", "the R five two takes"),
        ("an A7R III", "an A seven R three"),
        needs="I",
    ),
    spoken_form(
        "year in numerals",
        r"\b(?P<numeral>M{1,2}(?=[CDXLVI]{2})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b",
        lambda match, variety: say_year(value(match["numeral"]), british=variety.british),
        ("in MMXXIV", "in twenty twenty four"),
    ),
    spoken_form(
        "two initials and a name",
        rf"(?<![A-Z]\.)\b(?:[A-Z]\.\s?){{2,6}}(?=\s?[A-Z][a-z])(?!\s?{STARTS})",
        lambda match, _: " ".join(re.findall("[A-Z]", match[0])) + " ",
        ("C. S. Lewis", "C S Lewis"),
        needs=".",
    ),
    spoken_form(
        "dotted initials",
        r"\b(?:[A-Za-z]\.){2,}(?![a-z])|\b(?:[A-Z]\.){1,}[A-Z]\b(?!\.)",
        _initials,
        ("the U.S. said", "the US said"),
        ("to the U.S. The company", "to the US. The company"),
        ("the U.S. Attorney", "the U S Attorney"),
        ("the U.S. Most Wanted list", "the U S Most Wanted list"),
        ("in the U.K. Most people", "in the UK. Most people"),
        ("in Washington D.C.", "in Washington DC."),
        needs=".",
    ),
    spoken_form(
        "initial",
        rf"(?<=[a-z] )(?P<i>[A-Z])\.(?=\s[A-Z][a-z])(?!\s{STARTS})",
        r"\g<i>",
        ("John F. Kennedy", "John F Kennedy"),
        ("plenty of vitamin A. In May", "plenty of vitamin A. In May"),
    ),
)  # fmt: skip
