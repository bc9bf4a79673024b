"""What bylines say besides names: what somebody is, for whom they work, which degrees they have."""

from __future__ import annotations

import re

from audiopress.text.vocabulary import any_of

__all__ = ["ADJECTIVES", "AGENCY", "CREDENTIALS", "HOUSE", "PLACE", "ROLE"]

_ROLES = (
    r"analyst\w*",
    r"anchor\w*",
    r"assistant\w*",
    r"author\w*",
    r"autor\w*",
    r"blogger\w*",
    r"chef\w*",
    r"chief",
    r"columnist\w*",
    r"colaborador\w*",
    r"contributor\w*",
    r"corrispondente",
    r"corresponsal\w*",
    r"correspondent\w*",
    r"correspondant\w*",
    r"critic\w*",
    r"curator\w*",
    r"director\w*",
    r"editor(?:s|a|es|as|in|en|-at-large)?",
    r"fellow\w*",
    r"founder\w*",
    r"freelance\w*",
    r"giornalista",
    r"intern",
    r"journalist\w*",
    r"korrespondent\w*",
    r"lecturer\w*",
    r"manager\w*",
    r"officer\w*",
    r"periodista\w*",
    r"photographer\w*",
    r"presenter\w*",
    r"president\w*",
    r"producer\w*",
    r"professor\w*",
    r"redacción",
    r"redakteur\w*",
    r"redactor\w*",
    r"redakt(?:ion|ør|ör)\w*",
    r"rédact\w+",
    r"report(?:er|ers|erin)",
    r"researcher\w*",
    r"reviewer\w*",
    r"specialist\w*",
    r"strategist\w*",
    r"verslaggever\w*",
    r"writer\w*",
)
"""What somebody is who writes, in the languages that bylines are read in."""

ROLE = re.compile(rf"\b{any_of(_ROLES)}\b", re.IGNORECASE)
"""A word that makes a part of a byline a role."""

_AGENCIES = (
    "AAP",
    "ABC",
    "AFP",
    "AFX",
    "ANSA",
    "AP",
    "APA",
    "Agence France-Presse",
    "Associated Press",
    "BBC",
    "Bloomberg",
    "CNN",
    "DPA",
    "EFE",
    "Epd",
    "KNA",
    "NPR",
    "PA",
    "PTI",
    "Press Association",
    "Press Trust of India",
    "Reuters",
    "SID",
    "UPI",
    "Xinhua",
)
"""Agencies and stations that stand behind the name of somebody who works for them."""

AGENCY = re.compile(rf"(?:the\s)?{any_of(_AGENCIES)}\b.{{0,30}}", re.IGNORECASE)
"""Such a name, with the desk of it: "AP National", "BBC News"."""

_HOUSES = (
    "Agency",
    "Anzeiger",
    "Argus",
    "Association",
    "Bulletin",
    "Chronicle",
    "College",
    "Corriere",
    "Courier",
    "Daily News",
    "Desk",
    "Digital",
    "Dispatch",
    "Echo",
    "Examiner",
    "Express",
    "Figaro",
    "Foundation",
    "Gazette",
    "Gazzetta",
    "Guardian",
    "Herald",
    "Independent",
    "Inquirer",
    "Institute",
    "Journal",
    "Kurier",
    "Ledger",
    "Magazine",
    "Media",
    "Mercury",
    "Mirror",
    "Monde",
    "Nachrichten",
    "Network",
    "News",
    "Newspapers?",
    "Observer",
    "Online",
    "Post",
    "Press",
    "Presse",
    "Radio",
    "Register",
    "Republic",
    "Review",
    "Rundschau",
    "Sentinel",
    "Service",
    "Standard",
    "Tageblatt",
    "Tagesspiegel",
    "Telegraaf",
    "Telegraph",
    "Times",
    "Tribune",
    "TV",
    "University",
    "Weekly",
    "Zeitung",
)
"""Words that the names of houses have, and those of persons hardly ever."""

_GROUND = (
    "Bay", "Beach", "City", "Coast", "County", "Falls", "Ha(?:rbour|rbor)", "Heights", "Hills",
    "Islands?", "Isles", "Port", "River", "Springs", "Town", "Valley", "Village",
)  # fmt: skip
"""What the second half of a place's name is, or of the paper of a place: "Sunday Harbour"."""

_PAPERS = ("Express", "Life", "Mail", "Mirror", "People", "Sport", "Star", "Sun", "World")
"""What papers are called that come out on a day: "Sunday World"; by itself each may be a name."""

_DAYS = ("Sunday", "Saturday", "Monday", "Friday", "Weekend")
"""Days on which papers come out; persons are called so too: "Sunday Okoro"."""

HOUSE = re.compile(
    rf"\b{any_of(_HOUSES)}\b"
    # how a paper's name begins; "Gretchen Daily" is a person, and "Sunday Okoro" may be one
    rf"|^(?:the )?{any_of('Daily', 'Evening', 'Morning', 'Weekly')}\s"
    rf"|^(?:the )?{any_of(_DAYS)}\s{any_of(_PAPERS, _GROUND)}\b"
    # names with an article: "The Atlantic", "Die Zeit", "El País"
    r"|^(?:the|die|der|das|el|la|le|les|il|lo|de|het)\s\w+$",
    re.IGNORECASE,
)
"""The name of a house, behind a person's: where she works."""

PLACE = re.compile(
    rf"^[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s{any_of(_GROUND)}$"
    # "New York", "San Juan", "North Shields"
    rf"|^{any_of('New', 'San', 'Santa', 'Los', 'Las', 'Saint', 'St', 'Port', 'Fort', 'Cape')}\.?\s"
    rf"|^{any_of('Mount', 'Lake', 'Bad', 'North', 'South', 'East', 'West', 'Upper', 'Lower')}\s"
    rf"|^{any_of('Northern', 'Southern', 'Eastern', 'Western', 'Central', 'Greater')}\s"
    r"|,?\s(?:D\.?C|U\.?K|U\.?S(?:\.?A)?)\.?$"
)
"""The name of a place, behind a person's: where she wrote. Cities of the world are known besides
(`audiopress.reading.metadata.authors.cities`)."""

CREDENTIALS = re.compile(
    any_of(
        r"B\.?A", r"B\.?Sc", r"CBE", r"CFA", r"CFP", r"CPA", r"D\.?Phil", r"Esq", r"FRS", r"J\.?D",
        r"K\.?C", r"LL\.?[BM]", r"LCSW", r"M\.?A", r"M\.?B\.?A", r"M\.?D", r"M\.?P", r"M\.?P\.?H",
        r"M\.?Sc", r"M\.?S", r"MBE", r"OBE", r"Ph\.?\s?D", r"Psy\.?D", r"Q\.?C", r"R\.?D", r"R\.?N",
    ) + r"\.?",
    re.IGNORECASE,
)  # fmt: skip
"""Degrees and honours, which nobody reads out behind a name."""

ADJECTIVES = frozenset(
    ("Associate", "Contributing", "Deputy", "Executive", "Foreign", "Managing", "National",
     "Political", "Senior", "Special", "Staff")
)  # fmt: skip
"""Words before a role: "Senior Writer", "National Political Writer"."""
