"""What is loaded only when somebody asks the network for something."""

import subprocess
import sys


def test_a_build_of_files_loads_nothing_of_the_network() -> None:
    code = (
        "import sys, audiopress.press.build, audiopress.site, audiopress.cli; "
        "print([m for m in ('httpcore2', 'h2', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
