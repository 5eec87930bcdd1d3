"""All that is open in an editor: the trees that the files belong to, and what is known of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.lsp.addresses import is_read, last_name, name_below, path_of, root_above
from stcli.lsp.positions import Encoding, Stretch, Text
from stcli.lsp.tree import Tree
from stcli.sources import FOLDER, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from stcli.documents.document import Document

_LIKE_OURS: Final = re.compile(r"^(?:number|issuer|tasks):", re.MULTILINE)

Change = tuple[Stretch | None, str]
"""A stretch of a text and what stands there now; without a stretch the whole text."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """A file that is open in the editor, as it was typed last."""

    uri: str
    text: Text
    version: int | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of a tree: its name there, and how it is now. `text` gives the positions in it."""

    tree: Tree
    name: str
    document: Document
    text: Text


class Typed(NamedTuple):
    """The text of a file as it was typed, in the tree that it belongs to."""

    tree: Tree
    name: str
    text: Text


class Workspace:
    """The files that are open, and the trees below their roots.

    A file belongs to the nearest root above it, or to the only one if that was named; of files
    below a root only those that the program reads belong to it. One outside of any root stands for
    itself, and is looked at only where it looks like a directive.
    """

    def __init__(self, today: Callable[[str], date], root: Path | None = None) -> None:
        self.encoding = Encoding.UTF_16
        self._today = today
        self._root = root
        self._buffers: dict[str, Buffer] = {}
        self._trees: dict[str, Tree] = {}
        self._homes: dict[str, tuple[Tree, str]] = {}
        self._typed: set[str] = set()
        self._addresses: dict[tuple[int, str], str] = {}
        if root is not None:
            self._tree(root)

    # What the editor does

    def add_folder(self, path: Path) -> None:
        """Take the tree that a folder of the editor belongs to, if there is one."""
        if self._root is None:
            root = root_above(path)
            if root is not None:
                self._tree(root)

    def open(self, uri: str, content: str, version: int | None) -> None:
        """Take a file that was opened."""
        self._buffers[uri] = Buffer(uri, Text(content, self.encoding), version)
        home = self._home(uri, content)
        if home is not None:
            self._settle(uri, home)
        self._typed.add(uri)

    def change(self, uri: str, changes: Sequence[Change], version: int | None) -> None:
        """Take changes of an open file, one after the other; of one that is not open, none."""
        buffer = self._buffers.get(uri)
        if buffer is None:
            return
        text = buffer.text
        for stretch, new in changes:
            text = Text(new, self.encoding) if stretch is None else text.changed(stretch, new)
        self._buffers[uri] = Buffer(uri, text, version)
        if uri not in self._homes and (home := self._home(uri, text.content)):
            self._settle(uri, home)
        self._typed.add(uri)

    def close(self, uri: str) -> None:
        """Take a file as it is on disk again."""
        self._buffers.pop(uri, None)
        self._typed.discard(uri)
        tree, name = self._homes.pop(uri, (None, ""))
        if tree is not None:
            tree.close(name)
            if tree.root is None:
                del self._addresses[id(tree), name]

    def files_changed(self, uris: Sequence[str]) -> None:
        """Read files anew that were written, created or deleted; several mean a change of many."""
        touched: dict[str, list[str]] = {}
        for uri in uris:
            path = path_of(uri)
            for root, tree in self._trees.items():
                name = name_below(path, tree.root) if path and tree.root else None
                if name is not None and (name == SETTINGS or name.split("/")[0] == FOLDER):
                    touched.setdefault(root, []).append(name)
        for root, names in touched.items():
            tree = self._trees[root]
            if len(names) == 1 and is_read(names[0]):
                tree.reread(names)
            else:
                tree.rescan()

    def rescan(self) -> None:
        """Read all files anew that may have changed on disk."""
        for tree in self._trees.values():
            tree.rescan()

    # Work, in short steps

    def read_some(self) -> bool:
        """Read the next file from disk; False when nothing is left to be read."""
        return any(tree.read_some() for tree in self._trees.values())

    def examine_some(self) -> bool:
        """Apply the next rule; False when all have been."""
        return any(tree.examine_some() for tree in self._trees.values())

    def give_up(self) -> None:
        """Examine no further until something changes."""
        for tree in self._trees.values():
            tree.give_up()

    @property
    def examined(self) -> bool:
        """Whether the rules have been applied to everything as it is now."""
        return all(tree.examined for tree in self._trees.values())

    def _take(self, uri: str) -> None:
        if uri in self._typed and uri in self._homes:
            tree, name = self._homes[uri]
            tree.type(name, self._buffers[uri].text.encoded)
        self._typed.discard(uri)

    # What is asked

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The trees that have a root, with everything that was typed."""
        for uri in tuple(self._typed):
            self._take(uri)
        return tuple(self._trees.values())

    def opened(self, uri: str) -> Opened | None:
        """Give an open file as it is now; None where it is none of ours."""
        self._take(uri)
        if uri not in self._homes:
            return None
        tree, name = self._homes[uri]
        document = tree.current(name)
        text = self._buffers[uri].text
        return Opened(tree, name, document, text) if document else None

    def typed(self, uri: str) -> Typed | None:
        """Give the text of an open file, which need not have been read yet."""
        if uri not in self._homes:
            return None
        return Typed(*self._homes[uri], self._buffers[uri].text)

    def file(self, tree: Tree, name: str) -> tuple[str, Text, int | None]:
        """Give the address of a file, its text, and its version where it is open."""
        uri = self._addresses.get((id(tree), name))
        if uri is not None and self._homes.get(uri) == (tree, name):
            buffer = self._buffers[uri]
            return uri, buffer.text, buffer.version
        document = tree.current(name)
        text = Text(document.text if document else "", self.encoding)
        on_disk = (tree.root / name).absolute().as_uri() if tree.root else name
        return uri or on_disk, text, None

    def everything(self) -> Iterator[tuple[Tree, str]]:
        """Give every file that is known."""
        lone = {id(tree): (tree, name) for tree, name in self._homes.values() if tree.root is None}
        yield from lone.values()
        for tree in self._trees.values():
            yield from ((tree, name) for name in tree.names)

    # Where files belong

    def _tree(self, root: Path) -> Tree:
        return self._trees.setdefault(str(root), Tree(root, self._today))

    def _settle(self, uri: str, home: tuple[Tree, str]) -> None:
        """Let an open file belong to a tree; its address is known from then on."""
        self._homes[uri] = home
        self._addresses[id(home[0]), home[1]] = uri

    def _home(self, uri: str, content: str) -> tuple[Tree, str] | None:
        path = path_of(uri)
        root = self._root or (root_above(path.parent) if path else None)
        name = name_below(path, root) if path and root else None
        if root is None or name is None:
            return (Tree(None, self._today), last_name(uri)) if _LIKE_OURS.search(content) else None
        return (self._tree(root), name) if is_read(name) else None
