"""Running the command inside the test."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

from involve_audit.__main__ import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    def call(*arguments: object, stdin: bytes | None = None) -> Result:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main(["advert", *(str(a) for a in arguments)])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return call
