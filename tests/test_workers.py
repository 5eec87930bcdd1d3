from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from stcli.workers import MOST_CHUNKS, MOST_HELD, SMALLEST_CHUNK, Aside, Work, processors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def flat(work: Work[int]) -> list[Any]:
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


@pytest.mark.parametrize("possible", [0, 1])
def test_where_no_more_processes_can_be_made_the_work_is_done_by_those_there_are(
    monkeypatch: pytest.MonkeyPatch, possible: int
) -> None:
    made: list[int] = []
    fork = os.fork

    def refused() -> int:
        if len(made) == possible:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", refused)
    before = len([*OPEN_FILES.iterdir()])
    assert flat(Work(squares, range(1_000), 4)) == [n * n for n in range(1_000)]
    assert len(made) == possible
    assert len([*OPEN_FILES.iterdir()]) == before


def test_where_no_more_files_can_be_opened_the_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> tuple[int, int]:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(os, "pipe", refused)
    assert set(flat(Work(who, range(1_000), 4))) == {PARENT}
    assert flat(Work(squares, range(1_000), 4)) == [n * n for n in range(1_000)]
    assert [*Work(len, range(32), 4).in_order()] == [16, 16]


def test_a_question_that_nobody_can_be_asked_is_not_answered_yes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    assert Aside(lambda: True).says_yes()
    monkeypatch.setattr(os, "fork", refused)
    assert not Aside(lambda: True).says_yes()


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


def too_much_for_a_pipe(numbers: Sequence[int]) -> list[str]:
    return [str(one) * 10_000 for one in numbers]


def test_results_larger_than_a_pipe_arrive_whole() -> None:
    expected = sorted(too_much_for_a_pipe(range(400)))
    assert flat(Work(too_much_for_a_pipe, range(400), 3)) == expected


def cut_off_in_a_child(numbers: Sequence[int]) -> list[str]:
    if os.getpid() != PARENT and numbers[0] > 200:
        os.kill(os.getpid(), signal.SIGKILL)
    return too_much_for_a_pipe(numbers)


def test_what_was_cut_off_in_the_pipe_is_made_again() -> None:
    expected = sorted(too_much_for_a_pipe(range(400)))
    assert flat(Work(cut_off_in_a_child, range(400), 3)) == expected


def test_results_come_while_others_are_being_made() -> None:
    before = {who_made[0] for who_made, _ in zip(made_slowly(), range(12), strict=False)}
    assert len(before) == 2


def made_slowly() -> Iterator[Any]:
    def slow(_numbers: Sequence[int]) -> list[int]:
        time.sleep(0.01)
        return [os.getpid()]

    yield from Work(slow, range(600), 2).results()


def test_what_nobody_asks_for_to_the_end_leaves_no_process_behind() -> None:
    before = len(list(OPEN_FILES.iterdir()))
    some = Work(too_much_for_a_pipe, range(5_000), 3).results()
    next(some)
    del some
    assert len(list(OPEN_FILES.iterdir())) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_is_begun_in_vain_leaves_no_process_behind() -> None:
    before = len(list(OPEN_FILES.iterdir()))
    work = Work(too_much_for_a_pipe, range(5_000), 3)
    del work
    assert len(list(OPEN_FILES.iterdir())) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("function", [squares, dies_in_a_child])
@pytest.mark.parametrize("count", [0, 17, 1_000])
def test_how_far_it_is_is_told_to_the_end(function: object, count: int) -> None:
    told: list[tuple[int, int]] = []
    work = Work(function, range(count), 3)  # type: ignore[arg-type]  # one of the two above
    shares = list(work.results(lambda done, of: told.append((done, of))))
    assert [of for _, of in told] == [count] * len(shares)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert not count or told[-1][0] == count


@pytest.mark.parametrize("function", [squares, dies_in_a_child, fails_in_a_child])
@pytest.mark.parametrize("count", [0, 1, 100, 1_000, 5_000])
@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_items(function: Any, count: int, processes: int) -> None:
    shares: list[Any] = list(Work(function, range(count), processes, chunk=30).in_order())
    assert [one for share in shares for one in share] == squares(range(count))


def test_one_that_does_not_come_is_not_waited_for() -> None:
    reading, writing = os.pipe()

    def stuck(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != PARENT:
            os.read(reading, 1)
        return squares(numbers)

    count = SMALLEST_CHUNK * MOST_HELD * 4
    found = iter(Work(stuck, range(count), 2).in_order())
    some: list[Any] = [next(found) for _ in range(MOST_HELD * 3)]
    os.write(writing, b"!" * MOST_HELD * 4)
    some += found
    assert [one for share in some for one in share] == squares(range(count))
    os.close(reading)
    os.close(writing)


def test_what_nobody_takes_is_not_made_without_end() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)

    def tells(_numbers: Sequence[int]) -> str:
        if os.getpid() != PARENT:
            os.write(writing, b"!")
        return "x" * 1_000_000

    found = Work(tells, range(1_600), 2).in_order()
    next(found)
    made = 0
    for _ in range(40):
        time.sleep(0.01)
        with contextlib.suppress(BlockingIOError):
            made += len(os.read(reading, 100))
    assert 0 < made < 20
    del found
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("wide", [True, False])
def test_a_pipe_is_wide_where_the_system_lets_it_be(
    monkeypatch: pytest.MonkeyPatch, *, wide: bool
) -> None:
    really, asked = fcntl.fcntl, []

    def answer(pipe: int, what: int, size: int) -> int:
        asked.append((what, size))
        if not wide:
            raise PermissionError
        return really(pipe, what, size)

    monkeypatch.setattr(fcntl, "F_SETPIPE_SZ", 1031, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", answer)
    work = Work(lambda some: "x" * 300_000 * len(some), range(400), 2, chunk=4)
    assert sum(map(len, cast("Iterator[str]", work.results()))) == 400 * 300_000
    assert asked == [(1031, 1 << 20)]
