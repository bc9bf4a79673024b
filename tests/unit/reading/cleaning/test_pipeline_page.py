"""The page on reading says what the code does, and its example is a rule that works."""

import re
import textwrap

from cleaning_examples import judged_as, written
from reading_tables import PAGE, TABLE, fill_in, make_tables

from audiopress.reading.cleaning.pipeline import RULES

CODE = re.compile(r"^ *```python\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def test_the_tables_are_those_of_the_code():
    page = PAGE.read_text("utf-8")
    assert {found[2] for found in TABLE.finditer(page)} == set(make_tables())
    assert fill_in(page) == page, "write them anew: python tests/reading_tables.py --write"


def test_the_rule_of_the_page_works():
    code = CODE.search(PAGE.read_text("utf-8"))
    room = {}
    exec(textwrap.dedent(code[1]), room)  # noqa: S102 - the page's own example
    rule = room["SOLUTION"]
    at = [one.name for one in RULES].index("tail")
    rules = (*RULES[:at], rule, *RULES[at:])
    assert {*rule.after} <= {one.name for one in RULES[:at]}
    for example in (rule.left_out, rule.spoken):
        assert judged_as(example, rules=rules) == written(example)
    assert judged_as(rule.left_out) != written(rule.left_out)
