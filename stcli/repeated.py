"""Long columns of the same few values, of which each is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import eq
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value_co = TypeVar("Value_co", covariant=True)
Other = TypeVar("Other")
Key = TypeVar("Key", bound="Hashable")


class Repeated(Sequence[Value_co], Generic[Value_co]):
    """A column that has in each place the value of the key that stands there.

    There is a value for every key that stands anywhere, and for no other: whoever asks something
    of all values of a million places asks it of these.
    """

    __slots__ = ("keys", "values")

    def __init__(self, keys: Sequence[Hashable], values: Mapping[Hashable, Value_co]) -> None:
        self.keys = keys
        self.values = values

    @classmethod
    def of(cls, keys: Sequence[Key], value: Callable[[Key], Value_co]) -> Repeated[Value_co]:
        """Give a column by its keys, and by what gives the value of each."""
        return cls(keys, {key: value(key) for key in set(keys)})

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Value_co: ...

    @overload
    def __getitem__(self, at: slice) -> list[Value_co]: ...

    def __getitem__(self, at: int | slice) -> Value_co | list[Value_co]:
        if isinstance(at, slice):
            return list(map(self.values.__getitem__, self.keys[at]))
        return self.values[self.keys[at]]

    def __iter__(self) -> Iterator[Value_co]:
        return map(self.values.__getitem__, self.keys)


def changed(column: Sequence[Key], change: Callable[[Key], Other]) -> Repeated[Other]:
    """Give a column with other values, which are made once of each that there is."""
    if isinstance(column, Repeated):
        return Repeated(column.keys, {key: change(one) for key, one in column.values.items()})
    return Repeated.of(column, change)


def are_equal(column: Sequence[object], other: Sequence[object]) -> bool:
    """Tell whether two columns have the same values in the same places."""
    if isinstance(column, Repeated) and isinstance(other, Repeated) and column.keys == other.keys:
        return column.values == other.values
    return len(column) == len(other) and all(map(eq, column, other))


def different(column: Sequence[Value_co]) -> Iterable[Value_co]:
    """Give each value of a column at least once, in no order, and hardly any very often."""
    return column.values.values() if isinstance(column, Repeated) else column
