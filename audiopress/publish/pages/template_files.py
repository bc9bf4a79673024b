"""The templates that lie in a package, as pages are made of them."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

__all__ = ["open_templates", "read_template"]


@cache
def open_templates(package: str) -> Environment:
    """Return the templates of a package: all values escaped, and one that is missing an error."""
    return Environment(
        autoescape=True,
        loader=FunctionLoader(partial(read_template, package)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_template(package: str, name: str) -> str:
    """Return the text of a file of the package's ``templates/``."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")
