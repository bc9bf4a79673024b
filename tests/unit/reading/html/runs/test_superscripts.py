"""What a raised figure is: a power, the mark of a note, or a part of a word."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read

END = " as the council of the town was told on Tuesday night by its own engineers."

POWERS = {
    "It took 10<sup>9</sup> years": "It took 10⁹ years",
    "A gap of 10<sup>-9</sup> metres": "A gap of 10⁻⁹ metres",
    "A gap of 10<sup>−12</sup> metres": "A gap of 10⁻¹² metres",
    "Some 6.02 × 10<sup>23</sup> atoms": "Some 6.02 × 10²³ atoms",
    "All 2<sup>10</sup> bytes": "All 2¹⁰ bytes",
    "A flat of 25 m<sup>2</sup>": "A flat of 25 m²",
    "A lake of 300km<sup>2</sup>": "A lake of 300km²",
    "It fell at 9.8 m/s<sup>2</sup>": "It fell at 9.8 m/s²",
    "Dust of 30 µg/m<sup>3</sup>": "Dust of 30 µg/m³",
    "A force of 3 kg m s<sup>-2</sup>": "A force of 3 kg m s⁻²",
    "A board of 12 in<sup>2</sup>": "A board of 12 in²",
    "She wrote E = mc<sup>2</sup>": "She wrote E = mc²",
    "The area πr<sup>2</sup>": "The area πr²",
    "He drew a<sup>2</sup> + b<sup>2</sup> = c<sup>2</sup>": "He drew a² + b² = c²",
    "He drew b<sup>2</sup> - 4ac": "He drew b² - 4ac",
    "He drew (a + b)<sup>2</sup>": "He drew (a + b)²",
    "The square <i>x</i><sup>2</sup>": "The square x²",
    "The curve e<sup>x</sup>": "The curve eˣ",
    "All 2<sup>n</sup> ways": "All 2ⁿ ways",
    "The term x<sup>n+1</sup>": "The term xⁿ⁺¹",
    "An R<sup>2</sup> of .9": "An R² of .9",
    "Tests with <sup>14</sup>C": "Tests with ¹⁴C",
    "Rods of <sup>235</sup>U": "Rods of ²³⁵U",
    "A field of 4.5<sup>2</sup> metres": "A field of 4.5² metres",
    "A flow of 4 L<sup>-1</sup>": "A flow of 4 L⁻¹",
    "It took 5 mol L<sup>−1</sup>": "It took 5 mol L⁻¹",
    "The sum of x<sub>i</sub><sup>2</sup>": "The sum of xi²",
    "Here <i>E</i> = <i>ρgH</i><sup>2</sup>/8": "Here E = ρgH²/8",
    "Here E = ρgH<sup>2</sup>/8": "Here E = ρgH²/8",
    "So <i>mc</i><sup>2</sup> it": "So mc² it",
    "All x<sup>2n</sup> of": "All x²ⁿ of",
    "The curve e<sup>ix</sup>": "The curve eⁱˣ",
    "The curve e<sup>iπ</sup> + 1": "The curve e^(iπ) + 1",
    "It is kq<sub>1</sub>q<sub>2</sub>/r<sup>2</sup>": "It is kq1q2/r²",
    "A wave e<sup>−λt</sup>": "A wave e^(−λt)",
    "All of ½mv<sup>2</sup>": "All of ½mv²",
    "The root x<sup>1/2</sup>": "The root x^(1/2)",
    "The law PV<sup>γ</sup> = C": "The law PVᵞ = C",
    "A rate of σT<sup>4</sup>": "A rate of σT⁴",
    "It is 2<sup>2<sup>n</sup></sup> ways": "It is 2^(2ⁿ) ways",
    "The growth P(1 + r)<sup>nt</sup>": "The growth P(1 + r)ⁿᵗ",
    "It has x<sup>a+b</sup> = x<sup>a</sup>x<sup>b</sup>": "It has xᵃ⁺ᵇ = xᵃxᵇ",
    "It is sin<sup>2</sup>θ + cos<sup>2</sup>θ": "It is sin²θ + cos²θ",
    "The SO<sub>4</sub><sup>2−</sup> ion": "The SO4²⁻ ion",
    "The rest of 7<sup>99</sup> mod 10": "The rest of 7⁹⁹ mod 10",
    "Some 10<sup>5.5</sup> of": "Some 10^(5.5) of",
}

NOTES = {
    "It cost $500<sup>3</sup> a seat": "It cost $500 a seat",
    "It cost £1.5<sup>2</sup> a seat": "It cost £1.5 a seat",
    "The mayor<sup>1</sup> of the town": "The mayor of the town",
    "He was born in<sup>2</sup> the town": "He was born in the town",
    "It rose by 4.5%<sup>2</sup> a year": "It rose by 4.5% a year",
    "It was so in 1998<sup>3</sup>": "It was so in 1998",
    "“All is well.”<sup>4</sup> He left": "“All is well.” He left",
    "All is well.<sup>12</sup> He left": "All is well. He left",
    "The mayor<sup>1,2</sup> of the town": "The mayor of the town",
    "The mayor<sup>[3]</sup> of the town": "The mayor of the town",
    "The mayor<sup>†</sup> of the town": "The mayor of the town",
    "The mayor<sup><a href='#n1'>1</a></sup> left": "The mayor left",
    "The mayor<a href='#fn1'><sup>1</sup></a> left": "The mayor left",
    "The mayor<a href='#fn-1' class=footnote-ref>1</a> left": "The mayor left",
    "Vitamin C<sup>2</sup> is good": "Vitamin C is good",
    "Plan B<sup>1</sup> is good": "Plan B is good",
    "So it is.<sup>a</sup> He left": "So it is. He left",
    "The mayor,<sup>b,c</sup> it is said": "The mayor, it is said",
    "“All is well.”<sup>d</sup> He left": "“All is well.” He left",
    "It cost $500<sup>12</sup> a seat": "It cost $500 a seat",
    "The CO<sub>2</sub><sup>3</sup> of it": "The CO2 of it",
    "It was so in 1998<sup>a</sup>": "It was so in 1998",
    "It was so in 1,250<sup>b</sup> cases": "It was so in 1,250 cases",
    "It cost £50<sup>a</sup> then": "It cost £50 then",
    "“So be it.”<sup>ix</sup> He left": "“So be it.” He left",
    "The <i>TV</i><sup>3</sup> of it": "The TV of it",
    "The <i>Ivy</i><sup>2</sup> of it": "The Ivy of it",
    "The <i>cwm</i><sup>2</sup> of it": "The cwm of it",
    "The R&amp;D<sup>2</sup> of it": "The R&D of it",
}

WORDS = {
    "The 1<sup>st</sup> of May": "The 1st of May",
    "The 2<sup>nd</sup> of May": "The 2nd of May",
    "Le 2<sup>e</sup> jour": "Le 2e jour",
    "Water is H<sub>2</sub>O": "Water is H2O",
    "It is CO<sub>2</sub> that warms": "It is CO2 that warms",
    "The log<sub>2</sub> of it": "The log2 of it",
    "A Ropewalk<sup>TM</sup> rope": "A Ropewalk™ rope",
    "A Ropewalk<sup>®</sup> rope": "A Ropewalk® rope",
    "M<sup>me</sup> Dupont": "Mme Dupont",
    "M<sup>lle</sup> Dupont": "Mlle Dupont",
    "D<sup>r</sup> Bell": "Dr Bell",
    "S<sup>t</sup> John": "St John",
    "Le 1<sup>er</sup> mai": "Le 1er mai",
    "It is N<sup>o</sup> 5 of": "It is Nº 5 of",
    "It is n<sup>os</sup> 5 and 6 of": "It is nº 5 and 6 of",
    "D.<sup>a</sup> Ana": "D.a Ana",
    "Ham at $4<sup>99</sup> a pound": "Ham at $4.99 a pound",
    "Ham at 4<sup>99</sup> a pound": "Ham at 4.99 a pound",
    "Ham at 3<sup>95</sup> each": "Ham at 3.95 each",
    "Ham at €12.<sup>50</sup> a kilo": "Ham at €12.50 a kilo",
    "Ham at £3<sup>05</sup> a pound": "Ham at £3.05 a pound",
    "It has 20<sup>°</sup>": "It has 20°",
    "It has 20<sup>o</sup>C": "It has 20°C",
    "It lay at 51<sup>o</sup> N": "It lay at 51° N",
    "El 1<sup>o</sup> de mayo": "El 1º de mayo",
    "La 2<sup>a</sup> casa": "La 2ª casa",
    "It is 12<sup>1</sup>/<sub>2</sub> miles": "It is 12 1/2 miles",
    "It is 12<sup>3</sup>&frasl;<sub>4</sub> miles": "It is 12 3⁄4 miles",
    "Some <sup>2</sup>/<sub>3</sub> of it": "Some 2/3 of it",
    "A <sup>15</sup>&frasl;<sub>16</sub> bolt": "A 15⁄16 bolt",
}


def said(text: str, below: str = "") -> str:
    spoken, _ = read(f"<p>{text}{END}</p>{below}")
    return next(line for line in spoken if line.endswith(END.strip())).removesuffix(END)


@pytest.mark.parametrize("text", POWERS)
def test_a_power_is_written_as_one(text: str) -> None:
    assert said(text) == POWERS[text]


@pytest.mark.parametrize("text", NOTES)
def test_the_mark_of_a_note_is_left_out(text: str) -> None:
    assert said(text) == NOTES[text]
    assert "note-mark" in {reason for _, reason in read(f"<p>{text}{END}</p>")[1]}


@pytest.mark.parametrize("text", WORDS)
def test_what_belongs_to_a_word_stays(text: str) -> None:
    assert said(text) == WORDS[text]


def test_a_note_with_that_number_makes_it_a_mark() -> None:
    text = "They counted 350<sup>2</sup> ropes"
    assert said(text) == "They counted 350² ropes"
    assert said(text, "<ol><li id=fn2>The harbour report.</ol>") == "They counted 350 ropes"
    assert said("It took 10<sup>2</sup> years", "<p id=fn2>A report.</p>") == "It took 10² years"


def test_the_selector_has_the_text_of_the_page() -> None:
    from tests.unit.ferry_page import PARAGRAPHS  # noqa: PLC0415 - another page
    from tests.unit.ferry_page import read as read_ferry  # noqa: PLC0415

    line = "The pier is 10<sup>3</sup> years old<sup>2</sup>, and will be mended in the spring."
    article, _ = read_ferry(f"<h1>Harbour ferry</h1>{PARAGRAPHS}<p>{line}</p>{PARAGRAPHS}")
    block = next(block for block in article.blocks if "pier is" in block.text)
    assert block.text == "The pier is 10³ years old, and will be mended in the spring."
    assert block.selector is not None
    assert "103 years old2," in block.selector.exact


FORMULAS = {
    "The sum ∑<sub>i=1</sub><sup>n</sup> x<sub>i</sub> grows": "∑_{i=1}^{n} xi",
    "So ∫<sub>0</sub><sup>∞</sup> e<sup>−x<sup>2</sup></sup> dx is": "∫_{0}^{∞} e^(−x²) dx",
    "So F<sub>n</sub> = F<sub>n−1</sub> + F<sub>n−2</sub> is": "Fn = F_{n−1} + F_{n−2}",
    "The limit lim<sub>x→0</sub> is": "lim_{x→0}",
    "The matrix A<sup>T</sup> is": "A^{T}",
}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_that_cannot_be_said_is_left_out_whole(text: str) -> None:
    before, *_, behind = text.replace("<", ">").split(">")
    words = f"{before.split()[0]} {before.split()[1]}" if before.split()[0] == "The" else "So"
    assert said(text) == f"{words} {behind.split()[-1]}"
    assert (FORMULAS[text], "formula") in read(f"<p>{text}{END}</p>")[1]
