"""The feed's address as a picture a phone can read."""

from __future__ import annotations

import io

import segno

__all__ = ["draw_code_for_terminal", "draw_qr_code"]

_QUIET_ZONE = 4
"""Modules (the little squares) of white around it, which ISO/IEC 18004 asks for."""


def draw_qr_code(address: str) -> str:
    """Return ``address`` as an ``<svg>`` element, black on white, to stand in an HTML page.

    It has no size, style or script of its own: the stylesheet's class ``qr`` gives the size.
    """
    code = segno.make_qr(address, error="m")
    svg: str = code.svg_inline(omitsize=True, light="#fff", border=_QUIET_ZONE, svgclass="qr")
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def draw_code_for_terminal(address: str) -> str:
    """Return ``address`` as lines of text: light is drawn, so it wants a dark ground.

    Half blocks, two rows a line: as high as it is wide where letters are twice as high as wide.
    """
    drawn = io.StringIO()
    # The least redundancy: a screen is clean, and fewer squares are larger ones.
    segno.make_qr(address, error="l").terminal(drawn, border=_QUIET_ZONE, compact=True)
    return drawn.getvalue().rstrip("\n")
