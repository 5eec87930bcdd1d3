"""What tells a finding apart wherever in its file it stands: the same text on every machine."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.diagnostics import Diagnostic


def fingerprint(one: Diagnostic) -> str:
    """Give the fingerprint of a finding: its rule, its file, what it is about and what it names.

    Numbers and days are left out, as those of one task change from day to day.
    """
    names = [value for _, value in one.message.values if isinstance(value, str)]
    parts = (one.rule, one.place.path, "\0".join(one.subject), one.message.template, *names)
    return _digest("\0\0".join(parts))


def fingerprints(found: Iterable[Diagnostic]) -> list[str]:
    """Give a fingerprint for each of all findings, no two the same.

    Of several that nothing but their order tells apart, such as two tasks with one id, each after
    the first is counted.
    """
    met: Counter[str] = Counter()
    given = []
    for one in found:
        key = fingerprint(one)
        met[key] += 1
        given.append(key if met[key] == 1 else _digest(f"{key} {met[key]}"))
    return given


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
