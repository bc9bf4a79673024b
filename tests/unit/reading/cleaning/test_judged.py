"""The blocks of an article with their reasons so far, as rules change them."""

from audiopress.reading.cleaning.example_blocks import ALONE, STORY, heading, item, paragraph
from audiopress.reading.cleaning.judged import Judged, JudgedBlocks


def judged(*blocks: Judged) -> JudgedBlocks:
    return JudgedBlocks(blocks, byline="", uri="https://www.bridgeways.example/a")


def test_the_first_reason_stays():
    blocks = judged(*STORY)
    blocks.leave_out(0, "share")
    blocks.leave_out_all(range(2), "advert")
    assert [one.reason for one in blocks] == ["share", "advert", "", ""]
    assert [one.block for one in blocks] == [one.block for one in STORY]


def test_what_is_kept_has_no_reason():
    blocks = judged(paragraph("Related", "related"))
    assert not blocks[0].is_spoken
    blocks.keep(0)
    assert blocks[0].is_spoken


def test_what_is_spoken_between_two_blocks():
    blocks = judged(*STORY[:2], paragraph("Related", "related"), *STORY[2:])
    assert blocks.numbers_spoken() == [0, 1, 3, 4]
    assert blocks.numbers_spoken(1, 4) == [1, 3]


def test_a_section_ends_at_the_next_heading_or_with_the_article():
    blocks = judged(heading("One"), *STORY[:2], heading("Two"), STORY[2])
    assert [blocks.find_section_end(at) for at in range(5)] == [3, 3, 3, 5, 5]


def test_runs_are_neighbours_that_belong_together():
    blocks = judged(item("a"), item("b"), STORY[0], item("c"))
    runs = blocks.find_runs(lambda one: one.block.kind == "list_item")
    assert list(runs) == [[0, 1], [3]]


def test_whether_an_extractor_chose_anything():
    assert judged(*STORY).has_votes
    assert not judged(
        paragraph("The towers", hints=ALONE), paragraph("The road", hints=())
    ).has_votes


def test_the_publisher_is_known_by_the_host():
    assert judged(*STORY).publisher_names == {"bridgeways"}
