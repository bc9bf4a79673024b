"""Who made a picture: "Photo: Jane Doe", "Image courtesy of the town museum"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

_PICTURE = r"(?:photo(?:graph)?|image|picture)s?"
"""What pictures are called in their credits."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label and who made it",
        reason="credit",
        source=rf"^\W*(?:{_PICTURE}|pic|credit|source|illustration|video|graphic|getty|"
        r"shutterstock|file photo)s?(?: credit)?s?"
        + any_of(
            r"\s*:(?!\s*(?-i:[a-z]).*[.!?]$)",
            r"\s*[|/©-]",
            r" (?:by|via|from)\s+(?:the\s+)?(?-i:[A-Z@(])",
        ),
        # a label and names; a caption is longer
        words=20,
        catches="Photo: Jane Doe",
        passes="Photographs of the bridge were found in a drawer.",
    ),
    Wording(
        name="by way of an agency",
        reason="credit",
        source=any_of(
            r"(?:[(/|©]|\b(?:photo|image|picture|by|credit)s?:? ?|\bvia)\s?(?:getty(?: images)?|"
            r"shutterstock|alamy|ap(?: photo)?|istock|afp|pa(?: images| wire| media)?|epa|reuters)"
            r"\W*$",
            r"\b(?:getty images|shutterstock|alamy|ap photo|pa images|pa wire)\W*$",
        ),
        # a short caption and the agency
        words=26,
        catches="The quay at noon (Reuters)",
        passes="Reuters reported that the quay was empty at noon",
    ),
    Wording(
        name="a credit behind a caption",
        reason="credit",
        source=any_of(
            rf"[.|–-]\s*{_PICTURE}(?: credit)?(?: (?:by|courtesy of))?\s*:\s*\S.{{2,40}}$",
            r"^(?:ai[- ]generated|generated (?:by|with))\b.{0,30}$",
            r"©\s*[\w .]{2,40},?\s*(?:19|20)\d\d\W*$",
            r"^(?:cover|header|main|lead|featured?|top|hero|title|banner|thumbnail) "
            rf"(?:{_PICTURE}|illustration|art(?:work)?)\b"
            r"(?: (?:by|from|via|credit|courtesy)\b|\s*[:|(©])",
            rf"\b(?:{_PICTURE}|fotos?)(?: by)? (?:[\w.&'’-]+ ){{1,4}}(?:on |via |/ ?)?https?://",
            rf"\b(?:{_PICTURE}|artwork|footage) "
            r"(?:(?:is|are) (?:(?:provided|supplied|used|shown) )?)?courtesy\b",
            # an image of a work: what it is made of, and how large it is
            r"\b(?:photo\w*|print|oil|acrylic|watercolou?r|ink|pencil|bronze|canvas|paper|silver|"
            r"steel|wood)\b.{0,60}\d\s*[×x]\s*\d.{0,40}\b(?:cm|mm|in|inches)\b",
        ),
        # a caption and its credit
        words=45,
        catches="The quay at noon. Photo: Jane Doe",
        passes="The quay at noon. The photo shows a boat",
    ),
    Wording(
        name="what the picture above shows",
        # no "caption": those are spoken where captions are asked for, and this is none
        reason="picture-pointer",
        source=rf"^\W?(?:the |these |this )?(?:{_PICTURE}|screenshots?|videos?) "
        r"(?:above|below|(?:at|on the|to the) (?:top|left|right)) (?:is|are|shows?)\b",
        # a caption; a sentence of a story would speak of more
        words=40,
        catches="The image above shows the quay",
        passes="The image of the town suffered",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
