"""Where the program begins: the entry point of the `stcli` script, and of `python -m stcli`."""

from __future__ import annotations

from stcli.cli.interruption import end_at_once


def main() -> None:
    """Run the program."""
    end_at_once()
    from stcli.cli import start  # noqa: PLC0415 - what is imported may be interrupted

    start.main()


if __name__ == "__main__":
    main()
