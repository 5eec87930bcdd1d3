"""What the script of a shell asks for: what may stand at the cursor."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from stcli.cli.offers import FILES, WORDS, kind, offers
from stcli.cli.partial import KnownTree, Partial
from stcli.cli.program import PROGRAM
from stcli.cli.session import Session
from stcli.cli.terminal import language_of, prepare
from stcli.cli.typed import understand
from stcli.completing.candidates import fitting, only_shown
from stcli.completing.lines import read_line
from stcli.completing.writing import ONLY_SHOWN, described, replacing
from stcli.render.sinks import is_visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.cli.options import Shared
    from stcli.cli.start import ToComplete
    from stcli.cli.typed import Typed
    from stcli.completing.candidates import Candidate


def run(asked: ToComplete) -> int | None:
    """Answer a shell; give the exit status, None where the usual way has to say what is wrong."""
    if sys.stdout is None:
        return None
    prepare(sys.stdout)
    prepare(sys.stderr)
    try:
        text = answer(asked.shared, asked.shell, asked.words)
    except Exception:  # noqa: BLE001 - the usual way says what is wrong
        return None
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - the usual way of saying it, too
        from stcli.cli.app import failed

        return failed(error, language_of(asked.words, os.environ))
    return 0


def answer(shared: Shared, shell: str, words: Sequence[str]) -> str:
    """Give the answer to a shell that hands over what has been typed, as far as the cursor."""
    return "".join(f"{line}\n" for line in _lines(shared, shell, words, "".join(words[1:2])))


def _lines(shared: Shared, shell: str, words: Sequence[str], replaced: str) -> Iterator[str]:
    """Give what a script asks for: on the first line of which kind it is, then one word a line.

    For files and folders the second line is what of the word stands before the name. bash gives
    the line up to the cursor and the stretch of it that it will replace, the others the words.
    """
    line = read_line(words[0]) if shell == "bash" else None
    words = line.words[1:] if line else (*words[:-1], _unquoted(shell, words[-1]))
    typed = understand(PROGRAM, words)
    wanted = FILES if line and line.to_file else kind(typed)
    if wanted != WORDS:
        yield from (wanted, typed.before)
        return
    found = _candidates(shared, typed)
    shown = only_shown(found, typed.value)
    yield "shown" if shown and shell == "zsh" else wanted
    if line is None:
        yield from described(shell, typed.before, found, language_of(words, os.environ))
        return
    yield from (ONLY_SHOWN,) if shown else ()
    yield from replacing(line, typed.before, found, replaced)


def _unquoted(shell: str, word: str) -> str:
    """Give the word that is being typed without quotes; fish hands it over as it stands."""
    return read_line(word).words[-1] if shell == "fish" else word


def _candidates(shared: Shared, typed: Typed) -> tuple[Candidate, ...]:
    """Give what fits, of it only what a terminal shows as it is: nothing else could be typed."""
    root, as_of = typed.given.get("root", shared.root), typed.given.get("as_of", shared.as_of)
    if root is not None:
        root = os.path.expanduser(os.path.expandvars(root))  # noqa: PTH111 - ~ of another user
    session = Session(SimpleNamespace(obj=shared._replace(root=root)))
    found = offers(typed, KnownTree(Partial(session, as_of or "")))
    return tuple(one for one in fitting(found, typed.value) if is_visible(one.text))
