"""Prepared networks kept on disk between runs."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

VERSION = b"1"
MOST_BYTES = 512 * 2**20


def key_of(*arrays: np.ndarray) -> str:
    """Name of what is made of some arrays: other content has another name, so none gets stale."""
    digest = hashlib.sha256(VERSION)
    for one in arrays:
        digest.update(f"{one.dtype}{one.shape}".encode())
        digest.update(np.ascontiguousarray(one).data)
    return digest.hexdigest()


@dataclass(frozen=True)
class Store:
    """A folder of arrays, each set under its key; what was not used for long makes room.

    A file is written aside and renamed, so that another process sees all of it or nothing. A folder
    that cannot be used, or a broken file, costs time and nothing else.

    Attributes
    ----------
    folder : Path
    most_bytes : int
    """

    folder: Path
    most_bytes: int = MOST_BYTES

    def get(self, key: str) -> dict[str, np.ndarray] | None:
        """The arrays under a key, None where there are none."""
        path = self.folder / f"{key}.npz"
        try:
            with open(path, "rb") as file, np.load(file, allow_pickle=False) as found:
                arrays = dict(found)
            os.utime(path)
        except (OSError, ValueError, EOFError, zipfile.BadZipFile):
            return None
        return arrays

    def put(self, key: str, arrays: dict[str, np.ndarray]) -> None:
        """Keep arrays under a key."""
        aside = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(prefix=".aside-", suffix=".npz", dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                np.savez(file, **arrays)
            os.replace(aside, self.folder / f"{key}.npz")
            self._make_room(key)
        except OSError:
            if aside is not None and os.path.exists(aside):
                os.unlink(aside)

    def _make_room(self, newest: str) -> None:
        files = []
        for path in self.folder.glob("*.npz"):
            try:
                state = path.stat()
            except FileNotFoundError:  # another process made room meanwhile
                continue
            files.append((path.stem == newest, state.st_mtime, state.st_size, path))
        kept = 0
        for _, _, size, path in sorted(files, reverse=True):
            kept += size
            if kept > self.most_bytes and path.stem != newest:
                path.unlink(missing_ok=True)
