# ruff: noqa: E501, RUF001 - a pattern is read whole, and typographic marks are what it is about
"""What stands on news pages and is no part of any story, by its wording.

Each rule has a reason, a pattern that must match, and how sure it is: a *sure* wording is
enough by itself, a *likely* one needs support by position, length or links (`clean` decides).
No rule names a site or quotes a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["RULES", "Rule", "about_author", "about_company", "is_furniture", "opens_box", "sure"]

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|noon|midnight)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """``pattern`` is searched in a text of at most ``words`` words."""

    reason: str
    pattern: re.Pattern[str]
    words: int = 60


def _rule(reason: str, pattern: str, words: int = 60) -> Rule:
    return Rule(reason, re.compile(pattern, re.IGNORECASE), words)


RULES: tuple[Rule, ...] = (
    _rule(
        "presenter-slot",
        rf"^(?:[\w.,:'’&|·•-]+\s+){{0,8}}(?:on\s+)?[([]?(?:{_CLOCK}|\d{{1,2}})\s*(?:-|–|—|to|until|till)\s*"
        rf"{_CLOCK}[)\]]?(?:,?\s+(?:weekdays|weekends|daily|today|tonight|\w+days?))?$",
        10,
    ),
    _rule("presenter-slot", r"^(?:on air(?: now)?|now playing|live now|up next|coming up|on now)\b", 12),
    _rule("player", r"^\W*(?:listen|play|hear|watch|pause|stop)(?: to)?(?: (?:this|the|full|our))+ (?:article|story|page|audio|news|episode|piece|post|report)\b", 12),
    _rule("player", r"^\W*(?:(?:listen(?: to)?|play|hear|pause) (?:article|story|audio)(?: (?:now|here|aloud|instead|in full))?|(?:audio|listen|spoken) version|(?:read|play|hear) (?:(?:it|this|article) )?(?:aloud|out loud)|\d(?:[.,]\d+)?\s?[x×]|powered by [\w .-]{2,30})\W*$", 6),
    _rule("player", r"^(?:loading|buffering|preparing)(?: (?:the|your|this))?(?: (?:audio|video|player|article|media|stream|sound|content|advert\w*|\w+ player))?\s*(?:\.{2,}|…|$)", 8),
    _rule("player", r"^(?:audio|video|media) (?:player )?(?:is )?(?:loading|playing|paused|unavailable|not available|cannot be played)\b", 10),
    _rule("player", r"^(?:listen(?: now)?|watch(?: now| live| video)?|play(?: (?:now|video|audio))?|listen live|pause|mute|unmute|0?0:00(?: ?/ ?\d+:\d\d)?)$", 4),
    _rule("player", r"^(?:this (?:article|audio|story) (?:is|was) (?:read|narrated|generated|voiced|spoken) by)\b", 20),
    _rule("player", r"^(?:your browser does not support|this video can ?not be played|sorry, (?:this|your) (?:video|browser|audio))", 30),
    _rule("read-more", r"^(?:read|see|find out|learn|discover|hear|watch|listen)\s+(?:more|also|next|on)\b\s*(?:[:|–—»>-]|about|on|from|in|here|$)"),
    _rule("read-more", r"^(?:also read|see also|read also|more on (?:this|the) (?:story|topic)|more:|related|related (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|coverage|reading|links?|video)|recommended(?: (?:for you|reading|stories|articles))?|you (?:might|may) also (?:like|be interested in|enjoy)|don['’]t miss|must[- ]reads?|further reading|continue reading|keep reading|editor['’]?s?['’]? (?:picks?|choice)|top stories|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories|headlines)|in case you missed it|what to read next|up next|in this article|in this story|more (?:stories|from|news|coverage)\b.{0,40})\s*[:>»]?$"),
    _rule("read-more", r"^\W*(?:related|read|also read|read also|see also|more|recommended|don['’]t miss|must[- ]read|watch|listen|video|in pictures|gallery|explain(?:er|ed)|more on (?:this|the) (?:story|topic)|analysis|opinion|full story|background|live|go deeper|in depth|read this|what to read|next|previous|previously)\s*(?:stor(?:y|ies)|articles?|posts?|now|next|this|here)?\s*(?::|\||»|>)\s*\S"),
    _rule("newsletter", r"\b(?:sign(?:ing)?[- ]?up|subscribe|register)\b.{0,80}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefing|daily|weekly|digest|bulletin|mailing list)\b"),
    _rule("newsletter", r"\b(?:newsletters?|briefing|digest)\b.{0,60}\b(?:sign[- ]?up|subscribe|inbox|delivered|every (?:morning|evening|week|day))\b", 50),
    _rule("newsletter", r"\b(?:delivered|straight|direct(?:ly)?|sent)\b.{0,30}\bto your (?:inbox|e-?mail|phone|device)\b", 60),
    _rule("newsletter", r"^(?:enter|type|add|provide) your e-?mail(?: address)?\b|^e-?mail address\b|^(?:get|receive|want)\b.{0,60}\b(?:in|to) your (?:inbox|mailbox)\b", 40),
    _rule("follow-us", r"^(?:please )?(?:follow|like|join|find|add|connect with)\s+(?:us|me|our|him|her|the author|\S+ on)\b.{0,90}\b(?:twitter|facebook|instagram|linkedin|youtube|tiktok|whatsapp|telegram|threads|x|social|google news|bluesky|snapchat|pinterest|apple news|channels?)\b", 40),
    _rule("share", r"^(?:share|print|save|copy link|e-?mail|tweet|pin|comment|comments?|bookmark|whatsapp|facebook|twitter|linkedin|reddit|x|messenger|flipboard|pinterest|share (?:this|on|via|with|to|the)\b.{0,50}|(?:click|tap) to (?:share|print|e-?mail|copy)\b.{0,60}|share (?:article|story|full article)|(?:view|read|show|add|leave|post|see)(?: \w+)? (?:\d+ )?comments?(?: \(\d+\))?|\d+ (?:comments?|shares?|views?|likes?)|join the (?:conversation|discussion)|leave a (?:reply|comment)|have your say|gift (?:this )?article|copied|link copied.{0,20})[.!:]?$", 12),
    _rule("banner", r"\b(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|by (?:continuing|clicking|using|signing|subscribing|registering|submitting|entering).{0,80}(?:agree|accept|consent)|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions))\b"),
    _rule("banner", r"\b(?:ad ?block(?:er)?s?\b.{0,60}(?:disable|turn|detected|whitelist|pause)|(?:enable|turn on) javascript|javascript (?:is|must be) (?:disabled|enabled|required)|allow notifications|turn on notifications)", 60),
    _rule("advert", r"^(?:advert(?:isement|ising|isment)?s?|ads?|ad feedback|sponsored(?: (?:content|by\b.{0,40}|post|links?))?|promoted(?: (?:content|by\b.{0,40}|stories))?|paid (?:content|post|for by\b.{0,40})|story continues(?: below)?(?: (?:the )?advert\w*)?|(?:article|story|scroll down|continue|content|post) (?:continues?|to continue|reading)? ?(?:below|after) (?:the )?(?:ad\b|advert\w*|sponsor\w*|promo\w*).{0,30}|this (?:ad|advertisement).{0,60}|report this ad|skip (?:ad|advert\w*)|remove ads?)[.:]?$", 16),
    _rule("copyright", r"^(?:©|\(c\)\s|copyright\b)", 60),
    _rule("copyright", r"\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast|rewritten)\b|\b(?:copyright|©)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|(?:©|\(c\))\s*(?:19|20)\d\d", 60),
    _rule("paywall", r"\b(?:subscribers? only|already a (?:subscriber|member)|(?:to|and) (?:continue|keep) reading|(?:sign|log) in to (?:read|continue|comment|view|listen|access)|subscribe (?:now|today|to (?:read|continue|access|unlock|keep|get|support|our|the))|unlock (?:this|full|unlimited)|free (?:articles?|trial)|cancel any ?time|this (?:content|article|story) is (?:only )?(?:available|reserved|exclusive|for))\b", 40),
    _rule("paywall", r"^(?:sign in|log in|subscribe|register|create (?:a free |an )?account|subscribe now|start (?:your )?(?:free )?trial|become a (?:member|subscriber|patron|supporter)|log out|my account)[.!]?$", 10),
    _rule(
        "skip-link",
        r"^(?:skip (?:to|past|over)|jump to|back to (?:top|the top|home|homepage|all)|go (?:to top|back)|"
        r"return to (?:top|home\w*)|scroll (?:down|up)|(?:show|hide|toggle) captions?|load more|view (?:all|more|gallery|image|comments)|"
        r"see (?:all|more)|enlarge(?: this)?(?: image)?|click to (?:enlarge|view|expand|play|open|see)|tap (?:here|to)|swipe)\b.{0,40}$",
        9,
    ),
    _rule(
        "skip-link",
        r"^(?:end of .{1,30}|(?:previous|next)(?: article| post| story| page)?|menu|search|home|close|open|expand|"
        r"collapse|show (?:more|less|all)|more|less|ok|cancel|submit|send|continue|done|edit|report)\W*$",
        6,
    ),
    _rule("call", r"^(?:have you (?:been affected|got a (?:story|tip|news tip|question|confidential))|do you have (?:a (?:story|tip|question|news)|information|any (?:information|questions|tips))|got a (?:story|tip|news tip|question|confidential)|(?:contact|e-?mail|message|get in touch with|reach|send) (?:us|our|your|the (?:author|reporter|writer|editor)|me)\b|write to (?:us|the)|to (?:contact|reach) (?:the|this|us)\b|tell us\b|let us know\b|what do you think\?$|what do you think (?:about|of) (?:this|the)\b|share your (?:thoughts|views|story|stories|opinion)|for more (?:stories|news|information|on)\b.{0,80}|want more\b|click here\b|download (?:the|our)\b|get the (?:latest|app|best|day['’]s)\b|stay (?:up[- ]to[- ]date|informed|connected|tuned)\b)", 45),
    _rule("call", r"\bclick here (?:for|to) (?:more|subscribe|read|find|sign|see|get|join|download|view)\b|\bdelivered (?:through|to) your (?:letterbox|door|home)\b|\b(?:moderat\w+|close[ds]?|clos(?:ing)?|turn(?:ed)? off|allow(?:ed)?) (?:all |the )?(?:comments?|commenting)\b|^(?:all )?comments (?:are|will be) (?:moderated|closed|subject|reviewed)\b", 45),
    _rule("reading-time", r"^(?:tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|lesedauer|leestijd|tempo di lettura)\b.{0,20}$", 8),
    _rule("read-more", r"^(?:most (?:read|popular|viewed|watched|shared|commented)|trending)\b.{0,30}$", 7),
    _rule("read-more", r"^read later$", 3),
    _rule("advert", r"^advert(?:isement|orial)?s?\s*[–—:-]", 12),
    _rule("credit", r"©\s*[\w .]{2,40},?\s*(?:19|20)\d\d\W*$", 20),
    _rule("call", r"^is there something (?:you think )?we should know\b|^(?:have|got) (?:an? )?(?:tip|information)\b|\be-?mail the (?:writer|author|reporter)\b", 60),
    _rule("read-more", r"^\W*(?:also read|you (?:might|may) (?:also )?(?:like|enjoy|be interested in)|more on (?:the|this) topic|want (?:more|to (?:see|learn|know|read)|even more)\b[^.]{0,60}\?)", 30),
    _rule("read-more", r"^related(?: \w+){0,3}$", 4),
    _rule("contents", r"^(?:on this page|(?:table of )?contents|in this (?:article|guide|post|story|section)|jump to(?: section)?|quick links)\W*$", 5),
    _rule("donation", r"\b(?:consider supporting|support(?:ing)? (?:our|independent|local|quality)(?: award[- ]winning)? (?:journalism|reporting|newsroom|work)|funded by (?:our )?readers|(?:monthly|one-off|make a|your) (?:or monthly )?donation|donate (?:now|today)|become a (?:member|patron|supporter) (?:of|today|now))\b", 90),
    _rule("follow-us", r"^follow (?:\w+ ){0,3}on (?:social|twitter|facebook|instagram|x\b|tiktok|youtube|linkedin|threads|bluesky)", 25),
    _rule("call", r"^(?:ready to\b.{0,60}\?|get started (?:today|now)|sign up (?:today|now|for free)|book a (?:free )?(?:demo|call|consultation)|request (?:a|our|your) (?:free |demo|quote|ebook)|fill (?:out|in) the form\b|no credit card required|\d+[- ]day (?:free )?trial|try (?:it|\w+) (?:for )?free|start your free|enroll (?:now|for free)|see why [\d,]+\+? \w+ (?:choose|trust|use|love))", 25),
    _rule("app", r"\b(?:download|get|install|available)\b.{0,50}\b(?:app store|google play|play store|(?:our|the|free|mobile) (?:\w+ )?app\b)", 40),
    _rule("reading-time", r"^(?:(?:estimated )?(?:read(?:ing)?|listen(?:ing)?) time\b.{0,20}|\d+(?:-| )?\s*(?:min(?:ute)?s?)(?: |-)?(?:read|listen|watch|video|audio)?|\d+ words?)$", 8),
    _rule("published-line", r"^(?:(?:first |last |originally )?(?:published|updated|posted|modified)|date|last update)\b[\s:]*(?:on |at |in |by )?.{0,70}\d", 16),
    _rule("published-line", r"^(?:\d+|an?|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago$", 5),
    _rule("credit", r"^(?:photo(?:graph)?s?|image|picture|pic|credit|source|illustration|video|graphic|getty|shutterstock|file photo)s?(?: credit)?s?(?: by| via| from|:|\s*[|/©-])", 20),
    _rule("credit", r"\bvia (?:getty images|ap|reuters|shutterstock|afp)\b\W*$|(?:[(/|©]|\b(?:photo|image|picture|by|credit)s?:? ?)\s?(?:getty(?: images)?|shutterstock|alamy|ap(?: photo)?|istock|afp|pa(?: images| wire| media)?|epa|reuters)\W*$|\b(?:getty images|shutterstock|alamy|ap photo|pa images|pa wire)\W*$", 26),
    _rule("agency-credit", r"^(?:\(?(?:with )?(?:additional )?(?:reporting|writing|editing|inputs?|contributions?|report|edited|compiled|translated|produced|written|contributed)(?: and (?:writing|editing|reporting))?(?: (?:by|from)\b|:)|with (?:inputs?|files?|agenc(?:y|ies)|reporting|additional)\b)", 40),
    _rule("agency-credit", r"^(?:\W*(?:the )?(?:associated press|reuters|afp|pti|ians|bloomberg|agence france-presse|ap|ani|xinhua|upi|press association|pa media|staff (?:reporter|writer)|dpa|cnn)\W*)+$", 6),
    _rule("agency-credit", r"\b(?:contributed to this (?:report|story|article)|this (?:story|article|report) (?:was|has been|is) (?:originally |first |also )?(?:published|produced|auto-generated|provided|written|adapted|updated|been|edited|from)|originally (?:published|appeared)|first appeared on|is a (?:staff|senior|freelance) (?:writer|reporter|editor|correspondent))\b", 50),
    _rule("gallery", r"^(?:(?:image|photo|slide|picture)s?\s*)?\d+\s*(?:of|/)\s*/?\s*\d+$|^(?:image|photo|slide) \d+ of \d+|^(?:back to|view|see|open|launch|start|show) (?:the )?(?:full )?(?:gallery|slideshow|photos)\b|^this slideshow requires|^(?:\d+ )?(?:photos|images)$", 8),
    _rule("citation", r"^(?:citation:|more information:|journal (?:reference|information):|provided by\b|doi:|(?:story )?source:|reference:|materials provided by\b|explore further$|this document is subject to copyright|\[[a-z]+ [a-z]+=)", 70),
    _rule("topics", r"^(?:topics?|tags?|tagged|filed under|categories|category|keywords|labels|subjects?|posted in|in this (?:article|story|series)|share this|more in|explore more on these topics|reuse this content|most viewed)\b\s*:?.{0,60}$", 9),
    _rule("account", r"^(?:sign in|log ?in|create (?:a |an )?(?:free )?account|sign in (?:or|to) (?:create|sign up|register)\b.{0,40}|manage (?:your )?(?:account|subscription|print)|my account|forgot (?:your )?password|article content|recommended (?:videos|from editorial)|something went wrong\b.{0,80}|there was an (?:issue|error)\b.{0,80}|thanks for signing up\b.{0,80}|a welcome email is on its way.{0,80}|please try again|unlimited (?:online )?access\b.{0,60}|support local journalism\b.{0,40}|trending|latest|popular|featured|don['’]t have an account\b.{0,60})[.!]?$", 16),
    _rule("affiliate", r"\b(?:we may (?:earn|receive|get|make)|(?:earns?|receives?|make) (?:a |an )?(?:small )?(?:affiliate )?commissions?|affiliate (?:links?|commission|partner)|(?:buy|purchase) (?:something )?(?:using|through|via|from) (?:the |our )?links?)\b", 70),
    _rule("correction-form", r"^(?:report (?:an |a )?(?:error|typo|correction|problem)|suggest a correction|(?:see|spot|notice) (?:an? )?(?:error|typo|mistake|something wrong)|was this (?:article|page|story|content) (?:helpful|useful)|rate this (?:article|page)|thank you for (?:your feedback|reading|subscribing)|did you (?:like|enjoy|find) (?:this|the)|if you (?:liked|enjoyed|like|enjoy) (?:this|the|our|what))\b", 60),
    _rule("footnote", r"[↩⮐]\ufe0e?\W*$", 400),
    _rule("price", r"^(?:from |now |was |only )?[$€£¥₹]\s?(?:undefined|[\d.,]+)(?:\s*(?:[-–—/]\s*)?[$€£¥₹]\s?[\d.,]+)*(?: at .{1,30})?$", 7),
    _rule("published-line", r"^(?:posted|published|updated) (?:on|by|in|at)?\s*:?$", 3),
    _rule("read-more", r"^(?:you (?:may|might|should|can) )?(?:also )?check(?:[- ]?out)? (?:also|all (?:our|of our|the)|(?:our|these|this|the) (?:other |related |full |latest )?(?:articles?|guides?|posts?|blogs?|blog posts?|stor(?:y|ies)|videos?|reviews?))\b", 25),
    _rule("read-more", r"^(?:you (?:may|might|should) )?also check\W*$", 5),
    _rule("call", r"^(?:looking for|need|want|interested in)\b[^.?]{0,60}\?\W*(?:look no further|(?:contact|call|e-?mail|ask|talk to|speak (?:to|with)|try|book|request) (?:us|our|a|an|the)\b)", 60),
    _rule("call", r"\b(?:book|request|schedule|get|ask for) (?:a|an|your|our) (?:free |personali[sz]ed |no-obligation |custom )*(?:demo|quote|consultation|estimate|trial|walk-?through|call with)\b", 40),
    _rule("call", r"\buse (?:the )?(?:promo |discount |coupon )?code [A-Z0-9]{3,}\b|\bterms (?:and conditions )?apply\.?$", 60),
    _rule("call", r"\bfill (?:out|in) (?:the|this|our) form (?:below|above|here)\b", 60),
    _rule("call", r"^\W*share your (?:story|experience|photos?)\W*$", 6),
    _rule("credit", r"^[^.!?]{3,120}[.,;–—-]\s*(?:photo\w*\s+)?courtesy(?: of)? [^.!?]{3,80}\.{0,2}$", 45),
    _rule("subscribe", r"^(?:subscribe|join|become a (?:member|subscriber)|support) (?:to|now|today|for|us|our|the|and)\b.{0,140}", 30),
)  # fmt: skip


def sure(text: str) -> str | None:
    """Return the reason for which ``text`` is furniture wherever it stands, or ``None``."""
    words = text.count(" ") + 1
    for rule in RULES:
        if words <= rule.words and rule.pattern.search(text):
            return rule.reason
    return None


_AUTHOR = re.compile(
    r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) (?:an?|the|our|currently|[\w ]{2,30}['’]s?)\b.{0,120}\b(?:reporter|editor|writer|"
    r"correspondent|journalist|columnist|author|producer|contributor|freelancer?|blogger|critic|"
    r"curator|professor|fellow|staff|intern|novelist|host|founder|director|lecturer|researcher)\b"
    r"|\b(?:can|may) be (?:reached|contacted|followed|found)\b|\b(?:e-?mail|contact|reach|tweet|message) (?:him|her|them|me|"
    r"us|the (?:author|writer|reporter)|[A-Z]\w+(?: [A-Z]\w+)?) (?:at|on|via)\b"
    r"|^(?:on )?(?:twitter|x|instagram|bluesky)\s*:?\s*@"
    r"|\b[Ff]ollow (?:him|her|them|me|us|@\w+|[A-Z]\w+(?: [A-Z]\w+)*) (?:on|at|@)"
    r"|^(?:about the (?:author|writer)s?\b|the (?:author|writer) is\b)"
    r"|[\w.+-]+@[\w-]+\.[\w.]+\W*$",
)
_BOX = re.compile(
    r"^(?:related|read (?:more|next)|more (?:on|from|stories)|recommended|most (?:read|popular|viewed)|"
    r"trending|you (?:may|might) also|also (?:read|on)|newsletter|advertisement|top stories|latest)\b",
    re.IGNORECASE,
)


def about_author(text: str) -> bool:
    """Whether a paragraph at the end tells who wrote the story or how to reach them."""
    return len(text.split()) < 50 and bool(_AUTHOR.search(text))  # noqa: PLR2004


_COMPANY = re.compile(
    r"^[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}(?: \([^)]{2,30}\))?,? (?:is|are) (?:an?|the|one of the) (?:\w+ )?"
    r"(?:global|leading|premier|publicly|world['’]s|largest|independent|diversified|technology|privately|award)\b"
    r"|\bis (?:headquartered|based) in\b.{0,160}\b(?:employ|subsidiar|offices|countries|traded|listed)",
)


def about_company(text: str) -> bool:
    """Whether a paragraph at the end is what a company says about itself below every release."""
    return bool(_COMPANY.search(text))


def opens_box(text: str) -> bool:
    """Whether a short line heads a list of other stories."""
    return len(text.split()) < 7 and bool(_BOX.search(text))  # noqa: PLR2004


def is_furniture(text: str) -> bool:
    """Whether a line of a file cannot be its headline."""
    return sure(text) is not None
