"""Where an edition is served whose configuration says where its site is."""

from pathlib import Path

import pytest

from audiopress.settings import load_settings
from audiopress.settings.site_address import explain_contradiction, explain_unplaced

SITE = '[site]\naddress = "https://coast.example/"\n'


def load(tmp_path: Path, text: str):
    file = tmp_path / "audiopress.toml"
    file.write_text(text, "utf-8")
    return load_settings(file, root=tmp_path)


@pytest.mark.parametrize(
    ("more", "address"),
    [
        ("", "https://coast.example/audio/"),
        ('[edition]\noutput = "./listen"\n', "https://coast.example/audio/"),
        ('[edition]\naddress = "https://a.example/x"\n', "https://a.example/x/"),
    ],
)
def test_the_sites_address_is_enough(tmp_path: Path, more: str, address: str) -> None:
    settings = load(tmp_path, SITE + more)
    assert settings.show.address == address
    assert not settings.show.preview
    assert settings.below_site == ("address" not in more)


@pytest.mark.parametrize(
    "output", ["public/listen", "web/public/listen", "../listen", "/srv/www/site/audio"]
)
def test_what_lies_in_some_folder_is_at_no_address_that_is_known(
    tmp_path: Path, output: str
) -> None:
    settings = load(tmp_path, f'{SITE}[edition]\noutput = "{output}"\n')
    assert settings.show.preview
    assert not settings.below_site
    assert "address under [edition]" in explain_unplaced(settings)


def test_shows_besides_are_served_there_too(tmp_path: Path) -> None:
    settings = load(tmp_path, SITE + '[show]\ntitle = "T"\n[[shows]]\nid = "sport"\ntitle = "S"\n')
    assert settings.shows[0].show.address == "https://coast.example/audio/"


PRIVATE = ("[show]\nprivate = true\n", '[[shows]]\nid = "s"\ntitle = "S"\nprivate = true\n')


@pytest.mark.parametrize("more", PRIVATE)
def test_a_private_show_is_at_no_address_that_a_site_has(tmp_path: Path, more: str) -> None:
    settings = load(tmp_path, SITE + more)
    assert settings.show.preview
    assert not settings.below_site


@pytest.mark.parametrize(
    ("address", "contradicts"),
    [
        ("https://coast.example/audio/", False),
        ("https://coast.example/elsewhere/", False),
        ("https://audio.coast.example/", False),
        ("https://www.coast.example/audio/", True),
        ("http://coast.example/audio/", True),
        ("https://coast.example:8443/audio/", True),
    ],
)
def test_two_addresses_that_contradict_each_other_are_named(
    tmp_path: Path, address: str, contradicts: bool
) -> None:
    said = explain_contradiction(load(tmp_path, f'{SITE}[edition]\naddress = "{address}"\n'))
    assert bool(said) == contradicts
    assert not said or (address in said and "https://coast.example/" in said)


def test_nothing_contradicts_where_one_is_said(tmp_path: Path) -> None:
    assert explain_contradiction(load(tmp_path, SITE)) == ""
    assert explain_contradiction(load(tmp_path, "")) == ""
