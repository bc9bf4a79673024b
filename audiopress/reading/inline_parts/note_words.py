"""Words in the brackets of editors, in the languages whose encyclopedias write most of them."""

from __future__ import annotations

from audiopress.text.vocabulary import any_of

__all__ = ["EDITING", "EMPHASIS", "LABELS", "LOCATORS", "WANTED"]

LABELS = (
    "note",
    "notes?",
    "nb",
    "n",
    "fn",
    "footnote",
    "foot ?note",
    "endnote",
    "refs?",
    "reference",
    "source",
    "lower-alpha",
    "upper-alpha",
    "lower-roman",
    "web",
    "anm",
    "anmerkung",
    "fußnote",
    "quelle",
    "a",
    "nota",
    "notas",
    "rem",
    "réf",
    "прим",
    "注",
    "註",
    "注释",
    "주",
)
"""What stands before the number of a note."""

LOCATORS = (
    "pp?",
    "pages?",
    "ss?",
    "seiten?",
    "ch(?:ap)?",
    "chapters?",
    "sec(?:t|tion)?",
    "§",
    "fig",
    "figure",
    "table",
    "eq",
    "theorem",
    "thm",
    "lemma",
    "vol",
    "line",
)
"""What stands before the place in a source."""

_ASKED = ("by whom", "according to whom", "who", "whom", "whose", "when", "where", "which", "what")
"""Questions of editors that ask for a fact."""

_MISSING = (
    "attribution",
    "citations?",
    "clarification",
    "context",
    "dates?",
    "definition",
    "examples?",
    "explanation",
    "pages?",
    "permission",
    "quotation",
    "references?",
    "sources?",
    "translation",
    "update",
    "verification",
    "year",
)
"""What an editor may want: "additional citation needed"."""

_DOUBTED = (
    "ambiguous",
    "contradictory",
    "editorializing",
    "globalize",
    "importance",
    "inconsistent",
    "jargon",
    "neutrality",
    "opinion",
    "original research",
    "peacock (?:prose|term|words?)",
    "relevant",
    "speculation",
    "synthesis",
    "tone",
    "undue weight",
    "weasel (?:words?|term)",
)
"""What an editor may find in a statement."""

_SOURCES = (
    "circular",
    "obsolete",
    "primary",
    "self-published",
    "tertiary",
    "third-party",
    "unreliable",
)
"""What a source may be, in the eyes of an editor."""

WANTED = (
    *(rf"{asked} ?\?" for asked in _ASKED),
    r"(?:why|how|how (?:many|much|often|so)|like what|for how long|until when|since when) ?\?",
    rf"(?:\w+ ){{0,3}}{any_of(_MISSING)} (?:is |are )?needed",
    r"(?:\w+ )?(?:clarify|clarification|verify|dubious|disputed|discuss|vague|specify|quantify)",
    "(?:failed|not) verif(?:ication|ied)(?: in body)?",
    "not in (?:the )?(?:citation|source)(?: given)?",
    rf"{any_of(_SOURCES)}(?: \w+)? (?:source|reference)s?(?: ?\?)?",
    "(?:permanent )?dead link",
    "refs?|citation|cite",
    rf"{any_of(_DOUBTED)}(?: ?\?)?",
    "needs? (?:to be )?updat(?:e|ed|ing)",
    # German
    "(?:beleg|quelle|quellen|einzelnachweis|nachweis)e? (?:fehl(?:t|en)|nötig|erforderlich)",
    r"(?:wer|wann|wo|von wem|welche[rs]?) ?\?",
    # French
    r"(?:réf(?:érence)?|source)s?\.? (?:nécessaire|souhaitée|insuffisante|à confirmer)s?",
    r"(?:qui|quand|où|lequel|laquelle|par qui|pourquoi) ?\?",
    # Spanish, Italian, Portuguese
    "(?:cita|referencia) (?:requerida|necesaria)",
    r"(?:quién|cuándo|dónde|cuál|por quién) ?\?",
    "senza fonte|citazione necessaria|carece de fontes|citação necessária",
    r"(?:da chi|chi|quando|quem) ?\?",
    # Dutch, Polish, Russian
    r"bron ?\?",
    r"potrzebny przypis|(?:kto|kiedy) ?\?",
    r"источник не указан(?: \d+ \w+)?|уточнить|(?:кто|когда) ?\?",
    # Chinese, Japanese, Korean
    "来源请求|來源請求|查证请求|需要引文|谁[?？]",
    "要出典|出典無効|独自研究[?？]|誰[?？]|いつ[?？]",
    "출처 필요",
)
"""What editors say of a statement: that a source is wanted, a date, a name."""

EMPHASIS = (
    "(?:emphasis|italics|bold) (?:added|mine|ours|(?:is )?(?:in|from) (?:the )?original)",
    "(?:my|our|author’s) (?:emphasis|italics)",
    "(?:hervorh(?:ebung|\\.)|kursivierung) (?:im original|durch .{1,20}|hinzugefügt|von mir)",
    "nous soulignons|je souligne|c’est (?:nous|moi|l’auteur) qui soulign(?:ons|e)",
    "(?:énfasis|cursivas?) (?:añadid[oa]s?|mías?|del original|en el original)",
    "corsivo (?:mio|nostro|nell’originale|aggiunto)",
)
"""What those who quote say of the letters: whose the italics are."""

EDITING = (
    "edit",
    "edit source",
    "edit section",
    "show",
    "hide",
    "update",
    "bearbeiten",
    "quelltext bearbeiten",
    "verbergen",
    "anzeigen",
    "modifier",
    "modifier le code",
    "modifier le wikicode",
    "editar",
    "editar código",
    "editar código-fonte",
    "editar | editar código",
    "modifica",
    "modifica wikitesto",
    "bewerken",
    "brontekst bewerken",
    "redigera",
    "redigera wikitext",
    "rediger",
    "edytuj",
    "edytuj kod",
    "править",
    "править код",
    "编辑",
    "編輯",
    "編集",
    "ソースを編集",
    "편집",
)
"""What the brackets behind a heading of a wiki offer."""
