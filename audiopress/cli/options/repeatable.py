"""Which words of a command line are printed again, in a command that is proposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.text.secret_parts import find_secret_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LONGEST", "may_be_repeated"]

LONGEST = 400
"""Characters of sources, or of a command, that a proposal repeats, some lines of a terminal: a
shell makes hundreds of names out of ``*.html``."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f]|//[^/]*@")
"""What is not repeated: signs that a terminal obeys, and an address with a password. Nor is one
with a key, which is blanked in all that is printed."""


def may_be_repeated(words: Sequence[str]) -> bool:
    """Whether words of a command line are fit to be printed."""
    return not any(_UNFIT.search(each) or find_secret_parts(each) for each in words)
