"""Where the output folder goes: the target that is named, opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.deploy.bucket import BucketPlace
from audiopress.deploy.folder import FolderPlace
from audiopress.deploy.rsync import RsyncPlace
from audiopress.errors import ConfigError
from audiopress.settings.deploy_table import parse_target
from audiopress.settings.shared_cache import check_target_apart
from audiopress.settings.tables import DeployTable
from audiopress.store.objects import open_store
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.deploy.places import DeployPlace
    from audiopress.settings import Settings
    from audiopress.settings.deploy_table import DeployTarget

__all__ = ["find_target", "open_place"]


def find_target(settings: Settings, target: str = "") -> tuple[DeployTarget, str]:
    """Return the target that is named, else that of the configuration, and where it is said.

    Raises `ConfigError` where there is none.
    """
    where, table = "TARGET", settings.deploy
    if not target:
        if settings.untrusted and table.target:
            raise ConfigError(
                "--untrusted: where the folder says it goes is not taken from it",
                where=str(settings.file),
                hint="audiopress deploy TARGET",
            )
        target, where = table.target, f"{settings.file or settings.root}, [deploy] target"
    if not target:
        raise ConfigError(
            "there is no target to deploy to",
            where=str(settings.file or settings.root),
            hint='audiopress deploy s3://bucket/prefix, or target = "..." under [deploy]',
        )
    return parse_target(target, where), where


def open_place(
    settings: Settings, target: str = "", tell: Callable[[str], None] = lambda _: None
) -> DeployPlace:
    """Return the target ready for use; ``tell`` hears what is waited for. Raises `ConfigError`."""
    parsed, where = find_target(settings, target)
    if parsed.kind == "s3":
        check_target_apart(settings, parsed, where)
        # A stranger's endpoint would be sent what this machine's key signs.
        table = DeployTable() if settings.untrusted else settings.deploy
        store = open_store(
            parsed.bucket,
            parsed.prefix,
            region=table.region,
            endpoint=table.endpoint,
            where=where,
            again=write_command("deploy", *filter(None, [target]), "--dry-run"),
            tell=tell,
        )
        return BucketPlace(store)
    if parsed.kind == "rsync":
        return RsyncPlace(parsed.name, where)
    return _open_folder(settings, parsed, where)


def _open_folder(settings: Settings, target: DeployTarget, where: str) -> DeployPlace:
    # What the file says goes by its folder; what is typed, from where one stands.
    base = Path.cwd() if where == "TARGET" else settings.root
    folder = Path(os.path.normpath(base / Path(target.name).expanduser()))
    own = (settings.public_output, settings.cache, settings.ledger)
    for each in own:
        if _lies_in(folder, each) or _lies_in(each, folder):
            raise ConfigError(
                f"a target lies apart from the edition's own folders, and {each} is one",
                where=f"{where}: {folder}",
                hint="audiopress deploy /srv/www/listen",
            )
    return FolderPlace(folder)


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
