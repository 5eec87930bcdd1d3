"""Names of directives, tasks and agencies as people write them, and what they stand for."""

from __future__ import annotations

from stcli.references.finding import (
    Assignment,
    find,
    find_agency,
    find_directive,
    find_task,
    unknown_agency,
    unknown_directive,
)
from stcli.references.naming import Reference, References, split, types
from stcli.references.searching import agencies_called, find_agencies, find_tasks, names

__all__ = [
    "Assignment",
    "Reference",
    "References",
    "agencies_called",
    "find",
    "find_agencies",
    "find_agency",
    "find_directive",
    "find_task",
    "find_tasks",
    "names",
    "split",
    "types",
    "unknown_agency",
    "unknown_directive",
]
