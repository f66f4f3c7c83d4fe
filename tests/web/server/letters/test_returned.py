"""Mails that come back: what mail servers say of them is taken in, and what anybody else writes changes nothing."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from databases import Database
from django.conf import settings
from django.core.mail import send_mail
from django.test import Client, override_settings
from imap_for_tests import Mailbox, mailbox
from mail_for_tests import MailServer, mail_server
from processes import ENVIRONMENT, item6

from item6.web.letters import signing
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.outbox import returning, sending
from item6.web.outbox.deciding import listed
from item6.web.outbox.mailbox import Mailbox as Box
from item6.web.outbox.mailbox import NotCollected, collect, mailbox_of
from item6.web.outbox.models import Mail

WRITES = {"EMAIL_BACKEND": "item6.web.outbox.backend.EmailBackend", "DEFAULT_FROM_EMAIL": "item6@example.org"}
RIGHT = "item6%40example.org:a%20right%20password"


@pytest.fixture
def box(database: Database) -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with mail_server() as started, override_settings(MAIL=f"smtp://127.0.0.1:{started.port}", **WRITES):
        yield started


@pytest.fixture
def mail(box: MailServer) -> Mail:
    """A mail that was sent."""
    return sent("ana@example.org")


def sent(to: str) -> Mail:
    send_mail("An invitation", "Words.", None, [to])
    while sending.send_due():
        pass
    return Mail.objects.latest("id")


def report(
    original: bytes,
    status: str = "5.1.1",
    action: str = "failed",
    *,
    heads: bool = False,
    about: str = "delivery-status",
) -> bytes:
    """What a mail server writes."""
    made = MIMEMultipart("report", report_type=about)
    made["From"], made["To"], made["Subject"] = "MAILER-DAEMON@mx.example.net", "item6@example.org", "Undelivered"
    made["Auto-Submitted"] = "auto-replied"
    made.attach(MIMEText("This is the mail system at mx.example.net. I'm sorry."))
    fields = MIMENonMultipart("message", about)
    whole, each = Message(), Message()
    whole["Reporting-MTA"] = "dns; mx.example.net"
    each["Final-Recipient"], each["Action"], each["Status"] = "rfc822; ana@example.org", action, status
    fields.set_payload([whole, each])
    made.attach(fields)
    if heads:
        part = MIMEText(original.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode() + "\n\n")
        part.replace_header("Content-Type", "text/rfc822-headers")
        made.attach(part)
    else:
        made.attach(MIMEMessage(message_from_bytes(original)))
    return made.as_bytes()


def content(mail: Mail) -> bytes:
    return bytes(mail.content)


def status(mail: Mail) -> str:
    mail.refresh_from_db()
    assert (mail.returned is not None) == bool(mail.returned_status)
    return mail.returned_status


@pytest.mark.parametrize("heads", [True, False])
def test_what_failed_is_marked_with_its_number(mail: Mail, heads: bool) -> None:
    assert returning.take_in(report(content(mail), "4.2.2", heads=heads))
    assert (mail.refresh_from_db(), mail.state, status(mail)) == (None, "sent", "4.2.2")
    assert returning.take_in(report(content(mail), "5.1.1", heads=heads))
    assert returning.take_in(report(content(mail), "4.4.7", heads=heads))
    assert status(mail) == "5.1.1"  # what was said for good stands
    assert [(row["number"], row["state"], row["code"]) for row in listed()] == [(mail.pk, "returned", "5.1.1")]
    assert sending.send_again(mail.pk)
    assert sending.send_due()
    assert (status(mail), listed()) == ("", [])


def test_what_is_no_failure_marks_nothing(mail: Mail) -> None:
    original = content(mail)
    for data in (
        report(original, "4.4.1", "delayed"),
        report(original, "2.0.0", "delivered"),
        report(original, "2.0.0", "failed"),
        report(original, about="disposition-notification"),
        original,
        answer(mail, "I am away until Monday."),
        b"",
    ):
        returning.take_in(data)
        assert status(mail) == ""
    assert returning.take_in(report(original, "nonsense"))
    assert status(mail) == "5.0.0"


def answer(mail: Mail, words: str) -> bytes:
    """As a person or a machine that is away writes it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "ana@example.org", "item6@example.org", "Re: An invitation"
    made["In-Reply-To"] = made["References"] = mail.message_id
    made["Auto-Submitted"] = "auto-replied"
    made.set_content(words)
    return made.as_bytes()


def test_a_forged_one_needs_the_name_of_a_mail(mail: Mail, caplog: pytest.LogCaptureFixture) -> None:
    other = sent("bea@example.org")
    forged = content(mail).replace(mail.message_id.encode(), b"<" + b"0" * 32 + b"@example.org>")
    assert not returning.take_in(report(forged))
    waiting = send_mail("Words", "Words", None, ["carl@example.org"]) and Mail.objects.latest("id")
    assert not returning.take_in(report(content(waiting)))  # it was not sent yet, so it cannot have come back
    assert returning.take_in(report(content(mail)))
    assert (status(mail), status(other), status(waiting)) == ("5.1.1", "", "")


def test_whatever_comes_ends_quietly_and_marks_no_other_mail(mail: Mail) -> None:
    other = sent("bea@example.org")
    whole, dice = report(content(mail)), random.Random(6)
    tried = [whole[:end] for end in range(0, len(whole), 37)]
    for _ in range(150):
        hurt = bytearray(whole)
        for _ in range(dice.randrange(1, 30)):
            hurt[dice.randrange(len(hurt))] = dice.randrange(256)
        tried.append(bytes(hurt))
    name = mail.message_id.encode()
    nested = b"".join(
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(3000)
    )
    tried += [
        nested + name,
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n" + b"--x\n" * 50_000 + name,
    ]
    tried += [b"Content-Type: message/rfc822\n\n" * 8000 + name, name * 100_000, b"\xff" * 300_000 + name]
    for data in tried:
        returning.take_in(data)
    assert status(other) == ""
    assert status(mail) in ("", *(f"{a}.{b}.{c}" for a in "45" for b in range(10) for c in range(10)))


def test_what_may_have_been_sent_was_sent_when_it_comes_back(mail: Mail) -> None:
    Mail.objects.filter(pk=mail.pk).update(state="unsure", ended=None)
    assert returning.take_in(report(content(mail)))
    mail.refresh_from_db()
    assert (mail.state, mail.returned_status, mail.ended is not None) == ("sent", "5.1.1", True)


@pytest.fixture
def inbox() -> Iterator[Mailbox]:
    """The mailbox of the sender."""
    with (
        mailbox() as opened,
        override_settings(BOUNCES=f"imap://{RIGHT}@127.0.0.1:{opened.port}"),
    ):
        yield opened


def test_the_mailbox_is_looked_into_and_answers_of_people_stay(
    mail: Mail, inbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    told, said = inbox.put(report(content(mail))), inbox.put(answer(mail, "Gladly!"))
    large = inbox.put(report(content(mail)) + b"x" * 2_000_000)
    with caplog.at_level(logging.INFO, logger="item6.outbox"):
        returning.collect_returned()
    assert status(mail) == "5.1.1"
    assert (set(inbox.messages), inbox.seen >= {said, large}, inbox.fetched) == ({said, large}, True, [told, said])
    returning.collect_returned()
    assert inbox.fetched == [told, said]
    assert "mails that came back: 1;" in caplog.text and "Gladly" not in caplog.text


@pytest.mark.parametrize(
    ("address", "said"),
    [("item6%40example.org:wrong@127.0.0.1:{port}", "refused"), ("{right}@127.0.0.1:{port}/Else", "no such folder"),
     ("a:b@127.0.0.1:1", "disconnected")],
)  # fmt: skip
def test_a_mailbox_that_cannot_be_read_is_named(
    database: Database, inbox: Mailbox, caplog: pytest.LogCaptureFixture, address: str, said: str
) -> None:
    with (
        override_settings(BOUNCES="imap://" + address.format(right=RIGHT, port=inbox.port)),
        caplog.at_level(logging.ERROR),
    ):
        returning.collect_returned()
        assert f"the mailbox of `bounces` cannot be read ({said})" in caplog.text
        with override_settings(BOUNCES="imaps://nowhere"):
            returning.collect_returned()
    assert "`bounces` must look like imaps://user:password@mail.example.org/INBOX in server.toml" in caplog.text


def test_addresses_of_mailboxes() -> None:
    assert mailbox_of("imaps://a%40b:c@mail.example.org/Back") == Box("mail.example.org", 993, "a@b", "c", "Back")
    assert mailbox_of("imap://a:b@127.0.0.1") == Box("127.0.0.1", 143, "a", "b", "INBOX", tls=False)
    for wrong in (
        "imap://a:b@mail.example.org",
        "pop3s://a:b@c",
        "imaps://mail.example.org",
        "imaps://a:b@c:x",
        "imaps://a:b@c/%22",
    ):
        with pytest.raises(ValueError, match="bounces"):
            mailbox_of(wrong)
    with pytest.raises(NotCollected):
        collect(Box("127.0.0.1", 1, "a", "b"), lambda _: False)


def test_who_coordinates_sees_what_came_back_and_is_told_what_to_do(
    enter_as: Callable[..., Client], anyone: Client, letter: Letter, box: MailServer
) -> None:
    page = f"/c/ruritania/letters/{letter.pk}"
    client = enter_as("coordinator")
    client.post(
        f"{page}/asking", {"lines": "gone@zenda.example\nfull@strelsau.example\nwell@hentzau.example", "do": "send"}
    )
    form = {"name": "Zenda Mothers", "signer": "Anna Z.", "email": "typo@zenda.example", "consent": "yes"}
    anyone.post(f"/sign/{letter.address}", form)
    while sending.send_due():
        pass
    for to, code in (
        ("gone@zenda.example", "5.1.1"),
        ("full@strelsau.example", "4.2.2"),
        ("typo@zenda.example", "5.1.2"),
    ):
        assert returning.take_in(report(content(Mail.objects.get(to=to)), code))
    asking = client.get(f"{page}/asking").content.decode()
    assert "Mail to 2 addresses came back." in asking and "find another one" in asking
    assert "this address takes no mail (5.1.1)" in asking and "came back for now (4.2.2)" in asking
    asked = client.get(f"{page}/signatures?state=asked").content.decode()
    assert "Mail to 1 address came back." in asked and "this address takes no mail (5.1.2)" in asked
    client.post(f"{page}/asking/remind")
    assert {each.email: each.reminded for each in Asked.objects.all()} == {
        "gone@zenda.example": 0, "full@strelsau.example": 1, "well@hentzau.example": 1,
    }  # fmt: skip
    assert "Mail to 1 address came back." in client.get(f"{page}/asking").content.decode()  # the reminder may arrive
    made = Signature.objects.get()
    assert made.state == "asked"
    assert signing.withdraw(signature=made) or signing.deny(signature=made)
    assert not Mail.objects.filter(to="typo@zenda.example").exists()


def test_an_invitation_to_a_person_that_came_back_says_so(
    enter_as: Callable[..., Client], box: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SERVER", replace(settings.SERVER, mail="smtp://127.0.0.1"))
    client, page = enter_as("coordinator"), "/c/ruritania/invitations"
    client.post(page, {"email": "gone@zenda.example", "role": "reader", "days": "7"})
    while sending.send_due():
        pass
    assert "came back" not in client.get(page).content.decode()
    assert returning.take_in(report(content(Mail.objects.get()), "5.1.1"))
    assert "this address takes no mail (5.1.1)" in client.get(page).content.decode()


def test_notifications_are_taken_from_files_and_pipes(
    database: Database, server_home: Path, mail: Mail, tmp_path: Path
) -> None:
    file = tmp_path / "notification.eml"
    file.write_bytes(report(content(mail)))
    run = item6(server_home, "outbox", "bounced", file, tmp_path / "none", ITEM6_DATABASE=database.address)
    assert (run.returncode, "none: no such file or directory: give a file with one message" in run.stderr) == (1, True)
    assert status(mail) == ""
    run = item6(server_home, "outbox", "bounced", file, __file__, ITEM6_DATABASE=database.address)
    assert (run.returncode, run.stderr) == (0, "1 mail of this server came back\n")
    assert status(mail) == "5.1.1"
    assert "DJANGO_SETTINGS_MODULE" not in ENVIRONMENT
