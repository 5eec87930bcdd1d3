"""What is to be done to files, and what that makes of them."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from stcli.acts import Act, Left
    from stcli.cli.edits.workplace import Workplace
    from stcli.editing import Change
    from stcli.errors import StcliError
    from stcli.messages import Message
    from stcli.saving import Revision


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and why something is not, where many were asked for.

    `unread` are files that could not be read when tasks were looked for, `left` those to which
    nothing was done. `notes` are about the whole, `nothing` is said where there is nothing to be
    done, and `status` is how the run ends.
    """

    acts: tuple[Act, ...]
    left_out: tuple[StcliError, ...] = ()
    unread: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    notes: tuple[Message, ...] = ()
    nothing: Message | None = None
    status: int = 0


def comments_gone(revisions: Iterable[Revision]) -> tuple[str, ...]:
    """Give the comments of files that stand in them no more after an edit."""
    from stcli.documents import reader
    from stcli.layout.comments import comments

    gone: list[str] = []
    for one in revisions:
        if one.before is not None and b"#" in one.before:
            left = Counter(text for _, text in comments(reader.read(one.path, one.after or b"")))
            for _, text in sorted(comments(reader.read(one.path, one.before))):
                if left[text]:
                    left[text] -= 1
                else:
                    gone.append(text)
    return tuple(gone)


def revisions(workplace: Workplace, acts: Sequence[Act]) -> tuple[Revision, ...]:
    """Give each file that acts change, as it is and as it becomes."""
    from stcli.editing import revised
    from stcli.saving import Revision

    acts = tuple(acts)
    texts = {act.path: act.text for act in acts if act.text is not None}
    begun = {act.path for act in acts if act.begins}
    for path, changes in _by_file(acts):
        workplace.require_unchanged(path)
        texts[path] = revised(workplace.document(path), changes)
        _require_sound(workplace, path, texts[path])
    found: dict[tuple[Path, str], Revision] = {}
    for path, text in texts.items():
        before = None if path in begun else workplace.source(path).content
        mark = BOM_UTF8 if before and before.startswith(BOM_UTF8) else b""
        # A link within the root is another name of a file, to which the same was done.
        same = (workplace.root / path).resolve(), text
        found.setdefault(same, Revision(path, before, mark + text.encode()))
    return tuple(found.values())


def _require_sound(workplace: Workplace, path: str, text: str) -> None:
    """Refuse a new text of a file in which the rules find an error that was not there before.

    They look at the file alone, with those of the office: what it says of others, as the number of
    a document that is not among them, is a warning that `check` gives.
    """
    from stcli.cli.edits.entering import require_sound
    from stcli.documents import reader

    before, after = workplace.document(path), reader.read(path, text.encode())
    known, then = workplace.alone(before), workplace.alone(after)
    require_sound(path, known, then, workplace.day, only_errors=True)


def _by_file(acts: Iterable[Act]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Give the changes of each file in an order in which none moves what another one means."""
    from stcli.editing import Remove

    by_file: dict[str, list[Change]] = {}
    for act in acts:
        by_file.setdefault(act.path, []).extend(act.changes)
    for path, changes in by_file.items():
        kept = [one for one in changes if not isinstance(one, Remove)]
        gone = [one for one in changes if isinstance(one, Remove)]
        gone.sort(key=lambda one: [(isinstance(step, int), step) for step in one.route])
        if changes:
            yield path, (*kept, *reversed(gone))
