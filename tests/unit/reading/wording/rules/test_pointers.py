"""A label and the title of another story, whatever the title tells."""

import pytest

from audiopress.reading.wording.boilerplate import judge_wording, points_away
from tests.unit.text_blocks import block, later, read, story

POINTERS = [
    "Read more: The ferry was late again.",
    "READ MORE: Ferry was late again, say passengers",
    "SEE ALSO – The ferry was late again.",
    "Related: She had crossed the bay in an hour.",
    "Related | He was the first to cross it.",
    "Watch: The moment the bridge fell into the bay.",
    "More on this: Engineers have found cracks.",
    "More on this story: “We were never told,” said the keeper.",
    "Further reading: The bridge was built in 1931.",
    "Don’t miss: Two shops have moved to the far side.",
    "Also read – The council paid for the work.",
    "Read next > The keeper had no successor",
    "Read the full story: The keeper was seventy.",
    "▶ Watch now: The bridge opens for the first time.",
    "Lesen Sie auch: Die Fähre war schon wieder zu spät.",
    "Mehr zum Thema – Der Leuchtturm wurde 1911 gebaut.",
    "À lire aussi : Le ferry était encore en retard.",
    "Lire aussi : « Le ferry était en retard », dit le maire.",
    "Lea también: El barco llegó tarde otra vez.",
    "Te puede interesar: El faro fue construido en 1911.",
    "Leggi anche: Il faro era spento da un anno.",
    "Leia também: O farol foi apagado.",
    "Lees ook: De boot was weer te laat.",
    "Читайте также: Паром снова опоздал.",
    "اقرأ أيضا: العبارة تأخرت مرة أخرى.",
    "यह भी पढ़ें: नाव फिर देर से आई।",
    "Baca juga: Feri itu terlambat lagi.",
    "Lue myös: Lautta oli taas myöhässä.",
    "相关阅读：渡轮又晚点了。",
    "関連記事：フェリーがまた遅れた。",
]

SENTENCES = [
    "Read more slowly: the eye tires.",
    'She said: "Read more."',
    "Related by blood, the two were never seen together.",
    "Listen: The keeper had been asleep for years.",
    "Background: The council had paid for the bridge in 1931.",
    "The sign read: See also the other side.",
    "Watch the bridge from the quay, he said.",
    "More than once he had seen it: The light went out.",
    "Mehr dazu sagte der Kapitän: Die Fähre war zu spät.",
]


@pytest.mark.parametrize("text", POINTERS)
def test_a_label_and_a_title_points_away_whatever_the_title_tells(text):
    assert judge_wording(text) == "read-more"
    said, left = read(*story(), block(text), *later())
    assert text not in said
    assert left[text] == "read-more"


@pytest.mark.parametrize("text", POINTERS[:3])
def test_so_it_does_in_a_text_file(text):
    blocks = [block(one.text, hints=()) for one in (*story(), block(text), *later())]
    assert read(*blocks)[1] == {text: "read-more"}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_with_such_words_is_spoken(text):
    assert not points_away(text)
    assert text in read(*story(), block(text), *later())[0]
