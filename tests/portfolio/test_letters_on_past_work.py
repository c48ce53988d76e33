"""A letter on work that is over speaks of it as such."""

from __future__ import annotations

WORK = """format: 1
project: {title: x, phase: %s, called: PPI}
stages: {design: {role: consulted, status: done, when: 2021, asked: which route}}
care: {support: {status: done, during: yes}}
"""


def test_a_letter_on_finished_work_is_in_the_past(run, tmp_path):
    says = {}
    for phase in ("running", "finished"):
        file = tmp_path / f"{phase}.yaml"
        file.write_text(WORK % phase, encoding="utf-8")
        run("portfolio", file, "--letters", tmp_path, "--letters-as", "text", "-o", tmp_path / "table.txt")
        says[phase] = " ".join((tmp_path / f"{phase}.txt").read_text(encoding="utf-8").split())
    assert "people are asked what they think" in says["running"]
    assert "people were asked what they th" in says["finished"]
    assert "Somebody was there for people who took part" in says["finished"]
    assert "people are asked" not in says["finished"]
