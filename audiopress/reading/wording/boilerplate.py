# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""What stands on news pages and is no part of any story, by its wording.

Each rule has a reason, a pattern that must match, and how sure it is: a *sure* wording is
enough by itself, a *likely* one needs support by position, length or links (`clean` decides).
No rule names a site or quotes a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.reading.wording.narration import is_narration
from audiopress.text.lazy_regex import compile_once

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["RULES", "Rule", "is_boilerplate", "judge_wording"]

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap](?:m|\.m\.?)|noon|midnight)?"
_SIGNED = (
    r"(?:(?-i:by|from|in|for|at|of|on|and|with|the|an?|de|la|van|von|der|bin|al|via|per|additional|further|reporting|writing|editing|research|translation|"
    r"inputs?|files|agenc(?:y|ies)|staff|writers?|reporters?|correspondents?|editors?|newsroom|desk|team|news|wires?|services?|reports|graphics|photos?|"
    r"[^\W\d_a-z][\w'’-]*|@\w+)(?![\w'’-])[\s,;:.()&/—–]*)+"
)
"""What stands behind "Reporting by": names in capitals, and the few words of a desk."""
_NAME = r"(?-i:[^\W\d_a-z][\w.,:'’&-]*|\d[\w.,:'’-]*|[&|·•–—-]+|(?:with|at|on|the|and|of|in|from|to|by|for|de|la|daily|weekdays|weekends)[,:]?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """``source`` is searched in a text of at most ``words`` words, ``links`` of it linked."""

    reason: Reason
    source: str
    words: int = 60
    links: float = 0.0

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is searched for, without regard to capitals."""
        return compile_once(self.source, re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    Rule(
        "presenter-slot",
        rf"^(?:{_NAME}\s+){{0,8}}(?:on\s+)?[([]?(?:{_CLOCK}|\d{{1,2}})\s*(?:-|–|—|to|until|till)\s*"
        rf"{_CLOCK}[)\]]?(?:,?\s+(?:weekdays|weekends|daily|today|tonight|\w+days?))?$",
        10,
    ),
    Rule("presenter-slot", r"^(?:on air(?: now)?|now playing|live now|up next|coming up|on now)\b", 12),
    Rule("player", r"^\W*(?:listen|play|hear|watch|pause|stop)(?: to)?(?: (?:this|the|full|our))+ (?:article|story|page|audio|news|episode|piece|post|report)\b", 12),
    Rule("player", r"^\W*(?:(?:listen(?: to)?|play|hear|pause) (?:article|story|audio)(?: (?:now|here|aloud|instead|in full))?|(?:audio|listen|spoken) version|(?:read|play|hear) (?:(?:it|this|article) )?(?:aloud|out loud)|\d(?:[.,]\d+)?\s?[x×]|powered by [\w .-]{2,30})\W*$", 6),
    Rule("player", r"^(?:loading|buffering|preparing)(?: (?:the|your|this))?(?: (?:audio|video|player|article|media|stream|sound|content|advert\w*|\w+ player))?\s*(?:\.{2,}|…|$)", 8),
    Rule("player", r"^(?:audio|video|media) (?:player )?(?:is )?(?:loading|playing|paused|unavailable|not available|cannot be played)\b", 10),
    Rule("player", r"^(?:listen(?: now)?|watch(?: now| live| video)?|play(?: (?:now|video|audio))?|listen live|pause|mute|unmute|0?0:00(?: ?/ ?\d+:\d\d)?)$", 4),
    Rule("player", r"^(?:this (?:article|audio|story) (?:is|was) (?:read|narrated|generated|voiced|spoken) by)\b", 20),
    Rule("player", r"^(?:your browser does not support|we apologi[sz]e, but this (?:video|audio)|this video can ?not be played|sorry, (?:this|your) (?:video|browser|audio))", 30),
    Rule("read-more", r"^(?:read|see|find out|learn|discover|hear|watch|listen)\s+(?:more|also|next|on)\b\s*(?:[:|–—»>-]|about|on|from|in|here|$)"),
    Rule("read-more", r"^(?:also read|see also|read also|more on (?:this|the) (?:story|topic)|more:|related|related (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|coverage|reading|links?|video)|recommended(?: (?:for you|reading|stories|articles))?|you (?:might|may) also (?:like|be interested in|enjoy)|don['’]t miss|must[- ]reads?|further reading|continue reading|keep reading|editor['’]?s?['’]? (?:picks?|choice)|top stories|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories|headlines)|in case you missed it|what to read next|up next|in this article|in this story|more (?:stories|from|news|coverage)\b.{0,40})\s*[:>»]?$"),
    Rule("read-more", r"^\W*(?:related|read|also read|read also|see also|more|recommended|don['’]t miss|must[- ]read|watch|listen|video|in pictures|gallery|explain(?:er|ed)|more on (?:this|the) (?:story|topic)|analysis|opinion|full story|background|live|go deeper|in depth|read this|what to read|next|previous|previously)\s*(?:stor(?:y|ies)|articles?|posts?|now|next|this|here)?\s*(?::|\||»|>)\s*\S"),
    Rule("newsletter", r"\b(?:sign(?:ing)?[- ]?up|subscribe|register)\b(?!.{0,60}\b(?:using|with) (?:the same|the|an?|one) e-?mail).{0,80}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefing|daily|weekly|digest|bulletin|mailing list)\b"),
    Rule("newsletter", r"\b(?:newsletters?|briefing|digest)\b.{0,60}\b(?:sign[- ]?up|subscribe|inbox|delivered|every (?:morning|evening|week|day))\b", 50),
    Rule("newsletter", r"\b(?:delivered|straight|direct(?:ly)?|sent)\b.{0,30}\bto your (?:inbox|e-?mail|phone|device)\b", 60),
    Rule("newsletter", r"^(?:enter|type|add|provide) your e-?mail(?: address)?\b|^e-?mail address\b|^(?:get|receive|want)\b.{0,60}\b(?:in|to) your (?:inbox|mailbox)\b", 40),
    Rule("follow-us", r"^(?:please )?(?:follow|like|join|find|add|connect with)\s+(?:us|me|our|him|her|the author|\S+ on)\b.{0,90}\b(?:twitter|facebook|instagram|linkedin|youtube|tiktok|whatsapp|telegram|threads|x|social|google news|bluesky|snapchat|pinterest|apple news|channels?)\b", 40),
    Rule("share", r"^(?:share|print|save|copy link|e-?mail|tweet|pin|comment|comments?|bookmark|whatsapp|facebook|twitter|linkedin|reddit|x|messenger|flipboard|pinterest|share (?:this|on|via|with|to|the)\b.{0,50}|(?:click|tap) to (?:share|print|e-?mail|copy)\b.{0,60}|share (?:article|story|full article)|(?:view|read|show|add|leave|post|see)(?: \w+)? (?:\d+ )?comments?(?: \(\d+\))?|\d+ (?:comments?|shares?|views?|likes?)|join the (?:conversation|discussion)|leave a (?:reply|comment)|have your say|gift (?:this )?article|copied|link copied.{0,20})[.!:]?$", 12),
    Rule("banner", r"\b(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|by (?:continuing|clicking|using|signing|subscribing|registering|submitting|entering).{0,80}(?:agree|accept|consent))\b"),
    Rule("banner", r"\b(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions))\b", 12),
    Rule("banner", r"\b(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions))\b", 60, 0.05),
    Rule("banner", r"\b(?:ad ?block(?:er)?s?\b.{0,60}(?:disable|turn|detected|whitelist|pause)|(?:enable|turn on) javascript|javascript (?:is|must be) (?:disabled|enabled|required)|allow notifications|turn on notifications)", 60),
    Rule("advert", r"^(?:advert(?:isement|ising|isment)?s?|ads?|ad feedback|sponsored(?: (?:content|by\b.{0,40}|post|links?))?|promoted(?: (?:content|by\b.{0,40}|stories))?|paid (?:content|post|for by\b.{0,40})|(?:story|article|content|post) continues(?: below)?(?: (?:the )?advert\w*)?|(?:article|story|scroll down|continue|content|post) (?:continues?|to continue|reading)? ?(?:below|after) (?:the )?(?:ad\b|advert\w*|sponsor\w*|promo\w*).{0,30}|this (?:ad|advertisement).{0,60}|report this ad|skip (?:ad|advert\w*)|remove ads?)[.:]?$", 16),
    Rule("copyright", r"^(?:(?:©|\(c\)|copyright)\s*(?:©|\(c\)|copyright|(?:19|20)\d\d|[:|]|(?-i:[A-Z][\w.&' -]{1,40}\W*$)|(?-i:[A-Z]\S+ (?:19|20)\d\d))|copyright$)", 60),
    Rule("copyright", r"\ball rights reserved(?:\W*$|[.,;:|©])|\bmay not be (?:published|reproduced|broadcast|rewritten|copied)(?:,? or|,) (?:otherwise |re)?(?:published|reproduced|broadcast|rewritten|written|copied|used|stored|sold|(?:re)?distributed|transmitted|displayed|cached)\b|\b(?:copyright|©)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|(?:©|\(c\))\s*(?:19|20)\d\d", 60),
    Rule("paywall", r"\b(?:subscribers? only|already a (?:subscriber|member)|(?:to|and) (?:continue|keep) reading|(?:sign|log) in to (?:read|continue|comment|view|listen|access)|subscribe (?:now|today|to (?:read|continue|access|unlock|keep|get|support|our|the))|unlock (?:this|full|unlimited)|free (?:articles?|trial)|cancel any ?time|this (?:content|article|story) is (?:only )?(?:available|reserved|exclusive|for))\b", 40),
    Rule("paywall", r"^(?:sign in|log in|subscribe|register|create (?:a free |an )?account|subscribe now|start (?:your )?(?:free )?trial|become a (?:member|subscriber|patron|supporter)|log out|my account)[.!]?$", 10),
    Rule(
        "skip-link",
        r"^(?:skip (?:to|past|over)|jump to|back to (?:top|the top|home|homepage|all)|go (?:to top|back(?= to (?:top|the (?:top|home|start|list|article|previous)|home|all)|\W*$))|"
        r"return to (?:top|home\w*)|scroll (?:down|up)|(?:show|hide|toggle) captions?|load more|view (?:all|more|gallery|image|comments)|"
        r"see (?:all|more)|enlarge(?: this)?(?: image)?|click to (?:enlarge|view|expand|play|open|see)|tap (?:here|to)|swipe)\b.{0,40}$",
        9,
    ),
    Rule(
        "skip-link",
        r"^(?:end of .{1,30}|(?:previous|next)(?: article| post| story| page)?|menu|search|home|close|open|expand|"
        r"collapse|show (?:more|less|all)|more|less|ok|cancel|submit|send|continue|done|edit|report)\W*$",
        6,
    ),
    Rule("call", r"^(?:have you (?:been affected|got a (?:story|tip|news tip|question|confidential))|do you have (?:a (?:story|tip|question|news)|information|any (?:information|questions|tips))|got a (?:story|tip|news tip|question|confidential)|(?:contact|e-?mail|message|get in touch with|reach|send) (?:us|our|your|the (?:author|reporter|writer|editor)|me)\b|write to (?:us|the)|to (?:contact|reach) (?:the|this|us)\b|tell us\b|let us know\b|what do you think\?$|what do you think (?:about|of) (?:this|the)\b|share your (?:thoughts|views|story|stories|opinion)|for more (?:stories|news|information|on)\b.{0,80}|want more\b[^,.]{0,40}\?|click here(?:\W*$| (?:to|for|if|and)\b)|download (?:the|our)\b|get the (?:latest|app|best|day['’]s)\b|stay (?:up[- ]to[- ]date|informed|connected|tuned)\b)", 45),
    Rule("call", r"\bclick here (?:for|to) (?:more|subscribe|read|find|sign|see|get|join|download|view)\b|\bdelivered (?:through|to) your (?:letterbox|door|home)\b|\b(?:moderat\w+|close[ds]?|clos(?:ing)?|turn(?:ed)? off|allow(?:ed)?) (?:all |the )?(?:comments?|commenting)\b|^(?:all )?comments (?:are|will be) (?:moderated|closed|subject|reviewed)\b", 45),
    Rule("reading-time", r"^(?:tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|lesedauer|leestijd|tempo di lettura)\b.{0,20}$", 8),
    Rule("read-more", r"^(?:most (?:read|popular|viewed|watched|shared|commented)|trending)(?: (?:in|on|now|today|this|stories|news|articles?|posts?|videos?|topics?|right now|searches|from|(?-i:[A-Z]))\b.{0,25})?\W*$", 7),
    Rule("read-more", r"^read later$", 3),
    Rule("advert", r"^advert(?:isement|orial)?s?\s*[–—:-]", 12),
    Rule("credit", r"©\s*[\w .]{2,40},?\s*(?:19|20)\d\d\W*$", 20),
    Rule("call", r"^is there something (?:you think )?we should know\b|^(?:have|got) (?:an? )?(?:tip|information)\b|\be-?mail the (?:writer|author|reporter)\b", 60),
    Rule("read-more", r"^\W*(?:also read|you (?:might|may) (?:also )?(?:like|enjoy|be interested in)|more on (?:the|this) topic|want (?:more|to (?:see|learn|know|read)|even more)\b[^.]{0,60}\?)", 30),
    Rule("read-more", r"^related(?: (?:to (?:this|the) (?:story|article|topic)|(?:\w+ )?(?:news|tags?|searches|pages?|products?|guides?|resources?|recipes?|galler(?:y|ies)|podcasts?|episodes?|interviews?|columns?|reports?|insights?|blogs?|now|for you)))?$", 4),
    Rule("contents", r"^(?:on this page|(?:table of )?contents?|in this (?:article|guide|post|story|section)|jump to(?: section)?|quick links)\W*$", 5),
    Rule("donation", r"\b(?:consider supporting|support(?:ing)? (?:our|independent|local|quality)(?: award[- ]winning)? (?:journalism|reporting|newsroom|work)|funded by (?:our readers|readers like)|(?:monthly|one-off|make a|your) (?:or monthly )?donations?|donate (?:now|today)\W*$|donate (?:now|today) (?:to|and) (?:help|support|us|our)|become a (?:member|patron|supporter) (?:today|now|of (?:our|the site)))\b", 90),
    Rule("follow-us", r"^follow (?:\w+ ){0,3}on (?:social|twitter|facebook|instagram|x\b|tiktok|youtube|linkedin|threads|bluesky)", 25),
    Rule("call", r"^(?:ready (?:to|for)\b(?!.{0,60}\? let['’]s (?:dive|get started|begin|go|jump))(?:.{0,60})\?|get started (?:today|now)|sign up (?:today|now|for free)|book a (?:free )?(?:demo|call|consultation)|request (?:a|our|your) (?:free |demo|quote|ebook)|fill (?:out|in) the form\b|no credit card required|(?:free )?\d+[- ]day (?:free )?trial|try (?:it|\w+) (?:for )?free|start your free|enroll (?:now|for free)|(?:see|find out|learn|discover) why [\d,]+\+? (?:\w+ ){1,4}(?:choose|trust|use|love))", 25),
    Rule("app", r"\b(?:download|get|install|available)\b.{0,50}\b(?:app store|google play|play store|(?:our|the|free|mobile) (?:\w+ )?app\b)", 40),
    Rule("reading-time", r"^(?:(?:estimated )?(?:read(?:ing)?|listen(?:ing)?) time\b.{0,20}|\d+(?:-| )?\s*(?:min(?:ute)?s?)(?: |-)?(?:read|listen|watch|video|audio)?|\d+ words?)$", 8),
    Rule("published-line", r"^(?:(?:first |last |originally )?(?:published|updated|posted|modified)|date|last update)\b\s*(?=.*\d)(?!.*[^\W\d_]{3,}[.!?]$)(?:[:|–-]|\d|(?:on|at|in|by|today|yesterday)\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b).{0,70}\d?", 16),
    Rule("published-line", r"^(?:\d+|an?|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago$", 5),
    Rule("credit", r"^\W*(?:photo(?:graph)?s?|image|picture|pic|credit|source|illustration|video|graphic|getty|shutterstock|file photo)s?(?: credit)?s?(?:\s*:(?!\s*(?-i:[a-z]).*[.!?]$)|\s*[|/©-]| (?:by|via|from)\s+(?:the\s+)?(?-i:[A-Z@(]))", 20),
    Rule("credit", r"\bvia (?:getty images|ap|reuters|shutterstock|afp)\b\W*$|(?:[(/|©]|\b(?:photo|image|picture|by|credit)s?:? ?)\s?(?:getty(?: images)?|shutterstock|alamy|ap(?: photo)?|istock|afp|pa(?: images| wire| media)?|epa|reuters)\W*$|\b(?:getty images|shutterstock|alamy|ap photo|pa images|pa wire)\W*$", 26),
    Rule("agency-credit", rf"^\W?(?:with )?(?:additional |further |original )?(?:reporting|writing|editing|inputs?|contributions?|report|files?|edited|compiled|translated|produced|written|contributed|research)(?:(?:,| and|,? &) (?:writing|editing|reporting|research|translation))*(?: (?:by|from)\s|:\s*){_SIGNED}$", 40),
    Rule("agency-credit", rf"^\W?with (?:agenc(?:y|ies)|{_SIGNED})$", 8),
    Rule("agency-credit", r"^\W*(?:(?:the )?(?:associated press|reuters|afp|pti|ians|bloomberg|agence france-presse|ap|ani|xinhua|upi|press association|pa media|staff (?:reporter|writer)|dpa|cnn)(?!\w)\W*)+$", 6),
    Rule("agency-credit", r"\bcontributed (?:additional )?(?:reporting )?to this (?:report|story|article|guide|piece)(?:\W*$| from\b)|\b(?:this|a version of this|the) (?:story|article|report|piece|post|essay|feature|content) (?:was|has been|is|were)?\s?(?:(?:originally|first|also|previously)\s(?:published|produced|appeared|ran|posted|written)\b|(?:auto-generated|automatically)\b|(?:published|produced|provided|written|adapted|edited|supplied|reproduced|republished|syndicated|translated)\b(?: (?:with permission|and (?:edited|distributed|provided)))?,? (?:by|from|courtesy|under|in partnership|in collaboration|with|through|using|for) (?:the )?(?-i:[A-Z@]))|^(?:originally|first|previously) (?:published|appeared|posted) (?:by|in|on|at|here)\b", 50),
    Rule("gallery", r"^(?:(?:image|photo|slide|picture)s?\s*)?\d+\s*(?:of|/)\s*/?\s*\d+$|^(?:image|photo|slide) \d+ of \d+|^(?:back to|view|see|open|launch|start|show) (?:the )?(?:full )?(?:gallery|slideshow|photos)\b|^this slideshow requires|^(?:\d+ )?(?:photos|images)$", 8),
    Rule("footnote", r"^\[\d{1,3}\]\s\S.*\b(?:19|20)\d\d\b", 90),
    Rule("citation", r"^(?:citation:|more information:|journal (?:reference|information):|provided by\b|doi:|(?:story )?source:|reference:|materials provided by\b|explore further$|this document is subject to copyright|\[[a-z]+ [a-z]+=|\[\d{1,3}\]\s+\S)", 70),
    Rule("topics", r"^(?:(?:topics?|tags?|categories|category|keywords|labels|subjects?|in this (?:article|story|series)|share this|explore more on these topics|reuse this content|most viewed|related topics?)\s*(?:$|[:|#•].{0,60}$)|(?:tagged|filed under|posted in|more in|topics? in this)\b.{0,60}$)", 9),
    Rule("account", r"^(?:sign in|log ?in|create (?:a |an )?(?:free )?account|sign in (?:or|to) (?:create|sign up|register)\b.{0,40}|manage (?:your )?(?:account|subscription|print)|my account|forgot (?:your )?password|article content|recommended (?:videos|from editorial)|something went wrong\b.{0,80}|there was an (?:issue|error)\b.{0,80}|thanks for signing up\b.{0,80}|a welcome email is on its way.{0,80}|please try again|unlimited (?:online )?access\b.{0,60}|support local journalism\b.{0,40}|trending|latest|popular|featured|don['’]t have an account\b.{0,60})[.!]?$", 16),
    Rule("affiliate", r"\b(?:we may (?:earn|receive|get|make)|(?:earns?|receives?|makes?|gets?) (?:a |an )?(?:small |referral )?(?:affiliate )?commissions?|earns? from qualifying purchases|affiliate (?:links?|commission|partner)|(?:buy|purchase) (?:something )?(?:using|through|via|from) (?:the |our )?links?)\b", 70),
    Rule("correction-form", r"^(?:report (?:an |a )?(?:error|typo|correction|problem)|suggest a correction|(?:see|spot|notice) (?:an? )?(?:error|typo|mistake|something wrong)|was this (?:article|page|story|content) (?:helpful|useful)|rate this (?:article|page)|thank you for (?:your feedback|reading|subscribing)|did you (?:like|enjoy|find) (?:this|the)|if you (?:liked|enjoyed|like|enjoy) (?:this|our|what you))\b", 60),
    Rule("subscribe", r"^(?:subscribe (?:to|now|today|for|and)|join (?:us|our|now|today)|become a (?:member|subscriber|patron) (?:of|to|now|today|and)|support (?:us|our|now|today))\b.{0,140}", 30),
    Rule("credit", r"^(?:cover|header|main|lead|featured?|top|hero|title|banner|thumbnail) (?:image|photo(?:graph)?|picture|illustration|art(?:work)?)\b(?: (?:by|from|via|credit|courtesy)\b|\s*[:|(©])", 40),
    Rule("credit", r"\b(?:photo|image|picture|photograph|foto)s?(?: by)? (?:[\w.&'’-]+ ){1,4}(?:on |via |/ ?)?https?://", 45),
    Rule("credit", r"\b(?:image|photo|picture|artwork|footage)s? (?:(?:is|are) (?:(?:provided|supplied|used|shown) )?)?courtesy\b", 45),
    Rule("credit", r"\b(?:photo\w*|print|oil|acrylic|watercolou?r|ink|pencil|bronze|canvas|paper|silver|steel|wood)\b.{0,60}\d\s*[×x]\s*\d.{0,40}\b(?:cm|mm|in|inches)\b", 45),
    Rule("read-more", r"^this (?:feature|article|story|piece|post|report|episode) is (?:a )?part of\b.{0,80}\b(?:coverage|series|project|collaboration)\b", 40),
    Rule("follow-us", r"\b(?:out|available|listen|find|follow|subscribe|watch|streaming)\b.{0,60}\bon\b.{0,40}\b(?:youtube|apple podcasts?|spotify|google podcasts?|audible|stitcher)\b.{0,40}\b(?:youtube|apple podcasts?|spotify|google podcasts?|amazon music|wherever you|all major)\b", 70),
    Rule("rating", r"^\d{1,3}(?:[.,]\d{1,2})?\s*/\s*\d{1,3}$|^[★☆⭐ ]{3,}$|^\d(?:\.\d)? (?:out of \d{1,2}|stars?)$", 4),
    Rule("credit", r"[.|–-]\s*(?:photo|image|picture)s?(?: credit)?(?: (?:by|courtesy of))?\s*:\s*\S.{2,40}$|^(?:ai[- ]generated|generated (?:by|with))\b.{0,30}$", 32),
    Rule("byline", r"^(?:\w+ and |medically |expert |legally )?(?:reviewed|fact[- ]checked|verified) by [^\W\d_].{2,50}$", 12),
    Rule("transcript-note", r"\btranscripts? (?:may|are|is|was)\b.{0,80}\b(?:vary|revised|errors|rush|authoritative)\b", 70),
    Rule("read-more", r"^(?:this|these|it|they) (?:might|may|could) (?:also )?(?:be (?:interesting|of interest) (?:to|for)|interest) you\b", 10),
    Rule("read-more", r"^related (?:articles?|stor(?:y|ies)|posts?|content|links?|reading|resources|guides?)\b.{0,40}:?$", 9),
    Rule("read-more", r"\b(?:hop|head|pop|jump) (?:on )?over to (?:my|our)\b", 45),
    Rule("call", r"\b(?:book|learn more|shop|read more|get started|sign up|see more|view|buy)\b[\w ]{0,15}[❯›»→>]\W*$|\b(?:sign up here|enroll for free)\W*$", 25),
    Rule("call", r"^(?:try|let|get|create|join|enroll|start|unlock|invest|grow)\b.{5,90}\b(?:today|now)\W*$", 16),
    Rule("call", r"\btake (?:our|the|this) (?:quick |short |free )?(?:quiz|survey|poll)\b", 40),
    Rule("skip-link", r"^\W*click (?:to|on|the)\b", 10),
    Rule("account", r"^sign in to (?:save|earn|see|get|view|unlock)\b", 14),
    Rule("donation", r"^(?:on )?support(?:ing)? (?:\w+ ){0,3}journalism\W*$", 7),
    Rule("boilerplate", r"^why (?:you (?:can|should) )?trust (?:us|our (?:content|reviews?|advice|team|experts?|site|guides?|picks)|this (?:site|guide|review|article|advice))\W*$|\ball (?:of )?our (?:content|articles|guides|reviews) (?:is|are) (?:\w+ )?(?:written|reviewed|fact|checked|created|researched)\b", 80),
    Rule("boilerplate", r"\b(?:is|are) committed to (?:delivering|providing|producing|bringing|publishing)\b.{0,100}\b(?:content|journalism|reviews|information)\b|\bour (?:editorial|review) (?:process|guidelines|policy|standards|independence)\b", 80),
    Rule("footnote", r"[↩↑⮐]\W*$|^\W?\^ \S", 400),
    Rule("price", r"^(?:from |now |was |only )?[$€£¥₹]\s?(?:undefined|[\d.,]+)(?:\s*(?:[-–—/]\s*)?[$€£¥₹]\s?[\d.,]+)*(?: at .{1,30})?$", 7),
    Rule("published-line", r"^this (?:article|story|piece|post|essay|interview|column|report) (?:was|is|has been) (?:re-?printed|re-?published|syndicated|cross-?posted) (?:(?:on|in|at|by|from) (?:the )?(?-i:[A-Z])[\w&'’. -]*\W*$|(?:here )?(?:with|by|under) .{0,20}(?:permission|licen[cs]e)\b)", 25),
    Rule("published-line", r"^(?:posted|published|updated) (?:on|by|in|at)?\s*:?$", 3),
    Rule("read-more", r"^(?:you (?:may|might|should|can) )?(?:also )?check(?:[- ]?out)? (?:also|all (?:our|of our|the)|(?:our|these|this|the) (?:other |related |full |latest )?(?:articles?|guides?|posts?|blogs?|blog posts?|stor(?:y|ies)|videos?|reviews?))\b", 25),
    Rule("read-more", r"^(?:you (?:may|might|should) )?also check\W*$", 5),
    Rule("call", r"^(?:looking for|need|want|interested in)\b[^.?]{0,60}\?\W*(?:look no further|(?:contact|call|e-?mail|ask|talk to|speak (?:to|with)|try|book|request) (?:us|our|a|an|the)\b)", 60),
    Rule("call", r"\b(?:book|request|schedule|get|ask for) (?:a|an|your|our) (?:free |personali[sz]ed |no-obligation |custom )*(?:demo|quote|consultation|estimate|trial|walk-?through|call with)\b", 40),
    Rule("call", r"\buse (?:the )?(?:promo |discount |coupon )?code [A-Z0-9]{3,}\b|\bterms (?:and conditions )?apply\.?$", 60),
    Rule("call", r"\bfill (?:out|in) (?:the|this|our) form (?:below|above|here)\b", 60),
    Rule("call", r"^\W*share your (?:story|experience|photos?)\W*$", 6),
    Rule("credit", r"^[^.!?]{3,120}[.,;–—-]\s*(?:photo\w*\s+)?courtesy(?: of)? [^.!?]{3,80}\.{0,2}$", 45),
    Rule("caption", r"^\W?(?:the |these |this )?(?:photo(?:graph)?|image|picture|screenshot|video)s? (?:above|below|(?:at|on the|to the) (?:top|left|right)) (?:is|are|shows?)\b", 40),
    Rule("affiliate", r"\b(?:titles?|names?|images?|links?|pictures?|photos?|headings?)\b.{0,30}\b(?:is|are) clickable\b", 45),
    Rule("read-more", r"^(?:i|we)(?:['’]ve| have) .{2,60}\byou can (?:grab|download|get|use|buy|borrow|have|sign)\b", 30, 0.1),
    Rule("player", r"^(?:video|audio|podcast|listen) [–—] (?-i:[A-Z])", 20),
    Rule("legend", r"^[*†‡§#]+\s*[—–:=-]*\s*(?:indicates|denotes|marks|means|signifies)\b", 25),
    Rule("copyright", r"は[^。]{1,60}の(?:登録)?商標です|\b(?:is|are) (?:an? |the )?(?:registered )?(?:trade|service) ?marks?(?: or registered trademarks?)? (?:of|owned by) (?:the )?(?:respective|their|its|(?-i:[A-Z]))", 45),
    Rule("deal", r"^\W*(?:use|enter|apply) (?:the )?(?:promo(?:tional)? |coupon |discount |voucher )?code\b", 25),
    Rule("deal", r"^\W*(?:deal(?: alert)?|discount(?:ed)?|on sale|sale|new customer (?:discount|offer)|special offer|limited[- ]time offer|now \d+ ?% off)\b\s*[:!]?.{0,120}(?:%|percent|[$£€]\s?\d|\boff\b)", 40),
    Rule("deal", r"^\W*(?:get|buy|order|shop|find|save|grab|check)\b.{0,60}\b(?:it|now|here|at|on|from|price)\b.{0,40}(?:[$£€]\s?\d|\bprice\b|$)", 14, 0.4),
    Rule("affiliate", r"\bprices? (?:and availability )?(?:fluctuate|(?:may|can) (?:change|vary)|(?:is|are|were) (?:accurate|correct|subject to change))\b.{0,160}\b(?:links?|publication|publishing|discretion|sell)|\bthis article contains (?:affiliate )?links\b", 100),
    Rule("live-blog", r"^(?:this is a live (?:blog|page|updates?)\b|(?:follow|stay) (?:along|tuned|with us)\b.{0,60}\b(?:updates?|live|below|latest)\b|(?:scroll|read) (?:down|on)\b.{0,20}\b(?:for|to)\b.{0,40}\bupdates?\b|(?:live )?updates? below\W*$)", 20),
    Rule("call", r"^scroll (?:down|up|on) (?:to|for)\b", 20),
    Rule("call", r"\bget in touch (?:at|by|via|through|on|with (?:us|our))\b.{0,40}\S+@\S+", 45),
    Rule("call", r"^(?:so,? )?what(?:['’]s| are| is) your (?:thoughts|take|opinion|experiences?|favou?rites?)\b|\b(?:let|tell|share|drop|leave|post)\b.{0,60}\b(?:in the (?:\w+ )?comments?|comments? below|comments? section)\b|^(?:leave|drop|post|share) (?:a|your) (?:comment|thoughts?|questions?|experience)\b", 70),
    Rule("call", r"(?:^|[,.!?] )(?:be sure to |please )?check out (?:our|my|these) (?:[\w-]+ ){0,2}(?:articles?|posts?|guides?|stories|infographics?|videos?|podcasts?|episodes?|faqs?|blogs?|newsletters?|shop|store|website|channel|lists?|round-?ups?|recipes?|reviews?)\b", 40),
    Rule("call", r"^do you have an? (?:issue|problem|question|concern|complaint|tip|story)\b.{0,140}\b(?:we|us|our|wants? to (?:help|hear))\b", 50),
    Rule("call", r"\bfill (?:out|in) (?:the|our|this) (?:form|survey|questionnaire) (?:below|above|here)\b|\bclick (?:the|on the) (?:button|link|banner|image)s? (?:below|above)\b", 90),
    Rule("call", r"^if you(?:['’]d| would|['’]re|['’]ve)?\b.{0,80}\b(?:find out more|learn more|know more|read more|see more|more (?:about|information|details))\b.{0,160}\b(?:click|download|visit|check|contact|reach|join|call|enrol|recommend)", 50),
    Rule("call", r"^if you(?:['’]re| are) looking for\b.{0,100}\b(?:enquire|contact|call|book|reach out|get in touch|check out (?:our|these|my)|look no further)\b", 45, 0.05),
    Rule("call", r"^(?:reach out|contact (?:us|our)|call (?:us|now)|get in touch|enquire|book|apply|order|register|schedule|get started|sign up|start)\b.{0,50}\b(?:today|now)\W*$", 20),
    Rule("call", r"^\W*share your (?:story|stories|thoughts|views|opinions?)\W*$", 12),
    Rule("appeal", r"\b(?:deixe|escreva) (?:(?:o|a|os|as) )?(?:seus?|suas?)\b.{0,40}(?:aqui|abaixo|coment)|\b(?:clique aqui|cadastre-se|inscreva-se|receba (?:em|no|por) seu e-?mail)\b|\b(?:ha(?:z|ga) clic aquí|suscr[ií]b(?:e|a)te|deja (?:tu|un) comentario|síguenos en)\b", 50),
    Rule("appeal", r"\b(?:cliquez ici|abonnez-vous|inscrivez-vous (?:à|pour)|suivez-nous|laissez un commentaire)\b|\b(?:hier klicken|klicken sie hier|jetzt (?:abonnieren|anmelden)|folgen sie uns|abonnieren sie)\b|^(?:lesen sie auch|mehr zum thema|lees ook|leggi anche|lire aussi|lea también|leia também)\b|\b(?:clicca qui|iscriviti|seguici su)\b", 50),
    Rule("read-more", r"^for (?:full|more|further|additional|complete) (?:details?|information|info|background|tips|advice)\b.{0,90}\b(?:see|visit|read|check|click|contact|go to|call|consult|refer)\b", 30),
    Rule("read-more", r"^(?:take a look|have a look|check (?:out|my|our|this)|see (?:my|our|also|the full)|read (?:my|our|the full)|you can (?:learn|read|find|see|check|view|download|also)|(?:and )?here(?:['’]s| is) (?:my|our)|(?:don['’]t forget|be sure) to (?:check|read|see|visit|follow|subscribe)\b.{0,20}\b(?:our|my)|also,? (?:check|see|read))\b", 25, 0.25),
    Rule("read-more", r"\byou (?:may|might) (?:also )?(?:be interested in|like|enjoy)\b.{0,40}\b(?:our|other|these)\b", 45, 0.05),
)  # fmt: skip


_CREDITED = re.compile(
    r"[.!?] (?:photo(?:graph)?|image|picture)s?(?: credit)?(?: by)? ?: ?\S", re.IGNORECASE
)
"""A credit behind a whole sentence: then that is a caption, whatever it tells."""
_LABELS = frozenset(("gallery", "rating", "skip-link", "topics"))
"""Reasons of what stands on a page as a label: no such line is closed as a sentence is."""
_LINKED = 0.1
_CLAUSE = 4
"""Words of the shortest sentence that may tell of somebody."""


def judge_wording(text: str, links: float = 0.0) -> Reason | None:
    """Return the reason for which ``text`` is furniture wherever it stands, or ``None``.

    ``links`` is the share of it that is linked.
    """
    words = text.count(" ") + 1
    found = next(
        (
            rule.reason
            for rule in RULES
            if words <= rule.words and links >= rule.links and rule.pattern.search(text)
        ),
        None,
    )
    if found and links < _LINKED and words >= _CLAUSE:
        closed = text[-1] == "." and found in _LABELS
        return None if closed or (is_narration(text) and not _CREDITED.search(text)) else found
    return found


def is_boilerplate(text: str) -> bool:
    """Whether a line of a file cannot be its headline; a headline may call ("Tell us the truth")."""
    return judge_wording(text) not in (None, "call")
