# ruff: noqa: E501 - written as documents write it
"""Messages: what their writer says, without what is quoted and how it is signed."""

from __future__ import annotations

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import MAIL
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

SAID = "The ferry sails again on Monday, and the whole town will be on the quay to see it."
LAST = "The band will play until the evening, and the mayor has said that he will be there too."
OLD = "When does the ferry sail again, and who will be there?"
HEAD = (
    "From: Ada Fenwick <ada@example.org>\nDate: Fri, 3 May 2024 10:00:00 +0100\n"
    "Subject: Re: [harbour] The ferry\nMessage-ID: <42@example.org>\nMIME-Version: 1.0\n"
)


def read(body):
    raw = body if isinstance(body, bytes) else body.encode()
    found = extract(Document(uri="a.eml", media_type=MAIL, body=raw), Reading())
    article, left_out = clean(found, Reading())
    return (
        article,
        [one.text for one in article.blocks],
        {(one.reason, one.text) for one in left_out},
    )


def plain(text, extra=""):
    return f"{HEAD}Content-Type: text/plain; charset=utf-8{extra}\n\n{text}"


def page(text):
    return f"{HEAD}Content-Type: text/html; charset=utf-8\n\n<html><body>{text}</body></html>"


QUOTED = [
    f"{SAID}\n\nOn Thu, 2 May 2024 at 09:00, Tom Garrow <tom@example.org> wrote:\n> {OLD}\n",
    f"{SAID}\n\nOn Thu, 2 May 2024 at 09:00, Tom Garrow\n<tom@example.org> wrote:\n\n> {OLD}\n",
    f"{SAID}\n\n-----Original Message-----\nFrom: Tom\nSent: Thursday\nTo: Ada\nSubject: The ferry\n\n{OLD}\n",
    f"{SAID}\n\nVon: Tom Garrow\nGesendet: Donnerstag\nAn: Ada\nBetreff: Die Fähre\n\n{OLD}\n",
    f"{SAID}\n\nLe jeu. 2 mai 2024 à 09:00, Tom Garrow <tom@example.org> a écrit :\n> {OLD}\n",
    f"Am 02.05.2024 um 09:00 schrieb Tom Garrow:\n> {OLD}\n\n{SAID}\n",
]  # fmt: skip


@pytest.mark.parametrize("text", QUOTED)
def test_what_is_quoted_is_listed(text):
    _, said, left_out = read(plain(text))
    assert said == [SAID]
    assert any(reason == "quoted-mail" and OLD in quoted for reason, quoted in left_out)


SIGNED = [
    f"{SAID}\n\n-- \nAda Fenwick\nHarbour Office, 12 Quay Street\n",
    f"{SAID}\n\nSent from my iPhone\n",
    f"{SAID}\n\n_______________________________________________\nharbour mailing list\nUnsubscribe: https://example.org/listinfo\n",
    f"{SAID}\n\nGet Outlook for Android\n",
    f"{SAID}\n\nVon meinem iPhone gesendet\n",
]  # fmt: skip


@pytest.mark.parametrize("text", SIGNED)
def test_a_signature_is_listed(text):
    _, said, left_out = read(plain(text))
    assert said == [SAID]
    assert any(reason == "signature" for reason, _ in left_out)


PAGES = [
    f'<p>{SAID}</p><div class="gmail_quote"><div class="gmail_attr">On Thu, Tom wrote:</div><blockquote>{OLD}</blockquote></div>',
    f'<p>{SAID}</p><blockquote type="cite"><p>{OLD}</p></blockquote>',
    f'<p>{SAID}</p><div id="divRplyFwdMsg"><b>From:</b> Tom<br><b>Sent:</b> Thursday<br><b>To:</b> Ada<br><b>Subject:</b> The ferry</div><p>{OLD}</p>',
    f"<div>{SAID}<br><br>-----Original Message-----<br>From: Tom<br>To: Ada<br>Subject: The ferry<br><br>{OLD}</div>",
    f"<div>{SAID}</div><div>On Thu, 2 May 2024, Tom Garrow &lt;tom@example.org&gt; wrote:</div><blockquote>{OLD}</blockquote>",
]  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_what_is_quoted_in_html_is_listed(text):
    _, said, left_out = read(page(text))
    assert said == [SAID]
    assert ("quoted-mail", OLD) in left_out


FOOTERS = [
    page(f'<p><a href="x">View this email in your browser</a></p><p>{SAID}</p><p>Copyright © 2024 Harbour Post, All rights reserved.</p><p>Our mailing address is:<br>Harbour Post<br>12 Quay Street</p><p>Want to change how you receive these emails?<br>You can <a href="x">update your preferences</a> or <a href="y">unsubscribe from this list</a>.</p>'),
    page(f'<p>{SAID}</p><p>You are receiving this email because you signed up at example.org.</p><p><a href="x">Unsubscribe</a> | <a href="y">Manage your preferences</a></p><p>Harbour Post Ltd, 12 Quay Street, London EC1A 1BB</p>'),
    page(f"<table><tr><td>{SAID}</td></tr><tr><td>You're currently a free subscriber to Harbour Notes. For the full experience, upgrade your subscription.</td></tr><tr><td>© 2024 Ada Fenwick<br>548 Market Street, San Francisco</td></tr></table>"),
    page(f"<p>{SAID}</p><p>This email was sent to tom@example.org. If you no longer wish to receive these emails, click here to opt out.</p><p>Forward this email to a friend</p>"),
    page(f"<p>{SAID}</p><p>Sie erhalten diese E-Mail, weil Sie unseren Newsletter abonniert haben.</p><p>Impressum: Hafenpost GmbH, Kaistraße 12, Hamburg</p>"),
    page(f"<p>Vous recevez cet e-mail car vous êtes inscrit à la newsletter du Port.</p><p>{SAID}</p><p><a href=x>Se désabonner</a></p>"),
    page(f"<p>{SAID}</p><p>Please consider the environment before printing this email.</p>"),
    plain(f'View this email in your browser (https://example.org/x)\n\n{SAID}\n\nYou received this message because you are subscribed to the Google Groups\n"harbour" group.\nTo unsubscribe from this group, send an email to harbour+unsubscribe@example.org.\n'),
    plain(f"{SAID}\n\nCONFIDENTIALITY NOTICE: This e-mail may contain privileged information. If you are\nnot the intended recipient, please delete it.\n"),
    plain(f"{SAID}\n\nRecibes este correo porque te suscribiste a nuestro boletín.\n\nPuerto SL, Calle del Muelle 12, Cádiz\n"),
    plain(f"{SAID}\n\nJe ontvangt deze nieuwsbrief omdat je je hebt aangemeld.\nUitschrijven: https://example.org/u\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", FOOTERS)
def test_what_is_about_the_message_itself_is_listed(text):
    _, said, left_out = read(text)
    assert said == [SAID]
    assert any(reason == "mail-footer" for reason, _ in left_out)


GREETED = [
    page(f"<p>{SAID}</p><p>Best regards,<br>Ada Fenwick<br>Head of Communications<br>T: +44 20 7946 0000</p>"),
    page(f"<p>{SAID}</p><div>Mit freundlichen Grüßen</div><div>Ada Fenwick</div><div>Hafenamt</div><div>www.example.org</div>"),
    plain(f"{SAID}\n\nKind regards\n\nAda Fenwick\nHarbour Office, 12 Quay Street\nada@example.org\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", GREETED)
def test_a_greeting_with_addresses_below_it_is_a_signature(text):
    _, said, left_out = read(text)
    assert said == [SAID]
    assert ("signature", "Ada Fenwick") in left_out


HUNK = "@@ -10,6 +10,7 @@ int sail(int day)\n     int crew = 12;\n \n-    wait(quay);\n+    leave(quay);\n+    sail(day);\n     return crew;\n"
STAT = "---\n ferry.c |   12 ++++++------\n docs/isles.txt | 3 +\n 2 files changed, 9 insertions(+), 6 deletions(-)\n\n"
PATCHES = [
    f"{SAID}\n\nSigned-off-by: Ada Fenwick <ada@example.org>\n{STAT}diff --git a/ferry.c b/ferry.c\nindex 638d49d..7b0d72c 100644\n--- a/ferry.c\n+++ b/ferry.c\n{HUNK}-- \n1.6.5.2\n",
    f"{SAID}\n\ndiff --git a/ferry.c b/ferry.c\n--- a/ferry.c\n+++ b/ferry.c\n{HUNK}{HUNK}",
    f"{SAID}\n\n--- ferry.c.orig\t2024-05-03 10:00:00\n+++ ferry.c\t2024-05-03 11:00:00\n{HUNK}",
    f"{SAID}\n\nIndex: ferry.c\n===================================================================\n--- ferry.c\t(revision 12)\n+++ ferry.c\t(working copy)\n{HUNK}",
    f"{SAID}\n\ndiff --git a/old.c b/old.c\ndeleted file mode 100644\nindex 638d49d..0000000\n--- a/old.c\n+++ /dev/null\n{HUNK}",
]  # fmt: skip


@pytest.mark.parametrize("text", PATCHES)
def test_a_patch_is_code(text):
    _, said, left_out = read(plain(text))
    assert [one for one in said if "Signed-off" not in one] == [SAID]
    assert any(reason == "code" and "leave(quay)" in code for reason, code in left_out)


def test_what_is_said_below_a_patch_is_spoken():
    text = (
        f"{SAID}\n\ndiff --git a/ferry.c b/ferry.c\n--- a/ferry.c\n+++ b/ferry.c\n{HUNK}\n{LAST}\n"
    )
    assert read(plain(text))[1] == [SAID, LAST]


NO_PATCHES = [
    f"{SAID}\n\n--- The office of the harbour\n\n{LAST}\n",
    f"{SAID}\n\n---\n\n{LAST}\n",
    f"{SAID}\n\n- bread for the isles\n- letters | 12\n\n{LAST}\n",
]


@pytest.mark.parametrize("text", NO_PATCHES)
def test_dashes_alone_make_no_patch(text):
    _, said, left_out = read(plain(text))
    assert (said[0], said[-1]) == (SAID, LAST)
    assert not any(reason == "code" for reason, _ in left_out)


def test_a_signature_has_what_the_law_has_a_company_say():
    lines = (
        "Kind regards", "Ada Fenwick", "Head of the Line", "Isles", "Mobile: +44 20 7946 0000",
        "Email: ada@example.org", "Ferries Ltd", "Registered office: 12 Quay Street", "Capital 100",
        "Register 1442240030", "VAT 10914660153", "Company with one member",
        "Company directed by", "International Ferries", "(unless stated otherwise above)",
    )  # fmt: skip
    _, said, left_out = read(plain(f"{SAID}\n\n" + "\n".join(lines) + "\n"))
    assert said == [SAID]
    assert {reason for reason, _ in left_out} == {"signature"}


OF_THE_STORY = [
    "Unsubscribe buttons have to be large and easy to find in every newsletter, says the regulator.",
    "This message was sent to the ship at dawn, and nobody on the quay has heard an answer since.",
    "You are receiving this letter because you were kind to my mother when the ferry stood still.",
    "Your browser knows more of you than your mother does, and it tells every site that asks for it.",
    "Best wishes came from the whole town, and the band played until the ferry was out of sight.",
    "The email was confidential and intended only for the council, but it was printed on Friday.",
    "You can unsubscribe from the noise of the harbour, says the poet, but never from its light at dawn.",
]  # fmt: skip


@pytest.mark.parametrize("text", OF_THE_STORY)
def test_a_sentence_of_the_story_stays(text):
    assert read(page(f"<p>{SAID}</p><p>{text}</p><p>{LAST}</p>"))[1][1] == text
    assert read(plain(f"{SAID}\n\n{text}\n\n{LAST}\n"))[1][1] == text


def test_a_short_message_below_a_head_stays():
    body = (
        "<p>View this email in your browser</p><p>The ferry sails today.</p><p>See you there!</p>"
    )
    assert read(page(body))[1] == ["The ferry sails today.", "See you there!"]


SENT_ON = [
    plain(f"---------- Forwarded message ---------\nFrom: Tom\nDate: Thursday\nSubject: The ferry\n\n{SAID}\n\nIt will be a fine day for all of us, says the office.\n"),
    plain(f"From: Tom\nSent: Thursday\nTo: Ada\nSubject: The ferry\n\n{SAID}\n\nIt will be a fine day for all of us, says the office.\n"),
    page(f'<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Tom<br>Date: Thursday<br>Subject: The ferry<br></div><p>{SAID}</p><p>It will be a fine day for all of us, says the office.</p></div>'),
]  # fmt: skip


@pytest.mark.parametrize("text", SENT_ON)
def test_a_message_that_is_sent_on_is_what_is_said(text):
    assert read(text)[1] == [SAID, "It will be a fine day for all of us, says the office."]


def test_a_quotation_that_answers_nobody_is_said():
    text = f"<p>{SAID}</p><blockquote>We shall all be there, says the mayor, and so will the band.</blockquote>"
    assert read(page(text))[1][1].startswith("We shall all be there")


def test_subject_sender_date_and_id_are_the_article_s():
    article, _, _ = read(plain(f"{SAID}\n\n{SAID} And so on.\n"))
    assert (article.title, article.byline) == ("The ferry", "Ada Fenwick")
    assert article.published.isoformat() == "2024-05-03T10:00:00+01:00"
    assert article.declared_id == "mid:42@example.org"


def test_of_two_forms_the_html_is_read_and_attachments_are_named():
    body = (
        f'{HEAD}Content-Type: multipart/mixed; boundary="m"\n\n--m\n'
        'Content-Type: multipart/alternative; boundary="a"\n\n--a\nContent-Type: text/plain\n\nshort\n'
        f"--a\nContent-Type: text/html\n\n<p>{SAID}</p><p>{OLD}</p>\n--a--\n--m\n"
        'Content-Type: application/pdf; name="plan.pdf"\n'
        'Content-Disposition: attachment; filename="plan.pdf"\n\nx\n--m--\n'
    )
    article, said, _ = read(body)
    assert said == [SAID, OLD]
    assert "what is attached is not read: plan.pdf" in article.notes


def test_an_encoded_message_is_read():
    body = HEAD.encode() + (
        b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"Der F=E4hrmann f=E4hrt am Montag wieder hinaus, und alle sind dabei, sagt er.=\n So ist es.\n"
    )
    assert read(body)[1] == [
        "Der Fährmann fährt am Montag wieder hinaus, und alle sind dabei, sagt er. So ist es."
    ]


def test_what_is_no_message_says_so():
    with pytest.raises(ReadingError) as caught:
        read(b"\n\nThis is a text and no message at all.\n")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("encoding", "charset", "name", "subject"),
    [
        ("utf-8", "utf-8", "Bríd Mac Giolla", "Ferry for Inis Meáin"),
        ("latin-1", "iso-8859-1", "Jürgen Müller", "Die Fähre fährt"),
        ("iso-8859-2", "iso-8859-2", "Łukasz Wójcik", "Łódź żyje"),
        ("utf-8", "us-ascii", "=?utf-8?q?J=C3=BCrgen?= Müller", "=?utf-8?q?F=C3=A4hre?= und Bär"),
    ],
)
def test_fields_written_without_an_encoding_keep_their_letters(encoding, charset, name, subject):
    text = (
        f"From: {name} <b@example.org>\nSubject: {subject}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset={charset}\n\n{SAID}\n"
    )
    article, _, _ = read(text.encode(encoding))
    plain_name = name.replace("=?utf-8?q?J=C3=BCrgen?=", "Jürgen")
    assert article.byline == plain_name
    assert article.title == subject.replace("=?utf-8?q?F=C3=A4hre?=", "Fähre")
