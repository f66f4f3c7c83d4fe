"""Mails are written with the change that they tell of, and sent once, whatever happens on the way."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from databases import Database
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from mail_for_tests import DROP, STEPS, MailServer, mail_server

from item6.web.outbox import sending
from item6.web.outbox.deciding import listed
from item6.web.outbox.models import Mail
from item6.web.outbox.postbox import NotSent, Postbox, connected, postbox_of

WRITES = {"EMAIL_BACKEND": "item6.web.outbox.backend.EmailBackend", "DEFAULT_FROM_EMAIL": "item6 <item6@example.org>"}


@pytest.fixture
def box(database: Database) -> Iterator[MailServer]:
    """A mail server that the outbox sends to."""
    with mail_server() as started, override_settings(MAIL=f"smtp://127.0.0.1:{started.port}", **WRITES):
        yield started


def write(to: str = "ana@example.org") -> Mail:
    send_mail("An invitation", "Line one.\n.A line with a point.\nÄ", None, [to])
    return Mail.objects.latest("id")


def now_due() -> None:
    Mail.objects.update(due=timezone.now())


def state(mail: Mail) -> tuple[str, str]:
    mail.refresh_from_db()
    return mail.state, mail.code


def test_a_mail_is_written_with_its_change_or_not_at_all(box: MailServer) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    assert Mail.objects.count() == 0
    with transaction.atomic():
        write()
    assert Mail.objects.count() == 1


def test_a_mail_is_sent_once_and_as_it_was_written(box: MailServer) -> None:
    mail = write()
    assert (sending.send_due(), sending.send_due()) == (True, False)
    assert state(mail) == ("sent", "250 2.0.0")
    assert box.taken == [mail.message_id]
    assert box.recipients == ["ana@example.org"]
    got = message_from_bytes(box.contents[0], policy=policy.default)
    assert got.get_content().splitlines() == ["Line one.", ".A line with a point.", "Ä"]
    assert (got["To"], got["From"]) == ("ana@example.org", "item6 <item6@example.org>")


def test_each_address_gets_a_mail_of_its_own(box: MailServer) -> None:
    message = EmailMultiAlternatives(
        "Words", "plain", None, ["a@example.org"], bcc=["second@example.org", "a@example.org"]
    )
    message.attach_alternative("<p>plain", "text/html")
    assert message.send() == 2
    assert list(Mail.objects.values_list("to", flat=True).order_by("id")) == ["a@example.org", "second@example.org"]
    assert len(set(Mail.objects.values_list("message_id", flat=True))) == 2
    # a Message-ID ends with the sender's domain, behind letters by chance: one letter could be an address there
    assert b"second@example.org" not in bytes(Mail.objects.first().content)


@pytest.mark.parametrize("step", STEPS[:-1])
@pytest.mark.parametrize("said", ["451 4.3.0 later", DROP])
def test_what_was_surely_not_taken_is_sent_later(box: MailServer, step: str, said: str) -> None:
    if step == "CONTENT" and said != DROP:
        step = "END"
    mail = write()
    box.says[step] = said
    assert sending.send_due()
    found, code = state(mail)
    assert (found, code) in (("waiting", "451 4.3.0"), ("waiting", "disconnected"), ("unsure", "disconnected"))
    if step != "CONTENT":  # there the end can be on its way before the break is known
        assert found == "waiting"
    assert mail.due > timezone.now() or found == "unsure"
    assert box.taken == []
    box.says.clear()
    if found == "unsure":
        assert sending.send_again(mail.pk)
    now_due()
    assert sending.send_due()
    assert (state(mail)[0], box.taken) == ("sent", [mail.message_id])


@pytest.mark.parametrize("step", ["RCPT", "DATA", "END"])
def test_what_is_refused_for_good_is_kept_with_its_number_alone(
    box: MailServer, step: str, caplog: pytest.LogCaptureFixture
) -> None:
    mail = write("nobody@example.org")
    box.says[step] = "550 5.1.1 nobody@example.org is not here"
    with caplog.at_level(logging.INFO):
        assert sending.send_due()
    assert state(mail) == ("failed", "550 5.1.1")
    ours = [each.getMessage() for each in caplog.records if each.name.startswith(("item6", "django"))]
    assert ours == [f"mail {mail.pk} was refused (550 5.1.1); see: item6 outbox list"]
    now_due()
    assert not sending.send_due()


def test_what_broke_at_the_very_end_is_not_sent_again_by_itself(box: MailServer) -> None:
    mail = write()
    box.says["END"] = DROP
    assert sending.send_due()
    assert state(mail) == ("unsure", "disconnected")
    now_due()
    assert not sending.send_due()
    assert [(row["number"], row["state"]) for row in listed()] == [(mail.pk, "unsure")]
    box.says.clear()
    assert sending.send_again(mail.pk)
    assert sending.send_due()
    assert box.taken == [mail.message_id] * 2
    assert listed() == []


def test_what_a_dead_process_left_in_the_middle_is_shown(box: MailServer) -> None:
    early, late = write(), write()
    past = timezone.now() - timedelta(seconds=1)
    Mail.objects.filter(pk=early.pk).update(holder="dead", held_until=past, tries=1)
    Mail.objects.filter(pk=late.pk).update(holder="dead", held_until=past, tries=1, state="sending")
    assert sending.send_due()
    assert not sending.send_due()
    assert (state(early)[0], state(late)[0]) == ("sent", "unsure")
    assert box.taken == [early.message_id]


def test_who_lost_its_hold_says_nothing_more(box: MailServer) -> None:
    mail = write()
    held = sending.take()
    Mail.objects.update(holder="another")
    sending.send(held, postbox_of(f"smtp://127.0.0.1:{box.port}"))
    assert (box.taken, state(mail)[0]) == ([], "waiting")


def test_a_mail_is_taken_by_one(box: MailServer) -> None:
    write()
    assert (sending.take() is None, sending.take() is None) == (False, True)


def test_tries_end(box: MailServer) -> None:
    mail = write()
    box.says["RCPT"] = "450 4.2.1 busy"
    for _ in range(sending.MOST_TRIES):
        now_due()
        assert sending.send_due()
    assert state(mail) == ("failed", "450 4.2.1")


def test_a_dropped_mail_is_erased_and_stays_unsent(box: MailServer) -> None:
    mail = write()
    assert sending.drop(mail.pk)
    assert not sending.send_due()
    mail.refresh_from_db()
    assert (mail.state, bytes(mail.content), box.taken) == ("dropped", b"", [])
    assert not sending.drop(mail.pk)
    assert not sending.send_again(mail.pk)


def test_contents_are_erased_some_days_after_their_end(box: MailServer) -> None:
    old, new, waiting = write(), write(), write()
    now = datetime.now(UTC)
    Mail.objects.filter(pk=old.pk).update(state="sent", ended=now - timedelta(days=8))
    Mail.objects.filter(pk=new.pk).update(state="sent", ended=now - timedelta(days=6))
    with override_settings(KEEP_MAILS=7):
        sending.erase()
    assert [bool(bytes(each.content)) for each in Mail.objects.order_by("id")] == [False, True, True]
    assert Mail.objects.get(pk=old.pk).erased is not None
    assert state(waiting)[0] == "waiting"


def test_without_a_mail_server_everything_waits(box: MailServer) -> None:
    mail = write()
    with override_settings(MAIL=""):
        assert not sending.send_due()
    assert state(mail)[0] == "waiting"


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("smtp://mail.example.org", Postbox("mail.example.org", 587, tls="starttls")),
        ("smtp://a%40b:c%2Fd@mail.example.org:2525", Postbox("mail.example.org", 2525, "a@b", "c/d", "starttls")),
        ("smtps://u:p@mail.example.org", Postbox("mail.example.org", 465, "u", "p", "tls")),
        ("smtp://127.0.0.1", Postbox("127.0.0.1", 25, tls="none")),
        ("smtp://[::1]:26", Postbox("::1", 26, tls="none")),
    ],
)
def test_addresses_of_mail_servers(address: str, box: Postbox) -> None:
    assert postbox_of(address) == box


@pytest.mark.parametrize("address", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port"])
def test_what_is_no_mail_server(address: str) -> None:
    with pytest.raises(ValueError, match="mail"):
        postbox_of(address)


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Of a server that has this name, and of who trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    public = made.public_bytes(serialization.Encoding.PEM)
    (folder / "pem").write_bytes(
        public
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "pem")
    return server, ssl.create_default_context(cadata=public.decode())


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_encrypted_and_signed_in(tmp_path: Path, tls: str) -> None:
    server, trusting = certificate(tmp_path, "localhost")
    with mail_server(tls=server, at_once=tls == "tls") as started:
        box = Postbox("localhost", started.port, "item6", "a right password", tls)
        with connected(box, context=trusting) as connection:
            assert connection.noop()[0] == 250
        assert started.signed_in == ["item6"]


@pytest.mark.parametrize("tls", ["starttls", "tls"])
@pytest.mark.parametrize("name", ["localhost", "other.example.org"])
def test_a_certificate_that_is_not_right_ends_it(tmp_path: Path, tls: str, name: str) -> None:
    """Of another name, or of nobody whom one trusts."""
    server, trusting = certificate(tmp_path, name)
    context = trusting if name != "localhost" else ssl.create_default_context()
    with mail_server(tls=server, at_once=tls == "tls") as started:
        box = Postbox("localhost", started.port, "item6", "a right password", tls)
        with pytest.raises(NotSent, match="certificate"), connected(box, context=context):
            pass
        assert started.signed_in == []


def test_a_server_that_does_not_encrypt_is_told_nothing() -> None:
    with mail_server() as started:
        box = Postbox("localhost", started.port, "item6", "a right password", "starttls")
        with pytest.raises(NotSent, match="no encryption"), connected(box):
            pass
        assert started.signed_in == []


def test_a_wrong_password_is_tried_later_and_named(database: Database) -> None:
    with mail_server() as started:
        address = f"smtp://item6:wrong@127.0.0.1:{started.port}"
        with override_settings(MAIL=address, **WRITES):
            mail = write()
            assert sending.send_due()
            assert state(mail) == ("waiting", "535 5.7.8")
