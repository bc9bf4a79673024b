from __future__ import annotations

import pytest

from audiopress.publish.player_modules import join_modules

LETTERS = "export const letters = 'ab';\nexport function first() {\n  return letters[0];\n}\n"


def test_a_file_has_all_that_is_needed_at_once_in_order() -> None:
    files = join_modules(
        {
            "a.js": "import './b.js';\nimport { first } from './c.js';\n"
            "export const said = first();\n",
            "b.js": "import { first } from './c.js';\nfirst();\n",
            "c.js": LETTERS,
        },
        "a.js",
    )
    plain = LETTERS.replace("export ", "")
    assert files == {"a.js": f"{plain}first();\nexport const said = first();\n"}


def test_what_comes_later_is_a_file_of_its_own_with_what_it_needs() -> None:
    lines = "export { first } from './c.js';\nimport {\n  letters,\n} from './c.js';\n"
    files = join_modules(
        {"a.js": "import('./b.js').then();\n", "b.js": f"{lines}letters.at(0);\n", "c.js": LETTERS},
        "a.js",
    )
    assert files["a.js"] == "import('./b.js').then();\n"
    assert files["b.js"] == (LETTERS.replace("export ", "") + "export { first };\nletters.at(0);\n")


def test_names_that_are_handed_on_by_their_own_file_stay() -> None:
    text = "import { first } from './c.js';\nexport { first };\n"
    files = join_modules({"a.js": text, "c.js": LETTERS}, "a.js")
    assert files["a.js"].endswith("\nexport { first };\n")


@pytest.mark.parametrize(
    "other",
    [
        "const letters = 1;\n",
        "async function letters() {}\n",
        "class letters {}\n",
        "let letters = 0;\n",
        "export const letters = 2;\n",
        "const [one, letters] = [1, 2];\n",
    ],
)
def test_two_of_one_name_are_refused(other: str) -> None:
    with pytest.raises(ValueError, match=r"letters is declared in c\.js and in a\.js"):
        join_modules({"a.js": f"import './c.js';\n{other}", "c.js": LETTERS}, "a.js")


def test_a_name_within_a_function_is_its_own() -> None:
    inside = "import './c.js';\nfunction own() {\n  const letters = 1;\n  return letters;\n}\n"
    assert join_modules({"a.js": inside, "c.js": LETTERS}, "a.js")["a.js"].count("letters") == 4


def test_another_name_for_what_is_imported_is_refused() -> None:
    with pytest.raises(ValueError, match=r"letters as signs"):
        join_modules(
            {"a.js": "import { letters as signs } from './c.js';\n", "c.js": LETTERS}, "a.js"
        )
