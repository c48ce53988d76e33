"""Looking back: two versions of a project side by side, each as of its own day, and the course over many.

Nothing here reads files, git, clocks or settings. Two dates beside each other can show what neither shows alone, so
counts of people, who is in which room, and what few people answered take no part in it.
"""

from __future__ import annotations

from involve_audit.compare.between import SideRead, compare_audits, compare_documents
from involve_audit.compare.course import Commit, course

__all__ = ["Commit", "SideRead", "compare_audits", "compare_documents", "course"]
