"""An answer in the format that was asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import TextIO

    from stcli.cli.session import Session
    from stcli.render.page import Page
    from stcli.render.records import Parts, Record

FORMATS = ("table", "text", "json", "csv", "markdown")
PAGE_FORMATS = ("table", "text", "markdown")


class Answer(NamedTuple):
    """One answer in each of the shapes that formats need; only the one asked for is made."""

    page: Callable[[], Page]
    record: Callable[[], Record]
    fields: Sequence[str]
    records: Callable[[], Iterable[Record]]


def give(session: Session, answer: Answer) -> None:
    """Write an answer where and how the user wants it."""
    format = session.format(FORMATS)
    if format in PAGE_FORMATS:
        _draw(session, answer.page(), format)
        return
    record = answer.record() if format == "json" else {}
    give_records(session, record, answer.fields, answer.records() if format == "csv" else ())


def give_records(
    session: Session, record: Record, fields: Sequence[str], records: Parts | Iterable[Record]
) -> None:
    """Write an answer for programs: as one record, or as rows with fields."""
    with _output(session) as stream:
        match session.format(FORMATS):
            case "csv":
                from stcli.render import csv

                csv.write(fields, records, stream)
            case _:
                from stcli.render import json

                json.write(record, stream)


def give_page(session: Session, page: Page) -> None:
    """Write an answer that people read, and that has no shape for programs."""
    _draw(session, page, session.format(PAGE_FORMATS))


def _draw(session: Session, page: Page, format: str) -> None:
    """Draw a page; a table needs a terminal, elsewhere the text stays unwrapped and stable."""
    with _output(session) as stream:
        drawn = "text" if format == "table" and not stream.isatty() else format
        renderer = import_module(f"stcli.render.{drawn}")
        renderer.draw(_shown(session, page), session.style(stream), stream)


def _output(session: Session) -> AbstractContextManager[TextIO]:
    """Give the stream for an answer; only where a person looks at it there may be a pager."""
    if session.output_file is not None or not sys.stdout.isatty():
        return session.output()
    from stcli.cli import paging

    return paging.paged(sys.stdout, os.environ, asked=session.pager)


def encoded(session: Session, page: Page, stream: TextIO) -> Iterator[bytes]:
    """Give the bytes that a stream that is no terminal would write of a page."""
    from stcli.render import text

    def encode(lines: str) -> bytes:
        ended = lines if os.linesep == "\n" else lines.replace("\n", os.linesep)
        return ended.encode(stream.encoding, stream.errors or "strict")

    return text.encoded(_shown(session, page), session.style(stream), encode)


def _shown(session: Session, page: Page) -> Page:
    return page._replace(hints=()) if session.quiet else page
