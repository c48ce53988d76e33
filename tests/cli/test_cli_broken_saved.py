"""A saved audit that is broken may hold anybody's words: they are left out where words are."""

from __future__ import annotations


def test_what_a_broken_saved_audit_says_is_left_out_where_words_are(run, tmp_path):
    saved = tmp_path / "saved.json"
    saved.write_text('{"schema_version": "quagga and Ann", "title": "x"}', encoding="utf-8")
    bare = run("report", str(saved), "--no-excerpts", "-o", str(tmp_path / "out.html"))
    assert "quagga" not in bare.err + bare.out
    assert "schema_version" in bare.err
    quoted = run("report", str(saved), "--excerpts", "-o", str(tmp_path / "out.html"))
    assert "quagga and Ann" in quoted.err
