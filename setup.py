"""Native code for the pure parts, where COPYDESK_COMPILE=1 asks for it: decision 49.

Without it the package is plain Python, and building it takes no C compiler. pyproject.toml says
everything else, and which parts these are.
"""

import os
import sys
import tomllib
from pathlib import Path

from setuptools import Extension, setup


def native_files() -> list[str]:
    """The files that pyproject.toml lists, and those of the folders that it lists."""
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    files: list[Path] = []
    for place in map(Path, settings["tool"]["copydesk"]["native"]):
        files += [place] if place.is_file() else sorted(place.rglob("*.py"))
    return [str(file) for file in files if file.name != "__init__.py"]


def native_modules() -> list[Extension]:
    """What is to be compiled: nothing, unless the environment asks."""
    if os.environ.get("COPYDESK_COMPILE") != "1":
        return []
    try:
        from mypyc.build import mypycify
    except ImportError:
        sys.exit(
            "COPYDESK_COMPILE=1 needs mypy and the types of all dependencies at hand. Try:"
            " pip install -c constraints.txt '.[native,pages]', then build with"
            " --no-build-isolation"
        )
    version = f"--python-version={sys.version_info.major}.{sys.version_info.minor}"
    options = ["--config-file=pyproject.toml", version, *native_files()]
    return mypycify(options, opt_level="3", debug_level="0", multi_file=True, group_name="copydesk")


setup(ext_modules=native_modules())
