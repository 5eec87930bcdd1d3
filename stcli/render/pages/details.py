"""The page of `show`, whatever was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.render.pages.agency import agency_page
from stcli.render.pages.directive import directive_page
from stcli.render.pages.task import task_page
from stcli.views.details import AgencyDetail, DirectiveDetail, TaskDetail

if TYPE_CHECKING:
    from stcli.render.page import Label, Page


def detail_page(
    detail: DirectiveDetail | TaskDetail | AgencyDetail,
    label: Label,
    incomplete: tuple[str, ...] = (),
) -> Page:
    """Lay out a directive, task or agency."""
    match detail:
        case DirectiveDetail():
            return directive_page(detail, label, incomplete)
        case TaskDetail():
            return task_page(detail, label, incomplete)
        case AgencyDetail():
            return agency_page(detail, label, incomplete)
    assert_never(detail)
