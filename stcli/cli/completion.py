"""`completion`: the script with which a shell completes words, and the answers it asks for."""

from __future__ import annotations

import pkgutil
from typing import Annotated

import typer

from stcli.cli.session import Session
from stcli.cli.start import SHELLS
from stcli.errors import StcliError
from stcli.messages import say


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
        from stcli.cli.suggesting import answer

        text = answer(context.obj, shell, words)
    else:
        text = (pkgutil.get_data("stcli.cli", f"scripts/stcli.{shell}") or b"").decode()
    with session.output() as stream:
        stream.write(text)
