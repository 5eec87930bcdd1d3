"""The four kinds of files: which keys each mapping has, what they hold, and what they become."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from stcli import calendar, model
from stcli.diagnostics import Baseline, Severity, Tolerated
from stcli.schema.fields import (
    DAY,
    DEADLINE,
    IDENTIFIER,
    NAME,
    NAMES,
    OPTIONAL_DAY,
    OPTIONAL_NAME,
    OPTIONAL_NAMES,
    OPTIONAL_PERIOD,
    OPTIONAL_TEXT,
    PERIOD,
    TEXT,
    TEXTS,
    many,
    one_of,
    optional,
    required_whole_number,
    whole_number,
)
from stcli.settings import DUE_SOON_DAYS, TIMEZONE, Extensions, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Key:
    """A key that may stand in a mapping: the kind of its value, and the model's field it fills.

    `inner` is the format of the mapping, or of each mapping of the list, that the key holds.
    """

    kind: CoreSchema
    field: str = ""
    required: bool = False
    inner: Format | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A mapping: its keys as people write them, and the class of the model it becomes."""

    makes: type[Any]
    keys: Mapping[str, Key]

    @property
    def schema(self) -> CoreSchema:
        """The engine's schema; fields that no key fills keep the default of the class."""
        defaults = {one.name: _default(one) for one in fields(self.makes)}
        filled = {key.field or name: (name, key) for name, key in self.keys.items()}
        arguments = [
            _argument(name, default, *filled.get(name, (None, None)))
            for name, default in defaults.items()
        ]
        return core_schema.dataclass_schema(
            self.makes,
            core_schema.dataclass_args_schema(
                self.makes.__name__, arguments, extra_behavior="forbid"
            ),
            list(defaults),
            slots=True,
            frozen=True,
        )


def _argument(
    name: str, default: object, written: str | None, key: Key | None
) -> core_schema.DataclassField:
    if key is None:
        unread = core_schema.with_default_schema(core_schema.any_schema(), default=default)
        return core_schema.dataclass_field(name, unread, init=False)
    kind = key.kind
    if not key.required:
        kind = core_schema.with_default_schema(kind, default=default)
    return core_schema.dataclass_field(name, kind, validation_alias=written, kw_only=True)


def _default(one: Field[Any]) -> object:
    return one.default if one.default_factory is MISSING else one.default_factory()


def _one(format: Format, field: str = "") -> Key:
    return Key(core_schema.nullable_schema(format.schema), field, inner=format)


def _several(format: Format, field: str = "", *, required: bool = False) -> Key:
    return Key(many(format.schema), field, required, inner=format)


CHANGE = Format(
    model.Change,
    {
        "date": Key(DAY, "day", required=True),
        "by": Key(OPTIONAL_TEXT),
        "for": Key(OPTIONAL_PERIOD, "period"),
        "asked": Key(OPTIONAL_DAY),
        "due": Key(DEADLINE),
        "due_text": Key(OPTIONAL_TEXT),
        "lead": Key(OPTIONAL_NAMES, "leads"),
        "with": Key(OPTIONAL_NAMES, "coordinating"),
        "title": Key(OPTIONAL_TEXT),
        "product": Key(OPTIONAL_TEXT),
        "replaced_by": Key(TEXTS),
        "reason": Key(OPTIONAL_TEXT),
    },
)

PROGRESS = Format(
    model.Progress,
    {
        "date": Key(DAY, "day", required=True),
        "note": Key(OPTIONAL_TEXT),
        "percent": Key(whole_number(0, 100)),
    },
)

ENDING = Format(
    model.Ending,
    {
        "date": Key(DAY, "day", required=True),
        "by": Key(OPTIONAL_TEXT),
        "reason": Key(OPTIONAL_TEXT),
    },
)

DELIVERY = Format(
    model.Delivery,
    {
        "for": Key(PERIOD, "period", required=True),
        "done": Key(OPTIONAL_DAY),
        "evidence": Key(TEXTS),
        "cancelled": _one(ENDING),
    },
)

CONTRIBUTION = Format(
    model.Contribution,
    {
        "agency": Key(NAME, required=True),
        "for": Key(OPTIONAL_PERIOD, "period"),
        "done": Key(OPTIONAL_DAY),
        "evidence": Key(TEXTS),
    },
)

TASK = Format(
    model.Task,
    {
        "id": Key(IDENTIFIER, required=True),
        "title": Key(TEXT, required=True),
        "lead": Key(NAMES, "leads"),
        "with": Key(NAMES, "coordinating"),
        "officer": Key(OPTIONAL_TEXT),
        "quote": Key(OPTIONAL_TEXT),
        "implements": Key(OPTIONAL_TEXT),
        "due": Key(DEADLINE),
        "due_text": Key(OPTIONAL_TEXT),
        "product": Key(OPTIONAL_TEXT),
        "changes": _several(CHANGE),
        "progress": _several(PROGRESS),
        "done": Key(OPTIONAL_DAY),
        "evidence": Key(TEXTS),
        "cancelled": _one(ENDING),
        "returned": _one(ENDING),
        "periods": _several(DELIVERY),
        "members": _several(CONTRIBUTION),
        "confirmed": Key(OPTIONAL_DAY),
        "tags": Key(TEXTS),
        "notes": Key(OPTIONAL_TEXT),
    },
)

DIRECTIVE = Format(
    model.Directive,
    {
        "number": Key(TEXT, required=True),
        "title": Key(TEXT, required=True),
        "issuer": Key(NAME, required=True),
        "issued": Key(DAY, required=True),
        "type": Key(OPTIONAL_TEXT),
        "received": Key(OPTIONAL_DAY),
        "effective": Key(OPTIONAL_DAY),
        "implements": Key(TEXTS),
        "cites": Key(TEXTS),
        "amends": Key(TEXTS),
        "replaces": Key(TEXTS),
        "aliases": Key(TEXTS),
        "confirmed": Key(OPTIONAL_DAY),
        "source": Key(TEXTS),
        "tags": Key(TEXTS),
        "notes": Key(OPTIONAL_TEXT),
        "tasks": _several(TASK),
    },
)

SUCCESSOR = Format(
    model.Succession,
    {
        "agency": Key(NAME, required=True),
        "from": Key(DAY, "since", required=True),
        "basis": Key(OPTIONAL_TEXT),
        "for": Key(TEXTS, "tags"),
    },
)

AGENCY = Format(
    model.Agency,
    {
        "id": Key(IDENTIFIER, required=True),
        "name": Key(TEXT, required=True),
        "short": Key(OPTIONAL_TEXT),
        "aliases": Key(TEXTS),
        "kind": Key(
            one_of({kind.value: kind for kind in model.AgencyKind}, empty=model.AgencyKind.STATE)
        ),
        "code": Key(OPTIONAL_TEXT),
        "parent": Key(OPTIONAL_NAME),
        "from": Key(OPTIONAL_DAY, "since"),
        "until": Key(OPTIONAL_DAY),
        "successors": _several(SUCCESSOR),
        "members": Key(NAMES),
        "notes": Key(OPTIONAL_TEXT),
    },
)


@dataclass(frozen=True, slots=True)
class Agencies:
    """The file `directives/agencies.yaml`."""

    agencies: tuple[model.Agency, ...]


AGENCIES = Format(Agencies, {"agencies": _several(AGENCY, required=True)})

_STATUS = one_of({one.value: one for one in calendar.Certainty}, empty=calendar.Certainty.DECIDED)

DAY_OFF = Format(
    calendar.DayOff,
    {
        "date": Key(DAY, "day", required=True),
        "name": Key(TEXT, required=True),
        "document": Key(TEXT, required=True),
        "status": Key(_STATUS, "certainty"),
    },
)

SWAP = Format(
    calendar.Swap,
    {
        "rest": Key(DAY, required=True),
        "work": Key(DAY, required=True),
        "document": Key(TEXT, required=True),
        "status": Key(_STATUS, "certainty"),
    },
)

CALENDAR = Format(calendar.Listing, {"days_off": _several(DAY_OFF), "swapped": _several(SWAP)})

EXTENSIONS = Format(
    Extensions,
    {
        "limit": Key(required_whole_number(0, 99), required=True),
        "basis": Key(TEXT, required=True),
    },
)

TOLERATED = Format(
    Tolerated,
    {
        "rule": Key(TEXT, required=True),
        "path": Key(TEXT, required=True),
        "fingerprint": Key(TEXT, required=True),
        "until": Key(DAY, required=True),
        "reason": Key(OPTIONAL_TEXT),
    },
)

BASELINE = Format(Baseline, {"tolerated": _several(TOLERATED, required=True)})

SETTINGS = Format(
    Settings,
    {
        "before": Key(
            one_of({"strict": False, "inclusive": True}, empty=False), "before_inclusive"
        ),
        "roll": Key(one_of({"none": False, "next-working-day": True}, empty=False)),
        "cut_off": Key(optional(whole_number(1, 28))),
        "extensions": _one(EXTENSIONS),
        "due_soon": Key(whole_number(0, 366, empty=DUE_SOON_DAYS)),
        "timezone": Key(optional(TEXT, empty=TIMEZONE)),
        "lang": Key(one_of({"en": "en", "vi": "vi"}), "language"),
        "severity": Key(
            optional(
                core_schema.dict_schema(
                    core_schema.str_schema(),
                    one_of({one.value: one for one in Severity}, empty=Severity.ERROR),
                ),
                empty={},
            ),
            "severities",
        ),
    },
)
