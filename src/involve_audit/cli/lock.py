"""A file that one run at a time may write: the system holds the lock, and lets go of it when a run ends, killed or not."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 10.0
"""Seconds to wait for another run. It holds a file only while it compares and writes."""
_PAUSE = 0.02


class FileInUse(Exception):  # noqa: N818  (it says what is so)
    """Another run holds the file."""


@contextmanager
def locked(place: str) -> Iterator[None]:
    """Hold a file against other runs of involve-audit.

    What is locked is not the file, which is replaced by another, but the folder around it; Windows has no locks on folders, and
    there it is a file beside it, which is taken away afterwards. Where a file system knows no locks, it is not held, and
    whoever writes still looks first whether the file was changed.

    Args:
        place: the file, with all links followed.

    Raises:
        Held: another run did not let go of it in time.
        OSError: the folder cannot be opened.
    """
    folder, name = os.path.split(place)
    if sys.platform == "win32":
        beside = os.path.join(folder, f".{name[:100]}.lock")
        handle = os.open(beside, os.O_RDWR | os.O_CREAT)
    else:
        beside = ""
        handle = os.open(folder or os.curdir, os.O_RDONLY)
    try:
        _take(handle)
        yield
    finally:
        os.close(handle)
        if beside:
            # Windows refuses while another run has it open: then that one takes it away.
            with suppress(OSError):
                os.remove(beside)


def _take(handle: int) -> None:
    """Wait for the lock, for a while."""
    end = time.monotonic() + PATIENCE
    while not _tried(handle):
        if time.monotonic() > end:
            raise FileInUse
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _tried(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _tried(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True
