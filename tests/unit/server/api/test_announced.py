"""Which article a webhook is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.server.api.announced import NothingToDoError, find_announced
from audiopress.server.api.articles import ArticleError, make_order

URL = "https://news.example/ferry/"


def ghost(**more):
    return {"post": {"current": {"url": URL, "status": "published", **more}, "previous": {}}}


@pytest.mark.parametrize(
    ("origin", "payload"),
    [
        ("ghost", ghost()),
        ("ghost", ghost(visibility="public")),
        ("wordpress", {"post_id": 1, "post": {"post_status": "publish"}, "post_permalink": URL}),
        ("wordpress", {"id": 1, "link": URL, "status": "publish", "type": "post"}),
        ("wordpress", {"id": 1, "permalink": URL, "post_type": "story"}),
        ("wordpress", {"url": URL}),
        ("wordpress", {"url": URL, "post_status": "publish", "post_password": ""}),
        ("standard", {"type": "article.published", "data": {"url": URL}}),
        ("standard", {"data": {"url": URL}}),
    ],
)
def test_the_address_of_what_is_published_is_found(origin, payload):
    assert find_announced(origin, payload)["url"] == URL


@pytest.mark.parametrize(
    ("origin", "payload", "why"),
    [
        ("ghost", ghost(status="draft"), "the post is 'draft'"),
        ("ghost", ghost(status="sent"), "the post is 'sent'"),
        ("ghost", ghost(visibility="paid"), "for 'paid' and not for everybody"),
        ("ghost", {"post": {"current": {}, "previous": {"url": URL}}}, "the post was deleted"),
        ("ghost", {"member": {"current": {}}}, "about 'member', no post"),
        ("ghost", {}, "about nothing, no post"),
        ("wordpress", {"link": URL, "status": "trash"}, "the post is 'trash'"),
        ("wordpress", {"link": URL, "type": "revision"}, "a revision is no article"),
        ("wordpress", {"link": URL, "post": {"post_password": "x"}}, "asks for a password"),
        ("wordpress", {"link": URL, "status": "publish", "password": "x"}, "asks for a password"),
        (
            "wordpress",
            {"link": URL, "content": {"rendered": "<p>", "protected": True}},
            "asks for a password",
        ),
        ("standard", {"type": "article.deleted", "data": {"url": URL}}, "withdraw ADDRESS"),
    ],
)
def test_what_is_not_published_is_nothing_to_do(origin, payload, why):
    with pytest.raises(NothingToDoError, match=why):
        find_announced(origin, payload)


@pytest.mark.parametrize(
    ("origin", "payload"),
    [
        *((origin, []) for origin in ("ghost", "wordpress", "standard")),
        ("ghost", {"post": 7}),
        ("ghost", {"post": {"current": [URL]}}),
        ("wordpress", {"id": 7, "type": []}),
        ("wordpress", {"post": {"status": "publish"}}),
        ("standard", {"type": "article.published"}),
        ("standard", {"data": URL}),
    ],
)
def test_what_makes_no_sense_is_an_error(origin, payload):
    with pytest.raises(ArticleError):
        find_announced(origin, payload)


@pytest.mark.parametrize("odd", [[], {}, 7, None, "\ud800"])
def test_a_status_of_any_type_is_looked_at(odd):
    for origin, payload in (
        ("wordpress", {"link": URL, "status": odd}),
        ("ghost", ghost(status=odd)),
    ):
        if odd is None:
            assert find_announced(origin, payload)["url"] == URL
        else:
            with pytest.raises(NothingToDoError):
                find_announced(origin, payload)


_NAMES = st.sampled_from(
    ["post", "current", "url", "link", "status", "type", "post_type", "visibility", "data", "html"]
)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.sampled_from([URL, "published"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES | st.text(), inner),
    max_leaves=12,
)


@given(origin=st.sampled_from(["ghost", "wordpress", "standard"]), payload=_ANYTHING)
def test_whatever_is_sent_is_an_order_or_an_error_in_words(origin, payload):
    try:
        url = make_order(find_announced(origin, payload), origin).url
    except (ArticleError, NothingToDoError) as error:
        url = f"http://refused {error}"
    assert url.startswith(("http://", "https://"))


@pytest.mark.parametrize("odd", [[], {}, 7, None, "<p>"])
def test_a_content_of_any_type_is_looked_at(odd):
    assert find_announced("wordpress", {"link": URL, "content": odd})["url"] == URL
