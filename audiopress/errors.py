"""Everything audiopress says when something is wrong.

::

    AudiopressError
    ├── ConfigError      audiopress.toml or an option (exit status 2)
    ├── SourceError      an article could not be fetched or read from disk
    ├── ReadingError     a page was read but there is nothing to speak, or it makes no sense
    │   └── TooLargeError  it is beyond the limits, so nobody knows what is in it
    ├── VoiceError       a voice or engine is unknown, missing, or not what its manifest says
    │   └── LanguageError  no voice of the edition speaks the language of an article
    ├── SpeechError      an engine failed on a paragraph
    ├── SoundError       music, encoding or tags
    ├── IdentityError    two sources claim to be one article
    └── StoreError       cache, ledger or output could not be read or written
        └── InUseError   another one is at it: what is asked for has to wait

An error names the place (``where``) and ends with the next command to type (``hint``).
"""

__all__ = [
    "AudiopressError",
    "ConfigError",
    "IdentityError",
    "InUseError",
    "LanguageError",
    "ReadingError",
    "SoundError",
    "SourceError",
    "SpeechError",
    "StoreError",
    "TooLargeError",
    "VoiceError",
]


class AudiopressError(Exception):
    """One thing that went wrong, in words a person can act on.

    ``message`` is one sentence in lower case without a full stop, ``where`` the file, address,
    setting or paragraph, ``hint`` the next command or the change to make.
    """

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        """Keep the three parts apart; the command line lays them out."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle whole: errors cross from worker processes to the press."""
        parts = (type(self), self.message, self.where, self.hint)
        # The notes hold the traceback of the worker, which --debug shows.
        return (_rebuild, parts, {"__notes__": getattr(self, "__notes__", [])})


def _rebuild(kind: type[AudiopressError], message: str, where: str, hint: str) -> AudiopressError:
    return kind(message, where=where, hint=hint)


class ConfigError(AudiopressError):
    """A mistake in ``audiopress.toml``, the environment or an option."""


class SourceError(AudiopressError):
    """A source could not be fetched or read."""


class ReadingError(AudiopressError):
    """A document holds nothing that can be spoken, or is beyond the limits."""


class TooLargeError(ReadingError):
    """A document is larger or deeper than any article: its words are there, and are not read."""


class VoiceError(AudiopressError):
    """A voice or engine is unknown, not installed, or not what its manifest says."""


class LanguageError(VoiceError):
    """An article is in a language that no voice of the edition speaks."""


class SpeechError(AudiopressError):
    """An engine failed on a line."""


class SoundError(AudiopressError):
    """Music, levels, encoding or tags."""


class IdentityError(AudiopressError):
    """Two sources claim one identity."""


class StoreError(AudiopressError):
    """Cache, ledger or output could not be read or written."""


class InUseError(StoreError):
    """Another one builds here now, and nothing was begun beside it."""
