"""`new`: a directive of which there is no file yet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli import numbers
from stcli.acts.act import Act
from stcli.documents import characters, reader
from stcli.editing import Put, revised
from stcli.errors import StcliError
from stcli.messages import say
from stcli.model import Directive, Tracker
from stcli.numbers import NumberProblem
from stcli.references import References
from stcli.sources import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from stcli.documents.data import Data
    from stcli.messages import Message
    from stcli.numbers import DocumentNumber


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a directive when its file is begun, under the names of the model."""

    number: str = ""
    title: str = ""
    issuer: str = ""
    issued: date | None = None
    type: str | None = None
    received: date | None = None
    effective: date | None = None
    implements: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not known and has to be, as a command line says it."""
        named = {
            "NUMBER": self.number,
            "--title": self.title,
            "--issuer": self.issuer,
            "--issued": self.issued,
        }
        return tuple(name for name, value in named.items() if not value)


def begin(known: Beginning, references: References, *, is_there: Callable[[str], bool]) -> Act:
    """Begin the file of a directive; `is_there` tells whether a file is below the root.

    Raises StcliError where something is missing, where its number cannot be read, where it is
    among the directives already, and where another file has the name that its own would have.
    """
    if known.missing or known.issued is None:
        raise incomplete(known.missing)
    number = read_number(known.number)
    refuse_known(known.number, known.issuer, known.issued, references)
    path = path_of(number, known.issued)
    if is_there(path):
        raise StcliError(
            say("{path} is there already, and is not of this directive", path=path),
            say("give that file another name, and type this again"),
        )
    changes = [Put((key,), value) for key, value in _pairs(known, number)]
    _require_visible(changes)
    text = revised(reader.read(path, b""), changes)
    said = say("{number} is entered: {path}", number=written(number), path=path)
    return Act(path, (), said, tuple(_notes(known, number, references)), text, begins=True)


def _require_visible(changes: Iterable[Put]) -> None:
    """Refuse characters that no file can hold; there is no line yet of which to speak."""
    for change in changes:
        texts = change.value if isinstance(change.value, list) else [change.value]
        hidden = characters.hidden_in("".join(map(str, texts)))
        if hidden is not None:
            raise StcliError(
                say("{character} may not stand in a file", character=characters.name(hidden)),
                say("leave the character out; it cannot be seen"),
            )


def incomplete(missing: tuple[str, ...]) -> StcliError:
    """Give the error that something has not been said, named as a command line says it."""
    return StcliError(
        say("not all is said that has to be known: {missing}", missing=", ".join(missing)),
        say("add what is missing, or type this on a terminal to be asked for it"),
    )


def read_number(text: str) -> DocumentNumber:
    """Give the number of a document as it was typed, or raise StcliError with what is wrong."""
    try:
        return numbers.parse(text.strip())
    except NumberProblem as problem:
        raise StcliError(problem.message, problem.help) from None


def written(number: DocumentNumber) -> str:
    """Give a number as it goes into a file: in its usual spelling, unless there is a doubt."""
    return number.raw if number.doubts else number.normal


def refuse_known(number: str, issuer: str, issued: date, references: References) -> None:
    """Refuse a directive that is there already: of that issuer, that number, that year.

    The rule `duplicate-directive` finds the same in the files.
    """
    for one in references.written(number):
        if (one.issuer, one.issued.year) == (issuer, issued.year):
            raise StcliError(
                say("{number} of {year} is there already: {path}", **_named(one)),
                say("to add a task to it: stcli add {number}", number=references.name(one)),
            )


def _named(directive: Directive) -> dict[str, object]:
    year = str(directive.issued.year)
    return {"number": directive.number, "year": year, "path": directive.path}


def path_of(number: DocumentNumber, issued: date) -> str:
    """Give the name of a directive's file: 1298/QĐ-UBND is `directives/2019/1298-QD-UBND.yaml`.

    It has letters without diacritics alone, which every file system and archive keeps.
    """
    apart = unicodedata.normalize("NFD", number.normal).replace("Đ", "D").replace("đ", "d")
    plain = apart.encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-")
    return f"{FOLDER}/{issued.year}/{name}.yaml"


def _pairs(known: Beginning, number: DocumentNumber) -> Iterator[tuple[str, Data]]:
    """Give the keys that are written, with their values."""
    held: dict[str, Data] = {
        "number": written(number),
        "title": known.title,
        "issuer": known.issuer,
        "issued": _day(known.issued),
        "type": known.type,
        "received": _day(known.received),
        "effective": _day(known.effective),
        "implements": one_or_list(known.implements),
        "cites": list(known.cites),
        "source": one_or_list(known.source),
        "tags": list(known.tags),
    }
    yield from ((key, value) for key, value in held.items() if value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def one_or_list(texts: tuple[str, ...]) -> Data:
    """Give one text as it is, several as a list, none as nothing."""
    return texts[0] if len(texts) == 1 else list(texts) or None


def _notes(known: Beginning, number: DocumentNumber, references: References) -> Iterator[Message]:
    if written(number) != known.number.strip():
        yield say("its number is written as {number}", number=written(number))
    if known.issued is not None:
        new = Directive(written(number), known.title, known.issuer, known.issued)
        among_all = References(Tracker((*references.directives, new)))
        yield say("to add its tasks: stcli add {number}", number=among_all.name(new))
