"""Robots, and the names of apps."""

from __future__ import annotations

import pytest

from audiopress.stats.agents import UNKNOWN, find_app, is_robot

LISTENERS = {
    "AppleCoreMedia/1.0.0.21F90 (iPhone; U; CPU OS 17_5_1 like Mac OS X)": "Apple (another app)",
    "Podcasts/1650.20 CFNetwork/1333.0.4 Darwin/21.5.0": "Apple Podcasts",
    "Spotify/8.9.40 Android/34 (SM-S911B)": "Spotify",
    "AntennaPod/3.4.0": "AntennaPod",
    "Overcast/3.0 (+http://overcast.fm/; iOS podcast app)": "Overcast",
    "Pocket Casts": "Pocket Casts",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0": "Firefox",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
    "Safari/537.36": "Chrome",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.5 Safari/605.1.15": "Safari",
    "HomeRadio/2.1 (kitchen)": "HomeRadio",
    "": UNKNOWN,
}

ROBOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "GPTBot/1.2", "ClaudeBot/1.0", "curl/8.5.0", "Wget/1.21.4", "python-requests/2.32.3",
    "Go-http-client/2.0", "Some Uptime Monitor 3",
]  # fmt: skip


@pytest.mark.parametrize("agent", LISTENERS)
def test_a_listener_is_called_by_the_app(agent: str) -> None:
    assert not is_robot(agent)
    assert find_app(agent) == LISTENERS[agent]


@pytest.mark.parametrize("agent", ROBOTS)
def test_a_robot_is_no_listener(agent: str) -> None:
    assert is_robot(agent)
