"""Directives as git remembers them: the only room that runs git."""

from __future__ import annotations

import hashlib
import os
import subprocess
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar, cast

from stcli.diagnostics import Problem
from stcli.documents.characters import LARGEST_FILE
from stcli.errors import StcliError
from stcli.messages import say
from stcli.sources import ENDINGS, FOLDER, SETTINGS, Source, Stock
from stcli.workers import Work

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from stcli.messages import Message

Item = TypeVar("Item")

_SECONDS: Final = 120
"""How long git may take; it only reads what is on this disk."""

# A repository is somebody else's file: nothing that it can configure is to run, and nothing that
# an environment sets is to point git elsewhere.
_CAREFUL: Final = (
    "--no-pager",
    "--literal-pathspecs",
    "-c", "safe.bareRepository=explicit",
    "-c", "core.fsmonitor=false",
    "-c", "diff.external=",
    "-c", "log.showSignature=false",
    "-c", "protocol.allow=never",
    "-c", "submodule.recurse=false",
    "-c", "core.quotePath=false",
)  # fmt: skip
_SAFE: Final = (*_CAREFUL, "-c", "core.hooksPath=/dev/null")
_IDENTITY: Final = frozenset(
    f"GIT_{whose}_{what}" for whose in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL", "DATE")
)
_QUIET: Final = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}
MERGE_ATTRIBUTES: Final = ("directives/**/*.yaml merge=stcli", "directives/**/*.yml merge=stcli")
"""Lines of `.gitattributes`: which files git has merged by the driver of that name."""

MERGE_DRIVER: Final = {
    "merge.stcli.name": "merge directives by task and field",
    "merge.stcli.driver": "stcli merge-file --marker-size %L %O %A %B %P",
}
"""What git is told about that driver: its name for people, and what to run."""

_GIT_FAILED: Final = 128
_SHORT_HASH: Final = 40  # digits of SHA-1, by which most repositories name objects
_LINK: Final = "120000"
_FILE: Final = "100"


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a commit: its path below the root, its mode, its object and its size in bytes."""

    path: str
    mode: str
    object: str
    size: int


def commit(root: Path, revision: str) -> str:
    """Give the hash of the commit that a revision means.

    Raises StcliError where git, the repository or the revision is missing.
    """
    require_repository(root)
    name = f"{revision}^{{commit}}"
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found.returncode or not found.stdout.strip():
        raise StcliError(
            say("git knows no revision `{revision}`", revision=revision),
            _shallow_remedy(root) or say("write a commit, branch or tag: git log shows them"),
        )
    return found.stdout.decode("ascii").strip()


def commit_before(root: Path, moment: datetime) -> str | None:
    """Give the last commit of the checked-out branch made before a moment, None if there is none.

    Merged branches count from their merge. Raises StcliError where the history was cut off.
    """
    require_repository(root)
    until = f"--min-age={int(moment.timestamp()) - 1}"  # git counts the second itself in
    found = _git(root, "rev-list", "--max-count=1", "--first-parent", until, "HEAD", "--")
    hash_ = found.stdout.decode("ascii", "replace").strip()
    if found.returncode == 0 and hash_:
        return hash_
    remedy = _shallow_remedy(root)
    if remedy is not None:
        message = say("the history here does not reach back to {day}", day=moment.date())
        raise StcliError(message, remedy)
    return None


def stock(root: Path, hash_: str, besides: Container[str] = ()) -> Stock[Source]:
    """Give everything below a root as it is in a commit, besides some files, to be read."""
    return Stock(tuple(sources(root, hash_, besides)), attrgetter("path"), _same)


def unchanged(root: Path, hash_: str, now: Stock[Item], processors: int) -> frozenset[str]:
    """Give the paths of the files that are in a commit as they are now, byte for byte.

    git would compare them too, but only after filters that a repository can set.
    """
    known = {one.path: one.object for one in _blobs(root, hash_) if _why_not(one) is None}

    def share(some: Sequence[Item]) -> list[str]:
        found = map(now.source, some)
        return [one.path for one in found if _object(one, len(hash_)) == known[one.path]]

    both = now.only(known)
    shares = Work(share, both.items, processors).results()
    return frozenset(chain.from_iterable(cast("Iterator[list[str]]", shares)))


def sources(root: Path, hash_: str, besides: Container[str] = ()) -> Iterator[Source]:
    """Give the settings and every YAML file below `directives/` of a commit, hidden ones not."""
    blobs = tuple(one for one in _blobs(root, hash_) if one.path not in besides)
    readable = tuple(one for one in blobs if _why_not(one) is None)
    contents = iter(_contents(root, readable))
    for one in blobs:
        why = _why_not(one)
        yield Source(one.path, next(contents)) if why is None else _refused(one.path, why)


def require_repository(root: Path) -> None:
    """Refuse a root that is in no repository, with StcliError."""
    if _git(root, "rev-parse", "--git-dir").returncode:
        raise StcliError(
            say("{root} is in no git repository that can be read", root=str(root)),
            say("run `git status` there: it says why"),
        )


def record(root: Path, paths: Sequence[str], message: str) -> bool:
    """Commit files below a root, and nothing else of what is staged, with a message.

    It is what somebody would type who commits them, with their name, hooks and signature; in this
    one case hooks of the repository run, as whoever asks for a commit asks for them too. False
    where git has the files already as they are. Raises StcliError with what git says against it;
    then files and index stay as they are.
    """
    if not _run(root, "status", "--porcelain", "-z", "--", *paths):
        return False
    known = set(_run(root, "ls-files", "-z", "--", *paths).decode("utf-8", "replace").split("\0"))
    new = [path for path in paths if path not in known]
    if new:
        _run(root, "add", "--intent-to-add", "--", *new)
    arguments = ("commit", "--quiet", f"--message={message}", "--only", "--", *paths)
    done = _git(root, *arguments, options=_CAREFUL, kept=_IDENTITY)
    if done.returncode:
        if new:
            _git(root, "rm", "--quiet", "--cached", "--", *new)
        raise StcliError(
            say("the files are changed, but git did not commit them: {reason}", reason=_why(done)),
            say("commit them yourself, or take the change back: stcli undo"),
        )
    return True


def has_merge_driver(root: Path) -> bool:
    """Tell whether git, in the repository of a root, would run this program to merge."""
    return all(
        _git(root, "config", "--get", key).stdout.decode("utf-8", "replace").strip() == value
        for key, value in MERGE_DRIVER.items()
    )


def set_merge_driver(root: Path) -> None:
    """Let git run this program to merge, in the repository of a root alone.

    Which files it is for, `MERGE_ATTRIBUTES` says in `.gitattributes`.
    """
    require_repository(root)
    for key, value in MERGE_DRIVER.items():
        _run(root, "config", "--local", key, value)


def marks_show_base(folder: Path) -> bool:
    """Tell whether people want to see in conflicts what both sides come from."""
    found = _git(folder, "config", "--get", "merge.conflictStyle")
    return found.stdout.strip() in {b"diff3", b"zdiff3"}


def merge_lines(folder: Path, base: str, ours: str, theirs: str, size: int) -> bool:
    """Merge two versions of a file by lines, as git does, into ours; tell whether nothing is open.

    Raises StcliError where git cannot: ours is then as it was.
    """
    labels = ("-L", "ours", "-L", "base", "-L", "theirs", f"--marker-size={size}")
    done = _git(folder, "merge-file", *labels, "--", ours, base, theirs)
    if done.returncode >= _GIT_FAILED:
        raise StcliError(say("git failed: {reason}", reason=_said(done)))
    return done.returncode == 0


def _same(source: Source) -> Source:
    return source


def _blobs(root: Path, hash_: str) -> Iterator[_Blob]:
    """Give what the reader of files would read, in the order of the paths."""
    # From below the top of the repository git speaks of paths from there on.
    listed = _run(root, "ls-tree", "-r", "-z", "-l", hash_, "--", FOLDER, SETTINGS)
    for entry in listed.split(b"\0"):
        if entry:
            head, _, name = entry.partition(b"\t")
            mode, _, object_, size = head.decode("ascii").split()
            path = name.decode("utf-8", "replace")
            if path == SETTINGS or _is_read(path):
                yield _Blob(path, mode, object_, int(size) if size.isdigit() else 0)


def _object(source: Source, digits: int) -> str:
    """Give the name under which git would keep a file; none for one that cannot be read.

    Of a file that is too large only the beginning was read, which has another name.
    """
    if source.unreadable is not None:
        return ""
    algorithm = hashlib.sha1 if digits == _SHORT_HASH else hashlib.sha256
    header = b"blob %d\0" % len(source.content)
    return algorithm(header + source.content, usedforsecurity=False).hexdigest()


def _is_read(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.lower().endswith(ENDINGS) and not hidden


def _why_not(blob: _Blob) -> Message | None:
    if blob.mode == _LINK:
        return say("links are not followed in a revision")
    if not blob.mode.startswith(_FILE):
        return say("this is not a regular file")
    return None


def _contents(root: Path, blobs: Sequence[_Blob]) -> Iterator[bytes]:
    """Give the contents of files, of each not more than may be parsed, by one run of git.

    Raises StcliError where git lacks one, as in a damaged repository or a partial clone.
    """
    if not blobs:
        return
    wanted = "".join(f"{one.object}\n" for one in blobs).encode("ascii")
    answer = memoryview(_run(root, "cat-file", "--batch", stdin=wanted))
    start = 0
    for one in blobs:
        header = f"{one.object} blob {one.size}\n".encode("ascii")
        if answer[start : start + len(header)] != header:
            raise StcliError(
                say("git lacks the content of {path} in that revision", path=one.path),
                say("run `git fsck`; in a partial clone fetch everything: git fetch --refetch"),
            )
        start += len(header)
        yield bytes(answer[start : start + min(one.size, LARGEST_FILE + 1)])
        start += one.size + 1


def _refused(path: str, why: Message) -> Source:
    message = say("the file was not read: {why}", why=why)
    return Source(path, unreadable=Problem("unreadable-file", message, 0, 0))


def _shallow_remedy(root: Path) -> Message | None:
    """Give what to do where only the last commits were fetched, as pipelines do."""
    found = _git(root, "rev-parse", "--is-shallow-repository")
    if found.stdout.strip() != b"true":
        return None
    return say("fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in a workflow")


def _run(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    done = _git(root, *arguments, stdin=stdin)
    if done.returncode:
        raise StcliError(say("git failed: {reason}", reason=_said(done)))
    return done.stdout


def _why(done: subprocess.CompletedProcess[bytes]) -> Message:
    """Give what git said against a commit, or a hook of the repository."""
    if not (done.stderr or done.stdout).strip():
        status = str(done.returncode)
        return say("it ended with status {status}, as where a hook refuses", status=status)
    return say("{text}", text=_said(done))


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Give the first line of what git said, or its status where it said nothing."""
    said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
    return said.partition("\n")[0] or str(done.returncode)


def _git(
    root: Path,
    *arguments: str,
    stdin: bytes = b"",
    options: Sequence[str] = _SAFE,
    kept: Container[str] = (),
) -> subprocess.CompletedProcess[bytes]:
    """Run git in the root; a StcliError where there is no git, or where it does not come back.

    Of the variables that are meant for git only those `kept` are handed on.
    """
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key in kept
    }
    try:
        return subprocess.run(  # noqa: S603 - a fixed program with fixed options
            ("git", *options, *arguments),  # noqa: S607 - the git that is on the path
            cwd=root,
            env=environment | _QUIET,
            input=stdin,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise StcliError(
            say("git is not installed"), say("install it, or leave --rev and --since out")
        ) from None
    except subprocess.TimeoutExpired:
        raise StcliError(say("git did not answer in {count} seconds", count=_SECONDS)) from None
