"""A headline that counts anew is asked about; one of a series is not."""

import pytest

from audiopress.studio.files.headlines import count_otherwise, is_one_headline


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gala: 200 came", "THE GALA - 200 came!"),
        ("Café opens at the quay", "Cafe opens at the quay"),
        ("Mayor says “no”", 'Mayor says "No"'),
        ("Schöne Grüße", "Scho\u0308ne Gru\u0308ße"),
        ("The gala ❤\ufe0f", "The gala"),
        ("Мой остров", "МОИ\u0306 ОСТРОВ"),
    ],
)
def test_marks_capitals_and_accents_make_no_other_headline(one, other):
    assert is_one_headline(one, other)
    assert is_one_headline(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("?", "!"),
        ("The ferry", "The ferries"),
        ("мой дом", "мои дом"),
        ("की नाव", "का नाव"),
    ],
)
def test_other_words_or_none_are_no_headline_in_common(one, other):
    assert not is_one_headline(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The gala: 200 came", "The gala: 230 came"),
        ("The gala: 200 came", "THE GALA, 230 came!"),
        ("Gala raises £2,300", "Gala raises £2,345"),
        ("Deaths rise to 14", "Deaths rise to 17"),
        ("Council cuts 3% of its budget", "Council cuts 4 % of its budget"),
        ("1,200 sign against the pier", "1350 sign against the pier"),
        ("Pier costs $3m more", "Pier costs $5m more"),
        ("Police arrest 12 in raid", "Police arrest 14 in raid"),
        ("Nearly 200 came to the gala", "Nearly 230 came to the gala"),
        ("Storm leaves toll of 14", "Storm leaves toll of 17"),
        ("Zahl der Toten steigt auf 14", "Zahl der Toten steigt auf 17"),
        ("14 degrees in the harbour", "15 degrees in the harbour"),
        ("Flood costs 3bn, says mayor", "Flood costs 4bn, says mayor"),
    ],
)
def test_what_is_counted_anew_may_be_the_next_version(one, other):
    assert count_otherwise(one, other)
    assert count_otherwise(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The pier, part 1", "The pier, part 2"),
        ("Part 1: the pier", "Part 2: the pier"),
        ("Day 3 of the trial", "Day 4 of the trial"),
        ("Week 12 in pictures", "Week 13 in pictures"),
        ("The budget of 2025", "The budget of 2026"),
        ("2025 in review", "2026 in review"),
        ("Weather for 3 May", "Weather for 4 May"),
        ("Weather for May 3", "Weather for May 4"),
        ("Weather for 3/5", "Weather for 4/5"),
        ("The 21st ferry", "The 22nd ferry"),
        ("The daily puzzle 134", "The daily puzzle 135"),
        ("Skerry 2-1 Mainland", "Skerry 3-1 Mainland"),
        ("Letter #4 from the quay", "Letter #5 from the quay"),
        ("The 9:30 boat is late", "The 10:30 boat is late"),
        ("Episode 5 is here", "Episode 6 is here"),
        ("Folge 5 ist da", "Folge 6 ist da"),
        ("Road A4 is shut", "Road A5 is shut"),
        ("The gala: 200 came", "The gala: 200 came"),
        ("The gala: 200 came", "200 came to the gala"),
        ("The gala: 200 came", "The gala: 230 went"),
        ("The ferry", "The ferry 2"),
        ("El tiempo del 3 de mayo", "El tiempo del 4 de mayo"),
        ("Previsão: 3 de março", "Previsão: 4 de março"),
        ("Il meteo: 3 maggio", "Il meteo: 4 maggio"),
        ("Het weer op 3 mei", "Het weer op 4 mei"),
        ("Météo du 3 juin", "Météo du 4 juin"),
        ("Apollo 11 lands", "Apollo 12 lands"),
        ("iPhone 15 review", "iPhone 16 review"),
        ("Boeing 737 grounded", "Boeing 747 grounded"),
        ("Python 3.11 is out", "Python 3.12 is out"),
        ("Psalm 23 sung", "Psalm 24 sung"),
        ("10 Downing Street today", "11 Downing Street today"),
        ("Class of 92 reunited", "Class of 93 reunited"),
        ("GPT-4 is out", "GPT-5 is out"),
        ("Back in the 80s again", "Back in the 90s again"),
        ("The 100m final", "The 200m final"),
        ("5G comes to Skerry", "6G comes to Skerry"),
        ("News at 6", "News at 10"),
        ("The 9 bus is late", "The 10 bus is late"),
        ("Doors open by 5 pm", "Doors open by 6 pm"),
    ],
)
def test_a_figure_that_names_which_one_is_another_article(one, other):
    assert not count_otherwise(one, other)
    assert not count_otherwise(other, one)
