"""Findings mended by the fixes they carry, until nothing more is to be done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from stcli.acts import Left
from stcli.diagnostics import Severity
from stcli.examine import examine
from stcli.messages import say
from stcli.render.diagnostics.fingerprints import fingerprint
from stcli.tidying.slips import edits_of, fixed, grown, read_on, together
from stcli.tidying.trials import with_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from stcli.diagnostics import Diagnostic, Edit, Fix
    from stcli.load import Loaded
    from stcli.messages import Message
    from stcli.tidying.slips import Wanted

MOST_ROUNDS: Final = 20
"""How often all fixes that are there are done; what one has brought to light needs a new one."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What becomes of files when findings are mended.

    `done` are the findings that were, at the places that they had just before, and their fixes;
    `left` are files of which fixes were not done, as they do not keep their promise. `found` is
    what `check` says afterwards.
    """

    loaded: Loaded
    found: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    done: tuple[tuple[Diagnostic, Fix], ...] = ()
    left: tuple[Left, ...] = ()


def mended(loaded: Loaded, today: date, wanted: Wanted) -> Mended:
    """Do the fixes of all findings that are wanted, as far as each keeps its promise.

    Afterwards what it mends is gone, and there is no error that was not there before.
    """
    state = Mended(loaded, examine(loaded, today), {})
    for _ in range(MOST_ROUNDS):
        closed = {one.path for one in state.left}
        chosen = together(
            one for one in state.found if one.place.path not in closed and wanted(one)
        )
        if not chosen:
            break
        state = _tried(state, chosen, today, wanted)
    return state


def _tried(
    state: Mended, chosen: dict[str, list[Diagnostic]], today: date, wanted: Wanted
) -> Mended:
    """Mend what was chosen, or nothing if it fails for a file; that one is left from then on."""
    texts: dict[str, str] = {}
    slips: list[Diagnostic] = []
    for path, some in chosen.items():
        document = state.loaded.documents[path]
        texts[path] = fixed(document.text, some)
        if document.data is None:
            texts[path], more = read_on(path, texts[path], wanted)
            slips += more
    after = with_texts(state.loaded, texts)
    found = examine(after, today)
    failed = {path: why for path in chosen if (why := _failed(state, chosen[path], after, found))}
    if not failed and _spoils_others(state, chosen, after, found):
        if len(chosen) > 1:
            for path, some in chosen.items():
                state = _tried(state, {path: some}, today, wanted)
            return state
        failed = {path: _others() for path in chosen}
    if failed:
        left = tuple(Left(path, chosen[path][0].place.line, why) for path, why in failed.items())
        return replace(state, left=(*state.left, *left))  # the others come with the next round
    done = [one for some in (*chosen.values(), slips) for one in some]
    return replace(
        state,
        loaded=after,
        found=found,
        texts={**state.texts, **texts},
        done=(*state.done, *((one, one.fix) for one in done if one.fix)),
    )


def _failed(
    state: Mended, chosen: Sequence[Diagnostic], after: Loaded, found: Sequence[Diagnostic]
) -> Message | None:
    """Give why the fixes of a file do not keep their promise; None where they do."""
    path = chosen[0].place.path
    there = [one for one in found if one.place.path == path]
    for one in chosen:
        if _is_still_there(one, edits_of(chosen), state.found, there):
            return say("`{rule}` would still be found there", rule=one.rule)
    if state.loaded.documents[path].data is not None and after.documents[path].data is None:
        return say("the file could not be read any more")
    if path in state.loaded.invalid:
        return None  # what is found in it now was there, and could not be seen
    fresh = next(_fresh_errors(state.found, there), None)
    if fresh is None:
        return None
    return say("it would bring another error: {message}", message=fresh.message)


def _is_still_there(
    one: Diagnostic,
    edits: Iterable[Edit],
    before: Iterable[Diagnostic],
    after: Sequence[Diagnostic],
) -> bool:
    """Tell whether a finding is where it was, and there are no fewer of its kind."""
    start = one.place.start
    start += sum(grown(edit) for edit in edits if edit.end < start)
    alike = [other for other in after if _alike(one, other)]
    fewer = len(alike) < sum(_alike(one, other) for other in before)
    return not fewer and any(other.place.start == start for other in alike)


def _alike(one: Diagnostic, other: Diagnostic) -> bool:
    return (one.rule, one.place.path, one.message) == (other.rule, other.place.path, other.message)


def _spoils_others(
    state: Mended, chosen: Iterable[str], after: Loaded, found: Iterable[Diagnostic]
) -> bool:
    """Tell whether errors turn up in files that stay as they are, though none was opened.

    Of a file that could not be read before, others may be found to contradict it.
    """
    if {*state.loaded.invalid} - {*after.invalid}:
        return False
    elsewhere = [one for one in found if one.place.path not in {*chosen}]
    return any(_fresh_errors(state.found, elsewhere))


def _others() -> Message:
    return say("it would bring errors to other files")


def _fresh_errors(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Give the errors that were not there before."""
    known = Counter(fingerprint(one) for one in before if one.severity is Severity.ERROR)
    for one in after:
        if one.severity is Severity.ERROR:
            key = fingerprint(one)
            known[key] -= 1
            if known[key] < 0:
                yield one
