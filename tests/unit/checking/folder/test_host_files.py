"""Files that tell a host or a robot to keep visitors from an edition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiopress.checking.folder.host_files import find_host_faults
from audiopress.checking.shelf import Folder

BASE = "https://listen.example/"

HARMFUL = {
    "robots.txt": (
        "User-agent: *\nDisallow: /\n",
        "User-agent: *\nAllow: /about\nDisallow: /episodes/ # trial\n",
        "user-agent: Overcast\nuser-agent: x\ndisallow: /feed\n",
        "User-agent: *\nDisallow: /*.xml$\n",
    ),
    "_redirects": (
        "/feed.xml https://else.example/feed.xml 301\n",
        "# moved\n/* https://else.example/:splat 302\n",
    ),
    ".htaccess": (
        "Redirect 301 /feed.xml https://else.example/feed.xml\n",
        "RewriteRule ^(.*)$ https://else.example/$1 [R=301,L]\n",
        "Require all denied\n",
    ),
    "vercel.json": (
        '{"redirects": [{"source": "/shows/:a*",\n "destination": "https://else.example/"}]}',
    ),
    "_headers": (
        "/*\n  X-Robots-Tag: noindex\n",
        "/a\n  X-A: b\n/episodes/*\n  X-Robots-Tag: none\n",
    ),
    "nginx.conf": (
        "server {\n location / { return 404; }\n}\n",
        "location ~ \\.xml$ {\n  return 301 https://else.example/feed.xml;\n}\n",
        "server { rewrite ^/(.*)$ https://else.example/$1 permanent; }",
        'location /episodes/ { add_header X-Robots-Tag "noindex"; }',
    ),
    "Caddyfile": (
        "listen.example {\n  redir /feed.xml https://else.example/feed.xml\n}\n",
        "listen.example {\n  header X-Robots-Tag noindex\n}\n",
    ),
    "netlify.toml": (
        '[[redirects]]\nfrom = "/*"\nto = "https://else.example/:splat"\n',
        '[[headers]]\nfor = "/*"\n[headers.values]\nX-Robots-Tag = "noindex"\n',
        "[[redirects\n",
    ),
    "web.config": (
        (
            '<c><rule><match url="(.*)"/><action type="Redirect" url="https://else.example/"/>'
            "</rule></c>"
        ),
        '<c><customHeaders><add name="X-Robots-Tag" value="noindex"/></customHeaders></c>',
    ),
}

HARMLESS = {
    "robots.txt": (
        "User-agent: *\nDisallow:\n",
        (
            "User-agent: *\nDisallow: /\nAllow: /feed.xml\nAllow: /shows/*/feed.xml$\n"
            "Allow: /episodes/\n"
        ),
        "User-agent: *\nDisallow: /$\n",
        "User-agent: *\nDisallow: /*.xml\nAllow: /*feed.xml\n",
        "User-agent: GPTBot\nDisallow: /\n",
        "User-agent: *\nDisallow: /admin/\nSitemap: https://listen.example/map.xml\n",
    ),
    "_redirects": (
        "https://old.example/* https://listen.example/:splat 301!\n",
        "/about https://courier.example/about 301\n",
        "# /feed.xml https://else.example/feed.xml\n",
    ),
    ".htaccess": (
        "AddType application/rss+xml .xml\n",
        '<FilesMatch "^\\.">\n  Require all denied\n</FilesMatch>\n',
        '<FilesMatch "^\\.">Require all denied\n</FilesMatch>\n',
        "<LimitExcept GET HEAD>\n  Deny from all\n</LimitExcept>\n",
        (
            "DirectoryIndex index.html\nErrorDocument 404 /index.html\n"
            "Redirect 301 /blog https://courier.example/blog\n"
        ),
        "RewriteRule ^blog/(.*)$ https://courier.example/$1 [R=301,L]\n",
        'Header set Content-Security-Policy "connect-src https://courier.example *"\n',
    ),
    "_headers": (
        "/*\n  Access-Control-Allow-Origin: https://courier.example\n",
        "/*\n  X-A: b\n/drafts/*\n  X-Robots-Tag: noindex\n",
        "https://:project.pages.dev/*\n  X-Robots-Tag: noindex\n",
    ),
    "nginx.conf": (
        (
            "server {\n  location ~ /\\. { return 404; }\n  location / {\n    index index.html;\n"
            "  }\n}\n"
        ),
        (
            "server { server_name old.example; return 301 https://else.example; }\n"
            "server {\n  server_name listen.example;\n  root /srv;\n}\n"
        ),
        "location ~ /\\. {return 404;}\nlocation /x {deny all;}\n",
        "if ($request_method !~ ^(GET|HEAD)$ ) { return 405; }\n",
    ),
    "Caddyfile": (
        "listen.example {\n  redir /blog/* https://courier.example/\n  file_server\n}\n",
        (
            "listen.example {\n  @drafts path /drafts/* /notes/*\n"
            "  header @drafts X-Robots-Tag noindex\n}\n"
        ),
        "www.else.example {\n  redir https://courier.example{uri}\n}\n",
    ),
    "netlify.toml": (
        '[[headers]]\nfor = "/drafts/*"\n[headers.values]\nX-Robots-Tag = "noindex"\n',
    ),
    "vercel.json": (
        (
            '{"redirects": [{"source": "/blog/:a*", "destination": "https://courier.example/"}],'
            '"headers": [{"source": "/(.*)", "headers": [{"key": "Link", "value": "https://x.example"'
            "}]}]}"
        ),
    ),
    "web.config": (
        '<c><location path="drafts"><add name="X-Robots-Tag" value="noindex"/></location></c>',
        (
            '<c><rule><match url="^blog"/><action type="Redirect" url="https://x.example/"/></rule>'
            "</c>"
        ),
    ),
}


def find_faults(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, "utf-8")
    looks = find_host_faults(Folder(folder), BASE, ["feed.xml", "shows/a/feed.xml"])
    return [fault for _, _, fault in looks if fault]


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, all_ in HARMFUL.items() for t in all_])
def test_what_keeps_visitors_away_is_named(name: str, text: str, tmp_path: Path) -> None:
    assert len(find_faults(tmp_path, name, text)) == 1


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, all_ in HARMLESS.items() for t in all_])
def test_what_does_not_is_let_be(name: str, text: str, tmp_path: Path) -> None:
    assert find_faults(tmp_path, name, text) == []


def test_a_private_show_may_be_hidden(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    assert not any(each[2] for each in find_host_faults(Folder(tmp_path), BASE, ["a/feed.xml"]))


def test_a_private_show_may_be_kept_out_of_searches_but_not_from_its_listeners(
    tmp_path: Path,
) -> None:
    (tmp_path / "_headers").write_text("/*\n  X-Robots-Tag: noindex\n")
    assert not any(each[2] for each in find_host_faults(Folder(tmp_path), BASE, ["a/feed.xml"]))
    (tmp_path / ".htaccess").write_text("Require all denied\n")
    assert any(each[2] for each in find_host_faults(Folder(tmp_path), BASE, ["a/feed.xml"]))


def test_the_files_that_the_docs_show_are_no_fault(tmp_path: Path) -> None:
    docs = Path(__file__).parents[4]
    hosting = (docs / "docs/hosting.md").read_text("utf-8")
    nginx = max(re.findall(r"```nginx\n(.*?)```", hosting, re.DOTALL), key=len)
    assert find_faults(tmp_path, "nginx.conf", nginx) == []
    for path in sorted((docs / "examples/recipes/web").iterdir()):
        assert find_faults(tmp_path, path.name, path.read_text("utf-8")) == []
