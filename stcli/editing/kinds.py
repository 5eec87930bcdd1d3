"""What the format says of the mappings of a file: the order of their keys, and what those hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from stcli.schema.formats import AGENCIES, AGENCY, DIRECTIVE
from stcli.schema.office import BASELINE, CALENDAR, SETTINGS
from stcli.schema.tasks import TASK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.documents.data import Data, Route
    from stcli.schema.keys import Format

_FILES: Final = (DIRECTIVE, AGENCIES, CALENDAR, SETTINGS, BASELINE)
_LONG: Final = (TASK, AGENCY)
"""Mappings of many keys, which stand on lines of their own; the others are rows of a table."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a mapping: its format, or none for one that the format knows nothing of."""

    format: Format | None

    @classmethod
    def of(cls, data: Data, route: Route) -> Kind:
        """Give the kind of a whole file, by the keys it has and the one that is asked for."""
        names = {*(data if isinstance(data, dict) else ()), *route[:1]}
        best = max(_FILES, key=lambda one: len(names & one.keys.keys()))
        return cls(best if names & best.keys.keys() else None)

    def at(self, route: Route) -> Kind:
        """Give the kind of the mapping at a route, or of the mappings of a list there."""
        format = self.format
        for step in route:
            if isinstance(step, str):
                key = format.keys.get(step) if format else None
                format = key.inner if key else None
        return Kind(format)

    @property
    def is_row(self) -> bool:
        """Whether such mappings are written on one line where nothing speaks against it."""
        return self.format is not None and all(self.format is not one for one in (*_FILES, *_LONG))

    def requires(self, key: str) -> bool:
        """Tell whether a mapping of this kind has to have a key."""
        known = self.format.keys.get(key) if self.format else None
        return known is not None and known.required

    def takes_one_or_several(self, key: str) -> bool:
        """Tell whether a key holds one text or a list of them, as people like."""
        known = self.format.keys.get(key) if self.format else None
        return known is not None and known.kind.shape.form in {"texts", "agencies"}

    def arranged(self, value: Data) -> Data:
        """Give data with the keys of its mappings in the order of the format; others at the end."""
        match value:
            case dict():
                order = [*self.format.keys] if self.format else []
                names = [*(name for name in order if name in value), *value]
                return {name: self.at((name,)).arranged(value[name]) for name in names}
            case list():
                return [self.arranged(one) for one in value]
            case _:
                return value

    def follows(self, names: Sequence[str], key: str) -> int | None:
        """Give the position of the key behind which a new one belongs; None for the very start.

        That is the nearest of those before it in the order of the format; without one, the key
        that stands before the first of those that come after it.
        """
        order = {name: at for at, name in enumerate(self.format.keys)} if self.format else {}
        own = order.get(key)
        if own is None or not names:
            return len(names) - 1 if names else None
        before = [(order[name], at) for at, name in enumerate(names) if order.get(name, own) < own]
        if before:
            return max(before)[1]
        first = next((at for at, name in enumerate(names) if name in order), len(names))
        return first - 1 if first else None
