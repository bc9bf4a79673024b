"""What a type checker must see of the public interface; read by mypy, never run.

`tests/unit/test_public.py` has it checked: every `assert_type` is compared with what is declared.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import audiopress
from audiopress.checking.receipt import Check, Receipt
from audiopress.errors import AudiopressError
from audiopress.model import Article, Document, LeftOut, Script, Utterance
from audiopress.press.report import Outcome
from audiopress.public import BuildPlan

assert_type(audiopress.__version__, str)

settings = audiopress.load_settings()
assert_type(settings, audiopress.Settings)
assert_type(settings.output, Path)
audiopress.load_settings("audiopress.toml")
audiopress.load_settings(Path("audiopress.toml"))
audiopress.load_settings(folder=Path("edition"))

report = audiopress.build()
assert_type(report, audiopress.Report)
assert_type(report.outcomes, tuple[Outcome, ...])
assert_type(report.outcomes[0].error, AudiopressError | None)
assert_type(report.failed, int)

# One source of each kind, several, and none of them named.
document = Document(uri="a.md", media_type="text/markdown", body=b"# Ferry")
audiopress.build("articles/")
audiopress.build(Path("articles"))
audiopress.build(document)
audiopress.build(["a.html", Path("b.md"), document], settings, strict=True)


def list_pages() -> Iterator[str]:
    yield "https://www.example.org/a"


audiopress.build(list_pages(), on_progress=lambda progress: print(progress.segments_done))

plan = audiopress.plan("articles/", settings)
assert_type(plan, BuildPlan)
assert_type(plan.to_speak, int)
assert_type(plan.articles[0].reasons, tuple[str, ...])
assert_type(plan.refused[0].error, AudiopressError)

manuscript = audiopress.read("article.html")
assert_type(manuscript.article, Article)
assert_type(manuscript.script, Script)
assert_type(manuscript.script.utterances, tuple[Utterance, ...])
assert_type(manuscript.script.left_out, tuple[LeftOut, ...])

assert_type(audiopress.say("Good evening."), float)
audiopress.say("Guten Abend.", Path("abend.wav"), voice="tone", language="de", settings=settings)

assert_type(audiopress.speak(["a.html", Path("b.md")], "story.mp3", settings), audiopress.Report)
audiopress.speak(
    document, Path("story.wav"), on_progress=lambda progress: print(progress.segments_done)
)

receipt = audiopress.check()
assert_type(receipt, Receipt)
assert_type(receipt.ok, bool)
assert_type(receipt.list_checks(), list[Check])
audiopress.check(Path("output"), settings, previous="feed.xml")

try:
    audiopress.build()
except audiopress.AudiopressError as error:
    assert_type(error.message, str)
    assert_type(error.where, str)
    assert_type(error.hint, str)
