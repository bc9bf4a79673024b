"""Ordinals in Roman numerals, and one o'clock."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.spanish import say_spanish


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("siglo XIX", "siglo diecinueve"),
        ("II Guerra", "Segunda Guerra"),
        ("IV congreso", "cuarto congreso"),
        ("XXV aniversario", "veinticinco aniversario"),
        ("V de", "V de"),
        ("X anunció, en X todo vale", "X anunció, en X todo vale"),
        ("Su X aniversario, V edición", "Su décimo aniversario, quinta edición"),
        ("el V puesto, la red X tiene", "el quinto puesto, la red X tiene"),
        ("siglo XIXa, capítulo IVb", "siglo XIXa, capítulo IVb"),
        ("a la 1", "a la una"),
        ("Fase C, Parte D, tomo II", "Fase C, Parte D, tomo dos"),
        ("a la 1:30", "a la 1:30"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_spanish(written) == said
