"""Making the page: what goes into it, checked by its hash, and one script joined from plain modules. Nothing here reads a file."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import re
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from involve_audit import __version__
from involve_audit.page.bytecode import archive
from involve_audit.page.drawing import first_questions, template
from involve_audit.render.charts.svg import STYLE
from involve_audit.render.theme import bare, hashed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from involve_audit.rubric.model import LoadedRubric

LIBRARIES = ("yaml", "jinja2", "markupsafe")
"""What this package imports on the way from a file to a report, besides what comes with Python."""
LIBRARY = "python_stdlib.zip"
"""The file of Pyodide that holds Python's own library."""
_NEVER_USED = (
    "_pyrepl/", "unittest/", "pydoc_data/", "xmlrpc/", "wsgiref/", "pdb.py", "bdb.py", "doctest.py", "pydoc.py", "pickletools.py", "imaplib.py", "mailbox.py",
    "smtplib.py", "ftplib.py", "poplib.py", "socketserver.py", "profile.py", "pstats.py", "trace.py", "modulefinder.py", "wave.py",
    "multiprocessing/", "concurrent/futures/process.py", "asyncio/windows_", "http/server.py", "http/cookie", "logging/config.py", "logging/handlers.py", "plistlib.py",
    "optparse.py", "xml/dom/",
)  # fmt: skip
"""What of Python's library nothing here can use: for programmers at a terminal, for servers, for mail, for sound, for several processes."""
MOST = 12_000_000
"""So many bytes the page may have: it must be fit to go by mail."""
_MODULES = ("parts", "python", "fields", "kept", "files", "main")
"""The modules of the script, each after those that it imports."""
_WORKER = "worker"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)


@dataclass(frozen=True)
class Pin:
    """Which Pyodide belongs into the page.

    Attributes:
        version: its version.
        files: the files of it that are needed, each with its hash as npm writes it.
    """

    version: str
    files: Mapping[str, str]

    def wrong(self, name: str, data: bytes) -> bool:
        """Whether a file is not the one that is meant."""
        return self.files[name] != "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode("ascii")

    @property
    def fetched_by(self) -> str:
        """The line that fetches it."""
        return f"npm install --no-save pyodide@{self.version}"


@cache
def pin() -> Pin:
    """Which Pyodide belongs into the page."""
    kept = json.loads(source("pyodide.json"))
    return Pin(kept["version"], kept["files"])


def source(name: str) -> str:
    """A file of this package that is no template, as it is written."""
    import pkgutil

    return (pkgutil.get_data(__package__, name) or b"").decode("utf-8").replace("\r\n", "\n")


def script() -> str:
    """The script of the page: its modules one behind the other, so that it needs no server to find them."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", source(f"script/{name}.js"))).strip() for name in _MODULES)


def packed(data: bytes) -> str:
    """Bytes as text that a page can hold."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")


def policy(code: str) -> str:
    """The content security policy: our own script and the Python that is in the page act, and nothing is fetched or sent.

    Styles are allowed without a hash, for a report that is looked at brings its own, and stands in a frame in which no script acts.
    """
    return (
        f"default-src 'none'; script-src '{hashed(code)}' blob: 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def library(data: bytes) -> bytes:
    """Python's library without what the page never uses."""
    with zipfile.ZipFile(io.BytesIO(data)) as kept:
        return archive(
            {n: kept.read(n) for n in kept.namelist() if not n.startswith(_NEVER_USED) and not n.endswith("/")}
        )


def told(given: Mapping[str, Any]) -> bytes:
    """What the session of the page is told, as a file."""
    return json.dumps(given, ensure_ascii=False).encode("utf-8")


def page(
    python: Mapping[str, bytes],
    package: bytes,
    rubric: LoadedRubric,
    given: Mapping[str, Any],
    *,
    title: str = "",
) -> str:
    """The page.

    Args:
        python: the files of Pyodide, by their names.
        package: this package and its libraries, as an archive.
        rubric: by which the page judges.
        given: what `session.begin` is told: a rubric or a policy of somebody's own, and the examples.
        title: a title of somebody's own.
    """
    parts = {
        **{name: packed(data) for name, data in python.items()},
        "package.zip": packed(package),
        "given.json": packed(told(given)),
        "worker.js": packed(source(f"script/{_WORKER}.js").encode("utf-8")),
    }
    code = script()
    # What stands between the tags is hashed: the browser takes it to the byte.
    made: str = template("tool.html").render(
        version=__version__, rubric=rubric.rubric, title=title, policy=Markup(policy(code)), script=Markup(code),  # noqa: S704 (our own files)
        style=Markup(bare(template("page.css").render(pictures=Markup(STYLE)))),  # noqa: S704
        first=first_questions(rubric.rubric), parts=parts, pyodide=pin().version,
        examples=[(e["name"], e["title"]) for e in given["examples"]], policy_named=given.get("policy", {}).get("title", ""),
    )  # fmt: skip
    return made
