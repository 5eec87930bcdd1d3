"""An editor for tests: a client of pygls that starts `stcli lsp` and talks to it over stdio."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATIENCE = 30.0
"""Seconds after which an answer is taken to be missing; it comes within a few milliseconds."""

LISTED = """\
agencies:
  - id: thu-tuong
    name: Thủ tướng Chính phủ
  - id: bo-khcn
    name: Bộ Khoa học và Công nghệ
    short: Bộ KH&CN
    successors:
      - {agency: bo-moi, from: 2030-01-01, basis: 25/CT-TTg}
  - id: bo-moi
    name: Bộ Mới
    parent: bo-khcn
"""
FIRST = """\
number: 25/CT-TTg
title: Phát triển thị trường
issuer: thu-tuong
issued: 2023-10-05
tasks:
  - id: 1
    title: Rà soát
    lead: bo-khcn
    due: 2024-Q2
    due_text: trong quý II năm 2024
  - id: 2
    title: Báo cáo
    lead: bo-moi
    with: [bo-khcn]
    due: 15 days from task 1
"""
SECOND = """\
number: 3772/UBND-KGVX
title: Triển khai
issuer: bo-moi
issued: 2023-11-01
implements: 25/CT-TTg@thu-tuong
tasks:
  - id: 1
    title: Tham mưu
    lead: bo-khcn
    implements: 25/CT-TTg#2
    due: 10 days from 25/CT-TTg#1
"""
TREE = {
    "directives/agencies.yaml": LISTED,
    "directives/2023/25-CT-TTg.yaml": FIRST,
    "directives/2023/3772-UBND-KGVX.yaml": SECOND,
}


def write_tree(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write files below a root; gives the root."""
    for name, text in (TREE if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


class Editor:
    """A client with what the server told it last of each file."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        self.shown: list[str] = []
        self.registered: list[types.Registration] = []
        self.capabilities = types.ServerCapabilities()
        self._news = asyncio.Event()

        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = params
            self._news.set()

        def shown(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)
            self._news.set()

        def registered(params: types.RegistrationParams) -> None:
            self.registered += params.registrations

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(shown)
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)

    @property
    def process(self) -> asyncio.subprocess.Process:
        """The server."""
        found = self.client._server  # noqa: SLF001 - there is no other way to it
        assert found is not None
        return found

    def open(self, path: Path | str, text: str) -> str:
        """Open a file with a text; gives its address."""
        uri = path if isinstance(path, str) else path.as_uri()
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, version: int, text: str, place: types.Range | None = None) -> None:
        """Put a text in place of a range, or of everything."""
        change: Any = types.TextDocumentContentChangeWholeDocument(text)
        if place is not None:
            change = types.TextDocumentContentChangePartial(place, text)
        file = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(file, [change]))

    async def rules(self, uri: str, *expected: str, version: int | None = None) -> None:
        """Wait until the rules broken in a file are the ones expected, for a version of it."""

        async def wait() -> None:
            while True:
                told = self.told.get(uri)
                if told is not None and version in {None, told.version}:
                    found = sorted(str(one.code) for one in told.diagnostics)
                    if found == sorted(expected):
                        return
                self._news.clear()
                await self._news.wait()

        try:
            await asyncio.wait_for(wait(), PATIENCE)
        except TimeoutError:
            pytest.fail(f"{uri}: {self.told.get(uri)}")

    async def told_something(self) -> None:
        """Wait for the next message."""
        self._news.clear()
        await asyncio.wait_for(self._news.wait(), PATIENCE)


def place(text: str, found: str, into: int = 0) -> types.Position:
    """Give the position of the first of a text, so many characters on."""
    before = text[: text.index(found) + into]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


@asynccontextmanager
async def editor(
    root: Path | None,
    *options: str,
    encodings: list[types.PositionEncodingKind | str] | None = None,
    capabilities: types.ClientCapabilities | None = None,
    locale: str | None = None,
    environment: dict[str, str] | None = None,
) -> AsyncIterator[Editor]:
    """Start a server for a root and say goodbye to it at the end; it ends well, and silently."""
    one = Editor()
    command = (sys.executable, "-m", "stcli", "lsp", "--as-of", "2024-06-01", *options)
    await one.client.start_io(*command, env={**os.environ, **(environment or {})})
    able = capabilities or types.ClientCapabilities()
    able.general = types.GeneralClientCapabilities(position_encodings=encodings)
    answer = await one.client.initialize_async(
        types.InitializeParams(able, root_uri=root.as_uri() if root else None, locale=locale)
    )
    one.capabilities = answer.capabilities
    one.client.initialized(types.InitializedParams())
    try:
        yield one
        await one.client.shutdown_async(None)
    finally:
        one.client.exit(None)
        assert one.process.stderr is not None
        said = await asyncio.wait_for(one.process.stderr.read(), PATIENCE)
        status = await asyncio.wait_for(one.process.wait(), PATIENCE)
        await one.client.stop()  # type: ignore[no-untyped-call]
    assert (status, said.decode()) == (0, "")
