"""Examples of each command, as its ``--help`` and the reference show them."""

from __future__ import annotations

from typing import Final

__all__ = ["EXAMPLES"]

EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "init": (
        "audiopress init",
        "audiopress init my-show --yes",
        "audiopress init https://example.org/feed.xml",
    ),
    "build": (
        "audiopress build",
        "audiopress build articles/ https://example.org/feed.xml --limit 10",
        "audiopress build --dry-run",
        "audiopress build story.html -o story.mp3",
    ),
    "plan": ("audiopress plan", "audiopress plan story.md --voice joe"),
    "sync": ("audiopress sync", "audiopress sync --every 10m"),
    "status": (
        "audiopress status",
        "audiopress status --json",
        "audiopress status --forget https://example.org/lost",
    ),
    "script": (
        "audiopress script story.html",
        "audiopress script https://example.org/story --diff",
    ),
    "site": ("audiopress site public/", "audiopress site _site --address https://example.org/"),
    "say": (
        'audiopress say "The ferry left at 5.40 a.m." --play',
        "audiopress say -o line.wav < line.txt",
    ),
    "check": ("audiopress check", "audiopress check https://example.org/audio/ --html report.html"),
    "deploy": ("audiopress deploy --dry-run", "audiopress deploy s3://my-bucket/audio"),
    "sign": ("audiopress sign", "audiopress sign keys/ --test-certificate"),
    "release": ("audiopress release", "audiopress release the-ferry-to-skerry"),
    "withdraw": (
        "audiopress withdraw the-ferry-to-skerry --dry-run",
        'audiopress withdraw the-ferry-to-skerry --reason "It was wrong."',
    ),
    "correct": (
        "audiopress correct the-ferry-to-skerry",
        "audiopress correct the-ferry-to-skerry --purge",
    ),
    "gc": ("audiopress gc --dry-run", "audiopress gc"),
    "serve": ("audiopress serve --open", "audiopress serve story.md"),
    "embed": (
        "audiopress embed the-ferry-to-skerry",
        "audiopress embed the-ferry-to-skerry --as element",
    ),
    "studio": ("audiopress studio",),
    "stats": ("audiopress stats access.log", "audiopress stats logs/*.gz --html report.html"),
    "doctor": ("audiopress doctor",),
    "completion": ("audiopress completion bash",),
    "voices list": ("audiopress voices list", "audiopress voices list de"),
    "voices show": ("audiopress voices show joe",),
    "voices install": ("audiopress voices install joe",),
    "voices add": ("audiopress voices add anna.onnx --name anna --language de-AT",),
    "voices try": ("audiopress voices try joe",),
    "lexicon add": (
        'audiopress lexicon add Tymeister --say "tie meister"',
        'audiopress lexicon add Leicester --say "[[ˈlɛstɚ]]"',  # noqa: RUF001 - a stress mark
    ),
    "lexicon list": ("audiopress lexicon list", "audiopress lexicon list ley"),
    "lexicon remove": ("audiopress lexicon remove Tymeister",),
    "lexicon try": ("audiopress lexicon try Tymeister",),
    "lexicon check": ("audiopress lexicon check",),
    "reading keep": (
        'audiopress reading keep "Sign up with the harbour master."',
        'audiopress reading keep "Sign up with the harbour master." --of example.org',
    ),
    "reading drop": (
        'audiopress reading drop "Made in nine harbours." --of example.org',
        'audiopress reading drop "Made in nine harbours." --in articles/ferry.md',
    ),
    "reading forget": ('audiopress reading forget "Made in nine harbours." --of example.org',),
    "reading list": ("audiopress reading list",),
    "show address": ("audiopress show address",),
    "show ping": ("audiopress show ping",),
    "show rotate": ("audiopress show rotate",),
    "ledger check": ("audiopress ledger check",),
    "cluster certificates": ("audiopress cluster certificates certificates/",),
    "cluster check": ("audiopress cluster check --scheduler tls://10.0.0.5:8786",),
}
"""By the command's name: what somebody types, the commonest first. A test reads each as the
program would."""
