"""Words by which `audiopress.reading.wording.narration` tells a story from what a page says.

What bids the reader is asked for in other rooms as well, which ask for more than the word: a
button, a link, the publisher's name.
"""

from __future__ import annotations

from audiopress.text.vocabulary import any_word

__all__ = ["BIDS", "CALL_WORDS", "IMPERATIVES", "PAGE_PARTS", "SPEECH_VERBS", "TRADE_WORDS"]

SPEECH_VERBS = any_word("""
    said says? tells? told asked asks wrote writes? warn(?:ed|s)? shouted shouts sang sings read
    reads plead(?:s|ed)? repeats cried called ordered urged urges advised? advises added adds
    argued argues admitted announced answered insist(?:ed|s) joked explained explains recalled
    recalls replied promised promises claimed whisper(?:ed|s) begged taught thought runs? ran went
    goes
""")
"""What people and songs do with words, in the forms of a report: "Join us, the strikers sang",
"..., the old song runs"."""

PAGE_PARTS = any_word(r"""
    article story report post page piece site video episode podcast newsletter content material
    feature interview essay column series guide links? image photo\w* picture transcript
    press\srelease
""")
"""What a page calls itself, behind "this" or "the following"."""

TRADE_WORDS = any_word(r"""
    rights terms conditions prices? policy cookies independent copyright trademarks? opinions views
    information advice affiliates? sponsor\w* advertis\w+ newsletters? subscri\w+ members? readers?
    journalis\w+ reporter editor author writer contributor correspondent columnist transcripts?
    (?:re)?published permission distributed contents?
""")
"""Words of publishing and of law: a statement with one of them may be the publisher's own."""

IMPERATIVES = any_word("""
    add apply ask become book browse buy call check choose click come connect contact create
    discover don['’]t donate download drop e-?mail enjoy enrol enter explore fill find follow get
    give go grab head hear help install join keep learn leave let listen log look make meet message
    order pick play press read register request save scroll see send share shop sign start stay
    stream submit subscribe support swipe take tap tell text try turn tune unlock upgrade use view
    visit vote want watch write
""")
"""Verbs that bid the reader do something: "Find the ferry."."""

CALL_WORDS = any_word(f"{IMPERATIVES} have if like miss need never not plus whether")
"""How a call begins, and no subject of a sentence: "If you like ferries"."""

BIDS = any_word("""
    access achieve align become book boost browse build call claim contact create discover download
    elevate enjoy experience explore find get grab grow join learn let make master maximi[sz]e meet
    optimi[sz]e plan receive request save schedule see shop sign\\sup simple speak start strategic
    streamline supercharge take talk transform try turn unlock upgrade
""")
"""Words that those begin with who sell: "Transform your quay"."""
