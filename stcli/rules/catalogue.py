"""All rules, in the order in which people read them: importing this fills `RULES`."""

from __future__ import annotations

# The order of these imports is that of the catalogue.
# isort: off
from stcli.rules import declared, weights  # noqa: F401
from stcli.rules import duplicates, numbers, references, cascades  # noqa: F401
from stcli.rules import agencies, successors, leads  # noqa: F401
from stcli.rules import days, deadlines, periods, changes, waiting  # noqa: F401
from stcli.rules import amendments, completion, requested  # noqa: F401
from stcli.errors import StcliError
from stcli.messages import say
from stcli.rules.registry import RULES, Rule
from stcli.spelling import closest
# isort: on

__all__ = ["RULES", "find_rule"]


def find_rule(name: str) -> Rule:
    """Give the rule of a name, or raise StcliError with the nearest one."""
    found = RULES.get(name)
    if found is None:
        near = closest(name, tuple(RULES))
        raise StcliError(
            say("there is no rule `{name}`", name=name),
            say("did you mean `{near}`?", near=near) if near else say("see: stcli explain"),
        )
    return found
