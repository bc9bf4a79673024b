"""Cleaning by neighbours: what boxes own, what is said twice, what stays amid the story."""

import pytest

from audiopress.model import Article, Block, Reading, Selector
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.wording.boilerplate import judge_wording
from tests.unit.text_blocks import LATER, STORY, TITLE, block, heading, item, later, read, story


@pytest.mark.parametrize(
    ("text", "links", "reason"),
    [
        ("Cover photo by Jo Bloggs", 0.0, "credit"),
        ("Oil on canvas, 40 × 60 cm, Town Museum", 0.0, "credit"),
        ("Enter code SPRING at the checkout", 0.3, "deal"),
        ("Discounted kettle: now 30 percent off in all colours", 0.1, "deal"),
        ("Buy it here for $20", 1.0, "deal"),
        ("Follow along for live updates below", 0.0, "live-blog"),
        ("If you'd like to know more, visit our office in Main Street", 0.1, "call"),
        ("To talk to an adviser who knows your town, click the button below", 0.0, "call"),
        ("Let us know in the comments which one you prefer", 0.0, "call"),
        ("Drop your thoughts in the YouTube comments.", 0.0, "call"),
        ("If you want more tips for the road, check out these guides!", 0.0, "call"),
        ("Check out our infographic on how to breathe.", 0.0, "call"),
        ("This might also be interesting to you:", 0.0, "read-more"),
        ("This essay was reprinted in the Harbour Review.", 0.0, "published-line"),
        ("[2] Tides and Boats, Miller A. J Harbour Sci. 2015; 28: 685", 0.0, "footnote"),
        ("Why You Can Trust Our Content", 0.0, "boilerplate"),
        ("All our content is written and reviewed by people who live here.", 0.0, "boilerplate"),
        ("For further details of the plan, see the report", 0.4, "read-more"),
        ("Check out our guide to bridges", 0.5, "read-more"),
        ("This story is part of a series on bridges", 0.2, "read-more"),
        ("* indicates a member of the club", 0.0, "legend"),
        ("4.5/5", 0.0, "rating"),
        ("Evening Show with Jo Bloggs, weekdays 7pm – 10 p.m.", 0.0, "presenter-slot"),
        ("Published: 3 May 2024", 0.0, "published-line"),
        ("© 2024 Example Press", 0.0, "copyright"),
        ("Reviewed by Jane Doe", 0.0, "byline"),
        ("Haz clic aquí para recibir el boletín", 0.2, "appeal"),
        ("Transcripts may contain errors and be revised", 0.0, "transcript-note"),
        ("We apologize, but this video has failed to load.", 0.0, "player"),
        ("Your one-off or monthly donations keep us going", 0.0, "donation"),
    ],
)
def test_wording(text, links, reason):
    assert judge_wording(text, links) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Support and maintenance",
        "Check out the old station before it is torn down",
        "They ticked a box to say that they had read the terms and conditions of the ferry.",
        "It will open on weekdays from 9am to 5pm.",
        "Surgery hours are Monday to Friday, 8am-6.30pm.",
        "The fair opens on Saturday at 9am–5pm",
        "Published figures show 40 people were hurt.",
        "© marks were found on the plate.",
        "Copyright law will change in May",
        "He said the photo by the door was hers",
        "The deal is worth 30 percent of the company",
        "Buy-to-let landlords sold 40 percent of their flats",
    ],
)
def test_wording_of_stories(text):
    assert judge_wording(text) is None


def test_a_doubtful_line_the_extractor_chose_stays_without_a_link():
    line = "Learn more about the history of the bridge and why it was built so low."
    said, _ = read(*story(), block(line), later()[0])
    assert line in said
    _, left = read(*story(), block(line, links=0.5), later()[0])
    assert left[line] == "read-more"


def test_words_of_a_post_stay_where_the_story_introduces_them():
    post = block("We are so proud of everyone who worked on this.", "quote", hints=("embed",))
    sign = block("— Town Hall (@town) May 3, 2024", "quote", hints=("embed",))
    said, left = read(*story(), block("The mayor posted her thanks:"), post, sign)
    assert post.text in said
    assert left[sign.text] == "embedded-post"
    _, left = read(*story(), post, sign)
    assert left[post.text] == "embedded-post"


def test_a_post_whose_words_were_just_quoted_is_said_once():
    words = "we are so proud of everyone who worked on this for two whole years"
    told = block(f"The mayor wrote on X that “{words}”.")
    post = block(words.capitalize() + ".", "quote", hints=("embed",))
    said, left = read(*story(), told, post)
    assert told.text in said
    assert left[post.text] in ("repeated", "pull-quote")


def test_a_short_sentence_between_chosen_ones_stays():
    said, left = read(
        *story(), block("“Oh no,” said the captain.", hints=("alone",)), later()[0],
        block("Adverts on this page", hints=("alone",)),
    )  # fmt: skip
    assert "“Oh no,” said the captain." in said
    assert left["Adverts on this page"]


def test_a_question_that_heads_an_answer_stays():
    said, _ = read(*story(), block("How long will the ferries run?", hints=("alone",)), later()[0])
    assert "How long will the ferries run?" in said


def test_a_headline_behind_the_story_is_not_believed():
    pairs = [f"{text} {more}" for text in STORY for more in LATER]
    long = [block(pair, hints=("before-title",)) for pair in pairs]
    article = Article(uri="", title=TITLE.text, blocks=(*long, TITLE), language="en")
    cleaned, _ = clean(article, Reading())
    assert len(cleaned.blocks) == 17
    few = (block(LATER[0], hints=("before-title",)), TITLE, *story())
    cleaned, left = clean(Article(uri="", title=TITLE.text, blocks=few, language="en"), Reading())
    assert left[0].reason == "before-headline"


def test_a_table_of_sentences_is_read_and_one_of_figures_is_not():
    cells = ["Step", "Why", *LATER]
    figures = ["1990", "4", "1991", "5"]
    said, left = read(
        *story(), *(block(text, "table") for text in cells), block("That is not all of it."),
        *(block(text, "table") for text in figures),
        block("The rest of it is to come in May."),
    )  # fmt: skip
    assert [text for text in cells if text in said] == cells[2:]
    assert set(left.values()) == {"table"}


def test_a_list_that_counts_up_the_headings_is_left_out_and_they_stay():
    heads = ["Why it was closed", "What was repaired", "What comes next"]
    parts = [part for n, head in enumerate(heads) for part in (heading(head), later()[n])]
    said, left = read(
        block("In this article you will find out all of this:"), *map(item, heads), *parts
    )
    assert [text for text in said if text in heads] == heads
    assert left["In this article you will find out all of this:"] == "contents"


def test_sources_are_left_out_up_to_the_next_heading():
    notes = [item(f"Report {n} on bridges, 2024.", links=0.3) for n in range(3)]
    said, left = read(
        *story(), *later()[1:], heading("References"), *notes, heading("Later"), later()[0]
    )
    assert left["Report 1 on bridges, 2024."] == "references"
    assert "Later" in said
    said, _ = read(*story(), heading("Sources"), *later())
    assert LATER[1] in said


def test_figures_typed_cell_by_cell_are_a_table():
    cells = ["4.7", "12 to 25", "One adviser", "$0 to $75", "3.4", "9 users"]
    said, left = read(*story(), *map(block, cells), *later())
    assert not set(said) & set(cells)
    assert "table" in left.values()
    verse = ["The river runs", "Below the stone", "And over it", "The gulls alone", "Are crying"]
    said, _ = read(*story(), *map(block, verse), *later())
    assert set(verse) <= set(said)


def test_most_of_a_list_linked_takes_the_rest_with_it_and_one_link_stays():
    def linked(text):
        return item(text, links=1.0, hints=("opens-with-link", "voted"))

    odd = item(
        "Northern ferries, the oldest of them", links=0.5, hints=("opens-with-link", "voted")
    )
    said, _ = read(
        *story(), linked("Eastern"), linked("Western"), linked("Southern"), odd, later()[0]
    )
    assert odd.text not in said
    said, _ = read(*story(), *map(item, STORY), linked("Buy a ticket"), later()[0])
    assert "Buy a ticket" in said


def test_other_stories_as_dated_cards_are_left_out_and_linked_headings_are_not():
    def row(*, dated):
        for n in range(3):
            yield heading(f"Another story number {n} of the day", links=1.0)
            if dated:
                yield block(f"May {n + 1}, 2024")
            yield block(f"The town has decided on plan {n} after a long debate on Tuesday.")

    said, _ = read(*story(), *row(dated=True))
    assert said == STORY
    said, _ = read(*story(), *row(dated=False))
    assert len(said) == 10


def test_who_paid_owns_the_section():
    said, left = read(
        *story(), heading("A kettle for everyone"), block("This post is sponsored by Kettles."),
        block("It boils faster than any other kettle that we have seen this year."),
        heading("Back to the bridge"), later()[0],
    )  # fmt: skip
    assert said == [*STORY, "Back to the bridge", LATER[0]]
    assert set(left.values()) == {"advert"}


def test_a_sponsor_of_the_bridge_is_no_advert():
    line = "The festival on the bridge was sponsored by a bank and drew large crowds."
    said, _ = read(*story(), heading("Festival"), block(line), later()[0])
    assert {"Festival", line} <= set(said)


def test_the_last_section_that_asks_for_custom_is_left_out():
    offer = block(
        "Our team repairs roofs of every kind. Contact us for a quote before your roof leaks.",
        links=0.1,
    )
    said, left = read(*story(), heading("Let us help"), offer)
    assert said == STORY
    assert left[offer.text] == "promotion"
    end = block("We must ask how we build: you will learn more from the report on the cables.")
    said, _ = read(*story(), heading("Conclusion"), end)
    assert end.text in said


def test_a_paragraph_that_opens_with_a_wish_and_offers_is_left_out():
    offer = block(
        "Looking for a way to cross? Our boats leave every hour: book a seat today.", links=0.2
    )
    plain = block("Looking for a way to cross? The old tunnel is open to all, and it is dry.")
    said, _ = read(*story()[:2], offer, plain, *story()[2:])
    assert plain.text in said
    assert offer.text not in said


def test_the_publisher_is_known_by_the_host_and_not_by_the_subject():
    cry = "Cross the river with Bridgeways, your guide to every crossing, today!"
    uri = "https://www.bridgeways.example/a"
    said, _ = read(*story()[:2], block(cry), *story()[2:], uri=uri)
    assert cry not in said
    subject = [block(f"{text} Bridge by Bridge.") for text in STORY]
    plain = "At the Bridge you can stop and see how it works, today!"
    said, _ = read(*subject, block(plain), *story(), uri=uri)
    assert plain in said


def test_a_note_on_the_author_above_the_story_is_left_out():
    note = block("Jane is a writer who covers bridges and has done so for 20 years.")
    said, left = read(note, *story(), byline="Jane Doe")
    assert said == STORY
    assert left[note.text] == "about-the-author"
    said, _ = read(note, *story(), byline="Max Muster")
    assert note.text in said


def test_a_last_section_about_the_company_is_left_out():
    said, left = read(
        *story(),
        *story()[:0],
        heading("About Bridgeways"),
        block("Bridgeways makes maps of every bridge."),
    )
    assert said == STORY
    assert set(left.values()) == {"boilerplate"}
    said, _ = read(heading("About the bridge and its towers today"), *story())
    assert len(said) == 5


def test_the_tail_never_takes_the_whole_story():
    only = block("Those who were there may tell Jane Doe at jane@example.org.", links=0.1)
    said, left = read(only)
    assert said == [only.text]
    _, left = read(*story(), only)
    assert left[only.text] == "about-the-author"


def test_a_plan_may_repeat_itself_and_a_page_with_two_copies_may_not():
    def day(n):
        lines = {
            "Eat a bowl of oats with berries and milk": 1,
            "Walk for half an hour before you sit down": 2,
            "Drink a large glass of water after it": 3,
            "Stretch both of your legs for ten minutes": 4,
            "Write down how you felt about the day": 5,
        }
        return [block(line) for line, often in lines.items() if n % often == 0]

    plan = [part for n in range(15) for part in (heading(f"Day {n}"), *day(n))]
    said, _ = read(*story(), *plan, *later())
    assert said.count("Eat a bowl of oats with berries and milk") == 15
    said, _ = read(*story(), *story())
    assert said == STORY


def test_a_caption_typed_again_below_its_picture_is_left_out():
    text = "The bridge on the day of its opening, seen from the quay."
    picture = block(text, "caption", hints=("alone", "caption"))
    said, left = read(*story()[:2], picture, block(text, hints=("alone",)), *story()[2:])
    assert said == STORY
    assert left[text] == "caption"


def test_a_byline_leaves_out_nothing_below_it():
    line = "Nobody knows yet how long it will last"
    said, _ = read(heading("By Jane Doe"), block(line), *story(), byline="Jane Doe")
    assert line in said


def test_a_call_that_leads_in_a_list_stays():
    lead = "Ready to cross the river on foot? Here is what you need now:"
    said, _ = read(
        *story(), block(lead), item("A good pair of shoes"), item("Some water"), later()[0]
    )
    assert lead in said


def test_a_card_that_a_line_announces_by_its_title_goes_with_it():
    card = [block("WATCH | How it was built", links=1.0), heading("How it was built")]
    blurb = block("A short film from the workshop.")
    said, _ = read(*story(), *card, blurb, *later())
    assert said == [*STORY, *LATER]
    said, _ = read(*story(), block("WATCH | Something else", links=1.0), card[1], *later())
    assert said == [*STORY, card[1].text, *LATER]


def test_a_line_in_a_plain_text_takes_nothing_else_with_it():
    lines = [*STORY, "Related: the old mill", "“No.”", "Yes.", "They all went home."]
    article = Article(
        uri="a.txt", title=TITLE.text, language="en",
        blocks=(TITLE, *(block(line, hints=()) for line in lines)),
    )  # fmt: skip
    cleaned, left = clean(article, Reading())
    assert [one.text for one in cleaned.blocks[1:]] == [*STORY, *lines[5:]]
    assert [one.reason for one in left] == ["read-more"]


def test_a_plain_text_may_offer_what_it_likes():
    line = "We sell tickets at the gate, and you can book a seat in our boat today."
    article = Article(
        uri="https://bridgeways.example/a.md", title=TITLE.text, language="en",
        blocks=(TITLE, *(block(text, hints=()) for text in [*STORY, line])),
    )  # fmt: skip
    cleaned, _ = clean(article, Reading())
    assert cleaned.blocks[-1].text == line


def test_headings_that_are_a_list_by_themselves_stay():
    heads = [heading(f"Reason number {n} to cross") for n in range(6)]
    link = block("Buy a ticket", links=1.0, hints=("alone",))
    rows = [part for head in heads for part in (head, link)]
    said, left = read(*story(), *rows, heading("In the end"), *later())
    assert [head.text for head in heads if head.text in said] == [head.text for head in heads]
    said, left = read(*story(), *rows[:2], heading("In the end"), *later())
    assert left[heads[0].text] == "heading-of-nothing"


def test_short_lines_above_sentences_are_headings_where_there_are_several():
    lines = ["The towers", "The cables", "The railings", "The road"]
    rows = [[block(line, hints=("alone",)), later()[n]] for n, line in enumerate(lines)]
    said, _ = read(*story(), *(part for row in rows for part in row))
    assert set(lines) <= set(said)
    said, left = read(*story(), *rows[0])
    assert left["The towers"] == "outside-the-story"


@pytest.mark.timeout(30)
def test_a_long_row_of_agencies_that_ends_otherwise_is_looked_at_in_one_pass() -> None:
    assert judge_wording(",".join(["AP"] * 60) + ",x") is None
    assert judge_wording("AP,AFP") == "agency-credit"


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents can sign up for flood alerts by telephone, the agency said.",
        "The daily briefing for generals is delivered every morning by the duty officer.",
        "The judge said the material may not be published before the trial ends.",
        "Topics for the summit include the price of grain and the safety of ships.",
        "Sale of the stadium raised £40m for the club, its accounts show.",
        "Provided by the state, school meals are hot and free in all of the county.",
        "Tell me what you saw, the barrister said to the witness on Friday.",
        "Background: two years ago the school lost its roof in the great storm.",
    ],
)
@pytest.mark.parametrize("hints", [("voted",), ()], ids=["page", "file"])
def test_sentences_that_begin_like_furniture_are_read(
    sentence: str, hints: tuple[str, ...]
) -> None:
    lines = [*STORY[:2], sentence, *STORY[2:]]
    blocks = tuple(
        Block(kind="paragraph", text=line, hints=hints, selector=Selector(exact=line))
        for line in lines
    )
    article = Article(uri="a", title="Harbour", blocks=blocks)
    cleaned, left = clean(article, Reading())
    assert sentence in [block.text for block in cleaned.blocks], left
