"""How long an editor waits for `stcli lsp`: in a 2,000-line file of a tree of 300.

    python benchmarks/lsp.py [--files 300] [--lines 2000] [--keys 200]

The server runs as a process of its own, and a client of pygls talks to it over stdio, as an editor
does. Each row is the time from sending to having the answer: findings of the file after a key,
once with the rules at rest and once while they run over the whole tree; what may be typed next
right after a key; and what stands at a place.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generate import write_tree
from lsprotocol import types
from pygls.lsp.client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

KEY = 0.05
"""Seconds between two keys of somebody who types fast."""

PAUSE = 0.25
"""Seconds after which the server applies the rules, and a little more."""


class Editor:
    """An editor with one file open, in which it types a digit into one title after another."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.folder = folder
        self.lines = file.read_text(encoding="utf-8").splitlines()
        self.file = types.TextDocumentIdentifier(file.as_uri())
        self.version = 0
        self._findings: asyncio.Queue[int | None] = asyncio.Queue()
        self._chance = random.Random(1)

        def published(params: types.PublishDiagnosticsParams) -> None:
            if params.uri == self.file.uri:
                self._findings.put_nowait(params.version)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)

    async def start(self) -> None:
        """Start the server, and open the file."""
        await self.client.start_io(sys.executable, "-m", "stcli", "lsp", "--as-of", "2027-06-01")
        uri = self.folder.as_uri()
        await self.client.initialize_async(
            types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=uri)
        )
        self.client.initialized(types.InitializedParams())
        text = "\n".join(self.lines) + "\n"
        item = types.TextDocumentItem(self.file.uri, "yaml", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.findings()
        await self.client.workspace_symbol_async(types.WorkspaceSymbolParams(""))

    async def findings(self) -> None:
        """Wait for the findings of the text as it was typed last."""
        while await self._findings.get() != self.version:
            pass

    def place(self, start: str) -> types.Position:
        """Give the end of a line that starts with a text, one of those in the file."""
        places = [number for number, line in enumerate(self.lines) if line.startswith(start)]
        line = self._chance.choice(places)
        return types.Position(line, len(self.lines[line]))

    def type(self, place: types.Position, text: str) -> None:
        """Type a text."""
        self.version += 1
        line = self.lines[place.line]
        self.lines[place.line] = line[: place.character] + text + line[place.character :]
        change = types.TextDocumentContentChangePartial(types.Range(place, place), text)
        file = types.VersionedTextDocumentIdentifier(self.version, self.file.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(file, [change]))

    async def key(self) -> None:
        """Type a digit into a title, and wait for the findings."""
        self.type(self.place("    title: "), "1")
        await self.findings()

    async def completion(self) -> None:
        """Type a letter of an agency, and ask how it may go on."""
        place = self.place("    lead: so-")
        self.type(place, "1")
        position = types.Position(place.line, place.character + 1)
        await self.client.text_document_completion_async(
            types.CompletionParams(self.file, position)
        )

    async def hover(self) -> None:
        """Ask what stands where a deadline is."""
        await self.client.text_document_hover_async(
            types.HoverParams(self.file, self.place("    due: 2"))
        )


async def measured(asked: Callable[[], Awaitable[None]], count: int, pause: float) -> list[float]:
    """Ask so many times, each after a pause; give the milliseconds of each."""
    times = []
    for _ in range(count):
        await asyncio.sleep(pause)
        start = time.perf_counter()
        await asked()
        times.append((time.perf_counter() - start) * 1_000)
    return times


async def measure(folder: Path, file: Path, keys: int) -> list[tuple[str, list[float]]]:
    """Measure all that is asked for."""
    editor = Editor(folder, file)
    await editor.start()
    rows = [
        ("key to findings, typing on", await measured(editor.key, keys, KEY)),
        ("key to findings, while rules run", await measured(editor.key, keys // 4, PAUSE)),
        ("key to completion", await measured(editor.completion, keys, KEY)),
        ("hover over a deadline", await measured(editor.hover, keys, KEY)),
    ]
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    await editor.client.stop()  # type: ignore[no-untyped-call]
    return rows


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--lines", type=int, default=2_000)
    parser.add_argument("--keys", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_tree(folder, chosen.files, 10)
        large = folder / "large"
        write_tree(large, 1, chosen.lines)
        text = next(large.rglob("1-UBND-KGVX.yaml")).read_text(encoding="utf-8")
        cut = "\n".join(text.splitlines()[: chosen.lines]).rpartition("\n  - id:")[0]
        file = folder / "directives" / "2020" / "large.yaml"
        file.write_text(cut.replace("number: 1/", "number: 9999/") + "\n", encoding="utf-8")
        rows = asyncio.run(measure(folder, file, chosen.keys))
        lines = len(cut.splitlines())
    print(f"{lines:,} lines, {chosen.files:,} other files\n")
    print("| | median ms | 95 % below | slowest |\n| --- | ---: | ---: | ---: |")
    for name, times in rows:
        high = statistics.quantiles(times, n=20)[-1]
        print(f"| {name} | {statistics.median(times):.1f} | {high:.1f} | {max(times):.1f} |")


if __name__ == "__main__":
    main()
