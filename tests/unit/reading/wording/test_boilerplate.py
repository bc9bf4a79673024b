"""Every rule of boilerplate, tried with its own examples, alone and among all others."""

from collections import Counter

import pytest

from audiopress.reading.wording.boilerplate import find_wording, is_boilerplate, judge_wording
from audiopress.reading.wording.rules import KINDS, ORDER, RULES
from audiopress.reading.wording.wording import Wording

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_a_rule_catches_its_example_before_all_others(rule: Wording) -> None:
    found = find_wording(rule.catches, rule.links)
    assert found is not None, f"the rule {rule.name!r} does not match its own example"
    assert found is rule, (
        f"{found.name!r} is asked first and catches it: {rule.name!r} is not needed, or is to be"
        " named before it in ORDER"
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


def test_no_rule_is_left_out_and_none_has_the_name_of_another() -> None:
    names = Counter(rule.name for kind in KINDS for rule in kind.WORDINGS)
    assert max(names.values()) == 1
    assert sorted(rule.name for rule in RULES) == sorted(names)


def test_the_order_is_kept_and_rules_that_it_does_not_name_come_last() -> None:
    assert len(set(ORDER)) == len(ORDER)
    assert [rule.name for rule in RULES][: len(ORDER)] == list(ORDER)


def test_a_headline_may_call_and_may_be_nothing_else() -> None:
    assert is_boilerplate("Read more: The bridge that nobody crossed")
    assert not is_boilerplate("Tell us the truth about the bridge")
    assert not is_boilerplate("The bridge that nobody crossed")
