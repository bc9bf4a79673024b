"""What is no article by its text, and what looks alike and is one."""

import pytest

from audiopress.sources.page_stubs import explain_text
from tests.unit.growing_texts import grows

LEADS_ON = "only leads to another page"
STORY = b"<p>The ferry was late on Friday, and nobody minded.</p>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'<meta http-equiv="refresh" content="0; url=/new/"><a href=/new/>Here</a>', LEADS_ON),
        (b"<META CONTENT=\"0;URL='/new'\" HTTP-EQUIV=Refresh><p>Moved.</p>", LEADS_ON),
        (b'<meta http-equiv=refresh content="3, https://b.example/">Wait', LEADS_ON),
        (b'<html><script>window.location.href = "/new/"</script></html>', LEADS_ON),
        (b"<body><script>location.replace('/de/')</script></body>", LEADS_ON),
        (b"<frameset cols=*><frame src=a.html></frameset>", "a frame of other pages"),
        (b"<html><head><title>Ferry</title></head><body></body></html>", "a page without a word"),
        (b"<html><body><img src=a.png></body></html>", "a page without a word"),
        (b'{% extends "base.html" %}{% block main %}x{% endblock %}', "a template"),
        (b"---\nlayout: page\n---\n{% for post in site.posts %}x{% endfor %}", "a template"),
        (b'{{ define "main" }}<h1>Ferries</h1>{{ end }}', "a template"),
        (b"<article><h1>{{ title }}</h1><p>Words</p></article>", "a template"),
        (b'<a href="{{ url_for(\'index\') }}">Home</a>', "a template"),
        (b"<?php include 'header.php'; ?><p>Words</p>", "a template"),
        (b"<title><%= title %></title><p>Words</p>", "a template"),
        (b'<meta name="generator" content="audiopress"><p>Words</p>',
         "a page of an edition that audiopress has made"),
    ],
)  # fmt: skip
def test_it_is_no_article(body, reason):
    assert explain_text("text/html", body) == reason


@pytest.mark.parametrize(
    "body",
    [
        STORY,
        # itself again, in a quarter of an hour or at once
        b'<meta http-equiv="refresh" content="900; url=https://a.example/">' + STORY,
        b'<meta http-equiv="refresh" content="5">' + STORY,
        # only where no script runs
        b'<noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript>' + STORY,
        b'<!-- <meta http-equiv="refresh" content="0; url=/plain"> -->' + STORY,
        b"<script>if (old) location.href = '/old'</script>" + STORY,
        # a story about templates
        b"<p>Write <code>{% for x in y %}</code>, then <pre>{{ content }}</pre></p>" + STORY,
        b"<p>He wrote {{ ferry }} on the wall.</p>",
        b"<script>var x = '<% x %>'</script>" + STORY,
        # made by a script: refused later, with what to do
        b"<div id=root></div><script src=app.js></script>",
        "<p>\u0424\u0435\u0440\u0440\u0438</p>".encode("utf-16"),
    ],
)
def test_it_may_be_an_article(body):
    assert explain_text("text/html", body) == ""


def test_marks_in_a_text_are_its_generators_but_not_at_its_start():
    assert explain_text("text/markdown", b"# A\n\n{% include figure.html %}\n") == ""
    assert explain_text("text/plain", b"{% load i18n %}Dear {{ name }}") == "a template"


@pytest.mark.parametrize(
    "part", ["<!--", "<pre ", "<a {{", "{%", "<meta ", "<title>", "</pre <pre ", "{{ "]
)
def test_a_page_made_to_keep_it_busy_does_not(part):
    assert not grows(lambda text: explain_text("text/html", text.encode()), part)
