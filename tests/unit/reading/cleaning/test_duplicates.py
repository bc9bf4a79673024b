"""What a page says twice."""

from tests.unit.text_blocks import STORY, block, heading, later, read, story


def test_a_post_whose_words_were_just_quoted_is_said_once():
    words = "we are so proud of everyone who worked on this for two whole years"
    told = block(f"The mayor wrote on X that “{words}”.")
    post = block(words.capitalize() + ".", "quote", hints=("embed",))
    said, left = read(*story(), told, post)
    assert told.text in said
    assert left[post.text] in ("repeated", "pull-quote")


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


def test_a_quote_that_is_said_nowhere_else_is_the_story_s():
    quote = block("Nobody looks at a cable until it breaks.", "quote")
    name = block("Jane Doe", "quote", hints=("alone",))
    named = block("Cables are looked at once a year, Doe said on the quay.")
    assert quote.text in read(*story(), quote, name, named, *later())[0]
