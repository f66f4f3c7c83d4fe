"""What outsiders can verify later without asking anybody: published lists that are signed over sealed entries.

Knows neither the record nor people's database: values in, values out. docs/signed-lists.md describes the form for those
who write a verifier of their own.
"""

from item6.proofs.keys import Secret, fingerprint
from item6.proofs.lists import FORM, publish
from item6.proofs.seals import Sealed, Withdrawn, open_seal, seal, withdraw
from item6.proofs.verifying import NotAList, Verification, verify

__all__ = [
    "FORM", "NotAList", "Sealed", "Secret", "Verification", "Withdrawn", "fingerprint", "open_seal", "publish", "seal",
    "verify", "withdraw",
]  # fmt: skip
