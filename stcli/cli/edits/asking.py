"""Questions on a terminal: asked until an answer can be used, with what fits offered by Tab."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import typer

from stcli.cli import terminal
from stcli.errors import StcliError
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from stcli.completing.candidates import Candidate
    from stcli.messages import Message
    from stcli.words import Language

Answer = TypeVar("Answer")

NOTHING: Final = "-"
"""What is typed for nothing, where Enter alone takes what is offered."""

_MOST_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Question(Generic[Answer]):
    """What is asked, how its answer is read, and what is offered for it.

    `read` raises StcliError for what cannot be the answer; as `Refused` with what to write instead.
    Of `several` things with commas between them Tab completes the last.
    """

    text: Message
    read: Callable[[str], Answer]
    default: str = ""
    offers: Sequence[Candidate] = ()
    several: bool = False


class Refused(StcliError):
    """An answer that cannot be, with the one that is probably meant, to be taken by Enter."""

    def __init__(self, message: Message, help: Message | None, instead: str) -> None:
        super().__init__(message, help)
        self.instead = instead


def possible() -> bool:
    """Tell whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: Question[Answer], language: Language) -> Answer:
    """Give the answer to a question; typer.Abort where the person leaves."""
    default = question.default
    while True:
        typed = _line(_prompt(question.text, default, language), question).strip()
        try:
            return question.read(_text(typed or default))
        except StcliError as error:
            default = _refused(error, question.default, language)


def ask_or_skip(question: Question[Answer], language: Language) -> Answer | None:
    """Give the answer to a question that may be left open; None where it is."""
    default = question.default
    while True:
        shown = f"{default}, {_shown(_SKIP, language)}" if default else _shown(_ENTER, language)
        typed = _line(_prompt(question.text, shown, language), question).strip() or default
        if typed in {"", NOTHING}:
            return None
        try:
            return question.read(_text(typed))
        except StcliError as error:
            default = _refused(error, question.default, language)


_SKIP: Final = say("- for none")
_ENTER: Final = say("Enter for none")


def _refused(error: StcliError, default: str, language: Language) -> str:
    """Say why an answer cannot be, and give what is proposed next."""
    terminal.report(error.message, error.help, language)
    return error.instead if isinstance(error, Refused) else default


def _prompt(text: Message, proposed: str, language: Language) -> str:
    from stcli.render.sinks import terminal_text

    asked = _shown(text, language)
    return f"{asked} [{terminal_text(proposed)}]: " if proposed else f"{asked}: "


def _shown(message: Message, language: Language) -> str:
    from stcli.render.sinks import terminal_text

    return terminal_text(translate(message, language))


def _text(typed: str) -> str:
    """Give an answer that has words and can be written; a StcliError for any other."""
    if not typed:
        raise StcliError(
            say("this has to be known"), say("to leave with nothing written, press Ctrl-C")
        )
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise StcliError(
            say("this is not in UTF-8"), say("set the terminal to UTF-8, and type it again")
        ) from None
    return typed


def _line(prompt: str, question: Question[Any]) -> str:
    """Give a line as it was typed; typer.Abort where there is none."""
    try:
        if sys.stdout.isatty():  # else Python would not edit lines, and write the prompt there
            with _completing(prompt, question):
                return input(prompt) + "\n"
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
    except (EOFError, KeyboardInterrupt):
        line = ""
    if not line:  # even an empty line has its end
        sys.stderr.write("\n")
        raise typer.Abort
    return line


@contextmanager
def _completing(prompt: str, question: Question[Any]) -> Iterator[None]:
    """Let Tab complete what is offered, where the system has readline or its like."""
    try:
        import readline
    except ImportError:
        yield
        return
    _set_up(readline)
    readline.set_completer(_Completer(readline, prompt, question).complete)
    try:
        yield
    finally:
        readline.set_completer(None)
        readline.set_completion_display_matches_hook(None)


def _set_up(readline: Any) -> None:
    """Take the whole line for the word that is completed, and keep no history of answers."""
    editline = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if editline else "tab: complete")
    if not editline:
        readline.parse_and_bind("set show-all-if-ambiguous on")
    readline.set_completer_delims("")
    readline.set_auto_history(False)


class _Completer:
    """What Tab does with what was typed: it completes it, or shows what it may mean."""

    def __init__(self, readline: Any, prompt: str, question: Question[Any]) -> None:
        self._readline = readline
        self._prompt = prompt
        self._question = question
        self._found: tuple[Candidate, ...] = ()
        readline.set_completion_display_matches_hook(self._show)

    def complete(self, typed: str, state: int) -> str | None:
        """Give the candidates for a text one after another, as readline asks for them.

        What they have in common would replace what was typed; where that would lose it, as they
        were found by other names, what was typed is one of them.
        """
        from stcli.completing.candidates import fitting, only_shown
        from stcli.render.sinks import is_visible

        before, comma, last = self._parted(typed)
        if state == 0:
            fit = fitting(self._question.offers, last)
            self._found = tuple(one for one in fit if is_visible(one.text))
        texts = [one.text for one in self._found]
        if len(texts) > 1 and only_shown(self._found, last):
            texts.append(last)
        return f"{before}{comma}{texts[state]}" if state < len(texts) else None

    def _parted(self, typed: str) -> tuple[str, str, str]:
        """Part a line into what is complete, and what is being typed of several things."""
        if not self._question.several or "," not in typed:
            return "", "", typed
        before, comma, last = typed.rpartition(",")
        return before, f"{comma} ", last.strip()

    def _show(self, *_: object) -> None:
        """Write the candidates with what they stand for, and the line again below them."""
        from stcli.render.sinks import terminal_text

        shown = (f"{one.text}  {one.about}" for one in self._found[:_MOST_SHOWN])
        rest = ["…"] if len(self._found) > _MOST_SHOWN else []
        lines: Iterable[str] = ("", *map(terminal_text, shown), *rest)
        sys.stdout.write("\n".join((*lines, self._prompt + self._readline.get_line_buffer())))
        sys.stdout.flush()
