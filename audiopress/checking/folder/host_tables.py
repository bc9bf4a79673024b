"""What files of hosts say that are tables (JSON, TOML, XML), each word with the paths it is for."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from audiopress.checking.folder.host_paths import match_glob, match_prefix, match_regex, nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.folder.host_paths import Scope

__all__ = ["list_table_words"]

Told = tuple[list["Scope"], str]
"""A line as of a server's file, and which paths it is for."""

_FROM: Final = ("source", "route", "from", "for", "glob")
"""Keys of a path that a table of a host is about ..."""

_FROM_REGEX: Final = ("regex", "src")
"""... and of an expression for paths ..."""

_TO: Final = ("destination", "redirect", "to", "dest")
"""... and of the address that it leads to."""


def list_table_words(text: str, name: str, host: str) -> Iterator[Told]:
    """Yield what a file called ``name`` says, as lines; raises `ValueError` if it is no table."""
    if name == "web.config":
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(text.encode(), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(str(error)) from error
        yield from _walk_elements(root, [])
    else:
        tables = tomllib.loads(text) if name.endswith(".toml") else json.loads(text)
        yield from _walk(tables, [], host)


def _walk(value: Any, scopes: list[Scope], host: str) -> Iterator[Told]:
    if isinstance(value, list):
        for each in value:
            yield from _walk(each, scopes, host)
    if not isinstance(value, dict):
        return
    scopes = [*scopes, *_list_scopes(value, host)]
    if isinstance(value.get("key"), str):  # a header, as a table of its name and its value
        value = {value["key"]: value.get("value")}
    for key, inner in value.items():
        if isinstance(inner, str):
            yield scopes, f"redirect {inner}" if key in _TO else f"{key}: {inner}"
        else:
            yield from _walk(inner, scopes, host)


def _list_scopes(table: dict[str, Any], host: str) -> Iterator[Scope]:
    for key, said in table.items():
        if isinstance(said, str) and key in _FROM:
            yield match_glob(said, host)
        elif isinstance(said, str) and key in _FROM_REGEX:
            yield match_regex(f"^(?:{said})$")
    asked = table.get("has")
    for each in asked if isinstance(asked, list) else ():
        # What only visitors of another host get.
        if isinstance(each, dict) and each.get("type") == "host" and each.get("value") != host:
            yield nothing


def _walk_elements(element: etree._Element, scopes: list[Scope]) -> Iterator[Told]:
    if not isinstance(element.tag, str):
        return
    matched = element.find("match")
    if element.tag == "location":
        scopes = [*scopes, match_prefix(element.get("path", "").strip("."))]
    elif matched is not None:
        scopes = [*scopes, match_regex(matched.get("url", ""), rooted=False)]
    leads = element.get("url") if element.tag == "action" else element.get("destination")
    if leads:
        yield scopes, f"redirect {leads}"
    if element.tag == "add":
        yield scopes, f"{element.get('name', '')}: {element.get('value', '')}"
    for inner in element:
        yield from _walk_elements(inner, scopes)
