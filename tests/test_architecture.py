"""The layers of ARCHITECTURE.md hold: a module imports only from lower ones."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "stcli"
ROW = re.compile(r"^\| (\d) \| `([a-z_/]+)` \| (.+) \|$", re.MULTILINE)

PROTOCOL = ("protocol", "conversion", "desk", "questions", "changes", "features", "server")
LSP = {f"lsp/{name}.py" for name in PROTOCOL}
"""The language server where it speaks the protocol; what it says is found out without."""

ONLY_IN = {
    "yaml": {"documents/"},
    "pydantic_core": {"schema/"},
    "rich": {"render/table.py", "render/grid.py", "render/terminal.py"},
    "typer": {"cli/"},
    "subprocess": {"history.py", "cli/edits/by_hand.py", "cli/paging.py"},
    "fcntl": {"saving/", "workers.py"},
    "zoneinfo": {"cli/"},
    "pygls": {"lsp/protocol.py"},
    "lsprotocol": LSP,
}  # fmt: skip
"""Where a library may be imported: what is hard to replace or slow to load stays in one room."""

WORLD = {
    "os": {"files.py", "history.py", "index/", "saving/", "workers.py", "cli/"},
    "sys": {"cli/"},
    "time": {"index/", "saving/", "cli/"},
    "pathlib": {"files.py", "history.py", "index/", "saving/", "cli/", "lsp/"},
}
"""Where the outside world may be touched: the core knows no disk, environment or clock."""


@cache
def layers() -> dict[str, int]:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return {name.rstrip("/"): int(layer) for layer, name, _ in ROW.findall(text)}


def modules() -> list[Path]:
    return sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def room(module: Path | str) -> str:
    return str(module).split("/", 1)[0].removesuffix(".py")


@cache
def imports(module: Path) -> frozenset[str]:
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(name), names=names):
                found |= {f"{name}.{alias.name}" if name == "stcli" else name for alias in names}
            case _:
                pass
    return frozenset(found)


@pytest.mark.parametrize("module", modules(), ids=str)
def test_imports_go_down(module: Path) -> None:
    if module.name in {"__init__.py", "__main__.py"} and len(module.parts) == 1:
        return
    own = layers()[room(module)]
    for name in imports(module):
        if name.startswith("stcli."):
            other = name.split(".")[1]
            if other == "__version__":
                continue
            assert other == room(module) or layers()[other] < own, f"{module} imports {name}"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_libraries_and_the_world_stay_in_their_rooms(module: Path) -> None:
    for name in imports(module):
        rooms = (ONLY_IN | WORLD).get(name.split(".")[0])
        if rooms is not None:
            assert any(str(module).startswith(one) for one in rooms), f"{module} imports {name}"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_what_goes_to_no_terminal_loads_no_rich(module: Path) -> None:
    if str(module) not in ONLY_IN["rich"]:
        drawers = {f"stcli.{one.removesuffix('.py').replace('/', '.')}" for one in ONLY_IN["rich"]}
        assert not imports(module) & drawers


def test_every_room_is_described_by_its_own_docstring() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    described = {name: words for _, name, words in ROW.findall(text)}
    rooms = {room(module) for module in modules()} - {"__init__", "__main__"}
    assert {name.rstrip("/") for name in described} == rooms
    for name, words in described.items():
        path = PACKAGE / (f"{name}__init__.py" if name.endswith("/") else f"{name}.py")
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert words == docstring.split("\n\n")[0].replace("\n", " ").removesuffix("."), name


def test_no_module_is_named_for_nothing() -> None:
    nameless = {"utils", "util", "helpers", "common", "misc", "base", "manager", "core"}
    assert not {module.stem for module in modules()} & nameless
