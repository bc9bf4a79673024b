"""What a file is called by the end of its path."""

from pathlib import PurePath

import pytest

from audiopress.text.path_names import count_shared, list_tails, name_by_path


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/srv/2024/index.html", "2024/index.html"),
        ("/srv/fog/README.md", "fog/README.md"),
        ("/srv/2024/fog.md", "fog.md"),
        ("index.md", "index.md"),
    ],
)
def test_a_page_of_a_folder_is_called_by_it(path: str, name: str) -> None:
    assert name_by_path(PurePath(path)) == name


def test_paths_share_their_ends() -> None:
    assert list_tails("/a/b/c.md") == ["a/b/c.md", "b/c.md", "c.md"]
    assert count_shared("posts/fog.md", "content/posts/fog.md") == 2
    assert count_shared("posts/fog.md", "posts/rain.md") == 0
    # every article of such a site has this name, so it is no likeness
    assert count_shared("posts/2024/index.md", "posts/2025/index.md") == 0
    assert count_shared("posts/2024/index.md", "content/2024/index.md") == 2
