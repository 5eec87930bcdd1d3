"""Edits drawn: what was done in a line each, what would be as a diff, or both for programs."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from stcli.render import json
from stcli.render.paint import paint
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.style import Tone
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from stcli.acts import Act, Left
    from stcli.render.style import Style
    from stcli.saving import Revision, Undone

_TONES = {"+": Tone.GOOD, "-": Tone.BAD, "@": Tone.NAME}
_HEADINGS = ("+++ ", "--- ")


def draw(acts: Iterable[Act], style: Style, stream: TextIO) -> None:
    """Write what was done, one act a line."""
    stream.writelines(
        f"{safe_line(terminal_text(translate(act.said, style.language)))}\n" for act in acts
    )


def draw_diff(revisions: Iterable[Revision], style: Style, stream: TextIO) -> None:
    """Write what changes in files as a unified diff, which `git apply` and `patch` take."""
    for revision in revisions:
        for line in difference(revision):
            tone = Tone.TITLE if line.startswith(_HEADINGS) else _TONES.get(line[0], Tone.PLAIN)
            # A file that can be edited holds nothing that steers a terminal but its line ends.
            body, end = (line[:-2], "\r\n") if line.endswith("\r\n") else (line[:-1], "\n")
            stream.write(paint(safe_line(body), tone, style) + end)


def write_json(
    acts: Iterable[Act],
    left: Iterable[Left],
    revisions: Iterable[Revision],
    stream: TextIO,
    *,
    written: bool,
) -> None:
    """Write what was done as one object, its sentences in English."""
    json.write(
        {
            "format": "stcli.edits/1",
            "written": written,
            "edits": [
                {
                    "path": act.path,
                    "changed": act.changes_file,
                    "message": translate(act.said, Language.ENGLISH),
                    "notes": [translate(note, Language.ENGLISH) for note in act.notes],
                }
                for act in acts
            ],
            "left": [
                {
                    "path": one.path,
                    "line": one.line,
                    "message": translate(one.reason, Language.ENGLISH),
                }
                for one in left
            ],
            "diffs": [{"path": one.path, "diff": "".join(difference(one))} for one in revisions],
        },
        stream,
    )


def write_undone(undone: Undone, stream: TextIO) -> None:
    """Write what was taken back as one object."""
    record = {"format": "stcli.undo/1", "message": undone.title, "paths": list(undone.paths)}
    json.write(record, stream)


def difference(revision: Revision) -> Iterator[str]:
    """Give the lines of the unified diff of one file, each with its line end."""
    before, after = _lines(revision.before), _lines(revision.after)
    old = _named(f"a/{revision.path}") if revision.before is not None else "/dev/null"
    new = _named(f"b/{revision.path}") if revision.after is not None else "/dev/null"
    for line in unified_diff(before, after, old, new):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield "\\ No newline at end of file\n"


def _named(path: str) -> str:
    """Give a name as git writes it in a diff: in quotes where it would not be read back alone."""
    if path.isprintable() and not set(path) & {'"', "\\"}:
        return path
    plain = path.replace("\\", r"\\").replace('"', r"\"")
    signs = (one if one.isprintable() else _octal(one) for one in plain)
    return f'"{"".join(signs)}"'


def _octal(sign: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in sign.encode("utf-8", "surrogateescape"))


def _lines(content: bytes | None) -> list[str]:
    """Give the lines of a file with their ends; only LF ends one, as in git."""
    text = (content or b"").decode()
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [
        last for last in text.split("\n")[-1:] if last
    ]
