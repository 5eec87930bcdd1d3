"""From a document to the model: pydantic says what is wrong, the formats give what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from stcli.schema.faults import Fault, faults
from stcli.schema.formats import AgenciesFormat, DirectiveFormat, Format, SettingsFormat

if TYPE_CHECKING:
    from stcli.documents.document import Data, Document
    from stcli.model import Agency, Directive
    from stcli.settings import Settings

Shape = TypeVar("Shape", bound=Format)


def read_directive(document: Document) -> tuple[Directive | None, tuple[Fault, ...]]:
    """Give the directive of a document, or what is wrong with it."""
    found, wrong = _validate(DirectiveFormat, document.data)
    if found is None:
        return None, wrong
    lines = document.lines_of_items("tasks")
    return found.directive(document.path, document.line(document.start(())), lines), ()


def read_agencies(document: Document) -> tuple[tuple[Agency, ...], tuple[Fault, ...]]:
    """Give the agencies of a document, or what is wrong with it."""
    found, wrong = _validate(AgenciesFormat, document.data)
    if found is None:
        return (), wrong
    lines = document.lines_of_items("agencies")
    return tuple(
        agency.agency(document.path, line)
        for agency, line in zip(found.agencies, lines, strict=True)
    ), ()


def read_settings(document: Document) -> tuple[Settings | None, tuple[Fault, ...]]:
    """Give the settings of a document, or what is wrong with it."""
    found, wrong = _validate(SettingsFormat, document.data)
    return (found.settings() if found else None), wrong


def _validate(
    format: type[Shape], data: dict[str, Data] | None
) -> tuple[Shape | None, tuple[Fault, ...]]:
    try:
        return format.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(faults(error, format))
