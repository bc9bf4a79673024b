"""The lines of a page are those that a browser shows, whatever they are about."""

from __future__ import annotations

import pytest

from tests.campaigns.page_lines import check_of, list_lines


def list_texts(page: str) -> list[str]:
    return [line.text for line in list_lines(page.encode())]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Die <b>Fähre</b> fährt<p>wieder", ["Die Fähre fährt", "wieder"]),
        ("<div>La nave<br>zarpa<div>hoy</div>ya</div>", ["La nave", "zarpa", "hoy", "ya"]),
        ("<ul><li>un<li>deux</ul><table><tr><td>a<td>b</table>", ["un", "deux", "a", "b"]),
        ("<p>seen</p><script>no()</script><style>p{}</style><noscript>no</noscript>", ["seen"]),
        ("<p>over\n  two</p><p>•••</p><p> </p><!-- no --><p>7</p>", ["over two", "7"]),
        ("<head><title>no</title></head><body>yes</body>", ["yes"]),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>xml</p></body></html>', ["xml"]),
    ],
)  # fmt: skip
def test_a_line_ends_where_a_browser_ends_it(page, lines):
    assert list_texts(page) == lines


def test_a_line_has_its_element_and_how_much_of_it_is_linked():
    (half, none) = list_lines(b"<li>abcd <a href=/>e <i>fgh</i></a></li><h2>i</h2>")
    assert (half.tag, half.linked, none.tag, none.linked) == ("li", 0.5, "h2", 0.0)


@pytest.mark.parametrize(
    "page",
    [
        "<p>Fähre".encode(),
        "<p>Fähre".encode("cp1252"),
        "<meta charset=iso-8859-15><p>Fähre".encode("iso-8859-15"),
        # what a page says of itself is wrong where its bytes say otherwise
        "<meta charset=iso-8859-1><p>Fähre".encode(),
        "<meta charset=no-such><p>Fähre".encode("cp1252"),
    ],
)
def test_bytes_are_read_as_what_they_are(page):
    assert [line.text for line in list_lines(page)] == ["Fähre"]


def test_the_check_changes_with_any_line():
    checks = {check_of(list_lines(page)) for page in (b"<p>a<p>b", b"<p>a<p>c", b"<p>a b", b"<p>a")}
    assert len(checks) == 4
    assert check_of(list_lines(b"<p>a<p>b")) == check_of(list_lines(b"<div>a<br>b</div>"))
