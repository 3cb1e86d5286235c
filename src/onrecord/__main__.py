"""`python -m onrecord`: the command line, where the command itself is not on the path."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
