"""A few hundred rounds of `tests/fuzz.py`, the same ones at every run."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import run_round


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_hostile_files_are_told_apart_from_bugs(start: int, tmp_path: Path) -> None:
    failures = [run_round(seed, tmp_path / str(seed)) for seed in range(start, start + 50)]
    assert [failure for failure in failures if failure] == []
