"""With the index and without it every answer is the same, whatever has happened to the files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from offices import AGENCIES, asked, edit, edits, questions, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Edit = tuple[str, str, str]
Question = tuple[str, str, str]

steps = st.lists(
    st.tuples(st.lists(edits, max_size=3), st.lists(questions, min_size=1, max_size=3)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60)
@given(steps)
def test_with_and_without_it_every_answer_is_the_same(
    steps: Sequence[tuple[Sequence[Edit], Sequence[Question]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, cache = Path(folder, "root"), {"XDG_CACHE_HOME": str(Path(folder, "cache"))}
        edit(root, "write", "directives/agencies.yaml", AGENCIES)
        for changes, asking in steps:
            for change in changes:
                edit(root, *change)
            for question in asking:
                words = words_of(question, root)
                known = asked(words, cache)
                assert known == asked([*words, "--no-cache"], cache), words
                assert known == asked(words, cache), words
