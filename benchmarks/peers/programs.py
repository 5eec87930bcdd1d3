"""Where the programs of peers come from, and whether they can be had on this machine.

Those that pip or npm install get a folder of their own each, in a cache that outlives the run.
What a distribution packages is taken if it is installed. What cannot be had is told, and left out.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

VERSION = re.compile(r"\d+(?:\.\d+)+")
PYTHON_VERSION = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class FromPip:
    """A program that pip installs, into a virtual environment of its own."""

    package: str
    executable: str


@dataclass(frozen=True, slots=True)
class FromNpm:
    """A program that npm installs, into a folder of its own."""

    package: str
    executable: str


@dataclass(frozen=True, slots=True)
class OnPath:
    """A program that is installed already, and the package that brings it."""

    package: str
    executable: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A program or script beside this Python, perhaps wanted with an option that is new."""

    package: str
    script: Path | None = None
    option: str = ""


Program = FromPip | FromNpm | OnPath | Beside


@dataclass(frozen=True, slots=True)
class Found:
    """A program that can be run."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a program cannot be run."""

    reason: str


def found(program: Program, cache: Path, *, install: bool) -> Found | Missing:
    """Find a program, and install it before if that is wanted and possible."""
    try:
        match program:
            case FromPip(package, executable):
                return _from_pip(cache / package, package, executable, install=install)
            case FromNpm(package, executable):
                return _from_npm(cache / package, package, executable, install=install)
            case OnPath(package, executable):
                return _on_path(package, executable)
            case Beside(package, script, option):
                return _beside(package, script, option)
    except (OSError, subprocess.CalledProcessError):
        return Missing("it could not be installed, or does not tell its version")


def _from_pip(folder: Path, package: str, executable: str, *, install: bool) -> Found | Missing:
    python, path = folder / "bin" / "python", folder / "bin" / executable
    if not path.exists():
        if not install:
            return Missing("not installed yet, and --no-install was given")
        _said(sys.executable, "-m", "venv", str(folder))
        _said(str(python), "-m", "pip", "install", "-qq", package)
    return Found(str(path), _said(str(python), "-c", PYTHON_VERSION, package))


def _from_npm(folder: Path, package: str, executable: str, *, install: bool) -> Found | Missing:
    modules = folder / "node_modules"
    path = modules / ".bin" / executable
    if not path.exists():
        if not install:
            return Missing("not installed yet, and --no-install was given")
        npm = shutil.which("npm")
        if npm is None:
            return Missing("there is no npm on this machine, which installs it")
        folder.mkdir(parents=True, exist_ok=True)
        _said(npm, "install", "--silent", "--prefix", str(folder), package)
    described = json.loads((modules / package / "package.json").read_text(encoding="utf-8"))
    return Found(str(path), described["version"])


def _on_path(package: str, executable: str) -> Found | Missing:
    path = shutil.which(executable)
    if path is None:
        return Missing(f"not installed; Debian's package is {package}")
    version = VERSION.search(_said(path, "--version"))
    return Found(path, version[0] if version else "unknown")


def _beside(package: str, script: Path | None, option: str) -> Found | Missing:
    path = Path(sys.executable).with_name(package) if script is None else script
    if not path.exists():
        return Missing("not installed beside this Python")
    if option and option not in _said(str(path), "--help"):
        return Missing(f"this version has no {option}")
    return Found(str(path), _said(sys.executable, "-c", PYTHON_VERSION, package))


def _said(*words: str) -> str:
    return subprocess.run(  # noqa: S603 - our own commands
        words, check=True, text=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    ).stdout.strip()
