"""A story in blocks to clean, with what a test puts among them."""

from audiopress.model import Article, Block, Reading, Selector
from audiopress.reading.cleaning.pipeline import clean

HERE = Selector(exact="", prefix="", suffix="")
TITLE = Block(kind="heading", level=1, text="Harbour bridge reopens", selector=HERE)
STORY = [
    "The bridge reopened on Monday after two years of repairs to its towers.",
    "Engineers had found cracks in the cables during a routine inspection.",
    "The council paid for the work out of a fund that was set up for storms.",
    "Ferries will go on running until the end of the summer season.",
]
LATER = [
    "Two shops on the quay have said that they may move to the far side.",
    "A second crossing has been talked about for as long as anyone remembers.",
    "Painters will come back in the spring to finish the railings in green.",
    "The oldest of the cables is now kept in a museum beside the town hall.",
]


def block(text, kind="paragraph", level=0, links=0.0, hints=("voted",)):
    level = level or (2 if kind == "heading" else 0)
    return Block(kind=kind, text=text, level=level, links=links, hints=hints, selector=HERE)


def heading(text, **more):
    return block(text, "heading", **more)


def item(text, **more):
    return block(text, "list_item", **more)


def story():
    return [block(text) for text in STORY]


def later():
    return [block(text) for text in LATER]


def read(*blocks, byline="", uri="https://example.org/a", **reading):
    """Return what is spoken below the headline, and the reasons by text."""
    article = Article(
        uri=uri, title=TITLE.text, byline=byline, blocks=(TITLE, *blocks), language="en"
    )
    cleaned, left = clean(article, Reading(**reading))
    said = [one.text for one in cleaned.blocks if one.level != 1]
    return said, {one.text: one.reason for one in left}
