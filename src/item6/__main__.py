"""`python -m item6`."""

import sys

from item6.cli import main

if __name__ == "__main__":
    sys.exit(main())
