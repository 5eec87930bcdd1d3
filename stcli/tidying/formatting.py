"""Files in canonical order and layout, which changes nothing that they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.acts import Left
from stcli.examine import examine
from stcli.layout import Refusal, laid_out
from stcli.messages import say
from stcli.render.diagnostics.fingerprints import fingerprint
from stcli.tidying.trials import with_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.load import Loaded


@dataclass(frozen=True, slots=True)
class Formatted:
    """The texts of files that change, by their paths, and the files that are left as they are."""

    texts: Mapping[str, str]
    left: tuple[Left, ...]


def formatted(loaded: Loaded, paths: Iterable[str], today: date) -> Formatted:
    """Lay files out; those are left that have errors, or of which `check` would say something else.

    What a comment allows stands on one line with it, and may not do so any more.
    """
    texts: dict[str, str] = {}
    left: list[Left] = []
    for path in paths:
        document = loaded.documents[path]
        if path in loaded.invalid:
            left.append(_with_errors(path, loaded))
            continue
        match laid_out(document):
            case Refusal(line, reason):
                left.append(Left(path, line, reason))
            case text if text != document.text:
                texts[path] = text
            case _:
                pass
    if texts:
        other = {one.path: one for one in _judged_otherwise(loaded, texts, today)}
        texts = {path: text for path, text in texts.items() if path not in other}
        left += other.values()
    return Formatted(texts, tuple(sorted(left, key=lambda one: one.path)))


def _with_errors(path: str, loaded: Loaded) -> Left:
    found = next(one for one in loaded.diagnostics if one.place.path == path)
    return Left(path, found.place.line, found.message)


def _judged_otherwise(loaded: Loaded, texts: Mapping[str, str], today: date) -> Iterator[Left]:
    """Give the files of which something else would be found if they had other texts."""
    before = examine(loaded, today)
    after = examine(with_texts(loaded, texts), today)
    met: dict[str, Diagnostic] = {fingerprint(one): one for one in (*after, *before)}
    count = Counter(map(fingerprint, before))
    count.subtract(Counter(map(fingerprint, after)))
    told = set()
    for key, one in met.items():
        if count[key] and one.place.path not in told:
            told.add(one.place.path)
            reason = say("check would find something else here: {message}", message=one.message)
            yield Left(one.place.path, one.place.line, reason)
