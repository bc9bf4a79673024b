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
