"""What the formats of `check` are given to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, sorted, and the number of files looked at."""

    found: tuple[Diagnostic, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """Give how many weigh that much."""
        return sum(one.severity is severity for one in self.found)

    def below(self, paths: Sequence[str]) -> Findings:
        """Give those in certain files and folders; `.` is everything."""
        return Findings(
            tuple(one for one in self.found if any(_is_below(one.place.path, p) for p in paths)),
            self.files,
        )


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")
