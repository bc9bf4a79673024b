"""Marks of notes and editors in a sentence, and brackets that are text."""

import pytest

from audiopress.reading.inline_parts import split_inline_parts

LEFT_OUT = [
    ("The keeper left in 1911.[1][2] His dog stayed.", "The keeper left in 1911. His dog stayed."),
    ("The light went out [12, 13].", "The light went out."),
    ("The light [12–15] went out.", "The light went out."),
    ("As shown [12], [13] and [14], it failed.", "As shown, it failed."),
    ("It failed (see [15]).", "It failed."),
    ("The island[a] is small[iv] and old.", "The island is small and old."),
    ("The island is old,[note 3] they say.", "The island is old, they say."),
    ("The island was sold[when?] twice.[citation needed]", "The island was sold twice."),
    ("It is said[by whom?] to be cursed.[dubious – discuss]", "It is said to be cursed."),
    ("It is green.[additional citation needed]", "It is green."),
    ("It is high.[clarification needed] It is old.", "It is high. It is old."),
    ("It is high.[citation needed March 2019]", "It is high."),
    (
        "It burnt down.[1]:23 Nobody died.[4]: 24–25 So it was.",
        "It burnt down. Nobody died. So it was.",
    ),
    ("History[edit]", "History"),
    ("History [ edit ]", "History"),
    ("Die Insel[Bearbeiten | Quelltext bearbeiten]", "Die Insel"),
    ("Die Insel ist alt.[Anm. 2]", "Die Insel ist alt."),
    ("L’île[réf. nécessaire] est petite [1] ; elle dort.", "L’île est petite ; elle dort."),
    ("La isla es vieja[cita requerida].", "La isla es vieja."),
    ("这座桥[1]建于1911年[2]。", "这座桥建于1911年。"),
    ("島は古い[要出典]。", "島は古い。"),
    ("They was [sic] there.", "They was there."),
    ("They was (sic!) there.", "They was there."),
    ("It is known (Smith et al., 2019; Doe & Roe, 2021).", "It is known."),
    ("It is known (see Smith, 2019, p. 12) by now.", "It is known by now."),
    ("It is known [KLM+19] and feared [@smith2019, p. 3].", "It is known and feared."),
    ("It is known [Smith 2019].", "It is known."),
    ("The sea[3, p. 45] is deep.", "The sea is deep."),
    ("“The sea is deep.”[3]", "“The sea is deep.”"),
    ("The mayor³ left.¹ “It is done,”² he said.", "The mayor left. “It is done,” he said."),
    ("The sea[^1] is deep.[^note]", "The sea is deep."),
    ("没有人住在那里了。［1］他走了【2】。", "没有人住在那里了。他走了。"),
    ("(So they said)² They left (in May).¹", "(So they said) They left (in May)."),
    ("“It was [emphasis added] late.”", "“It was late.”"),
    ("“It was late” (emphasis in the original).", "“It was late”."),
    ("„Es war spät“ [Hervorhebung im Original].", "„Es war spät“."),
    ("The light was built[ref] in 1911.", "The light was built in 1911."),
    ("The sea† is deep[†].", "The sea† is deep."),
    ("“The sea is deep [citation needed] here.”", "“The sea is deep here.”"),
    ("“The sea [which?] is deep[tone] here.”", "“The sea is deep here.”"),
    ("The sea [p. 12] is deep [Table 2] here.", "The sea is deep here."),
    (
        "Victor Hugo wrote on the sea.[1] He was old.[2]",
        "Victor Hugo wrote on the sea. He was old.",
    ),
    (
        "The python is old.[1] It eats little,[2] I hear.",
        "The python is old. It eats little, I hear.",
    ),
    ("The liquid boils at 80 degrees.[3][4]", "The liquid boils at 80 degrees."),
]

SPOKEN = [
    "“It was [the mayor] who did it [laughs],” he said.",
    "“I was [24] at the time.”",
    "“In [2024] we went home,” she said.",
    "“The boy[s] seem[ed] well.”",
    "“They like[d] it.”",
    "[A]ll men are [t]he same.",
    "It covers 12 km², 3 m³, 40 square metres² and 10⁹ grains; x² grows.",
    "He drew (a + b)² and (x − 1)³ on the wall.",
    "“The [emphasis] was his,” she said.",
    "He left […] and [...] came back.",
    "The London Games (London 2012) were dry.",
    "Her second film (Amour, 2012) was shown (Smith 2019).",
    "They rowed twice (Beijing 2008; London 2012).",
    "He ruled (1911–1923) alone.",
    "“We went there [Athens, 2004] twice.”",
    "In the interval [1, 5] it falls.",
    "In Python rows[1] is the second of the rows.",
    "In Python rows[1][2] is one of an array, and sums(rows)[3] too.",
    "[1] Smith, J. The harbour. 2019.",
    "He said [his] mother [Jane Doe] left.",
    "It was bought in [March 2019] by him.",
    "“We gave the [relevant] papers to the court, and filed for [Chapter 11] protection.”",
    "“The [opinion] of all is that the [tone] was wrong.”",
    "“We hold [Section 8] void,” the court said, “and [Table 2] is no help.”",
    'She said: "It is the [primary source] we had."',
]


@pytest.mark.parametrize(("text", "spoken"), LEFT_OUT)
def test_a_mark_is_taken_out_and_listed(text, spoken):
    said, left_out = split_inline_parts(text)
    assert said == spoken
    assert {part.reason for part in left_out} == {"note-mark"}


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_text_stays(text):
    assert split_inline_parts(text) == (text, ())


def test_sic_is_said_where_it_is_asked_for():
    said, left_out = split_inline_parts("They was [sic] there.[3]", sic=True)
    assert said == "They was [sic] there."
    assert [part.text for part in left_out] == ["[3]"]
