"""Known words are found as words of their own, as a pattern with the bounds of a word would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from involve_audit.judge.label import _names, _plain

KNOWN = ("co design", "vote", "user led", "patient and public involvement", "ο λόγος")
PIECES = st.sampled_from(
    (*KNOWN, "co", "design", "e", "é", "_", "7", "٣", " ", ".", "'", "-", "ª", "\u0301", "votevote")
)


@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from(KNOWN))
def test_a_known_word_is_found_as_a_pattern_would_find_it(text, known):
    text = _plain(text)
    assert _names(text, known) == bool(re.search(rf"(?<!\w){re.escape(_plain(known))}(?!\w)", text))
