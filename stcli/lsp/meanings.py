"""What a value of a file stands for, by its kind of file and the keys that lead to it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from stcli.schema import formats, office
from stcli.sources import AGENCIES, CALENDAR, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from stcli.documents.data import Route
    from stcli.schema.keys import Format, Key


class Meaning(Enum):
    """What is typed in a place; only what an editor can say or propose something of."""

    AGENCY = auto()
    AGENCY_ID = auto()
    DIRECTIVE = auto()
    TASK = auto()
    TASK_BESIDE = auto()
    TASK_ID = auto()
    NUMBER = auto()
    DEADLINE = auto()
    DEADLINE_WORDS = auto()
    DAY = auto()
    PERIOD = auto()
    TAG = auto()
    OFFICER = auto()
    TYPE = auto()
    RULE = auto()
    WORD = auto()
    KEY = auto()


_FILES: Final = {
    AGENCIES: formats.AGENCIES,
    CALENDAR: office.CALENDAR,
    SETTINGS: office.SETTINGS,
}
_BY_FORM: Final[Mapping[str, Meaning]] = {
    "agency": Meaning.AGENCY,
    "agencies": Meaning.AGENCY,
    "deadline": Meaning.DEADLINE,
    "day": Meaning.DAY,
    "period": Meaning.PERIOD,
    "word": Meaning.WORD,
}
_BY_KEYS: Final[Mapping[tuple[str, ...], Meaning]] = {
    ("number",): Meaning.NUMBER,
    ("implements",): Meaning.DIRECTIVE,
    ("cites",): Meaning.DIRECTIVE,
    ("amends",): Meaning.DIRECTIVE,
    ("replaces",): Meaning.DIRECTIVE,
    ("type",): Meaning.TYPE,
    ("tags",): Meaning.TAG,
    ("tasks", "id"): Meaning.TASK_ID,
    ("tasks", "implements"): Meaning.TASK,
    ("tasks", "due_text"): Meaning.DEADLINE_WORDS,
    ("tasks", "officer"): Meaning.OFFICER,
    ("tasks", "tags"): Meaning.TAG,
    ("tasks", "changes", "by"): Meaning.DIRECTIVE,
    ("tasks", "changes", "due_text"): Meaning.DEADLINE_WORDS,
    ("tasks", "changes", "replaced_by"): Meaning.TASK_BESIDE,
    ("tasks", "cancelled", "by"): Meaning.DIRECTIVE,
    ("tasks", "returned", "by"): Meaning.DIRECTIVE,
    ("tasks", "periods", "cancelled", "by"): Meaning.DIRECTIVE,
    ("agencies", "id"): Meaning.AGENCY_ID,
    ("agencies", "successors", "basis"): Meaning.DIRECTIVE,
    ("agencies", "successors", "for"): Meaning.TAG,
    ("extensions", "basis"): Meaning.DIRECTIVE,
}


def keys_of(route: Route) -> tuple[str, ...]:
    """Give the keys of a route, without the positions in lists."""
    return tuple(step for step in route if isinstance(step, str))


def file_format(path: str) -> Format:
    """Give the format of a file."""
    return _FILES.get(path, formats.DIRECTIVE)


def mapping_format(path: str, keys: Sequence[str]) -> Format | None:
    """Give the format of the mapping to which keys lead; None where there is none."""
    format = file_format(path)
    for name in keys:
        key = format.keys.get(name)
        if key is None or key.inner is None:
            return None
        format = key.inner
    return format


def key_format(path: str, keys: Sequence[str]) -> Key | None:
    """Give what may stand at the last of some keys."""
    within = mapping_format(path, keys[:-1]) if keys else None
    return within.keys.get(keys[-1]) if within is not None else None


def meaning(path: str, keys: Sequence[str]) -> Meaning | None:
    """Give what the value of a key stands for."""
    if path == SETTINGS and keys[:1] == ("severity",):
        return Meaning.WORD
    key = key_format(path, keys)
    if key is None:
        return None
    return _BY_KEYS.get(tuple(keys)) or _BY_FORM.get(key.kind.shape.form)
