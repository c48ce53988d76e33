"""Sentences and orders that the formats share, so that no two reports say the same thing differently.

Nothing here judges: it puts what an `Audit` holds into words, and makes text from a file harmless to show.
"""

from __future__ import annotations

# Whoever writes a report says `words.sentence`, whichever module has it: each public name is here, and none is listed twice.
from involve_audit.render.words.came_of import *  # noqa: F403
from involve_audit.render.words.findings import *  # noqa: F403
from involve_audit.render.words.harmless import *  # noqa: F403
from involve_audit.render.words.levels import *  # noqa: F403
from involve_audit.render.words.people import *  # noqa: F403
from involve_audit.render.words.phrases import *  # noqa: F403
from involve_audit.render.words.policy import *  # noqa: F403
from involve_audit.render.words.room import *  # noqa: F403
from involve_audit.render.words.steps import *  # noqa: F403
from involve_audit.render.words.verdict import *  # noqa: F403
