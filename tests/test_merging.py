"""Merging by task and field, held against the same merge of single facts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_edits import Editor, directive
from random_layouts import Writer

from stcli.documents import reader
from stcli.documents.blocks import Block, cut
from stcli.documents.laying import comments
from stcli.merging.composing import Conflict
from stcli.merging.data import Side
from stcli.merging.marks import Labels
from stcli.merging.telling import told
from stcli.merging.whole import Merged, is_right, is_sound, keeps_comments, merged

MARKS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"

Facts = dict[tuple[str, ...], Any]
"""What a document says, taken apart: each field, each task, each item of a list a fact."""


def facts(data: Any, way: tuple[str, ...] = ()) -> Facts:
    match data:
        case dict():
            inner = [facts(value, (*way, key)) for key, value in data.items()]
        case list() if way[-1] == "tasks":
            inner = [facts(one, (*way, one["id"])) for one in data]
        case list():
            inner = [{(*way, str(one)): one} for one in data]
        case None:  # `tasks:` between marks, of which the side that has none was taken
            return {way: list}
        case _:
            return {way: data}
    return {way: type(data)} | {at: fact for one in inner for at, fact in one.items()}


def expected(base: Facts, ours: Facts, theirs: Facts) -> tuple[Facts, set[tuple[str, ...]]]:
    """Merge facts one by one: the outcome, and the ways where the sides disagree."""
    outcome: Facts = {}
    apart: set[tuple[str, ...]] = set()
    for way in base | ours | theirs:
        b, o, t = (side.get(way) for side in (base, ours, theirs))
        if o not in (b, t) and t != b:
            apart.add(way)
        found = t if o == b else o
        if found is not None:
            outcome[way] = found
    apart |= taken_away(base, gone=ours, kept=theirs) | taken_away(base, gone=theirs, kept=ours)
    return outcome, apart | begun_by_both(base, ours, theirs) | replaced_by_both(base, ours, theirs)


def taken_away(base: Facts, *, gone: Facts, kept: Facts) -> set[tuple[str, ...]]:
    """Give what one side took away with something in it that the other changed."""
    return {
        way
        for way, fact in base.items()
        if isinstance(fact, type) and way in kept and way not in gone
        if any(base.get(at) != kept.get(at) for at in inside(way, base | kept))
    }


def begun_by_both(base: Facts, ours: Facts, theirs: Facts) -> set[tuple[str, ...]]:
    """Give what both sides added, but in different words; entries are added to nothing."""
    return {
        way
        for way, fact in ours.items()
        if isinstance(fact, type) and way not in base and theirs.get(way) is fact
        if way[-1] not in {"tasks", "progress"}
        if any(ours.get(at) != theirs.get(at) for at in inside(way, ours | theirs))
    }


def replaced_by_both(base: Facts, ours: Facts, theirs: Facts) -> set[tuple[str, ...]]:
    """Give lists of texts of which both sides took one away, and then added others."""
    return {
        way
        for way, fact in base.items()
        if fact is list and ours.get(way) is list and theirs.get(way) is list
        if way[-1] not in {"tasks", "progress"}
        for b, o, t in [[items(side, way) for side in (base, ours, theirs)]]
        if b - o - t and o - b - t and t - b - o
    }


def inside(way: tuple[str, ...], found: Facts) -> list[tuple[str, ...]]:
    return [at for at in found if at[: len(way)] == way]


def items(side: Facts, way: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {at for at in side if at[:-1] == way}


def resolved(result: Merged, side: int) -> str:
    """Give a merged text with all conflicts won by one side."""
    lines, keep = [], True
    for line in result.text.splitlines(keepends=True):
        if line in MARKS:
            keep = (line == MARKS[0] and side == 0, line == MARKS[1] and side == 1)[side] or (
                line == MARKS[2]
            )
        elif keep:
            lines.append(line)
    return "".join(lines)


def three_versions(chance: Random) -> tuple[str, str, str]:
    base = Writer(chance).document(directive(chance))
    ours = Editor(base, chance, "o").edited(chance.randint(1, 4))
    theirs = Editor(base, chance, "t").edited(chance.randint(1, 4))
    return base, ours, theirs


def data_of(text: str) -> Any:
    document = reader.read("f.yaml", text.encode())
    assert not document.problems, document.problems
    return document.data


def block_of(text: str) -> Block:
    root = cut(reader.read("f.yaml", text.encode()))
    assert root is not None
    return root


def comments_of(text: str) -> Counter[str]:
    return Counter(comments(block_of(text)))


@given(st.integers(0, 1 << 32).map(Random))
@settings(max_examples=300)
def test_both_sets_of_edits_are_in_what_is_merged(chance: Random) -> None:
    check(*three_versions(chance))


@given(st.integers(0, 1 << 32).map(Random))
@settings(max_examples=100)
def test_a_side_may_be_laid_out_anew(chance: Random) -> None:
    """Only where that puts a comment so deep that it would be text, the merge is refused."""
    texts = [*three_versions(chance)]
    place = chance.choice((1, 2))
    texts[place] = Writer(chance, "r").document(data_of(texts[place]))
    base, ours, theirs = texts
    if merged(base.encode(), ours.encode(), theirs.encode(), Labels()) is not None:
        check(base, ours, theirs)
    else:
        assert re.search(r": [|>]", "".join(texts))


def check(base: str, ours: str, theirs: str) -> str:
    """Hold a merge of three versions against that of their facts; give how it ended."""
    result = merged(base.encode(), ours.encode(), theirs.encode(), Labels())
    assert result is not None
    sides = [facts(data_of(text)) for text in (base, ours, theirs)]
    outcome, apart = expected(*sides)
    found = {tuple(map(named, one.conflict.way)) for one in result.disagreements}
    covered = {way for way in apart if any(way[: len(one)] == one for one in found)}
    assert covered == apart, apart - covered
    for one in found:
        if not any(way[: len(one)] == one for way in apart):
            assert_only_comments(one, base, ours, theirs)
    assert result.text.count(MARKS[0]) == len(result.disagreements)
    for number, side in enumerate(sides[1:]):
        said = facts(data_of(resolved(result, number)))
        wanted = {w: f for w, f in outcome.items() if not any(w[: len(o)] == o for o in found)}
        wanted |= {w: f for w, f in side.items() if any(w[: len(o)] == o for o in found)}
        assert said == wanted
    if not found:
        before, mine, other = (comments_of(text) for text in (base, ours, theirs))
        there = comments_of(result.text)
        assert not (mine - before) - there
        assert not (other - before) - there
        assert not (before & mine & other) - there
    return "conflict" if apart else "clean" if not found else "comments"


def named(step: str | tuple[str, ...]) -> str:
    """Give a step of a way as facts name it: an entry of `progress` by all that it says."""
    match step:
        case (str(day), str(note)):
            return str({"date": day, "note": note})
        case (str(id),):
            return id
        case _:
            return str(step)


def assert_only_comments(way: tuple[str, ...], *versions: str) -> None:
    """Assert that one side took away what the other wrote a comment in."""
    base, ours, theirs = (facts(data_of(text)) for text in versions)
    assert (way in ours) != (way in theirs)
    assert way in base


CASES = sorted((Path(__file__).parent / "merges").glob("*.txt"))
SECTION = re.compile(r"^=== (\w+)\n", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    """`tests/merges/NAME.txt` holds three versions, what they become, and what is said of it."""
    written = path.read_text(encoding="utf-8")
    _, *parts = SECTION.split(written)
    held = dict(zip(parts[::2], parts[1::2], strict=True))
    base, ours, theirs = (held[name] for name in ("base", "ours", "theirs"))
    result = merged(base.encode(), ours.encode(), theirs.encode(), Labels(base_too=True))
    assert result is not None
    said = "".join(f"{told('f.yaml', one)}\n" for one in result.disagreements)
    found = written.partition("=== merged\n")[0] + f"=== merged\n{result.text}=== said\n{said}"
    if pytestconfig.getoption("--update"):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == written


def versions(base: str, ours: str, theirs: str) -> tuple[Block, Block, Block]:
    one, two, three = map(block_of, (base, ours, theirs))
    return one, two, three


def test_a_result_is_held_against_the_data() -> None:
    """What `whole` asks before it gives a text away: each answer can be no."""
    clean = versions("a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 1\nb: 2\n")
    assert is_right(clean, Side.OURS, [])
    same_texts = (*clean[:2], replace(clean[2], data={"a": "1", "b": "3"}))
    assert not is_right(same_texts, Side.OURS, [])
    apart = versions("a: 1\n", "a: 2\n", "a: 3\n")
    base, ours, theirs = (one.parts[0] for one in apart)
    conflict = Conflict(("a",), base, ours, theirs, 0)
    assert is_right(apart, Side.THEIRS, [conflict])
    assert not is_right(apart, Side.THEIRS, [])


def test_a_result_is_held_against_the_comments() -> None:
    roots = versions("a: 1\n", "a: 1  # x\n", "# y\na: 1\n")
    assert keeps_comments(block_of("# y\na: 1  # x\n"), roots)
    assert not any(keeps_comments(one, roots) for one in roots)


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (b"a: 1\n", b"a: 1\r\nb: 1\n", b"a: 2\n"),
        (b"a: 1\n", b"{a: 1}\n", b"a: 2\n"),
        (b"a: 1\n", b"a: 1\n", b""),
        (b"a: \xff\n", b"a: 1\n", b"a: 2\n"),
        (b"a: 1\n", b"a: 1\na: 2\n", b"a: 2\n"),
        (b"a: 1\n", b"<<<<<<< x\na: 1\n=======\na: 2\n>>>>>>> y\n", b"a: 2\n"),
        (b"agencies: [a, b]\n", b"agencies: [a, c]\n", b"agencies: [a, d]\n"),
    ],
)  # fmt: skip
def test_what_would_be_a_guess_is_refused(base: bytes, ours: bytes, theirs: bytes) -> None:
    assert merged(base, ours, theirs, Labels()) is None


ODD = ("", "\n", "  ", "- ", "#", " # x\n", ": ", "[", "]", "{", "'", "? ", "|\n", "a: b\n", "\t")
MANGLED = st.tuples(st.integers(0, 400), st.integers(0, 9), st.sampled_from(ODD))


@given(st.integers(0, 1 << 32).map(Random), st.lists(MANGLED, min_size=1, max_size=3))
def test_no_text_makes_it_stumble(chance: Random, mangled: list[tuple[int, int, str]]) -> None:
    texts = [*three_versions(chance)]
    for number, (start, length, instead) in enumerate(mangled):
        text = texts[number]
        texts[number] = text[:start] + instead + text[start + length :]
    base, ours, theirs = (text.encode() for text in texts)
    result = merged(base, ours, theirs, Labels())
    if result is not None and not result.disagreements:
        assert is_sound(result.text.encode())


def test_many_entries_and_comments_take_no_time_to_speak_of() -> None:
    """Each of these would take minutes if anything in it were counted for each other one."""
    count = 8_000
    tags = [f"{'x' * (number % 3)}{number}" for number in range(count)]
    base = f"tags: [{', '.join(tags)}]\n" + "# a\n# b\n" * count + "x: 1\n"
    ours = base.replace("0,", "0, o,", 1) + "".join(f"o{number}: 1\n" for number in range(count))
    theirs = "".join(f"t{number}: 1\n" for number in range(count)) + base.replace("# b", "# c")
    result = merged(base.encode(), ours.encode(), theirs.encode(), Labels())
    assert result is not None
    assert len(data_of(result.text)) == 2 * count + 2
