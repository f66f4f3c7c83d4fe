"""Who may do what: the ladder of roles, each of which may do all that the ones below it may."""

from __future__ import annotations

from enum import IntEnum


class Who(IntEnum):
    """Whom a route asks for, from the least to the most."""

    ANYONE = 0
    PERSON = 1  # signed in, in whichever coalition or none
    GUEST = 2  # of the coalition, and so on upwards
    READER = 3
    EDITOR = 4
    COORDINATOR = 5
    OWNER = 6
    KEEPER = 7  # who runs the server


ROLES = {each.name.lower(): each for each in (Who.GUEST, Who.READER, Who.EDITOR, Who.COORDINATOR, Who.OWNER)}
"""The roles that a person can have in a coalition, as they are stored."""
