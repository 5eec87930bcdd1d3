"""What `check` would say if files had other texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.documents import reader
from stcli.load import assemble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stcli.load import Loaded


def with_texts(loaded: Loaded, texts: Mapping[str, str]) -> Loaded:
    """Give what was loaded as it would be if files had other texts, by their paths."""
    return assemble(
        reader.read(path, texts[path].encode()) if path in texts else document
        for path, document in loaded.documents.items()
    )
