"""Names of units."""

from __future__ import annotations

from audiopress.speaking.european.amounts.units import name_unit


def test_names() -> None:
    assert name_unit("km", "fr", one=False) == "kilomètres"
    assert name_unit("TWh", "de", one=False) == "Terawattstunden"
    assert name_unit("GWh", "it", one=True) == "gigawattora"
    assert name_unit("kg", "es", one=True) == "kilo"
    assert name_unit("km/h", "it", one=False) == "chilometri orari"
