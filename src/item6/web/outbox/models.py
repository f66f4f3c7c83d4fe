"""Mails on their way, one row for each that one person gets."""

from __future__ import annotations

from django.db import models

WAITING, SENDING, SENT, FAILED, UNSURE, DROPPED = "waiting", "sending", "sent", "failed", "unsure", "dropped"
STATES = (WAITING, SENDING, SENT, FAILED, UNSURE, DROPPED)
"""waiting: to be sent, or sent again. sending: on the last step, after which it cannot be taken back. sent: the mail
server took it. failed: it refused it for good. unsure: it may have been sent, and a person decides. dropped: by one."""


class Mail(models.Model):
    """A mail to one address. Its content is erased some days after its end."""

    to = models.EmailField(max_length=254)
    content = models.BinaryField()  # the whole mail, as it goes to the mail server
    about = models.CharField(max_length=60, blank=True, db_index=True)  # whose it is, where it must be found again
    message_id = models.CharField(max_length=300, db_index=True)  # the same in every try: who gets it twice knows it
    state = models.CharField(max_length=8, default=WAITING, choices=[(each, each) for each in STATES])
    made = models.DateTimeField()
    due = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    code = models.CharField(max_length=40, blank=True)  # the mail server's number, "550 5.1.1"; never its words
    holder = models.CharField(max_length=32, blank=True)
    held_until = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)  # when it was sent, failed or dropped
    erased = models.DateTimeField(null=True)  # when its content was
    returned = models.DateTimeField(null=True)  # when a mail server said that it did not arrive, after it was sent
    returned_status = models.CharField(max_length=12, blank=True)  # and why, by RFC 3463: "5.1.1"

    class Meta:
        """Asked for by what is to be done, and when."""

        indexes = (models.Index(fields=["state", "due"], name="outbox_by_due"),)
