"""Who publishes a page."""

from tests.unit.text_blocks import STORY, block, read, story


def test_the_publisher_is_known_by_the_host_and_not_by_the_subject():
    cry = "Cross the river with Bridgeways, your guide to every crossing, today!"
    uri = "https://www.bridgeways.example/a"
    said, _ = read(*story()[:2], block(cry), *story()[2:], uri=uri)
    assert cry not in said
    subject = [block(f"{text} Bridge by Bridge.") for text in STORY]
    plain = "At the Bridge you can stop and see how it works, today!"
    said, _ = read(*subject, block(plain), *story(), uri=uri)
    assert plain in said
