"""When two numbers are equal: the spelling by which they are compared."""

from __future__ import annotations

from functools import lru_cache

from stcli.spelling import same


@lru_cache(maxsize=2**16)
def comparison_key(text: str) -> str:
    """Give the spelling by which numbers are equal, of any text.

    Spaces, capitals and the zeros before a number do not distinguish: "05/ct-ttg" is "5/CT-TTg".
    """
    key = "".join(same(text).casefold().split())
    if key.startswith("0"):
        shorter = key.lstrip("0")
        return shorter if shorter[:1].isdecimal() else "0" + shorter
    return key
