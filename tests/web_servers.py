"""Web servers of this machine that serve an edition as docs/hosting.md says."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from typing import TYPE_CHECKING

from runner import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RECIPES = ROOT / "examples/recipes"


def find_port() -> int:
    """Return a port of this machine that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def serve(words: list[str], folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Let a server run until it is not needed any more."""
    home = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with subprocess.Popen(words, cwd=folder, env=home) as server:
        try:
            until = time.monotonic() + 20
            while server.poll() is None and time.monotonic() < until:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.05)
            yield server
        finally:
            server.terminate()


def write_nginx(edition: Path, folder: Path, port: int) -> list[str]:
    """Put docs/hosting.md into a file of nginx's, at a port of this machine and without TLS."""
    main, headers = re.findall(
        r"^```nginx\n(.*?)^```$",
        (ROOT / "docs/hosting.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    main = main.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    main = main.replace("/srv/edition/output", str(edition / "output"))
    main = main.replace("include mime.types", "include /etc/nginx/mime.types")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "edition_headers.conf").write_text(headers, "utf-8")
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr;\n"
        f"events {{ worker_connections 4096; }}\nhttp {{\naccess_log off;\n{places}\n{main}\n}}\n",
        "utf-8",
    )
    words = [find("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*words, "-t"], check=True)
    return words


def write_caddy(edition: Path, folder: Path, port: int) -> list[str]:
    """The same for Caddy, from its recipe."""
    text = (RECIPES / "web/Caddyfile").read_text("utf-8")
    text = text.replace("listen.example.org {", f"http://127.0.0.1:{port} {{")
    text = text.replace("/srv/edition/output", str(edition / "output"))
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{text}", "utf-8")
    words = ["--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    subprocess.run([find("caddy"), "validate", *words], check=True)
    return [find("caddy"), "run", *words]


def find(name: str) -> str:
    """Return where a program of this name is, or nothing."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") or ""
