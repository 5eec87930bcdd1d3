"""What merging is made of: which entries are the same, their order, and their comments."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.documents.data import Data
from stcli.merging.alignment import aligned, in_order
from stcli.merging.comments import lines_merged, wanted
from stcli.merging.data import ABSENT, DataMerge, Side

ORDERS = st.permutations("abcdef").flatmap(
    lambda order: st.integers(0, 6).map(lambda count: "".join(order[:count]))
)


def ordered(base: str, ours: str, theirs: str, key: str = "tasks") -> str:
    sides = ([(letter,) for letter in side] for side in (base, ours, theirs))
    return "".join(letter for (letter,) in in_order(key, *sides))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "xabc", "yabc", "xyabc"),
        ("abc", "abxc", "aybc", "aybxc"),
        ("abc", "cab", "abcx", "cxab"),
        ("abc", "abcx", "cab", "cxab"),
        ("abc", "cab", "bac", "cab"),
        ("abc", "ac", "abxc", "abxc"),
        ("", "ab", "cb", "acb"),
        ("abc", "", "abcx", "abcx"),
        ("abc", "axyc", "aczb", "axyczb"),
    ],
)
def test_order(base: str, ours: str, theirs: str, merged: str) -> None:
    assert ordered(base, ours, theirs) == merged


@given(ORDERS, ORDERS, ORDERS)
def test_an_order_has_all_that_either_side_has_once(base: str, ours: str, theirs: str) -> None:
    found = ordered(base, ours, theirs)
    assert Counter(found) == Counter(set(ours) | set(theirs))
    shared = set(base) & set(ours) & set(theirs)

    def among(side: str) -> list[str]:
        return [one for one in side if one in shared]

    moved_by_theirs = among(ours) == among(base) != among(theirs)
    assert among(found) == among(theirs if moved_by_theirs else ours)


def test_lists_by_day_stay_in_order() -> None:
    assert ordered("b", "bd", "bca", "progress") == "bdca"  # theirs is in no order by itself
    assert ordered("b", "bd", "abc", "progress") == "abcd"
    assert ordered("b", "bd", "abc", "tasks") == "abdc"


@pytest.mark.parametrize(
    ("key", "base", "ours", "theirs", "tells"),
    [
        ("tasks", [{"id": "1"}], [{"id": "1", "x": "1"}], [], True),
        ("tasks", [{"id": "1"}], [{"id": "1"}, {"id": "1"}], [{"id": "1"}], False),
        ("tasks", [{"id": "1"}], [{"id": "1"}, {"id": "1", "x": "1"}], [{"id": "2"}], True),
        ("tasks", [{"id": "1"}], [{"x": "1"}], [{"id": "2"}], False),
        ("with", ["a"], ["a", "b"], ["c", "a"], True),
        ("with", ["a"], ["b"], ["c"], False),
        ("with", ["a"], ["b"], [], True),
        ("with", ["a", "a"], ["a"], ["a", "b"], False),
        ("x", [{"a": "1"}], [{"a": "2"}], [], False),
        ("x", [{"a": "1"}], [{"a": "1"}, {"a": "3"}], [], True),
        ("changes", [{"date": "1"}, {"date": "1", "by": "x"}],
         [{"date": "1"}, {"date": "1", "by": "x"}, {"date": "2"}],
         [{"date": "1"}, {"date": "1", "by": "x"}, {"date": "2", "by": "y"}], False),
        ("changes", [{"date": "1"}, {"date": "1", "by": "x"}],
         [{"date": "1"}, {"date": "1", "by": "x"}, {"date": "2"}],
         [{"date": "1"}, {"date": "1", "by": "x"}, {"date": "3"}], True),
        ("x", [["a"], None], [["a"], None, ["b"]], [["a"], None, {"c": None, "b": ["d"]}], True),
    ],
)  # fmt: skip
def test_whether_entries_can_be_told_apart(
    key: str, base: list[Data], ours: list[Data], theirs: list[Data], *, tells: bool
) -> None:
    assert (aligned(key, base, ours, theirs) is not None) == tells


DATA = st.recursive(
    st.none() | st.sampled_from("abc"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(DATA, DATA, DATA)
def test_data_merges_alike_whoever_is_ours(base: Data, ours: Data, theirs: Data) -> None:
    one, other = DataMerge(Side.OURS), DataMerge(Side.THEIRS)
    merged, turned = one.merge(base, ours, theirs), other.merge(base, theirs, ours)
    assert (merged is ABSENT, {*one.conflicts}) == (turned is ABSENT, {*other.conflicts})
    if not isinstance(merged, list | dict):
        assert merged == turned


@given(DATA, DATA)
def test_a_side_that_changed_nothing_gives_way(base: Data, changed: Data) -> None:
    for versions in ((base, base, changed), (base, changed, base), (base, changed, changed)):
        merge = DataMerge(Side.OURS)
        assert merge.merge(*versions) == changed
        assert merge.conflicts == []


LINES = st.lists(st.sampled_from(["# a\n", "# b\n", "# c\n", "# d\n", "\n"]), max_size=5)


@given(LINES.map("".join), LINES.map("".join), LINES.map("".join))
def test_no_comment_that_both_keep_or_one_adds_is_lost(base: str, ours: str, theirs: str) -> None:
    found = lines_merged(base, ours, theirs).split("\n")
    for line in {*ours.split("\n"), *theirs.split("\n")} - {""}:
        kept = line in ours and line in theirs
        if (kept and base.split("\n").count(line) == 1) or line not in base:
            assert line in found


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a b c", "a b", "a b c", "a b"),
        ("a b c", "a x c", "a b c y", "a x c y"),
        ("a b c", "a x c", "a y c", "a x y c"),
        ("a b c", "a c", "a y c", "a y c"),
        ("", "x", "y x", "x y"),
    ],
)
def test_lines(base: str, ours: str, theirs: str, merged: str) -> None:
    texts = ["".join(f"# {one}\n" for one in side.split()) for side in (base, ours, theirs, merged)]
    assert lines_merged(*texts[:3]) == texts[3]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "count"),
    [
        (1, 1, 0, 0),
        (1, 0, 1, 0),
        (0, 1, 1, 1),
        (1, 2, 3, 3),
        (2, 1, 3, 1),
        (0, 0, 2, 2),
        (3, 1, 0, 0),
    ],
)
def test_how_often_a_comment_has_to_be_there(base: int, ours: int, theirs: int, count: int) -> None:
    assert wanted(["#"] * base, ["#"] * ours, ["#"] * theirs)["#"] == count
