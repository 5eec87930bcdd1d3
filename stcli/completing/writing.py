"""Candidates for completion as the script of each shell reads them, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.completing.lines import read_line
from stcli.render.sinks import bash_text, terminal_text
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.completing.candidates import Candidate
    from stcli.completing.lines import Line
    from stcli.words import Language

LONGEST_ABOUT: Final = 100
"""Characters of what is said of a word; shells cut it to the width of the terminal."""


def described(
    shell: str, before: str, candidates: Iterable[Candidate], language: Language
) -> Iterator[str]:
    """Give each word with what it stands for behind a tab, for fish and zsh.

    They quote what they insert. fish knows by itself after which sign no space belongs, zsh is
    told by a first field.
    """
    for one in candidates:
        said = one.about if isinstance(one.about, str) else translate(one.about, language)
        about = terminal_text(said[:LONGEST_ABOUT])
        word = f"{before}{one.text}\t{about}"
        yield f"{'more' if one.goes_on else 'done'}\t{word}" if shell == "zsh" else word


def replacing(
    line: Line, before: str, candidates: Iterable[Candidate], replaced: str
) -> Iterator[str]:
    """Give for bash what is to stand in place of the stretch of the line that it will replace.

    That is less than the word where a sign in it, such as a colon, is one at which bash cuts.
    """
    own = read_line(line.quote + replaced).words[-1]
    kept = line.words[-1].removesuffix(own)
    for one in candidates:
        word = before + one.text
        if word.startswith(kept):
            end = "" if one.goes_on or line.quote else " "
            yield bash_text(word.removeprefix(kept), line.quote) + end


ONLY_SHOWN: Final = " "
"""A word that has nothing in common with others, so that bash shows them and puts in nothing."""
