from __future__ import annotations

import os
from pathlib import Path

import pytest

from stcli import files
from stcli.documents.characters import LARGEST_FILE
from stcli.errors import StcliError
from stcli.sources import Source


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"number: {name}\n", encoding="utf-8")
    return root


def read(root: Path) -> dict[str, Source]:
    return {source.path: source for source in files.sources(root)}


def why(source: Source) -> str:
    assert source.unreadable is not None
    assert source.unreadable.rule == "unreadable-file"
    return str(source.unreadable.message)


def test_every_yaml_file_is_read_but_hidden_ones(tmp_path: Path) -> None:
    root = tree(
        tmp_path,
        "stcli.yaml",
        "directives/a.yaml",
        "directives/2024/tháng 5/b.YML",
        "directives/notes.txt",
        "directives/.hidden.yaml",
        "directives/.git/c.yaml",
        "elsewhere/d.yaml",
    )
    found = read(root)
    assert sorted(found) == ["directives/2024/tháng 5/b.YML", "directives/a.yaml", "stcli.yaml"]
    assert found["directives/a.yaml"].content == b"number: directives/a.yaml\n"


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    root = tree(tmp_path, "directives/x.yaml/inner.yaml", "secret/s.yaml")
    folder = root / "directives"
    os.mkfifo(folder / "pipe.yaml")
    (folder / "dangling.yaml").symlink_to("nowhere.yaml")
    (folder / "out.yaml").symlink_to("/etc/passwd")
    (folder / "device.yaml").symlink_to("/dev/zero")
    (folder / "etc").symlink_to("/etc")
    (folder / "loop").symlink_to("..")
    found = read(root)
    assert why(found["directives/x.yaml"]).endswith("this is a folder named like a file")
    assert why(found["directives/pipe.yaml"]).endswith("this is not a regular file")
    assert why(found["directives/dangling.yaml"]).endswith(
        "link to nothing, or was deleted just now"
    )
    for name in ("out.yaml", "device.yaml", "etc"):
        assert why(found[f"directives/{name}"]).endswith("this link leads out of the root")
    assert found["directives/x.yaml/inner.yaml"].unreadable is None
    assert not any("etc/" in path for path in found)


def test_links_inside_the_root_are_followed_once(tmp_path: Path) -> None:
    root = tree(tmp_path, "directives/a.yaml", "archive/old.yaml")
    (root / "directives" / "b.yaml").symlink_to("a.yaml")
    (root / "directives" / "archive").symlink_to("../archive")
    (root / "directives" / "self").symlink_to(".")
    found = read(root)
    assert sorted(found) == [
        "directives/a.yaml",
        "directives/archive/old.yaml",
        "directives/b.yaml",
    ]


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(tmp_path, "directives/a.yaml", "directives/b.yaml", "directives/sub/c.yaml")
    really_open, really_scan = os.open, os.scandir

    opened: dict[int, str] = {}

    def guarded_open(path: str, flags: int) -> int:
        if path.endswith("a.yaml"):
            raise PermissionError(13, "Permission denied")
        descriptor = really_open(path, flags)
        opened[descriptor] = path
        return descriptor

    def guarded_scan(folder: int) -> object:
        if opened[folder].endswith("sub"):
            raise OSError(5, "Input/output error")
        return really_scan(folder)

    monkeypatch.setattr(os, "open", guarded_open)
    monkeypatch.setattr(os, "scandir", guarded_scan)
    found = read(root)
    assert why(found["directives/a.yaml"]) == "the file was not read: permission denied"
    assert why(found["directives/sub"]) == "the file was not read: Input/output error"
    assert found["directives/b.yaml"].unreadable is None


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    root = tree(tmp_path, "directives/a.yaml")
    with (root / "directives" / "a.yaml").open("wb") as stream:
        stream.truncate(10**9)
    assert len(read(root)["directives/a.yaml"].content) == LARGEST_FILE + 1


def test_the_root_is_the_nearest_folder_upwards(tmp_path: Path) -> None:
    root = tree(tmp_path / "office", "directives/2024/a.yaml", "deep/down/file")
    assert files.find_root(str(root / "deep" / "down")) == str(root)
    assert files.find_root(str(root / "directives" / "2024")) == str(root)
    assert files.check_root(str(root / "deep" / "..")) == str(root)
    settings_only = tree(tmp_path / "new", "stcli.yaml")
    assert files.find_root(str(settings_only)) == str(settings_only)
    assert read(settings_only).keys() == {"stcli.yaml"}


def test_no_root_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(StcliError) as none_above:
        files.find_root(str(tmp_path))
    assert "--root" in str(none_above.value.help)
    with pytest.raises(StcliError, match="there is no folder"):
        files.check_root(str(tmp_path / "missing"))
    with pytest.raises(StcliError, match="holds neither"):
        files.check_root(str(tmp_path))
