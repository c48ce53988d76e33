"""Thirty invitations in the manner of real ones, sentence by sentence and whole, labelled by docs/invitations.md before a rule was read."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE, LABELS, invitations, score, whole

KNOWN = {
    "invitations_thirty_development": "46dc524fcd34f11134d72f1a3f31c3a53588aea3c3a95d51e2a7218d41f294fd",
    "invitations_thirty_held_out": "7f646e2169926da0cb7577ff61d9560219a893d233a2b354a302123e0810da9c",
    "whole_thirty_development": "f7d0043337bb7347780b891530e2fa0a1d180a89c82081860cf34f50ee69b4bc",
    "whole_thirty_held_out": "8562422c70d34e32f89612f658284ac2861a960f9e91b91dced914c2bd60cc78",
}
"""Each half, and the hash of its file."""


@pytest.mark.parametrize("name", KNOWN)
def test_no_label_of_the_thirty_was_mended_to_please_a_rule(name):
    assert hashlib.sha256((HERE / f"{name}.yaml").read_bytes()).hexdigest() == KNOWN[name]


LEAST = {
    ("promises", "development"): (0.89, 0.65),
    ("names", "development"): (0.90, 0.70),
    ("promises", "held_out"): (0.86, 0.62),
    ("names", "held_out"): (0.86, 0.81),
}
"""Precision and recall of the sentences as found. Rules that were written with an eye on the half for development found 0.93 and 0.95 of it, and read no
sentence of the other half otherwise, so they were not kept."""
LEAST_WHOLE = {
    ("promises", "development"): (0.95, 0.67),
    ("names", "development"): (0.97, 0.75),
    ("promises", "held_out"): (0.89, 0.63),
    ("names", "held_out"): (0.96, 0.81),
}
"""The same of the whole texts."""


@pytest.mark.parametrize(("label", "half"), LEAST)
def test_of_the_thirty_no_less_is_found_than_was_measured(label, half):
    for rows, least in (
        (invitations(f"thirty_{half}", label), LEAST),
        (whole(half, label, "whole_thirty"), LEAST_WHOLE),
    ):
        found = score(rows, LABELS[label])
        precision, recall = least[label, half]
        assert found.precision >= precision
        assert found.recall >= recall
