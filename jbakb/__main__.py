"""Run the command line with `python -m jbakb`."""

from jbakb.cli import main

if __name__ == "__main__":
    main()
