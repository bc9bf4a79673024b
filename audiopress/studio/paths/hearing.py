"""A paragraph is heard, and a name as it would be said; how it is said is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from audiopress.errors import ReadingError
from audiopress.studio.answers import answer_json, go_to, read_form
from audiopress.studio.files import intake
from audiopress.studio.spoken import script, words
from audiopress.studio.spoken.sounds import WordTrial

if TYPE_CHECKING:
    from starlette.requests import Request

    from audiopress.studio.parts import Studio

__all__ = ["HearingPaths"]


class HearingPaths:
    """Has paragraphs and names spoken."""

    def __init__(self, studio: Studio) -> None:
        """Know what the window works with."""
        self._studio = studio

    async def hear(self, request: Request) -> Response:
        """Have a paragraph of a script spoken."""
        form = await read_form(request)
        number = int(form["number"]) if form.get("number", "").isdecimal() else -1
        name = await run_in_threadpool(self._hear, form.get("file", ""), number)
        return answer_json({"sound": f"/sounds/{name}"})

    def _hear(self, file: str, number: int) -> str:
        settings = self._studio.settle()
        said = script.pick_paragraph(settings, intake.find_file(settings, file), number)
        if not said:
            raise ReadingError("the article has changed", hint="load the page again")
        return self._studio.sounds.hear(settings, said)

    async def send_sound(self, request: Request) -> Response:
        """Send a sound that was made for this window."""
        path = self._studio.sounds.find(request.path_params["name"])
        if path is None:
            return Response("this sound is gone: hear it once more\n", 404)
        return FileResponse(path, media_type="audio/mpeg")

    async def try_word(self, request: Request) -> Response:
        """Have a name spoken as it might be said."""
        form = await read_form(request)
        name = await run_in_threadpool(self._try_word, form)
        return answer_json({"sound": f"/sounds/{name}"})

    def _try_word(self, form: dict[str, str]) -> str:
        word = form.get("word", "").strip()
        trial = WordTrial(
            text=form.get("text", "").strip() or word,
            word=word,
            said=form.get("say", "").strip(),
            language=form.get("language", ""),
            voice=form.get("voice", ""),
        )
        return self._studio.sounds.try_word(self._studio.settle(), trial)

    async def tell_word(self, request: Request) -> Response:
        """Tell how a lexicon says a word already."""
        asked = request.query_params
        said = await run_in_threadpool(
            lambda: words.find_said(
                self._studio.settle(), asked.get("word", ""), asked.get("language", "")
            )
        )
        return answer_json({"said": said})

    async def keep_word(self, request: Request) -> Response:
        """Keep how a word is said, and tell what else that changes."""
        form = await read_form(request)
        kept = await run_in_threadpool(
            lambda: words.keep_word(
                self._studio.settle(),
                form.get("word", "").strip(),
                form.get("say", "").strip(),
                form.get("language", ""),
            )
        )
        changed = [each._asdict() for each in words.group_changed(kept.changed)]
        return answer_json({"file": kept.file, "language": kept.language, "changed": changed})

    async def forget_word(self, request: Request) -> Response:
        """Take a word out of a lexicon of the show."""
        form = await read_form(request)
        await run_in_threadpool(
            lambda: words.forget_word(
                self._studio.settle(), form.get("word", ""), form.get("lexicon", "")
            )
        )
        return go_to(request, "/words")
