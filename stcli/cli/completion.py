"""`completion`: the script with which a shell completes words, and the answers it asks for."""

from __future__ import annotations

import os
import pkgutil
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli.session import Session
from stcli.cli.terminal import language_of
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.cli.typed import Typed
    from stcli.completing.candidates import Candidate

SHELLS: Final = ("bash", "zsh", "fish")


def completion(
    context: typer.Context,
    shell: Annotated[
        str, typer.Argument(metavar="bash|zsh|fish", help="The shell to complete in.")
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD]...",
            show_default=False,
            help="After `--`, what the script hands over to be completed.",
        ),
    ] = None,
) -> None:
    """Print the script that lets a shell complete commands, options, references and names.

    Save it where the shell looks for such scripts, and start a new shell.

    For bash: `stcli completion bash > ~/.local/share/bash-completion/completions/stcli`, or without
    the package bash-completion a line in ~/.bashrc: `eval "$(stcli completion bash)"`.

    For zsh: `stcli completion zsh > ~/.zfunc/_stcli`, and in ~/.zshrc, before the line `compinit`:
    `fpath+=~/.zfunc`.

    For fish: `stcli completion fish > ~/.config/fish/completions/stcli.fish`.

    Examples: stcli completion bash; stcli completion zsh -o ~/.zfunc/_stcli.

    Exit status: 0; 2 for a shell that is not known.
    """
    if shell not in SHELLS:
        raise StcliError(
            say("there is no completion for `{shell}`", shell=shell),
            say("the shells are: {known}", known=", ".join(SHELLS)),
        )
    session = Session(context)
    if words:
        text = "".join(f"{line}\n" for line in _answer(context, shell, words, "".join(words[1:2])))
    else:
        text = (pkgutil.get_data("stcli.cli", f"scripts/stcli.{shell}") or b"").decode()
    with session.output() as stream:
        stream.write(text)


def _answer(
    context: typer.Context, shell: str, words: Sequence[str], replaced: str
) -> Iterator[str]:
    """Give what a script asks for: on the first line of which kind it is, then one word a line.

    For files and folders the second line is what of the word stands before the name. bash gives
    the line up to the cursor and the stretch of it that it will replace, the others the words.
    """
    from stcli.cli.offers import FILES, WORDS, kind
    from stcli.cli.typed import understand
    from stcli.completing.candidates import only_shown
    from stcli.completing.lines import read_line
    from stcli.completing.writing import ONLY_SHOWN, described, replacing

    line = read_line(words[0]) if shell == "bash" else None
    words = line.words[1:] if line else (*words[:-1], _unquoted(shell, words[-1]))
    typed = understand(context.find_root().command, words)
    wanted = FILES if line and line.to_file else kind(typed)
    if wanted != WORDS:
        yield from (wanted, typed.before)
        return
    found = _candidates(context, typed)
    shown = only_shown(found, typed.value)
    yield "shown" if shown and shell == "zsh" else wanted
    if line is None:
        yield from described(shell, typed.before, found, language_of(words, os.environ))
        return
    yield from (ONLY_SHOWN,) if shown else ()
    yield from replacing(line, typed.before, found, replaced)


def _unquoted(shell: str, word: str) -> str:
    """Give the word that is being typed without quotes; fish hands it over as it stands."""
    from stcli.completing.lines import read_line

    return read_line(word).words[-1] if shell == "fish" else word


def _candidates(context: typer.Context, typed: Typed) -> tuple[Candidate, ...]:
    """Give what fits, of it only what a terminal shows as it is: nothing else could be typed."""
    from stcli.cli.offers import offers
    from stcli.cli.partial import Partial
    from stcli.completing.candidates import fitting
    from stcli.completing.tree import Tree
    from stcli.render.sinks import is_visible

    shared = context.obj
    root, as_of = typed.given.get("root", shared.root), typed.given.get("as_of", shared.as_of)
    if root is not None:
        root = os.path.expanduser(os.path.expandvars(root))  # noqa: PTH111 - ~ of another user
    context.obj = replace(shared, root=root)
    found = offers(typed, Tree(Partial(Session(context), as_of or "")))
    return tuple(one for one in fitting(found, typed.value) if is_visible(one.text))
