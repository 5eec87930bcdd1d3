from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stcli.workers import MOST_CHUNKS, Work, processors

if TYPE_CHECKING:
    from collections.abc import Sequence

PARENT = os.getpid()
OPEN_FILES = Path("/proc/self/fd")


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def dies_in_a_child(numbers: Sequence[int]) -> list[int]:
    if os.getpid() != PARENT:
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(numbers)


def fails_in_a_child(numbers: Sequence[int]) -> list[int]:
    if os.getpid() != PARENT:
        raise ValueError
    return squares(numbers)


def who(_numbers: Sequence[int]) -> list[int]:
    return [os.getpid()]


def flat(work: Work[int]) -> list[int]:
    return sorted(one for share in work.results() for one in share)  # type: ignore[attr-defined]  # lists, by the functions above


@pytest.mark.parametrize("count", [0, 1, 16, 17, 999, 5_000])
@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_item_is_worked_on_once(count: int, processes: int) -> None:
    assert flat(Work(squares, range(count), processes)) == [n * n for n in range(count)]


@pytest.mark.parametrize("function", [dies_in_a_child, fails_in_a_child])
def test_what_a_child_does_not_bring_home_is_done_here(
    function: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert flat(Work(function, range(1_000), 3)) == [n * n for n in range(1_000)]  # type: ignore[arg-type]  # one of the two above
    assert capfd.readouterr() == ("", "")


def test_children_work_while_this_process_does_not() -> None:
    reading, writing = os.pipe()

    def tells(_numbers: Sequence[int]) -> list[int]:
        if os.getpid() != PARENT:
            os.write(writing, b"!")
        return [os.getpid()]

    work = Work(tells, range(400), 2)
    assert os.read(reading, 1) == b"!"
    assert set(flat(work)) - {PARENT}
    os.close(reading)
    os.close(writing)


def test_few_items_are_not_worth_a_process() -> None:
    assert set(flat(Work(who, range(150), 8))) == {PARENT}


def test_without_fork_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(flat(Work(who, range(1_000), 4))) == {PARENT}


def test_the_queue_of_a_million_items_fits_into_a_pipe() -> None:
    assert sum(1 for _ in Work(squares, range(MOST_CHUNKS * 20), 1).results()) <= MOST_CHUNKS


def test_no_process_and_no_pipe_is_left_behind() -> None:
    before = len(list(OPEN_FILES.iterdir()))
    flat(Work(squares, range(1_000), 3))
    assert len(list(OPEN_FILES.iterdir())) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_processors_are_those_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processors() == len(os.sched_getaffinity(0))
    monkeypatch.delattr(os, "sched_getaffinity")
    assert processors() == os.cpu_count()
