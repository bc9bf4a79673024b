from pathlib import Path

from audiopress_json import JsonSource

from audiopress.testing import check_source

EXPORT = Path(__file__).with_name("export.json")


def test_it_conforms() -> None:
    check_source(JsonSource(), str(EXPORT))
