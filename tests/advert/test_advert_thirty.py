"""Thirty invitations in the manner of real ones, sentence by sentence and whole, labelled by docs/invitations.md before a rule was read."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE

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
