"""German times that words tell, their figures still figures."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.dates_and_times.told_times import say_german_times


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nach 3:12 Std. kam", "nach 3 Stunden 12 Minuten kam"),
        ("Das dauert 2:05 h.", "Das dauert 2 Stunden 5 Minuten."),
        ("in 1:01 Stunden", "in 1 Stunde 1 Minute"),
        ("in 3:00 Std.", "in 3 Stunden."),
        ("nach 2:04:12 Std.", "nach 2:04:12 Std."),
        (
            "Kane (48., 63., FE), Ott (12.)",
            "Kane (in der 48. und 63. Minute, Foulelfmeter), Ott (in der 12. Minute)",
        ),
        ("Müller (12./45.)", "Müller (in der 12. und 45. Minute)"),
        ("Kimmich (77.)", "Kimmich (in der 77. Minute)"),
        ("Sané (34. Elfmeter)", "Sané (in der 34. Minute, Elfmeter)"),
        ("Ott (45.+2)", "Ott (in der 45. Minute plus 2)"),
        # A place in a table, and what is no minute.
        ("Bayern (1.) und Mainz (4.)", "Bayern (1.) und Mainz (4.)"),
        ("Artikel (250.)", "Artikel (250.)"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_german_times(written) == said
