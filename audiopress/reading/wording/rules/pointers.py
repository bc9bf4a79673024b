"""Labels that point to another story by its title: "Read more: The ferry was late again".

A title may be a whole sentence with its verb, so that such a line sounds like a story's: what tells
it is its form, a label that bids the reader go on, a mark, and a title.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["LABELS", "THINGS", "WORDINGS"]

_MARK = r"\s*(?::|：|\||»|>|–|—|\s-)+\s*[\"“”„«‘’'「『(]?\s?"
"""What stands between label and title, and the quotation that a title may be."""

_CAPITAL = r"(?-i:[^\Wa-zß-öø-ÿ_])"
"""How a title begins: with a capital, a figure, or a letter of a script that has no capitals."""

THINGS = any_word(r"""
    articles? coverage news posts? reading stor(?:y|ies) videos? content topics? links? tags?
    searches pages? products? guides? resources? recipes? galler(?:y|ies) podcasts? episodes?
    interviews? columns? reports? insights? blogs?
""")
"""What labels promise more of."""

LABELS = any_of(
    r"(?:also |now )?read (?:more|also|next|this|here|now)(?: (?:on|about) (?:this|the topic))?",
    r"(?:also read|see (?:also|more)|more on this)",
    r"(?:read|see|watch|listen to|find) (?:the )?(?:full|whole|original) (?:article|story|report)",
    rf"(?:more|related|similar|other|recommended) {THINGS}",
    r"(?:further|suggested|background|additional) reading",
    r"related(?: (?:now|for you))?",
    r"recommended(?: for you)?",
    r"more (?:on|about|from|in) (?:this|the) (?:story|topic|subject|series|issue|author)",
    r"(?:keep|continue|go on) (?:reading|watching|listening)",
    r"(?:watch|listen)(?: (?:more|also|now|next|here|again|this))",
    r"watch",
    r"what to (?:read|watch) next",
    r"(?:next up|read next)",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"don['’]t miss",
    r"(?:must|in case you missed it|icymi)[- ]?(?:reads?|see|watch)?",
    r"from (?:the|our) archives?",
    r"earlier (?:on|coverage|story)",
    r"(?:hear|learn|find out|discover) more",
)
"""Labels that bid one read on; "Background" and "Analysis" may stand over a text as well."""

_GERMAN = (
    "(?:lesen|sehen|hören) sie (?:auch|mehr|hier|dazu(?: auch)?|weiter)",
    "lies (?:auch|mehr|weiter)",
    "(?:mehr|passend|auch) (?:dazu|zum thema|interessant|hierzu|lesenswert)",
    "(?:weiterlesen|lesetipp|siehe auch|zum thema|ähnliche artikel|das könnte sie interessieren)",
    "das könnte (?:sie|dich) auch interessieren",
    "mehr (?:lesen|erfahren)",
)
"""The same in German."""

_FRENCH = (
    "(?:à |a )?(?:lire|voir|écouter|relire|revoir|découvrir) (?:aussi|également|la suite)",
    "à (?:lire|voir|écouter)",
    "lisez (?:aussi|également|la suite)",
    "(?:sur le même (?:sujet|thème)|dans la même rubrique|pour aller plus loin|en savoir plus)",
    "pour en savoir plus",
    "(?:articles?|vidéos?) (?:liés?|similaires?|associés?)",
)
"""The same in French."""

_SPANISH = (
    "(?:lea|lee|leer|vea|ve|ver|mira|mire|escucha|escuche) (?:también|más|además)",
    "(?:sigue|siga|seguir) leyendo",
    "(?:te|le|os) (?:puede|podría) interesar",
    "(?:noticias? relacionadas?|artículos? relacionados?|relacionad[oa]s?)",
    "en este mismo tema",
)
"""The same in Spanish."""

_OTHERS = (
    # Italian, Portuguese
    "(?:leggi|guarda|vedi|ascolta) anche",
    "(?:per approfondire|potrebbe interessarti|continua a leggere|articoli correlati)",
    "(?:leia|veja|ouça|assista) (?:também|mais)",
    "(?:saiba mais|continue lendo|matérias? relacionadas?)",
    # Dutch, Swedish, Danish, Norwegian
    "(?:lees|bekijk|luister) (?:ook|meer|verder)",
    "(?:läs|se|hør|les|læs) (?:mer|mere|också|også|vidare|videre)",
    # Polish, Czech, Russian, Ukrainian
    "(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)",
    "(?:čtěte|přečtěte si) (?:také|více)",
    "(?:читайте|смотрите|слушайте) (?:также|далее|ещё)",
    "(?:по теме|материалы по теме|читайте також)",
    # Greek, Romanian, Hungarian, Finnish
    "διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)",
    "(?:citește|citiţi|citiți) (?:și|şi)",
    "(?:olvasd el ezt is|kapcsolódó cikk)",
    "(?:lue|katso) (?:myös|lisää)",
    # Arabic, Persian, Hebrew, Hindi, Bengali
    "(?:اقرأ|شاهد|اقرؤوا) (?:أيضا|أيضًا|أيضاً|المزيد)",
    "(?:بیشتر|همچنین) بخوانید",
    "(?:קראו|קרא|צפו) (?:עוד|גם)",
    "(?:यह|ये) भी (?:पढ़ें|देखें)",
    "আরও পড়ুন",
    # Indonesian, Vietnamese, Thai, Swahili
    "baca (?:juga|selengkapnya)",
    "(?:xem|đọc) thêm",
    "อ่าน(?:เพิ่มเติม|ต่อ)",
    "soma (?:pia|zaidi)",
    # Turkish, Chinese, Japanese, Korean
    "(?:ayrıca okuyun|ilgili haber)",
    "(?:相关(?:阅读|新闻|报道|文章)|延伸阅读|相關(?:閱讀|新聞)|推荐阅读|更多阅读)",
    "(?:関連(?:記事|ニュース)|あわせて読みたい|続きを読む)",
    "(?:관련 ?기사|더 읽기)",
)
"""The same in further languages."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label and a title",
        reason="read-more",
        source=rf"^\W*{LABELS}{_MARK}{_CAPITAL}",
        # a label, a title and its first sentence
        words=50,
        certain=True,
        catches="Read more: The ferry was late again.",
        passes="Read more slowly: the eye tires.",
    ),
    Wording(
        name="a label and a title, in other languages",
        reason="read-more",
        source=rf"^\W*{any_of(_GERMAN, _FRENCH, _SPANISH, _OTHERS)}{_MARK}\w",
        # a label, a title and its first sentence
        words=50,
        certain=True,
        catches="Lesen Sie auch: Die Fähre war schon wieder zu spät.",
        passes="Mehr dazu sagte der Kapitän: Die Fähre war zu spät.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
