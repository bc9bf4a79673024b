"""Every rule of boilerplate, tried with its own examples, alone and among all others."""

from collections import Counter

import pytest

from audiopress.reading.wording.boilerplate import find_wording, is_boilerplate, judge_wording
from audiopress.reading.wording.rules import KINDS, RULES
from audiopress.reading.wording.wording import Wording

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_a_rule_catches_its_example_before_all_others(rule: Wording) -> None:
    found = find_wording(rule.catches, rule.links)
    assert found is not None, f"the rule {rule.name!r} does not match its own example"
    assert found is rule, (
        f"{found.name!r} is asked first and catches it: {rule.name!r} is not needed, or is to stand"
        " above it"
    )
    assert judge_wording(rule.catches, rule.links) == rule.reason


@each_rule
def test_a_rule_lets_its_other_example_pass_and_so_do_all_others(rule: Wording) -> None:
    found = find_wording(rule.passes, rule.links)
    reason = judge_wording(rule.passes, rule.links)
    assert reason is None, f"{found and found.name!r} catches it"


@each_rule
def test_a_limit_is_a_limit(rule: Wording) -> None:
    assert 0 <= rule.links < 1
    padding = " x" * (rule.words - rule.catches.count(" "))
    assert find_wording(rule.catches + padding, rule.links) is not rule
    if rule.links:
        assert find_wording(rule.catches, rule.links / 2) is not rule


# figures written out, so that no rule's limit moves unseen: the words, and the share of links
LIMITS = (
    ("Topics: one, two, three, four, five, six, seven, eight", 0.0, "topics"),
    ("Topics: one, two, three, four, five, six, seven, eight, nine", 0.0, None),
    ("Image 3 of 12 of the old harbour", 0.0, "gallery"),
    ("Image 3 of 12 of the old town harbour", 0.0, None),
)


@pytest.mark.parametrize(("line", "links", "reason"), LIMITS)
def test_limits_in_figures(line: str, links: float, reason: str | None) -> None:
    assert judge_wording(line, links) == reason


# on each side of each threshold of `judge_wording` a line that a rule matches
JUDGED = (
    # a sentence of a story, of which less than a tenth is linked
    ("Join us, the strikers sang.", 0.0, None),
    ("Join us, the strikers sang.", 0.09, None),
    ("Join us, the strikers sang.", 0.1, "subscribe"),
    # four words are a sentence, three are a button
    ("Skip to main content.", 0.0, None),
    ("Back to top.", 0.0, "skip-link"),
    ("Back to top of it", 0.0, "skip-link"),
    # a label has no full stop, an invitation may
    ("Image 3 of 12 now.", 0.0, None),
    ("Image 3 of 12 now", 0.0, "gallery"),
    ("Topics: bridges, ships, quays.", 0.0, None),
    ("Topics: bridges, ships, quays", 0.0, "topics"),
    ("Subscribe to our newsletter today.", 0.0, "newsletter"),
    # a caption and its credit, whatever the caption tells
    ("The mayor opened it. Photo: Jane Doe, he said.", 0.0, "credit"),
    ("She kept the picture - photo: it was hers, she said.", 0.0, None),
)


@pytest.mark.parametrize(("line", "links", "reason"), JUDGED)
def test_a_line_on_each_side_of_what_saves_a_sentence(
    line: str, links: float, reason: str | None
) -> None:
    assert find_wording(line, links) is not None
    assert judge_wording(line, links) == reason


# lines that two rules match, the first and the second of them
MATCHED_TWICE = (
    ("In this article", "a label over other stories", "topics and tags"),
    ("You might also like", "a label over other stories", "you may also like"),
    ("Jump to section", "a link about the page", "a table of contents"),
    ("Subscribe now to keep reading our newsletter", "sign up for a newsletter", "a paywall"),
)


@pytest.mark.parametrize(("line", "first", "second"), MATCHED_TWICE)
def test_of_two_rules_the_first_in_the_order_gives_the_reason(
    line: str, first: str, second: str
) -> None:
    by_name = {rule.name: rule for rule in RULES}
    assert by_name[second].pattern.search(line)
    assert find_wording(line) is by_name[first]


def test_no_rule_is_left_out_and_none_has_the_name_of_another() -> None:
    names = Counter(rule.name for kind in KINDS for rule in kind.WORDINGS)
    assert max(names.values()) == 1
    assert sorted(rule.name for rule in RULES) == sorted(names)


def test_a_headline_may_call_and_may_be_nothing_else() -> None:
    assert is_boilerplate("Read more: The bridge that nobody crossed")
    assert not is_boilerplate("Tell us the truth about the bridge")
    assert not is_boilerplate("The bridge that nobody crossed")
