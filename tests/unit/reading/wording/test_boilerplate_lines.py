"""Lines as pages have them, and lines of stories that look alike."""

import pytest

from audiopress.reading.wording.boilerplate import judge_wording


@pytest.mark.parametrize(
    ("text", "links", "reason"),
    [
        ("↑ Back to top", 0.0, "skip-link"),
        ("‹ Previous", 0.0, "skip-link"),
        ("“OK.”", 0.0, None),
        ("[^1]: She told us so.", 0.0, "footnote"),
        ("Share the story with friends", 0.0, "share"),
        ("Share the work", 0.0, None),
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
def test_lines_of_pages(text, links, reason):
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
def test_lines_of_stories(text):
    assert judge_wording(text) is None


@pytest.mark.parametrize(
    ("text", "links", "reason"),
    [
        ("The bridge carries trams again. Photo by: 'Jane Doe'.", 0.0, "credit"),
        ("The photo by Jane Doe shows the bridge.", 0.0, None),
        ("(The picture above is just a part of the harbour)", 0.0, "picture-pointer"),
        ("The picture above the altar was sold in May.", 0.0, None),
        ("Note: the name of every rope is clickable.", 0.0, "affiliate"),
        ("I have nine patterns you can grab to begin with", 0.2, "read-more"),
        ("Video – How ropes are laid", 0.0, "player"),
        ("Video of the fall shows how the ropes gave way.", 0.0, None),
        ("This view is shown below. This image is provided courtesy of Jane Doe.", 0.0, "credit"),
        ("What's your take on the bridge?", 0.0, "call"),
        ("What makes a rope hold? Share your thoughts in the comments below!", 0.0, "call"),
        ("Have you been affected by the flood?", 0.0, "call"),
        ("Have you got a tip?", 0.0, "call"),
        ("Do you have any questions?", 0.0, "call"),
        ("Share your photos!", 0.0, "call"),
        ("Have you a story you never told?", 0.0, None),
        ("Have you news of my boy Jack?", 0.0, None),
        ("Do you have questions about your pension? Many people do.", 0.0, None),
        ("Share your photos only with people you trust.", 0.0, None),
        ("“What holds a rope?” she asked.", 0.0, None),
        ("Sign up for the ferry using the same e-mail as before", 0.0, None),
    ],
)
def test_lines_of_offers_and_pictures(text, links, reason):
    assert judge_wording(text, links) == reason


@pytest.mark.timeout(30)
def test_a_long_row_of_agencies_that_ends_otherwise_is_looked_at_in_one_pass() -> None:
    assert judge_wording(",".join(["AP"] * 60) + ",x") is None
    assert judge_wording("AP,AFP") == "agency-credit"
