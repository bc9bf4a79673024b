"""The states of the United States, as addresses, parties and older print shorten them."""

from __future__ import annotations

__all__ = ["DOTTED_STATES", "PARTY_STATES", "POSTAL_STATES", "TEAM_STATES", "WHOLE_STATES"]

POSTAL_STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
}
"""Two capitals, as in addresses: "Springfield, MO 65807"."""

DOTTED_STATES = {
    "Ariz": "Arizona",
    "Calif": "California",
    "Colo": "Colorado",
    "Conn": "Connecticut",
    "Del": "Delaware",
    "Fla": "Florida",
    "Ga": "Georgia",
    "Ill": "Illinois",
    "Ind": "Indiana",
    "Kan": "Kansas",
    "Ky": "Kentucky",
    "Mass": "Massachusetts",
    "Md": "Maryland",
    "Mich": "Michigan",
    "Minn": "Minnesota",
    "Mo": "Missouri",
    "Nev": "Nevada",
    "Okla": "Oklahoma",
    "Ore": "Oregon",
    "Penn": "Pennsylvania",
    "Pa": "Pennsylvania",
    "Tenn": "Tennessee",
    "Tex": "Texas",
    "Va": "Virginia",
    "Vt": "Vermont",
    "Wash": "Washington",
    "Wis": "Wisconsin",
    "Wyo": "Wyoming",
    "Neb": "Nebraska",
    "Ala": "Alabama",
    "Ark": "Arkansas",
}
"""As the press shortens them, always with a full stop: "in Austin, Tex."."""

PARTY_STATES = {
    **POSTAL_STATES,
    **DOTTED_STATES,
    "WVa": "West Virginia",
    "DC": "D C",
    "La": "Louisiana",
    "Miss": "Mississippi",
    "Mont": "Montana",
    "NMex": "New Mexico",
    "Nebr": "Nebraska",
}
"""What may stand behind a party, without its stops: "(R-W.Va.)".

"La" and "Miss" are states here alone; elsewhere they are an article and a title.
"""

WHOLE_STATES = frozenset(("Texas", "Ohio", "Utah", "Iowa", "Maine", "Idaho", "Alaska", "Hawaii"))
"""States too short to be shortened: "Sen. Cruz, R-Texas, said"."""

TEAM_STATES = (
    *(name for name in dict.fromkeys(POSTAL_STATES.values()) if " " not in name),
    *("Penn", "Boise", "Fresno", "Jackson", "Wichita", "Carolina", "Dakota", "Mexico", "Ball"),
    *("Kent", "Murray", "Sacramento", "San Diego", "San Jose", "Portland"),
)
"""States and towns of which a university is called "State": "Ohio St."."""
