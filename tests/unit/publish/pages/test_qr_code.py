"""The feed's address as a picture."""

from __future__ import annotations

from audiopress.publish.pages.qr_code import draw_qr_code


def test_the_qr_code_needs_no_style_of_its_own() -> None:
    code = draw_qr_code("https://listen.news.example/feed.xml")
    assert code.startswith('<svg aria-hidden="true"')
    assert "style" not in code
    assert code == draw_qr_code("https://listen.news.example/feed.xml")
    assert code != draw_qr_code("https://listen.news.example/other.xml")
