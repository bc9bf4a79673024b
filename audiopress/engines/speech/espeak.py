"""Phonemes of espeak-ng, for languages whose text part we have not got.

The library comes by pip (``espeakng-loader``, GPL, the extra ``espeak``) and is called in this
process through ctypes. Its state is the process's, so one lock holds the choice of a language and
what is said in it together. That of piper-tts is a copy of its own and is not disturbed.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import re
import threading
import unicodedata
from pathlib import Path
from typing import Any

from audiopress.errors import VoiceError
from audiopress.voices.extras import ESPEAK, name_command

__all__ = ["EspeakPhonemizer", "load_phonemizer"]

_RETRIEVAL = 1
"""``AUDIO_OUTPUT_RETRIEVAL`` of speak_lib.h: no sound device is opened."""

_DONT_EXIT = 0x8000
"""``espeakINITIALIZE_DONT_EXIT``: without its data espeak would end the process."""

_UTF8 = 1
"""``espeakCHARS_UTF8``: how the text is written."""

_IPA = 0x02
"""``espeakPHONEMES_IPA``: phonemes as IPA and not as espeak's own names."""

_TIE = "^"
"""What stands between the letters of one sound, where it is asked for: "t^ʃ"."""

_TIED = 0x80 | ord(_TIE) << 8
"""``espeakPHONEMES_TIE`` with the mark in bits 8 to 23."""

_SWITCH = re.compile(r"\([^)]+\)|-")
"""Marks within phonemes that are no sounds: "(en)" before a word that is said in another language,
and a hyphen behind what is said in one breath with the next word."""

_TAIL = re.compile(r"(?P<marks>[\W_]*)\w?\Z")
"""The marks at the end of a clause; espeak reads one letter on to know that it has ended."""

_STOPS = {
    **dict.fromkeys(".!?:;,", None),
    "\u2026": ",", "\u2014": ",", "\u2013": ",", "\u3002": ".", "\uff1f": "?", "\uff01": "!",
    "\u061f": "?", "\u060c": ",", "\u061b": ";", "\uff0c": ",", "\u3001": ",",
}  # fmt: skip
"""Marks that a clause ends with, and how voices know them."""

_LONG = re.compile(r"\S{80}(?=\S)")
"""As much of a word as espeak surely says, 80 letters of two bytes: behind 160 it says no more."""

_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
"""How espeak's languages are named: "fr", "en-gb-x-rp"."""

_LOCK = threading.RLock()
"""Held from choosing a language to the end of what is said in it."""


class EspeakPhonemizer:
    """Gives the phonemes of a text in one language by sentence, marks among them."""

    def __init__(self, library: Any, language: str, *, ties: bool) -> None:
        """Take ``library`` as it was opened; ``ties`` asks for ``^`` within a sound."""
        self._library = library
        self._language = language
        self._mode = _IPA | _TIED if ties else _IPA

    def phonemize(self, text: str) -> list[list[str]]:
        """Return the characters of each sentence's phonemes, letter and accent apart (NFD).

        An empty line ends a sentence too.
        """
        sentences: list[list[str]] = [[]]
        for phonemes, clause in self._list_clauses(text):
            mark, ends = _find_mark(clause)
            bare = _SWITCH.sub("", phonemes) + mark + (" " if mark in set(",:;") else "")
            sentences[-1].extend(unicodedata.normalize("NFD", bare))
            if ends:
                sentences.append([])
        return [sentence for sentence in sentences if sentence]

    def _list_clauses(self, text: str) -> list[tuple[str, str]]:
        """Return each clause's phonemes, with the text they were made of."""
        # A zero would end the text for espeak, and what stands behind it would be lost.
        body = _LONG.sub(r"\g<0> ", text.replace("\0", " ")).encode(errors="replace")
        buffer = ctypes.create_string_buffer(body)
        start = ctypes.addressof(buffer)
        place = ctypes.c_void_p(start)
        found, at = [], 0
        with _LOCK:
            _choose_language(self._library, self._language)
            # espeak moves the place on, and makes it null at the end.
            while place.value:
                made = self._library.espeak_TextToPhonemes(ctypes.byref(place), _UTF8, self._mode)
                to = place.value - start if place.value else len(body)
                found.append(((made or b"").decode(), body[at:to].decode(errors="ignore")))
                at = to
        return found


def _find_mark(clause: str) -> tuple[str, bool]:
    """Return the mark a clause ends with, and whether a sentence ends there."""
    match = _TAIL.search(clause)
    tail = match["marks"] if match else ""
    mark = next((_STOPS[each] or each for each in tail if each in _STOPS), "")
    return mark, mark in {".", "!", "?"} or tail.count("\n") > 1


@functools.cache
def load_phonemizer(language: str, *, ties: bool = False) -> EspeakPhonemizer:
    """Return espeak's phonemes for ``language`` by its own name for it, such as ``pt-br``.

    Raises `VoiceError` where the library is not installed, or has no such language.
    """
    library = _open_library()
    with _LOCK:
        _choose_language(library, language)
    return EspeakPhonemizer(library, language, ties=ties)


def _choose_language(library: Any, language: str) -> None:
    # espeak stops at a zero, and takes marks for a variant of its default voice.
    is_name = _LANGUAGE.fullmatch(language)
    if not is_name or library.espeak_SetVoiceByName(language.encode()):
        raise VoiceError(
            f'espeak-ng has no language "{language}"',
            where="the option espeak of the voice",
            hint=f"it has fr, es, pt-br and all else that lies in {_find_data() / 'lang'}",
        )


def _find_data() -> Path:
    loader: Any = importlib.import_module("espeakng_loader")
    return Path(loader.get_data_path())


@functools.cache
def _open_library() -> Any:
    """Open espeak-ng once a process; raises `VoiceError`."""
    try:
        loader: Any = importlib.import_module("espeakng_loader")
        library: Any = ctypes.CDLL(loader.get_library_path())
        data = str(_find_data()).encode()
    except (ImportError, OSError, RuntimeError) as error:
        raise _make_refusal(
            "espeak-ng, which says how it is pronounced, is not installed"
        ) from error
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
    with _LOCK:
        rate = library.espeak_Initialize(_RETRIEVAL, 0, data, _DONT_EXIT)
    if rate <= 0:
        raise _make_refusal("espeak-ng cannot read its data")
    return library


def _make_refusal(message: str) -> VoiceError:
    return VoiceError(message, hint=name_command(ESPEAK))
