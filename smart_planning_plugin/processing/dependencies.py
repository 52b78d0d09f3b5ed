"""Which packages the algorithms need, and how a user gets a missing one."""

from __future__ import annotations

import contextlib
import sys
import warnings
from functools import cache
from importlib import metadata, util

MINIMUM = {"numpy": "1.24", "scipy": "1.10", "pandas": "1.5", "networkx": "2.8.5"}


def missing() -> list[str]:
    """Packages that are not there, or too old, as ``name >= version``; nothing is imported."""
    return [
        f"{name} >= {least}"
        for name, least in MINIMUM.items()
        if util.find_spec(name) is None or _version(name) < _numbers(least)
    ]


def message() -> str:
    """What is missing and how to install it on this platform; empty when all is there."""
    lacking = missing()
    if not lacking:
        return ""
    names = " ".join(one.split(" ")[0] for one in lacking)
    if sys.platform.startswith("win"):
        advice = f"In the OSGeo4W Shell run: python -m pip install {names}"
    elif sys.platform == "darwin":
        advice = f"In the Python console of QGIS run: import pip; pip.main(['install', '{names}'])"
    else:
        packages = " ".join(f"python3-{one}" for one in names.split())
        advice = (
            f"On Debian or Ubuntu run: sudo apt install {packages}; elsewhere: pip install {names}"
        )
    return f"Smart Planning needs {', '.join(lacking)}. {advice}. Then start QGIS again."


@contextlib.contextmanager
def plain_texts():
    """Within it texts in tables of pandas are plain objects, and None where there is none.

    From version 3 on pandas makes a kind of its own of them, with NaN, unless it is told; what it
    is told with goes with version 4, and it warns of that.
    """
    if not (3,) <= _version("pandas") < (4,):
        yield
        return
    import pandas

    def kept(value):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            before = pandas.get_option("future.infer_string")
            pandas.set_option("future.infer_string", value)
        return before

    before = kept(False)
    try:
        yield
    finally:
        kept(before)


@cache  # an algorithm asks several times a run
def _version(name: str) -> tuple[int, ...]:
    try:
        return _numbers(metadata.version(name))
    except metadata.PackageNotFoundError:  # there, but without a record of its version
        return (sys.maxsize,)


def _numbers(version: str) -> tuple[int, ...]:
    parts = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        parts.append(int(digits))
    return tuple(parts)
