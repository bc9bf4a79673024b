"""Credits and captions of pictures: "Photo: Jane Doe", "Image courtesy of", "Oil on canvas"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a mark with a name and a year",
        reason="credit",
        source=r"©\s*[\w .]{2,40},?\s*(?:19|20)\d\d\W*$",
        # a caption with its credit
        words=20,
        catches="The bridge at dusk © Jane Doe 2023",
        passes="© marks were found on the plate.",
    ),
    Wording(
        name="a label and who made it",
        reason="credit",
        source=r"^\W*"
        + any_of(
            "photo(?:graph)?s?",
            "image",
            "picture",
            "pic",
            "credit",
            "source",
            "illustration",
            "video",
            "graphic",
            "getty",
            "shutterstock",
            "file photo",
        )
        + "s?(?: credit)?s?"
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
            r"\bvia (?:getty images|ap|reuters|shutterstock|afp)\b\W*$",
            r"(?:[(/|©]|\b(?:photo|image|picture|by|credit)s?:? ?)\s?"
            + any_of(
                "getty(?: images)?",
                "shutterstock",
                "alamy",
                "ap(?: photo)?",
                "istock",
                "afp",
                "pa(?: images| wire| media)?",
                "epa",
                "reuters",
            )
            + r"\W*$",
            r"\b(?:getty images|shutterstock|alamy|ap photo|pa images|pa wire)\W*$",
        ),
        # a short caption and the agency
        words=26,
        catches="The quay at noon (Reuters)",
        passes="Reuters reported that the quay was empty at noon",
    ),
    Wording(
        name="a picture of the page",
        reason="credit",
        source="^"
        + any_of(
            "cover",
            "header",
            "main",
            "lead",
            "featured?",
            "top",
            "hero",
            "title",
            "banner",
            "thumbnail",
        )
        + " "
        + any_of(
            "image",
            "photo(?:graph)?",
            "picture",
            "illustration",
            "art(?:work)?",
        )
        + r"\b(?: (?:by|from|via|credit|courtesy)\b|\s*[:|(©])",
        # a label, names and a licence
        words=40,
        catches="Cover photo by Jo Bloggs",
        passes="Cover art is a trade of its own",
    ),
    Wording(
        name="a picture and its address",
        reason="credit",
        source=r"\b(?:photo|image|picture|photograph|foto)s?(?: by)? "
        r"(?:[\w.&'’-]+ ){1,4}(?:on |via |/ ?)?https?://",
        # a caption, its credit and an address
        words=45,
        catches="The quay at noon, photo by Jane Doe / https://pictures.example",
        passes="The photo was found on a doorstep",
    ),
    Wording(
        name="courtesy of",
        reason="credit",
        source=r"\b(?:image|photo|picture|artwork|footage)s? "
        r"(?:(?:is|are) (?:(?:provided|supplied|used|shown) )?)?courtesy\b",
        # a caption and its credit
        words=45,
        catches="Image courtesy of the town museum",
        passes="Courtesy was his trade",
    ),
    Wording(
        name="size of a work",
        reason="credit",
        source=r"\b"
        + any_of(
            r"photo\w*",
            "print",
            "oil",
            "acrylic",
            "watercolou?r",
            "ink",
            "pencil",
            "bronze",
            "canvas",
            "paper",
            "silver",
            "steel",
            "wood",
        )
        + r"\b.{0,60}\d\s*[×x]\s*\d.{0,40}\b(?:cm|mm|in|inches)\b",
        # a caption and its credit
        words=45,
        catches="Oil on canvas, 40 × 60 cm, Town Museum",
        passes="The canvas was as large as a door.",
    ),
    Wording(
        name="a credit behind a caption",
        reason="credit",
        source=any_of(
            r"[.|–-]\s*(?:photo|image|picture)s?(?: credit)?"
            r"(?: (?:by|courtesy of))?\s*:\s*\S.{2,40}$",
            r"^(?:ai[- ]generated|generated (?:by|with))\b.{0,30}$",
        ),
        # a caption and its credit
        words=32,
        catches="The quay at noon. Photo: Jane Doe",
        passes="The quay at noon. The photo shows a boat",
    ),
    Wording(
        name="what the picture above shows",
        # no "caption": those are spoken where captions are asked for, and this is none
        reason="picture-pointer",
        source=r"^\W?(?:the |these |this )?"
        + any_of(
            "photo(?:graph)?",
            "image",
            "picture",
            "screenshot",
            "video",
        )
        + r"s? (?:above|below|(?:at|on the|to the) (?:top|left|right)) (?:is|are|shows?)\b",
        # a caption; a sentence of a story would speak of more
        words=40,
        catches="The image above shows the quay",
        passes="The image of the town suffered",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
