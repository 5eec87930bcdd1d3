"""`merge-file`: the driver that git runs to merge a file which both sides changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli.terminal import language_of, note, unwritten
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.merging.whole import Merged
    from stcli.messages import Message

CONFLICTS: Final = 1
UNMERGED: Final = 129
"""The least status that git takes for a failure; it takes any lower one for conflicts in OURS."""


def merge_file(  # noqa: PLR0913, PLR0917 - git hands over as many
    context: typer.Context,
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="The file as it was before both changes.")
    ],
    ours: Annotated[
        str, typer.Argument(metavar="OURS", help="The file as we changed it: written anew.")
    ],
    theirs: Annotated[
        str, typer.Argument(metavar="THEIRS", help="The file as the others changed it.")
    ],
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]", show_default=False, help="What the file is called in messages."
        ),
    ] = None,
    marker_size: Annotated[
        int,
        typer.Option(
            "--marker-size", metavar="COUNT", min=1, max=999, help="Signs in a conflict mark."
        ),
    ] = 7,
) -> None:
    """Merge two changes of one file by task and field; git runs it where both sides changed one.

    What one side changed is taken from it, whatever lines it stands on; entries that both sides
    added are both kept, and so are the comments of both. Marks of a conflict stand only around what
    both changed differently, or one changed and the other removed. The result is read again
    before it is written. Where a file cannot be read, or merging it would be a guess, it is merged
    by lines as git does.

    For git to run it, .gitattributes says `directives/**/*.yaml merge=stcli`, and in each clone
    `git config merge.stcli.driver "stcli merge-file --marker-size %L %O %A %B %P"` is run once.

    Example: stcli merge-file base.yaml ours.yaml theirs.yaml.

    Exit status: 0 merged; 1 merged with conflicts, named on standard error; 129 not merged, with
    OURS as it was, which git takes for a failure.
    """
    from stcli.merging.telling import told

    versions = tuple(map(_content, (base, ours, theirs)))
    name = path or ours
    result = _by_field(versions, marker_size)
    if result is None:
        is_merged, notes = _by_lines((base, ours, theirs), versions, name, marker_size)
    else:
        _write(Path(ours), result.text.encode(), versions[1])
        notes = [told(name, one) for one in result.disagreements]
        is_merged = not notes
    language = language_of(("--lang", context.obj.lang or ""), os.environ)
    for one in () if context.obj.quiet else notes:
        note(one, language)
    if not is_merged:
        raise typer.Exit(CONFLICTS)


def status_for_git(status: int) -> int:
    """Give a status that git takes for what it is."""
    return status if status in {0, CONFLICTS} else max(status, UNMERGED)


def _content(name: str) -> bytes:
    """Give the bytes of a version; a StcliError where it cannot be read."""
    from stcli import files

    path = Path(name).absolute()
    found = files.source(path.parent.resolve(), path.name)
    if found.unreadable is not None:
        raise StcliError(
            say("{path}: {reason}", path=name, reason=found.unreadable.message),
            say("name three versions of a file: {words}", words="BASE OURS THEIRS"),
        )
    return found.content


def _by_field(versions: Sequence[bytes], size: int) -> Merged | None:
    from stcli import history
    from stcli.merging.marks import Labels
    from stcli.merging.whole import merged

    base, ours, theirs = versions
    found = merged(base, ours, theirs, Labels(size=size))
    if found and found.disagreements and history.marks_show_base(Path.cwd()):
        return merged(base, ours, theirs, Labels(size=size, base_too=True))
    return found


def _by_lines(
    names: tuple[str, str, str], versions: Sequence[bytes], path: str, size: int
) -> tuple[bool, list[Message]]:
    """Merge by lines; tell whether nothing is open, and what there is to say.

    Lines that fit together may make a file that no longer can be read: then it is open too.
    """
    from stcli import history
    from stcli.merging.whole import is_sound

    notes = [say("{path}: merged by lines, as by field it would be a guess", path=path)]
    if not all(map(is_sound, versions)):
        notes = [say("{path}: merged by lines, as not all of it can be read", path=path)]
    is_merged = history.merge_lines(Path.cwd(), *names, size)
    if is_merged and all(map(is_sound, versions[1:])) and not is_sound(_content(names[1])):
        notes.append(say("{path}: what was merged cannot be read: see stcli check", path=path))
        is_merged = False
    return is_merged, notes


def _write(path: Path, content: bytes, before: bytes) -> None:
    from stcli.saving.replacement import write_whole

    if content != before:
        try:
            write_whole(path, content.decode())
        except OSError as error:
            raise unwritten(path, error) from None
