"""`python -m stcli`."""

from stcli.cli.start import main

if __name__ == "__main__":
    main()
