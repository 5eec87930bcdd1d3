"""From a document to the model: the engine builds what is right and says what is wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaValidator, ValidationError

from stcli.schema.contradictions import contradictions
from stcli.schema.faults import Fault, faults
from stcli.schema.formats import AGENCIES, DIRECTIVE
from stcli.schema.office import BASELINE, CALENDAR, SETTINGS

if TYPE_CHECKING:
    from stcli.calendar import Listing
    from stcli.diagnostics import Baseline
    from stcli.documents.document import Document
    from stcli.model import Agency, Directive
    from stcli.schema.keys import Format
    from stcli.settings import Settings


def read_directive(document: Document) -> tuple[Directive | None, tuple[Fault, ...]]:
    """Give the directive of a document, or what is wrong with it."""
    found: Directive | None
    found, wrong = _validate(_directive(), DIRECTIVE, document)
    if found is None:
        return None, wrong
    # The engine has just made them and nobody else has seen them: the last steps of their making.
    for task, line in zip(found.tasks, document.entries, strict=True):
        object.__setattr__(task, "line", line)
    object.__setattr__(found, "path", document.path)
    object.__setattr__(found, "line", document.first_line)
    return found, wrong


def read_agencies(document: Document) -> tuple[tuple[Agency, ...], tuple[Fault, ...]]:
    """Give the agencies of a document, or what is wrong with it."""
    found, wrong = _validate(SchemaValidator(AGENCIES.schema), AGENCIES, document)
    if found is None:
        return (), wrong
    return tuple(
        replace(agency, path=document.path, line=line)
        for agency, line in zip(found.agencies, document.entries, strict=True)
    ), wrong


def read_settings(document: Document) -> tuple[Settings | None, tuple[Fault, ...]]:
    """Give the settings of a document, or what is wrong with it."""
    return _validate(SchemaValidator(SETTINGS.schema), SETTINGS, document)


def read_baseline(document: Document) -> tuple[Baseline | None, tuple[Fault, ...]]:
    """Give the baseline of a document, or what is wrong with it."""
    return _validate(SchemaValidator(BASELINE.schema), BASELINE, document)


def read_calendar(document: Document) -> tuple[Listing | None, tuple[Fault, ...]]:
    """Give the days off and swaps of a document, or what is wrong with it."""
    found: Listing | None
    found, wrong = _validate(_calendar(), CALENDAR, document)
    if found is None:
        return None, wrong
    wrong = tuple(contradictions(found))
    return (None, wrong) if wrong else (found, ())


@cache
def _calendar() -> SchemaValidator:
    return SchemaValidator(CALENDAR.schema)


@cache
def _directive() -> SchemaValidator:
    return SchemaValidator(DIRECTIVE.schema)


def _validate(
    validator: SchemaValidator, format: Format, document: Document
) -> tuple[Any, tuple[Fault, ...]]:
    try:
        return validator.validate_python(document.data), ()
    except ValidationError as error:
        return None, tuple(faults(error, format))
