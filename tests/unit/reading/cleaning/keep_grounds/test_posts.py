"""Posts that the story quotes."""

from tests.unit.text_blocks import LATER, STORY, block, later, read, story


def test_words_of_a_post_stay_where_the_story_introduces_them():
    post = block("We are so proud of everyone who worked on this.", "quote", hints=("embed",))
    sign = block("— Town Hall (@town) May 3, 2024", "quote", hints=("embed",))
    said, left = read(*story(), block("The mayor posted her thanks:"), post, sign)
    assert post.text in said
    assert left[sign.text] == "embedded-post"
    _, left = read(*story(), post, sign)
    assert left[post.text] == "embedded-post"


def test_a_post_of_one_paragraph_under_a_sentence_is_read():
    hints = ("alone", "embed")
    post = block("It is a shame that the bridge was closed for so long.", "quote", hints=hints)
    more = block("Nobody had told us of the cracks in its cables either.", "quote", hints=hints)
    by = block("— Jane Doe (@janedoe) May 3, 2024", "quote", hints=hints)
    assert read(*story(), post, by, *later())[0] == [*STORY, post.text, *LATER]
    assert read(*story(), post, more, by, *later())[0] == [*STORY, *LATER]
