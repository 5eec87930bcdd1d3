"""A small part of `tests/stress.py`."""

from __future__ import annotations

import random
from pathlib import Path

from stress import grow, kill, several_at_once


def test_editors_that_are_killed_leave_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    early, late = kill(grow(tmp_path / "tree"), 8, random.Random(1))
    assert early + late == 8


def test_editors_at_once_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert several_at_once(grow(tmp_path / "tree"), 3, 3) == 9
