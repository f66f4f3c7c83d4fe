"""item6: the workbench of coalitions that follow a State's human-rights review at the United Nations.

The package is laid out as rooms, each using only the rooms below it; docs/house.md draws the plan.
"""

__version__ = "0.1.0"
