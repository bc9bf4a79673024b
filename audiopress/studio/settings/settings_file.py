"""The settings of the window: read from audiopress.toml, and written where a person would."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from audiopress.errors import ConfigError
from audiopress.model import Role
from audiopress.press.ledgers.pile_answers import answer_for_pile
from audiopress.press.preflight import settle_settings
from audiopress.settings import FILE_NAME, check_text
from audiopress.settings.checks import place_disclosure
from audiopress.settings.mistakes import has_type
from audiopress.settings.new_file import write_new
from audiopress.settings.value_editing import replace_value
from audiopress.store.atomic_files import read, replace_if_changed
from audiopress.studio.settings.setting_fields import list_sections
from audiopress.studio.settings.typed_settings import complete_typed, read_typed
from audiopress.studio.spoken.speakers import explain_unfit, is_ready, list_ready
from audiopress.text.language_names import find_base, name_language
from audiopress.voices import list_voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.studio.settings.setting_fields import SettingField, SettingSection

__all__ = [
    "SettingsFile",
    "find_sections",
    "list_offers",
    "list_own",
    "list_unfit",
    "read_file",
    "save_fields",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """What the file says of each field, by its name; ``digest`` is that of its bytes."""

    values: dict[str, Any]
    digest: str


def read_file(settings: Settings) -> SettingsFile:
    """Return what audiopress.toml says of the fields; nothing of any where there is none."""
    body = (read(settings.file) or b"") if settings.file else b""
    tables = tomllib.loads(body.decode())
    fields = _list_fields(settings)
    values = {field.name: _show(field, _find(tables, field)) for field in fields}
    return SettingsFile(values=values, digest=hashlib.sha256(body).hexdigest())


def save_fields(settings: Settings, form: Mapping[str, str]) -> None:
    """Write the fields of a form that say something else than the file; comments and order stay.

    ``changed`` names those that were changed in the form, and ``was.NAME`` has what each said
    before: what somebody else has set meanwhile stays as it is. Without it the form is about all
    fields, and about the file of its ``digest``. Without a file one is begun, as by ``audiopress
    init``. Raises `ConfigError` for what no setting may be, and where somebody has changed the same
    meanwhile; then nothing is written.
    """
    file = settings.file or settings.root / FILE_NAME
    known = read_file(settings)
    fields = _choose_fields(settings, form, known)
    text = settings.file.read_bytes().decode() if settings.file else _begin(file)
    for field in fields:
        value = complete_typed(field, read_typed(field, form), known.values[field.name])
        # Of a new file the form has seen nothing yet: what is empty there is left as it begins.
        left = settings.file is None and value in (None, field.default)
        if not left and not _is_said(field, value, text):
            text = replace_value(text, field.table, field.key, value, where=file.name)
    text = _drop_silent_music(text, known)
    settle_settings(check_text(text, file))
    replace_if_changed(file, text.encode())


def _choose_fields(
    settings: Settings, form: Mapping[str, str], known: SettingsFile
) -> list[SettingField]:
    """Return the fields that a form is about; raises `ConfigError` where the file says otherwise.

    Otherwise, that is, than when the form was filled in.
    """
    fields, same = list(_list_fields(settings)), form.get("digest") == known.digest
    if "changed" in form:
        names = form["changed"].split()
        fields = [field for field in fields if field.name in names]
        others = [] if same else [one for one in fields if _is_other(one, form, known)]
    else:
        others = [] if same else fields[:1]
    if not others:
        return fields
    said = known.values[others[0].name]
    now = f'"{said}"' if "changed" in form and said is not None else "something else"
    raise ConfigError(
        "somebody has changed the settings meanwhile, and yours were not saved",
        where=f"{FILE_NAME}: {others[0].label}: {now}" if "changed" in form else FILE_NAME,
        hint="what you typed is still in this page: note it, load the page again, and set it there",
    )


def _is_other(field: SettingField, form: Mapping[str, str], known: SettingsFile) -> bool:
    """Whether the file says something else of a field by now than the form was filled in from."""
    before = read_typed(field, {field.name: form.get(f"was.{field.name}", "")})
    said = known.values[field.name]
    now = field.default if said is None and field.kind == "flag" else said
    return bool(before != ((" ".join(now.split()) or None) if isinstance(now, str) else now))


def _begin(file: Path) -> str:
    """Return the text of a new file, which goes on with the private pile of its folder."""
    return write_new(answer_for_pile(file.parent))


def _is_said(field: SettingField, value: Any, text: str) -> bool:
    """Whether the file says this of a field already, or nothing, and that means the same."""
    found = _find(tomllib.loads(text), field)
    if found is None:
        return value in (None, field.default)
    shown = _show(field, found)
    # As a form has it: a text of several lines is one, and one of no words is empty.
    return bool(value == ((" ".join(shown.split()) or None) if isinstance(shown, str) else shown))


def _show(field: SettingField, said: Any) -> Any:
    """Return what a form shows of what the file says; None of what it has no way to show."""
    if field.key == "disclosure":
        said = place_disclosure(said)
    kind = {"flag": bool, "number": float}.get(field.kind, str)
    return said if has_type(said, kind) else None


def _drop_silent_music(text: str, before: SettingsFile) -> str:
    """Return the text without what is said of music that was taken out.

    Raises `ConfigError` for what is said of music that there never was.
    """
    for name in ("ident", "intro", "outro"):
        table = tomllib.loads(text).get("sound", {}).get(name)
        if table is not None and "path" not in table:
            if not before.values[f"sound.{name}.path"]:
                raise ConfigError(
                    f"there is no {name} yet that this could be said of",
                    where=", ".join(f"sound.{name}.{key}" for key in table),
                    hint="choose its sound file, or leave it empty",
                )
            for key in table:
                text = replace_value(text, f"sound.{name}", key, None, where=FILE_NAME)
            text = re.sub(rf"(?m)^[ \t]*\[sound\.{name}\][ \t]*\r?\n?", "", text)
    return text


def _find(tables: dict[str, Any], field: SettingField) -> Any:
    inner: Any = tables
    for name in field.table.split("."):
        inner = inner.get(name, {}) if isinstance(inner, dict) else {}
    return inner.get(field.key) if isinstance(inner, dict) else None


def _list_fields(settings: Settings) -> Iterator[SettingField]:
    for section in find_sections(settings):
        yield from section.fields


def find_sections(settings: Settings) -> tuple[SettingSection, ...]:
    """Return all settings of the window: voices that speak here have a pace, languages a voice."""
    # As the file has them: an option may have another voice speak for now.
    said = _read_tables(settings).get("voices", {})
    languages, rates = said.get("languages", {}), said.get("rate", {})
    named = [said[role] for role in get_args(Role) if role in said]
    voices = [settings.cast.body, *named, *languages.values(), *rates]
    own = find_base(settings.show.language)
    ready = (voice for voice in list_voices() if is_ready(settings, voice))
    spoken = (tag for voice in ready for tag in voice.languages)
    others = {base for base in map(find_base, spoken) if base != own}
    tags = sorted({*languages, *others})
    return list_sections(dict.fromkeys(voices), [(tag, name_language(tag)) for tag in tags])


def _read_tables(settings: Settings) -> dict[str, Any]:
    """Return the tables of the file, none where there is none."""
    return tomllib.loads((read(settings.file) or b"").decode()) if settings.file else {}


def list_offers(settings: Settings) -> dict[str, list[tuple[str, str]]]:
    """Return for each field of a voice, by its name, those that can speak there, and how."""
    fields = [field for field in _list_fields(settings) if field.kind == "voice"]
    return {field.name: list_ready(settings, _find_language(settings, field)) for field in fields}


def list_unfit(settings: Settings, values: Mapping[str, Any]) -> dict[str, str]:
    """Return for each field of a voice that cannot speak there why not, by its name."""
    found = {
        field.name: explain_unfit(settings, values[field.name], _find_language(settings, field))
        for field in _list_fields(settings)
        if field.kind == "voice" and values[field.name]
    }
    return {name: why for name, why in found.items() if why}


def _find_language(settings: Settings, field: SettingField) -> str:
    """Return the language in which a field's voice speaks."""
    return field.key if field.table == "voices.languages" else settings.show.language


def list_own(settings: Settings, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields that are set to something else than is usual, with what is usual."""
    return {
        field.name: _describe_usual(field)
        for field in _list_fields(settings)
        if values[field.name] not in (None, "", field.default)
    }


def _describe_usual(field: SettingField) -> str:
    if field.kind == "flag":
        return "on" if field.default else "off"
    if field.kind == "number":
        return f"{field.default:g}"
    return dict(field.choices).get(str(field.default), str(field.default))
