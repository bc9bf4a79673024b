"""No text that a page may hold costs a judgement by wording more than its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.end_notes import is_author_bio, is_company_profile
from audiopress.reading.wording.invitations import names_sponsor
from audiopress.reading.wording.narration import is_narration
from tests.unit.growing_texts import NASTY, grows

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("kind", NASTY)
@pytest.mark.parametrize(
    "judge", [is_author_bio, is_company_profile, names_sponsor, judge_wording, is_narration]
)
def test_boilerplate_is_found_in_time_that_grows_with_the_text(
    judge: Callable[[str], object], kind: str
) -> None:
    assert not (grows(judge, kind) and grows(judge, kind))
