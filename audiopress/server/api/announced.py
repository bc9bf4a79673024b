"""Which article a webhook is about, if it is about one that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.server.api.articles import ArticleError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NothingToDoError", "find_announced"]

_ADDRESSES = ("post_permalink", "permalink", "link", "url")
"""What plug-ins of WordPress call the address of a post; WordPress's own REST API says ``link``."""

_PUBLISHED = ("publish", "published")
"""A post that anybody may read; WordPress has the first, Ghost the second."""

_NO_POSTS = ("attachment", "customize_changeset", "nav_menu_item", "page", "revision")
"""Types of WordPress that are no articles; others are made by newsrooms (``story``)."""

_ENDS = ("deleted", "unpublished", "withdrawn", "trashed")
"""How types of events end that take an article back."""

_TAKE_BACK = "nothing is taken back by a webhook; audiopress withdraw ADDRESS does it"
"""What is said of one that is taken back: an error of a plug-in must not empty an edition."""


class NothingToDoError(Exception):
    """A webhook that is true and about nothing that would be built; it says why."""


def find_announced(origin: str, payload: Any) -> Mapping[str, Any]:
    """Return the fields of an article, as `audiopress.server.api.articles.make_order` takes them.

    Raises `NothingToDoError` where there is none to build, `ArticleError` for what makes no sense.
    """
    if not isinstance(payload, dict):
        raise ArticleError("the body is no object", "body")
    return {"ghost": _find_ghost, "wordpress": _find_wordpress, "standard": _find_standard}[origin](
        payload
    )


def _find_ghost(payload: dict[str, Any]) -> Mapping[str, Any]:
    """Read ``{"post": {"current": {...}, "previous": {...}}}``."""
    post = payload.get("post")
    if post is None:
        raise NothingToDoError(
            f"it is about {', '.join(map(_show, payload)) or 'nothing'}, no post"
        )
    current = post.get("current") if isinstance(post, dict) else None
    if not isinstance(current, dict):
        raise ArticleError("post has no current, which is the post as it is now", "post")
    if not current:
        raise NothingToDoError(f"the post was deleted: {_TAKE_BACK}")
    _check_status(current.get("status"))
    visibility = current.get("visibility", "public")
    if visibility != "public":
        raise NothingToDoError(f"the post is for {_show(visibility)} and not for everybody")
    return {"url": current.get("url")}


def _find_wordpress(payload: dict[str, Any]) -> Mapping[str, Any]:
    """Read what a plug-in says of a post: around it, or in ``post``."""
    post = payload.get("post")
    both = {**payload, **post} if isinstance(post, dict) else payload
    kind = both.get("post_type", both.get("type"))
    if kind in _NO_POSTS:
        raise NothingToDoError(f"a {kind} is no article")
    _check_status(both.get("post_status", both.get("status")))
    if _is_protected(both):
        raise NothingToDoError("the post asks for a password and is not for everybody")
    address = next((both[name] for name in _ADDRESSES if both.get(name)), None)
    if address is None:
        raise ArticleError(f"the post has no address: none of {', '.join(_ADDRESSES)}", "url")
    return {"url": address}


def _is_protected(post: dict[str, Any]) -> bool:
    """Whether a post of WordPress is published for those who have its password.

    What would be fetched is the page that asks for it. The REST API says it of the content too.
    """
    content = post.get("content")
    protected = isinstance(content, dict) and content.get("protected")
    return bool(post.get("post_password") or post.get("password") or protected)


def _find_standard(payload: dict[str, Any]) -> Mapping[str, Any]:
    """Read ``{"type": "article.published", "timestamp": ..., "data": {"url": ...}}``."""
    kind, data = payload.get("type"), payload.get("data")
    if isinstance(kind, str) and kind.endswith(_ENDS):
        raise NothingToDoError(f"{_show(kind)}: {_TAKE_BACK}")
    if not isinstance(data, dict):
        raise ArticleError("data is missing, or no object: it is the article, with its url", "data")
    return data


def _check_status(status: Any) -> None:
    # Without one the sender has sent what it publishes.
    if status is not None and status not in _PUBLISHED:
        raise NothingToDoError(f"the post is {_show(status)}; {_TAKE_BACK}")


def _show(text: Any) -> str:
    return repr(text)[:40]
