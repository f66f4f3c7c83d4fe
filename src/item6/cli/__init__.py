"""What people type: one module for each verb."""

from item6.cli.command import main, parser

__all__ = ["main", "parser"]
