"""The commands with their options and arguments, as far as completion has to know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Parameter(NamedTuple):
    """An option or an argument, in typer's own terms where it has them.

    `values` is what help calls what may be given for it (`REF`, `en`, `vi`), `about` the first
    paragraph of its help.
    """

    name: str
    param_type_name: str
    opts: tuple[str, ...]
    secondary_opts: tuple[str, ...]
    is_flag: bool
    nargs: int
    hidden: bool
    values: tuple[str, ...]
    about: str


class Outline(NamedTuple):
    """A command, or the program itself, which alone has `commands`.

    `about` is the first paragraph of its help, `formats` are those that it can answer in.
    """

    name: str
    about: str
    hidden: bool
    formats: tuple[str, ...]
    params: tuple[Parameter, ...]
    commands: Mapping[str, Outline] | None = None
