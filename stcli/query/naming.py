"""The names of states that a query understands: the words of the format, and Vietnamese ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError
from stcli.messages import say
from stcli.spelling import closest, search_key
from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = re.compile(r"[^a-z0-9]+")

# "Hoàn thành" and "chưa hoàn thành" alone are the two halves of the official four categories.
_VIETNAMESE: Final[Mapping[str, tuple[State, ...]]] = {
    "hoàn thành": (State.DONE, State.DONE_LATE),
    "đã hoàn thành": (State.DONE, State.DONE_LATE),
    "hoàn thành đúng hạn": (State.DONE,),
    "đã hoàn thành đúng hạn": (State.DONE,),
    "đúng hạn": (State.DONE,),
    "hoàn thành quá hạn": (State.DONE_LATE,),
    "đã hoàn thành quá hạn": (State.DONE_LATE,),
    "hoàn thành trễ hạn": (State.DONE_LATE,),
    "chưa hoàn thành": (State.OPEN, State.OVERDUE),
    "đang thực hiện": (State.OPEN, State.OVERDUE),
    "chưa hoàn thành trong hạn": (State.OPEN,),
    "đang thực hiện trong hạn": (State.OPEN,),
    "trong hạn": (State.OPEN,),
    "sắp đến hạn": (State.DUE_SOON,),
    "sắp hết hạn": (State.DUE_SOON,),
    "sắp quá hạn": (State.DUE_SOON,),
    "chưa hoàn thành quá hạn": (State.OVERDUE,),
    "đang thực hiện quá hạn": (State.OVERDUE,),
    "quá hạn": (State.OVERDUE,),
    "trễ hạn": (State.OVERDUE,),
    "thường xuyên": (State.ONGOING,),
    "không thời hạn": (State.ONGOING,),
    "hủy": (State.CANCELLED,),
    "bị hủy": (State.CANCELLED,),
    "đã hủy": (State.CANCELLED,),
    "trả lại": (State.RETURNED,),
    "bị trả lại": (State.RETURNED,),
}


def states_named(text: str) -> tuple[State, ...]:
    """Give the states that a name means; an unknown name raises a StcliError.

    Case, diacritics, spaces and signs do not count: "Due soon" is due-soon, "qua han" overdue.
    """
    known = _STATES.get(_key(text))
    if known is not None:
        return known
    near = closest(text, (*State, *_VIETNAMESE))
    if near:
        help_ = say("did you mean `{near}`?", near=near)
    else:
        help_ = say("write one of {choices}", choices=", ".join(State))
    raise StcliError(say("there is no state `{text}`", text=text), help_)


def _key(text: str) -> str:
    return _SIGNS.sub(" ", search_key(text)).strip()


_STATES: Final[Mapping[str, tuple[State, ...]]] = {_key(state): (state,) for state in State} | {
    _key(name): states for name, states in _VIETNAMESE.items()
}
