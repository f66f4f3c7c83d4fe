"""Decisions of a coalition: entered in the browser, listed, withdrawn. They count in its own record alone."""
