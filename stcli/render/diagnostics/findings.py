"""What the formats of `check` are given to draw."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.sources import is_below

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from stcli.diagnostics import Diagnostic, Place
    from stcli.documents.document import Document


def is_error(one: Diagnostic) -> bool:
    """Tell whether a finding is an error: what fails a check that was told nothing else."""
    return one.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, sorted, and the number of files looked at.

    `since` is the day or revision compared with, where there is one: then these are the new ones,
    and `resolved` those that are no more. `documents` are the files looked at, by their paths, and
    `paths` those of them that are spoken of; `folder` is where these paths start in the repository,
    as pipelines know only its own. A finding that `fails` is why the run ends with status 1.
    """

    found: tuple[Diagnostic, ...]
    files: int
    resolved: tuple[Diagnostic, ...] = ()
    since: str | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    folder: str = ""
    fails: Callable[[Diagnostic], bool] = is_error

    def count(self, severity: Severity) -> int:
        """Give how many weigh that much."""
        return sum(one.severity is severity for one in self.found)

    def below(self, paths: Sequence[str]) -> Findings:
        """Give those in certain files and folders; `.` is everything."""

        def inside(path: str) -> bool:
            return any(is_below(path, folder) for folder in paths)

        return replace(
            self,
            found=tuple(one for one in self.found if inside(one.place.path)),
            resolved=tuple(one for one in self.resolved if inside(one.place.path)),
            paths=tuple(filter(inside, self.paths)),
        )

    def weighing(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Give those that weigh that much."""
        return tuple(one for one in self.found if one.severity is severity)

    def replacements(self, one: Diagnostic) -> tuple[tuple[Place, str], ...]:
        """Give what the fix of a finding puts in place of what; nothing where it has none."""
        document = self.documents.get(one.place.path)
        if one.fix is None or document is None:
            return ()
        return tuple((document.span(edit.start, edit.end), edit.text) for edit in one.fix.edits)

    def in_repository(self, path: str) -> str:
        """Give a path as it stands in the repository."""
        return f"{self.folder}/{path}" if self.folder else path
