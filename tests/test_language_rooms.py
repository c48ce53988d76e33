"""What a rubric, a private room, a census table and an import say of what is wrong goes through the catalogue."""

from __future__ import annotations

import ast
from pathlib import Path

from support import rows
from test_language import _text_alone

from involve_audit.rubric import shipped

SAYS = {"complain", "Problem", "Usage", "ValueError", "Refused", "err", "agreed"}


@rows("where", ["room_private", "census", "rubric", "cli/import_.py", "importing/workbook.py"])
def test_no_message_stands_there_in_english_alone(where):
    place = Path(shipped.HERE) / where
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in SAYS:
                alone = [text for given in call.args if (text := _text_alone(given))]
                assert not alone, (path.name, call.lineno, alone)
