"""Rows that were worked out before, by the hash of all that they depend on. A cache is never a reason to fail."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_KEPT = 200_000
"""More rows than this are not kept; the oldest go."""


def folder() -> str:
    """Where programs of this user keep what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "involve-audit")


def made_by(*settings: str) -> bytes:
    """A hash of the program itself and of what was asked of it: a row of another program or question is never taken."""
    from involve_audit import __file__ as package
    from involve_audit import __version__

    known = hashlib.blake2b(digest_size=16)
    for here, below, names in os.walk(os.path.dirname(package)):
        below.sort()
        for name in sorted(names):
            if name.endswith((".py", ".json", ".yaml", ".csv")):
                about = os.stat(os.path.join(here, name))
                known.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    known.update("\0".join((__version__, *settings)).encode())
    return known.digest()


def key_of(data: bytes, made: bytes) -> bytes:
    """The key of a row: what the file holds, and by what it was judged."""
    return hashlib.blake2b(data, digest_size=20, key=made).digest()


class RowCache:
    """Rows by their keys, in one file. What cannot be read or written is worked out again, without a word."""

    def __init__(self, place: str | None, *, writes: bool = False) -> None:
        self._db: sqlite3.Connection | None = None
        if place is None:
            return
        try:
            if writes:
                os.makedirs(place, mode=0o700, exist_ok=True)
            self._db = sqlite3.connect(os.path.join(place, "rows.sqlite"), timeout=2, isolation_level=None)
            if writes:
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID"
                )
        except (OSError, sqlite3.Error):
            self._db = None

    def take(self, key: bytes) -> str | None:
        """A row that was kept; None where there is none."""
        if self._db is None:
            return None
        try:
            found = self._db.execute("SELECT row FROM rows WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return str(found[0]) if found else None

    def keep(self, rows: Iterable[tuple[bytes, str]]) -> None:
        """Keep rows for the next time."""
        if self._db is None:
            return
        try:
            self._db.execute("BEGIN")
            self._db.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", rows)
            self._db.execute("COMMIT")
        except sqlite3.Error:
            self._db = None

    def close(self) -> None:
        """Leave no more than so many rows behind."""
        if self._db is None:
            return
        try:
            (number,) = self._db.execute("SELECT count(*) FROM rows").fetchone()
            if number > MOST_KEPT:
                # Keys are hashes: nobody knows which are old, and any can be made again.
                self._db.execute("DELETE FROM rows")
            self._db.close()
        except sqlite3.Error:
            pass
        self._db = None
