"""What settings may be: the values there are of one, or between which bounds it lies.

`audiopress.settings.checks` refuses others, the window offers these, docs/configuration.md lists
them.
"""

from __future__ import annotations

__all__ = [
    "BITRATES",
    "CORRECTIONS",
    "DUCK",
    "FOREIGN",
    "FORMATS",
    "FREQUENCIES",
    "LOUDNESS",
    "MUSIC_GAIN",
    "PACE",
    "PAUSE",
    "PEAK",
    "QUALITY",
    "RATES",
]

FREQUENCIES = ("hourly", "daily", "weekdays", "weekly", "fortnightly", "monthly")
"""How often a show says it comes (``podcast:updateFrequency``)."""

BITRATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""MPEG-1 layer III, kb/s (ISO/IEC 11172-3, 2.4.2.3)."""

RATES = (32000, 44100, 48000)
"""MPEG-1 layer III, Hz."""

LOUDNESS = (-31.0, -9.0)
"""Loudness of a show, LUFS: from below what broadcasters use (-23, EBU R 128) for programmes with
much room above it, to louder than any platform plays (-14); beyond, the limiter would be heard."""

PEAK = (-9.0, -0.1)
"""Highest true peak, dBTP: below 0, for an MP3 decoder overshoots, and no lower than a level that
leaves the limiter nothing but the loudest syllables to hold."""

QUALITY = (0, 9)
"""The scale of LAME's ``-q``: 0 is the slowest and best, 9 the fastest."""

PAUSE = (0, 60_000)
"""Silence and fades, ms: a minute is longer than anybody means, so it is a slip of the unit."""

MUSIC_GAIN = (-60.0, 20.0)
"""Gain of the music beside the show's loudness, dB: inaudible to ten times the amplitude."""

DUCK = (0.0, 60.0)
"""How far an intro steps back under the opening line, dB: not at all to inaudible."""

PACE = (0.5, 2.0)
"""How fast a voice may speak, 1 being its own pace: a guard against slips of the hand (12 for 1.2),
not what any engine is limited to."""

FOREIGN = ("refuse", "speak")
"""What may become of an article in a language that no voice speaks (`Cast.foreign`)."""

FORMATS = ("wav", "flac", "mp3")
"""What may be asked for: what is read here, and says its rate itself. Nearly all servers give WAV;
the few that give only samples without a header (``pcm``) give MP3 too."""

CORRECTIONS = {
    "punctuation": ("replace", "keep-audio"),
    "spelling": ("replace", "keep-audio"),
    "wording": ("replace", "announce"),
}
"""What may become of each kind of change: other words than are said need other sound."""
