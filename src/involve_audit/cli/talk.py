"""Talking with somebody at a terminal, or with a script of answers, about a file that is written as the talk goes on."""

from __future__ import annotations

import contextlib
import sys

from involve_audit.cli import files, streams
from involve_audit.cli.outcome import Usage


class Talk:
    """One sitting about one file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.echoes = not streams.can_ask()
        if sys.stdin is not None and hasattr(sys.stdin, "reconfigure"):
            # Where something was read from it before (by `init`), it stays as it is.
            with contextlib.suppress(OSError, ValueError):
                sys.stdin.reconfigure(errors="replace")

    # --- the file -------------------------------------------------------------------------------------

    def read(self) -> str:
        """The file as it stands."""
        try:
            data = files.read(self.name)
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            from involve_audit.load import decode

            return decode(data, self.name)  # refuses it, and says where

    def write(self, text: str) -> None:
        """Write the file."""
        try:
            files.write_all({self.name: text.encode("utf-8")})
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None

    # --- talking --------------------------------------------------------------------------------------

    @staticmethod
    def say(text: str = "", first: str = "", rest: str | None = None) -> None:
        """Say something, wrapped at words; nothing is an empty line."""
        streams.out(streams.filled(text, first, rest) if text else "")

    def line(self) -> str | None:
        """What is typed; None at the end of the input."""
        if sys.stdin is None:
            return None
        while True:
            try:
                read = self._typed()
            except UnicodeDecodeError:
                read = "\ufffd"
            if read is None or "\ufffd" not in read:
                return read
            self.say("This answer is no text in UTF-8. Please write it again.")

    def _typed(self) -> str | None:
        if not self.echoes and sys.stdout.isatty():
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 (with it a line can be edited while it is typed)
            try:
                return input("> ").strip()
            except EOFError:
                streams.out("")
                return None
        try:
            sys.stdout.write("> ")
            sys.stdout.flush()
        except OSError as error:
            streams.bear(error, sys.stdout)
        read = sys.stdin.readline()
        if not read:
            streams.out("")
            return None
        if self.echoes:
            from involve_audit.wording.messages import readable

            streams.out(readable(read.strip()))
        return read.strip()
