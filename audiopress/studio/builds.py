"""One build or deploy at a time, in a thread of its own, told as it goes."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from audiopress.deploy.deployment import deploy
from audiopress.deploy.secret_values import list_secrets
from audiopress.errors import AudiopressError, StoreError
from audiopress.press.build import build
from audiopress.press.preflight import check_installed
from audiopress.studio.advice import add_plain_words, address_hint, sort_notes
from audiopress.text.counts import count_part, count_things
from audiopress.text.secret_parts import blank_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.deploy.deployment import Deployment
    from audiopress.press.report import BuildProgress, Outcome, Report
    from audiopress.settings import Settings

__all__ = ["BuildRunner", "BuildState", "describe_error"]

_WORDS = {
    "built": "made on this computer",
    "unchanged": "as it was",
    "failed": "failed",
    "waiting": "waiting",
    "held": "held for review",
    "withdrawn": "withdrawn",
}
"""What became of an article, as the window says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildState:
    """How a build is going, or how the last one went: ``words``, and ``part`` of it (0 to 1).

    Of a deploy nobody knows the part. ``others`` are notes for whoever looks after the edition.
    """

    number: int = 0
    running: bool = False
    words: str = ""
    part: float | None = 0.0
    articles: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    errors: tuple[dict[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as the page gets it."""
        return {
            "number": self.number,
            "running": self.running,
            "words": self.words,
            "part": None if self.part is None else round(self.part, 3),
            "articles": list(self.articles),
            "notes": list(self.notes),
            "others": list(self.others),
            "errors": list(self.errors),
        }


@dataclass
class BuildRunner:
    """Builds and deploys for the window; ``state`` is asked for while one runs."""

    state: BuildState = field(default_factory=BuildState)
    _gate: threading.Lock = field(default_factory=threading.Lock)

    @property
    def ended(self) -> int:
        """The number of the last build that has ended: a page asks before it looks at anything."""
        state = self.state
        return state.number - state.running

    def start(self, settle: Callable[[], Settings], sources: Sequence[str]) -> BuildState:
        """Begin to build ``sources``; raises `StoreError` while another build of this window runs.

        Another program that builds here is an error of the build, in its state.
        """
        named = tuple(sources)
        begun = BuildState(words="Looking at the articles")
        return self._begin(begun, lambda: self._build(settle(), named), "Nothing was made")

    def start_deploy(self, settle: Callable[[], Settings]) -> BuildState:
        """Begin to bring the edition to its host; raises `StoreError` as `start`."""
        begun = BuildState(words="Looking at what the host has", part=None)
        return self._begin(begun, lambda: self._deploy(settle()), "Not all of it is at the host")

    def _begin(
        self, begun: BuildState, act: Callable[[], dict[str, Any]], failed: str
    ) -> BuildState:
        with self._gate:
            if self.state.running:
                raise StoreError(
                    "this window is at work already",
                    where=self.state.words,
                    hint="wait until it has ended, then do it again",
                )
            self.state = replace(begun, number=self.state.number + 1, running=True)
        threading.Thread(target=self._run, args=(act, failed), daemon=True).start()
        return self.state

    def _run(self, act: Callable[[], dict[str, Any]], failed: str) -> None:
        try:
            self._end(**act())
        except AudiopressError as error:
            self._end(words=failed, errors=(describe_error(error),))
        except Exception as error:  # noqa: BLE001 - the thread has nobody else to tell
            said = {
                "message": hide_secrets(f"{type(error).__name__}: {error}"),
                "where": "",
                "hint": "",
            }
            self._end(words="Something went wrong that nobody foresaw", errors=(said,))

    def _build(self, settings: Settings, sources: Sequence[str]) -> dict[str, Any]:
        check_installed(settings)
        return _describe_report(build(settings, sources, strict=False, watch=self._watch))

    def _deploy(self, settings: Settings) -> dict[str, Any]:
        return describe_deployment(deploy(settings, tell=self._tell))

    def _tell(self, words: str) -> None:
        said = hide_secrets(words)
        self.state = replace(self.state, words=said[:1].upper() + said[1:])

    def _watch(self, progress: BuildProgress) -> None:
        total = max(1, progress.characters_total)
        spoken = count_part(progress.segments_done, progress.segments_total, "paragraph")
        words = f"{spoken} spoken" if progress.segments_total else "Putting it together"
        self.state = replace(self.state, words=words, part=progress.characters_done / total)

    def _end(self, **told: Any) -> None:
        self.state = BuildState(number=self.state.number, part=1.0, **told)


def describe_error(error: AudiopressError) -> dict[str, str]:
    """Return an error as the page gets it."""
    message, hint = error.message, address_hint(error.hint)
    # What the words of both mean stands at the end, whatever lines a message has.
    whole = f"{message}\n{hint}"
    meant = add_plain_words(whole).removeprefix(whole)
    said = {"message": message, "where": error.where, "hint": hint}
    said["hint" if hint else "message"] += meant
    return {name: hide_secrets(text) for name, text in said.items()}


def hide_secrets(text: str) -> str:
    """Return a text without keys of the environment, whatever an error quotes."""
    return blank_tokens(text, list_secrets())


def describe_deployment(done: Deployment) -> dict[str, Any]:
    """Return what became of a deploy, as the end of a `BuildState` has it."""
    sent = f"{count_things(len(done.done.sent), 'file')} ({done.done.size / 1e6:.1f} MB)"
    parts = f"{sent} sent, {len(done.done.removed)} removed, {done.done.unchanged} as they were"
    told = [f"{hub.hub} was told that {hub.feed} has changed" for hub in done.hubs if hub.told]
    problems = [hub.problem for hub in done.hubs if hub.problem]
    notes = sort_notes(map(hide_secrets, (*told, *done.done.notes, *problems)))
    return {
        "words": f"The host has all of it now: {parts}",
        "notes": notes.own,
        "others": notes.others,
        "errors": (describe_error(done.problem),) if done.problem else (),
    }


def _describe_report(report: Report) -> dict[str, Any]:
    errors = [one.error for one in report.outcomes if one.error is not None]
    count = sum(one.status == "built" for one in report.outcomes)
    spoken = count_things(sum(one.spoken for one in report.outcomes), "paragraph")
    made = f"{count_things(count, 'article')} made on this computer"
    done = made if count else "Nothing new to publish"
    notes = sort_notes(report.notes)
    held = sum(one.status == "held" and one.fresh for one in report.outcomes)
    if held:
        waits = f"{count_things(held, 'article')} held for review"
        done = f"{done}, {waits}" if count else waits
    return {
        "words": f"{done}, {spoken} spoken" if not errors else f"{done}; something failed",
        "articles": tuple(_describe(one) for one in report.outcomes),
        "notes": notes.own,
        "others": notes.others,
        "errors": tuple(describe_error(error) for error in errors),
    }


def _describe(outcome: Outcome) -> dict[str, Any]:
    return {
        "title": outcome.title,
        "state": _WORDS[outcome.status],
        "slug": outcome.slug if outcome.enclosure else "",
        "why": outcome.reissued,
    }
