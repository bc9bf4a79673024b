"""Debian's Firefox, driven by the WebDriver BiDi protocol that it speaks itself.

Playwright drives only a Firefox of its own making, and geckodriver is in no package here; the
protocol is JSON over one WebSocket (https://w3c.github.io/webdriver-bidi/).
"""

from __future__ import annotations

import json
import re
import subprocess
import time
from typing import TYPE_CHECKING, Any

import websocket

if TYPE_CHECKING:
    from pathlib import Path

PREFERENCES = {
    "media.autoplay.default": 0,
    "media.volume_scale": "0.0",
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """One window of a headless Firefox with a fresh profile; ``log`` is what its pages complain."""

    def __init__(self, program: str, profile: Path) -> None:
        profile.mkdir()
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines))
        self._errors = profile / "stderr"
        words = [program, "--headless", "--no-remote", "--profile", str(profile)]
        with self._errors.open("w") as errors:
            self._process = subprocess.Popen(
                [*words, "--remote-debugging-port", "0"], stdout=errors, stderr=errors
            )
        self._socket = websocket.create_connection(
            self._address() + "/session", timeout=30, suppress_origin=True
        )
        self._number = 0
        self.log: list[str] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])
        tabs = self.call("browsingContext.getTree")["contexts"]
        self._tab = tabs[0]["context"]

    def _address(self) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process.poll() is None:
            if found := LISTENING.search(self._errors.read_text(errors="replace")):
                return found[1]
            time.sleep(0.1)
        raise AssertionError(self._errors.read_text(errors="replace"))

    def call(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; what the page logs meanwhile is kept."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("method") == "log.entryAdded":
                entry = answer["params"]
                self.log += [entry["text"]] if entry["level"] == "error" else []
            elif answer.get("id") == self._number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, address: str) -> None:
        self.call("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression as JSON has it; the reader has touched the page."""
        answer = self.call(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then((it) => JSON.stringify(it ?? null))",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def until(self, expression: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a reader's keyboard does."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.call("input.performActions", context=self._tab, actions=[source])

    def tap(self, x: float, y: float) -> None:
        """Touch the page for a moment, at these CSS pixels of the window."""
        moves: list[dict[str, object]] = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        source = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}}
        self.call("input.performActions", context=self._tab, actions=[{**source, "actions": moves}])

    def roll(self, by: int) -> None:
        """Turn the wheel over the page, by these CSS pixels."""
        where = {"type": "scroll", "x": 20, "y": 300, "deltaX": 0, "deltaY": by}
        source = {"type": "wheel", "id": "wheel", "actions": [where]}
        self.call("input.performActions", context=self._tab, actions=[source])

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)
