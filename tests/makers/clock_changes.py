"""Moments around the changes of clocks, in both hemispheres: the cases of all that shows a time."""

from __future__ import annotations

EDGES = {  # zone: the moments (UTC) at which its clocks change in 2024, with the minutes ahead of UTC before and after
    "Europe/Zurich": [("2024-03-31T01:00", 60, 120), ("2024-10-27T01:00", 120, 60)],
    "Europe/London": [("2024-03-31T01:00", 0, 60), ("2024-10-27T01:00", 60, 0)],
    "Europe/Helsinki": [("2024-03-31T01:00", 120, 180), ("2024-10-27T01:00", 180, 120)],
    "Atlantic/Azores": [("2024-03-31T01:00", -60, 0), ("2024-10-27T01:00", 0, -60)],
    "America/New_York": [("2024-03-10T07:00", -300, -240), ("2024-11-03T06:00", -240, -300)],
    "America/Los_Angeles": [("2024-03-10T10:00", -480, -420), ("2024-11-03T09:00", -420, -480)],
    "America/St_Johns": [("2024-03-10T05:30", -210, -150), ("2024-11-03T04:30", -150, -210)],
    "Asia/Beirut": [("2024-03-30T22:00", 120, 180), ("2024-10-26T21:00", 180, 120)],
    "Australia/Sydney": [("2024-04-06T16:00", 660, 600), ("2024-10-05T16:00", 600, 660)],
    "Australia/Adelaide": [("2024-04-06T16:30", 630, 570), ("2024-10-05T16:30", 570, 630)],
    "Australia/Lord_Howe": [("2024-04-06T15:00", 660, 630), ("2024-10-05T15:30", 630, 660)],
    "Pacific/Auckland": [("2024-04-06T14:00", 780, 720), ("2024-09-28T14:00", 720, 780)],
    "America/Santiago": [("2024-04-07T03:00", -180, -240), ("2024-09-08T04:00", -240, -180)],
}
AROUND = (-1440, -61, 61, 1440)
CASES = [
    (zone, edge, before if minutes < 0 else after, minutes)
    for zone, edges in EDGES.items()
    for edge, before, after in edges
    for minutes in AROUND
]
"""Zone, moment of the change (UTC), minutes ahead of UTC at the moment meant, and its minutes from the change."""
