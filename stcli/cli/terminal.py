"""The terminal, the environment and the clock, which only the command line knows."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from stcli.clocks import TIMEZONE
from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from stcli.messages import Message

VIETNAM = timezone(timedelta(hours=7), "+07")
"""Vietnam's clock since 1975; fixed here, as machines without a time-zone database exist."""

NARROWEST = 40
WIDEST = 10_000


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Give the language before anything is parsed: for help, and for errors in options."""
    return asked_language(arguments, environment) or locale_language(environment)


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """Give the language asked for by `--lang` or `STCLI_LANG`, if it is one."""
    asked = environment.get("STCLI_LANG", "")
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            asked = "".join(arguments[position + 1 : position + 2])
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return next((one for one in Language if one == asked), None)


def locale_language(environment: Mapping[str, str]) -> Language:
    """Give the language of the locale: Vietnamese for `vi_VN`, else English."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return Language.VIETNAMESE if locale.startswith("vi") else Language.ENGLISH


def today(name: str) -> date:
    """Give the day it is in a time zone, whatever the zone of the machine."""
    return datetime.now(zone(name)).date()


def zone(name: str) -> tzinfo:
    """Give a time zone by its name; a StcliError where there is none."""
    if name == TIMEZONE:
        return VIETNAM
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        raise StcliError(
            say("there is no time zone `{name}`", name=name),
            say("set `timezone:` in stcli.yaml to a name such as {known}", known=TIMEZONE),
        ) from None


def width(stream: TextIO, environment: Mapping[str, str]) -> int:
    """Give the columns of a terminal; elsewhere as many as needed. `COLUMNS` wins if sensible."""
    columns = WIDEST
    if stream.isatty():
        import shutil

        columns = shutil.get_terminal_size((80, 24)).columns
    asked = environment.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and len(asked) < len(str(WIDEST)):
        columns = int(asked) or columns
    return max(NARROWEST, min(columns, WIDEST))


def wants_color(choice: str | None, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: `auto` means on a terminal, and not when NO_COLOR is set."""
    match choice or "auto":
        case "always":
            return True
        case "never":
            return False
        case "auto":
            plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
            return stream.isatty() and not plain
        case _:
            raise StcliError(
                say("--color takes auto, always or never, not `{choice}`", choice=choice)
            )


def prepare(stream: TextIO) -> None:
    """Let a stream take any text: what its encoding cannot say is escaped, never a crash."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def answering(stream: TextIO) -> TextIO:
    """Give standard output as it is used from now on: what it does not take whole is an error.

    Python leaves it without a buffer where PYTHONUNBUFFERED is set, as in many containers, and
    then drops in silence what is left over when the system takes only a part.
    """
    if isinstance(stream, io.TextIOWrapper) and isinstance(stream.buffer, io.RawIOBase):
        encoding, errors, seen = stream.encoding, stream.errors, stream.isatty()
        buffer = io.BufferedWriter(stream.detach())
        return io.TextIOWrapper(buffer, encoding, errors, line_buffering=seen)
    return stream


class Talk(io.TextIOWrapper):
    """Standard error, to which nobody has to listen: that it takes nothing stops no command."""

    def write(self, text: str) -> int:
        """Write what can be written."""
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what can be handed on."""
        with suppress(OSError):
            super().flush()


def talk() -> TextIO:
    """Give standard error as it is used from now on, also where it is closed or full."""
    if sys.stderr is None:
        return open(os.devnull, "w", encoding="utf-8")
    encoding = sys.stderr.encoding
    return Talk(sys.stderr.buffer, encoding, "backslashreplace", line_buffering=True)


def unwritten(path: Path, reason: OSError | Message) -> StcliError:
    """Give the error that a file could not be written, and why."""
    why_not = why(reason) if isinstance(reason, OSError) else reason
    return StcliError(say("{path} could not be written: {reason}", path=str(path), reason=why_not))


def let_go_of(stream: TextIO) -> None:
    """Point a stream whose reader has gone at nothing, so that closing it says nothing."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def report(message: Message, remedy: Message | None, language: Language) -> None:
    """Say on standard error why a request cannot be met."""
    from stcli.render.sinks import terminal_text

    lines = [translate(say("error: {message}", message=message), language)]
    if remedy is not None:
        lines.append(translate(say("help: {message}", message=remedy), language))
    for line in lines:
        sys.stderr.write(terminal_text(line) + "\n")


def note(message: Message, language: Language) -> None:
    """Say something beside the answer, on standard error."""
    tell(sys.stderr, message, language)


def tell(stream: TextIO, message: Message, language: Language) -> None:
    """Say something in a line of its own."""
    from stcli.render.sinks import safe_line, terminal_text

    stream.write(safe_line(terminal_text(translate(message, language))) + "\n")


def confirm(question: Message, language: Language) -> None:
    """Ask on a terminal; typer.Abort unless the answer is yes."""
    if not agrees(question, language, default=False):
        import typer

        raise typer.Abort


def agrees(question: Message, language: Language, *, default: bool) -> bool:
    """Ask on a terminal, and tell whether the answer is yes, in either language.

    `default` is what an empty line means; the end of input means no.
    """
    from stcli.render.sinks import terminal_text

    choice = translate(say("[Y/n]") if default else say("[y/N]"), language)
    sys.stderr.write(f"{terminal_text(translate(question, language))} {choice} ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    said = answer.strip().casefold()
    return said in _YES or (default and bool(answer) and not said)


_YES = frozenset({"y", "yes", "c", "có"})
