"""Packages of npm that tests use as they are published, each at one version and by its sha256.

None is kept in the repository. ``python tests/browser/npm.py`` fetches those that are missing, as
`tests/run.py` does when it sets up; a test asks for what it needs and skips by name where it can
neither be found nor fetched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGES = {
    "@hotwired/turbo@8.0.23": "dfd8a76b28885c010564d828cb21c63f82aeb68b1cd00006152f26c73cae6daa",
    "htmx.org@4.0.1": "5fba65616ca148a86d377e9771bcada7f35faee3558651feb929eea425e13b3c",
    "react@19.3.1": "56936913918dcf1f7a6fe58784e79df54b18200a88655ce809cf5e9c4ef871aa",
    "react-dom@19.3.1": "8b49975821eec6311e00d2b3f4b8337923253c876517388a33f9839c61ab262e",
    "scheduler@0.28.0": "302995d590e3c0a11eeb40d1d0f299c1df1800135d599d85cdd5faeb614f32d6",
    "vue@3.5.45": "c2ec36a9b719e4277785f1ad36a1bb0424d8d32f0bea24abcce862e26821d585",
    "vue-router@5.5.1": "c394f8fb9c017c39186c48e4adf1b4ce718f74a39a26ed72bbe95037571833b4",
}
"""What the tests use; all under the MIT licence, htmx under 0BSD."""

PEERS = {
    "media-captions@1.0.4": "dee410cbbf831b6814b9ca076eddf826e6cbb049d9d019b8f4e4f71d26ab3373",
    "media-chrome@4.19.4": "8e5a6d0cdfbc0596d98cf5937626295e7bd099c36e8afeeb0e23e77ed4b9dd92",
    "media-icons@1.1.5": "3f2ba7ad5e3c79a0c8d10797aa5258cbffe796dd350a59aa22d1f74ac2d8d4f2",
    "vidstack@1.15.6": "ef5f2914154e29e3a895ba0723d2770fdd3fe6c5bbada4f762fee7c7a08d3860",
}
"""Other players and what they load besides, for the benchmark alone; MIT."""

TOOLS = {
    "typescript@6.0.2": "0ae5c188a2f5db22df72fe5e74dcbc122afb52031a86dbac33e78a86db39c65e",
}
"""What reads the player's types, for the campaign alone; Apache 2.0."""

FONTS = {
    "@fontsource-variable/inter@5.3.0":
        "d26710dd38e7217484a1d47ee76c024977ec550548876f26d06ed1844af09a14",
    "@fontsource-variable/source-serif-4@5.3.1":
        "8c452853c74be1e43e9fbfe76321c26f4678a2d431e93209ff1d9faec03fd96f",
    "@fontsource/noto-naskh-arabic@5.3.0":
        "8e4d87d3ae28020665d61054e4262162797feee84f0f145502d15e769a5bbb73",
    "@fontsource/roboto@5.3.0":
        "77620f437249772e381698224ea1bddd01c985ecd60267a63ddc96b9eb9348f7",
}  # fmt: skip
"""Letters of the pictures of themes alone; OFL."""

PATIENCE = 120
"""Seconds that a package may take: the largest has 4 MB."""


class UnavailableError(RuntimeError):
    """A package is neither here nor to be had; the words say why."""


def cache_folder() -> Path:
    """Return where fetched packages are kept between runs."""
    named = os.environ.get("AUDIOPRESS_TEST_PACKAGES")
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(named) if named else home / "audiopress-tests" / "npm"


def package_folder(name: str) -> Path:
    """Return the folder of a package, fetched if it is not here; `name` is without its version."""
    known = PACKAGES | PEERS | TOOLS | FONTS
    (wanted,) = (one for one in known if one.rpartition("@")[0] == name)
    place = cache_folder() / wanted.replace("/", "-")
    if not place.is_dir():
        _fetch(wanted, known[wanted], place)
    return place


def _fetch(wanted: str, digest: str, place: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        raise UnavailableError(
            f"{wanted} is not here, and there is no npm to fetch it: install npm"
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        try:
            done = subprocess.run(
                [npm, "pack", "--silent", wanted],
                cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise UnavailableError(f"{wanted}: npm's registry does not answer") from None
        packed = list(Path(folder).glob("*.tgz"))
        if done.returncode or not packed:
            raise UnavailableError(f"{wanted} cannot be fetched: {done.stderr.strip()[-200:]}")
        found = hashlib.sha256(packed[0].read_bytes()).hexdigest()
        if found != digest:
            raise ValueError(f"{wanted} is not what it was: sha256 {found}, not {digest}")
        with tarfile.open(packed[0]) as archive:
            archive.extractall(folder, filter="data")
        (inner,) = (path for path in Path(folder).iterdir() if path.is_dir())
        # Another process may have been quicker; what it put there is the same.
        if not place.is_dir():
            inner.rename(place)


def main() -> None:
    """Fetch what the tests use, and say what could not be had; that stops nothing."""
    for wanted in PACKAGES:
        try:
            package_folder(wanted.rpartition("@")[0])
        except UnavailableError as error:
            print(error, file=sys.stderr)


if __name__ == "__main__":
    main()
