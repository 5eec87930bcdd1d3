"""The machine that measures, as far as a reader needs it; neither its name nor its user's."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from pathlib import Path


def described() -> str:
    """Give processor, cores, memory, system and Python in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = os.cpu_count()
    system = f"{platform.system()} {platform.release()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{processor()}, {cores} cores, {memory:.0f} GiB; {system}; {python}"


def processor() -> str:
    """Give the name of the processor."""
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    name = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return name[1] if name else platform.machine()


def revision(folder: Path) -> str:
    """Give the last revision of git in which a folder changed, and whether it has since."""
    last = _git(folder, "log", "-1", "--abbrev=10", "--format=%h", "--", ".")
    return f"{last}, with changes" if _git(folder, "status", "--porcelain", "--", ".") else last


def _git(folder: Path, *words: str) -> str:
    command = ("git", "-C", str(folder), *words)
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
