"""A lexicon is the only XML that is read; it may come from somebody else."""

import time
from itertools import pairwise

import pytest

from audiopress.errors import ConfigError
from audiopress.speaking.lexicon import parse_pls

LEXICON = (
    '<!DOCTYPE lexicon [{entities}]><lexicon version="1.0" alphabet="ipa" xml:lang="en"'
    ' xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">'
    "<lexeme><grapheme>Skerry</grapheme><alias>{alias}</alias></lexeme></lexicon>"
)


def test_entities_that_multiply_are_refused_at_once():
    names = "abcdefghij"
    doubled = "".join(
        f'<!ENTITY {name} "{("&" + before + ";") * 10}">' for before, name in pairwise(names)
    )
    bomb = LEXICON.format(entities=f'<!ENTITY a "lol">{doubled}', alias="&j;")
    before = time.process_time()
    with pytest.raises(ConfigError, match="no XML"):
        parse_pls(bomb.encode(), "bomb.pls")
    assert time.process_time() - before < 1


@pytest.mark.parametrize("kind", ["SYSTEM", "PUBLIC 'x'"])
def test_nothing_is_read_for_an_entity(tmp_path, kind):
    secret = tmp_path / "secret"
    secret.write_text("the keeper's own", "utf-8")
    entity = f'<!ENTITY a {kind} "{secret.as_uri()}">'
    lexicon = LEXICON.format(entities=entity, alias="&a; skerry")
    assert "keeper" not in repr(parse_pls(lexicon.encode(), "outer.pls"))
