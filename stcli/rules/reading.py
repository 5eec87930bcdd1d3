"""The rules of reading: what a file must be before its content can be looked at."""

from __future__ import annotations

from stcli.rules.registry import declare, declare_doubt

declare(
    "unreadable-file",
    """Every file below `directives/` must be a readable regular file inside the root.

    Folders named like a YAML file, pipes, devices, dangling links and links that leave the root
    are not followed. Delete it, rename it, or give read permission.
    """,
)
