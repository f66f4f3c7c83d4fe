"""`python -m item6`."""

import sys


def run() -> int:
    """The exit code of the command; stopped while it is loading, it says so and nothing else."""
    try:
        from item6.cli import main  # loading takes long enough to be stopped in

        return main()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(run())
