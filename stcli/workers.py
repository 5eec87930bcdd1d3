"""Work shared among forked copies of this process, for what keeps a processor busy."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_A_FORK = 100
"""Items a process must have to do before starting it and taking its results pays."""


def spread(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processors: int
) -> list[Result]:
    """Give what the work makes of shares of the items, one share a process, this one included.

    Where processes cannot be forked, or one of them ends without a result, its share is done
    here: the answer is the same, later. Results pass through a pipe between parent and child,
    and are never kept, so that pickling them puts nothing at risk.
    """
    count = max(1, min(processors, len(items) // WORTH_A_FORK)) if hasattr(os, "fork") else 1
    shares = [items[start::count] for start in range(count)]
    children = [_fork(work, share) for share in shares[1:]]
    results = [work(shares[0])]
    for share, child in zip(shares[1:], children, strict=True):
        sent = _received(child)
        results.append(pickle.loads(sent) if sent else work(share))  # noqa: S301 - our own child's
    return results


def processors() -> int:
    """Give how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _fork(work: Callable[[Sequence[Item]], Result], share: Sequence[Item]) -> tuple[int, int]:
    """Start a child on a share; give its process id and the end of the pipe to read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work(share), protocol=5))
    except BaseException:  # noqa: BLE001 - whatever it was, the parent does the share itself
        os._exit(1)
    os._exit(0)


def _received(child: tuple[int, int]) -> bytes | None:
    """Give all that a child has sent, or None when it did not end well."""
    process, reading = child
    with os.fdopen(reading, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(process, 0)
    return sent if status == 0 else None
