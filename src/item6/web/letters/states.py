"""The states of a letter and of a signature, and which may follow which."""

from __future__ import annotations

DRAFT, COMMENTS, FROZEN, OPEN, CLOSED = "draft", "comments", "frozen", "open", "closed"
STEPS = {
    DRAFT: (COMMENTS, FROZEN),
    COMMENTS: (DRAFT, FROZEN),
    FROZEN: (COMMENTS, OPEN),
    OPEN: (CLOSED,),
    CLOSED: (OPEN,),
}
"""Of a letter: written, commented on, frozen, open for signature, closed."""

WRITABLE = (DRAFT, COMMENTS)
"""In these its text can be changed freely; later only as a new version that signatories are asked about."""

ASKED, CONFIRMED, COUNTED = "asked", "confirmed", "counted"
WITHDRAWN, DENIED, REFUSED, MERGED = "withdrawn", "denied", "refused", "merged"
AFTER = {
    ASKED: (CONFIRMED, COUNTED, DENIED, REFUSED),
    CONFIRMED: (COUNTED, WITHDRAWN, DENIED, REFUSED, MERGED),
    COUNTED: (WITHDRAWN, DENIED, REFUSED, MERGED),
    REFUSED: (CONFIRMED, COUNTED, WITHDRAWN, DENIED),
    MERGED: (CONFIRMED, COUNTED, WITHDRAWN, DENIED),
    WITHDRAWN: (),
    DENIED: (),
}
"""Of a signature. Only COUNTED is counted and shown; what was withdrawn or denied never comes back."""
