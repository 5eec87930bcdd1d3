"""Columns in which the same values stand many times, against the lists that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.repeated import Repeated, are_equal, changed, different

KEYS = st.lists(st.integers(0, 3))
NAMES = {0: "a", 1: "b", 2: "a", 3: "d"}


def column(keys: list[int]) -> Repeated[str]:
    return Repeated.of(keys, NAMES.__getitem__)


@given(KEYS, st.slices(5))
def test_it_is_the_list_it_stands_for(keys: list[int], span: slice) -> None:
    own, plain = column(keys), [NAMES[key] for key in keys]
    assert (list(own), own[span], len(own)) == (plain, plain[span], len(plain))
    assert [own[at] for at in range(len(own))] == plain
    with pytest.raises(IndexError):
        own[len(own)]


@given(KEYS)
def test_each_value_is_asked_for_once(keys: list[int]) -> None:
    asked: list[str] = []

    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    for one in (column(keys), [NAMES[key] for key in keys]):
        asked.clear()
        found = changed(one, upper)
        assert list(found) == [NAMES[key].upper() for key in keys]
        assert len(asked) == len(found.values) <= len(set(keys))
        assert set(different(found)) == {NAMES[key].upper() for key in keys}
        assert set(different(one)) == {NAMES[key] for key in keys}


@given(KEYS, KEYS)
def test_columns_are_equal_as_lists_are(some: list[int], others: list[int]) -> None:
    one, two = ([NAMES[key] for key in keys] for keys in (some, others))
    for first in (column(some), one):
        for second in (column(others), two):
            assert are_equal(first, second) is (one == two)
        assert are_equal(first, one)


def test_equal_keys_may_stand_for_other_values() -> None:
    keys = [1, 2]
    assert not are_equal(Repeated(keys, {1: "a", 2: "b"}), Repeated(keys, {1: "a", 2: "c"}))
