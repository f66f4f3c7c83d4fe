"""The audit log: what stands in it, who reads it, and that nothing private ever does."""

from __future__ import annotations

import csv
import io
import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from allauth.account import signals as accounts
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.urls import get_resolver
from django.utils import timezone
from pages import page_of
from people_for_tests import member, signed_in

from item6.web.audit import keeping, noting, table
from item6.web.audit.exports import of_no_coalition
from item6.web.audit.models import Entry, NeverChanged
from item6.web.building import incoming
from item6.web.gate.logs import WithoutWords
from item6.web.gate.walls import NAMED
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition, Invitation, Membership, Person
from item6.web.people.sessions import SessionStore
from item6.web.server import urls

Enter = Callable[..., Client]
SECRET = "Quetzalcoatl-7431"
SILENT = {"coalition", "token", "key", "uidb36", "link", "address", "language"}
"""Arguments of addresses that are never noted: secrets, and what stands in a column of its own."""


def lines(**which: object) -> list[tuple[str, str, str]]:
    return list(Entry.objects.filter(**which).order_by("id").values_list("did", "what", "object"))


@pytest.fixture
def owner(coalition: Coalition) -> Person:
    return member(coalition, "owner", name="Zenobia Owner")


@pytest.fixture
def own(owner: Person) -> Client:
    """The browser of an owner."""
    return signed_in(owner)


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/c/ruritania/audit{query}")
    assert answer.status_code == 200
    return " ".join(page_of(answer.content).words.split())


def test_owners_read_who_did_what(own: Client, enter_as: Enter) -> None:
    enter_as("reader", name="Rupert Reader").get("/recommendations.csv")
    enter_as("guest", name="Gisela Guest").get("/statements")
    words = page(own)
    assert "Rupert Reader exported recommendations as a file csv done" in words
    assert "Gisela Guest was refused the list of kept statements refused" in words
    assert words.index("Gisela Guest was refused") < words.index("Rupert Reader exported")  # the last first


def test_a_page_that_loads_itself_anew_is_noted_once_in_an_hour(
    own: Client, coalition: Coalition, enter_as: Enter
) -> None:
    sent = [SimpleUploadedFile("report.pdf", b"%PDF-")]
    jobs = [incoming.take(workspace_of(coalition.slug), sent) for _ in range(2)]
    for name in jobs:
        result = {"read": 0, "record": "", "problems": []}
        incoming.write(workspace_of(coalition.slug) / incoming.FOLDER / name / "result.json", result)
    for name in (jobs[0], jobs[0], jobs[1], jobs[0]):
        assert own.get(f"/add/{name}").status_code == 200
    enter_as("editor").get(f"/add/{jobs[0]}")
    assert len(lines(what="job")) == 3
    with connection.cursor() as cursor:  # the log itself changes no line
        cursor.execute("UPDATE audit_entry SET at = %s WHERE what = 'job'", [timezone.now() - timedelta(minutes=61)])
    own.get(f"/add/{jobs[0]}")
    assert len(lines(what="job")) == 4


@pytest.mark.parametrize(
    ("query", "found"), [("kind=exported", {"exported"}), ("kind=refused", {"refused"}), ("kind=nonsense", None)]
)
def test_lines_of_a_kind(own: Client, enter_as: Enter, query: str, found: set[str] | None) -> None:
    enter_as("reader").get("/recommendations.csv")
    enter_as("guest").get("/recommendations.csv")
    taken = json.loads(own.get(f"/c/ruritania/audit.json?{query}").content)
    assert {each["did"] for each in taken} == (found or {"exported", "refused", "changed"})


def test_lines_of_a_person_and_of_a_day(own: Client, owner: Person, enter_as: Enter) -> None:
    enter_as("reader", name="Rupert Reader").get("/recommendations.csv")
    own.get("/statements")
    assert "Rupert Reader exported" not in page(own, f"?person={owner.pk}")
    assert "the list of kept statements" in page(own, f"?person={owner.pk}")
    today = timezone.now().date()
    taken = own.get(f"/c/ruritania/audit.csv?day={today}&kind=exported").content.decode()
    assert "recommendations" not in own.get(f"/c/ruritania/audit.csv?day={today - timedelta(days=3)}").content.decode()
    assert ",Rupert Reader,exported,export,csv,200" in taken
    wrong = own.get("/c/ruritania/audit?day=yesterday")
    assert (wrong.status_code, "A day is written like" in wrong.content.decode()) == (400, True)


@pytest.mark.parametrize(("zone", "shown"), [("Asia/Tokyo", "Asia/Tokyo"), ("", "Europe/Zurich")])
def test_times_are_those_of_the_readers_zone(own: Client, owner: Person, zone: str, shown: str) -> None:
    Person.objects.filter(pk=owner.pk).update(time_zone=zone)
    own.get("/statements")
    local = Entry.objects.latest("id").at.astimezone(ZoneInfo(shown))
    words = page(own)
    assert f"times of {shown}" in words and f"{local:%Y-%m-%d %H:%M} Zenobia Owner saw" in words


def test_pages_of_the_log(own: Client, coalition: Coalition) -> None:
    for number in range(250):
        noting.note(noting.SAW, "job", person=None, coalition=coalition.pk, object=f"{number:016x}")
    assert "page 1 of 3" in page(own)
    second = page(own, "?page=2")  # after the 99 last ones, since opening the first page is a line itself
    assert f"{150:016x}" in second and f"{151:016x}" not in second and f"{51:016x}" in second
    assert own.get("/c/ruritania/audit?page=4").status_code == 404
    assert len(own.get("/c/ruritania/audit").content) < 100_000


def test_taking_the_log_is_noted_itself(own: Client) -> None:
    own.get("/c/ruritania/audit.csv")
    own.get("/c/ruritania/audit.json?kind=saw")
    assert lines(did="exported") == [("exported", "audit-export", "csv"), ("exported", "audit-export", "json")]


def test_cells_of_the_log_are_no_formulas(own: Client, coalition: Coalition) -> None:
    for name in ("=1+1", " =1+1", "＝1", "@x", "\t=1", "-1", "' =1"):
        who = member(coalition, "reader", name=name)
        noting.note(noting.SAW, "job", person=who.pk, coalition=coalition.pk)
    found = list(csv.DictReader(io.StringIO(own.get("/c/ruritania/audit.csv?kind=saw").content.decode())))
    assert len(found) == 7
    assert [each["person"] for each in found if not each["person"].startswith("'")] == []


def test_each_coalition_has_a_log_of_its_own(own: Client, other: Coalition) -> None:
    theirs = signed_in(member(other, "owner", name="Sapt of Strelsau"))
    theirs.get("/recommendations.csv")
    assert "Sapt" not in page(own) and "Sapt" not in own.get("/c/ruritania/audit.csv").content.decode()
    assert theirs.get("/c/ruritania/audit").status_code == 404
    assert lines(what="elsewhere") == [("refused", "elsewhere", "")]
    assert Entry.objects.get(what="elsewhere").coalition is None


def test_nobody_changes_a_line(own: Client, coalition: Coalition) -> None:
    own.get("/statements")
    line, before = Entry.objects.latest("id"), lines()
    line.did = "exported"
    for act in (
        line.save, line.delete, lambda: Entry.objects.all().delete(), lambda: Entry.objects.update(did="x"),
        lambda: Entry.objects.bulk_update([line], ["did"]), lambda: Entry.objects.bulk_create([line]),
        lambda: Entry.objects.update_or_create(pk=line.pk, defaults={"did": "x"}),
        lambda: line.save(force_update=True), lambda: Entry.objects.filter(pk=line.pk)._raw_delete("default"),
        lambda: Entry.objects.none().delete(),
    ):  # fmt: skip
        with pytest.raises(NeverChanged):
            act()
    Entry(pk=line.pk).did = "x"
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        Entry(pk=line.pk, did="x", what="y").save()
    assert lines() == before


def test_a_line_outlives_its_person_and_keeps_its_coalition(own: Client, owner: Person, coalition: Coalition) -> None:
    own.get("/statements")
    owner.delete()
    assert ("saw", "statements", "") in lines(person=None)
    with pytest.raises(Exception, match="protected"):
        coalition.delete()


def test_old_lines_are_purged_and_the_log_says_so(own: Client, coalition: Coalition, other: Coalition) -> None:
    for where in (coalition, coalition, other):
        noting.note(noting.SAW, "job", person=None, coalition=where.pk)
    early = Entry.objects.count()
    assert keeping.purge(timezone.now() + keeping.kept_for() - timedelta(minutes=1)) == 0
    assert keeping.purge(timezone.now() + keeping.kept_for() + timedelta(minutes=1)) == early
    assert sorted(lines()) == sorted([("changed", "log-purged", str(early - 1)), ("changed", "log-purged", "1")])
    assert keeping.kept_for() == timedelta(days=731)


def test_the_purge_is_done_every_day(database: object) -> None:
    from item6.web.work.kinds import KINDS

    assert KINDS["audit.purge"].every == timedelta(days=1)


def test_coming_and_going_is_noted_in_each_coalition(coalition: Coalition, other: Coalition) -> None:
    who = member(coalition, "reader")
    Membership.objects.create(person=who, coalition=other, role="guest")
    request = RequestFactory().get("/")
    request.session = SessionStore()
    user_logged_in.send(Person, request=request, user=who)
    user_logged_out.send(Person, request=request, user=who)
    user_logged_out.send(Person, request=request, user=None)
    for where in (coalition, other):
        assert [what for _, what, _ in lines(did="entered", coalition=where)] == ["signed-in", "signed-out"]


def test_failed_sign_ins_are_noted_without_what_was_typed(own: Client, owner: Person) -> None:
    for typed in (owner.email, owner.email.upper(), f"{SECRET}@example.org"):
        assert authenticate(RequestFactory().get("/"), email=typed, password=SECRET) is None
    found = list(
        Entry.objects.filter(what="sign-in-failed").order_by("id").values_list("person", "coalition", "object")
    )
    assert found == [(owner.pk, None, ""), (owner.pk, None, ""), (None, None, "")]
    assert page(own, "?kind=entered").count("a sign-in that failed") == 2  # of members; the third is nobody's


def test_a_failed_sign_in_writes_as_much_for_nobody_as_for_a_member(own: Client, owner: Person) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from item6.web.audit.receivers import _failed

    counts = []
    for typed in (owner.email, "nobody@example.org"):
        with CaptureQueriesContext(connection) as asked:
            _failed(credentials={"email": typed})
        counts.append(len(asked))
    assert counts == [2, 2]


def test_factors_passwords_and_roles_are_noted(coalition: Coalition) -> None:
    who = member(coalition, "reader")
    request, key = RequestFactory().get("/"), Authenticator.objects.get(user=who)
    factors.authenticator_added.send(Authenticator, request=request, user=who, authenticator=key)
    factors.authenticator_removed.send(Authenticator, request=request, user=who, authenticator=key)
    factors.authenticator_reset.send(Authenticator, request=request, user=who, authenticator=key)
    accounts.password_changed.send(Person, request=request, user=who)
    role = Membership.objects.get(person=who)
    role.role = "editor"
    role.save()
    role.save()  # nothing new
    role.delete()
    assert lines(coalition=coalition) == [
        ("changed", "role-given", f"{who.pk} reader"), ("entered", "factor-added", "totp"),
        ("entered", "factor-removed", "totp"), ("entered", "factor-renewed", "totp"),
        ("entered", "password-changed", ""), ("changed", "role-changed", f"{who.pk} editor"),
        ("changed", "role-ended", f"{who.pk} editor"),
    ]  # fmt: skip


def test_invitations_are_noted_without_address_and_token(coalition: Coalition) -> None:
    made = Invitation.objects.create(
        coalition=coalition, email=f"{SECRET}@example.org", role="reader", token=SECRET, until=timezone.now()
    )
    made.withdrawn = timezone.now()
    made.save()
    assert [(what, object) for _, what, object in lines()] == [
        (f"invitation-{what}", f"#{made.pk} reader") for what in ("made", "ended")
    ]


def test_what_was_only_sent_on_or_to_be_corrected_is_not_noted(coalition: Coalition, enter_as: Enter) -> None:
    signed_in(member(coalition, "owner", second_factor=False)).get("/statements")
    client = enter_as("editor")
    client.post("/check", {"text": ""})
    client.put("/check")
    client.post("/count", {"text": "Some words."})
    client.get("/r/XRU-2/9.9")
    client.get("/recommendations?q=torture")
    assert lines(what__in=("statements", "check", "count", "recommendation", "recommendations")) == []


def test_every_argument_of_an_address_is_noted_or_kept_silent() -> None:
    found = {name for each in urls.urlpatterns for name in each.pattern.regex.groupindex}
    assert found - NAMED - SILENT == set()
    assert set() == NAMED & SILENT
    assert get_resolver(urls.__name__).url_patterns


def test_nothing_that_people_write_is_noted_or_logged(
    server_home: Path, own: Client, coalition: Coalition, capfd: pytest.CaptureFixture[str]
) -> None:
    """Planted in statements, names of files, forms, queries and headers."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = [
        own.post(
            "/check", {"text": f"{SECRET} At its second review Ruritania received 56.", "keep": "yes", "title": SECRET}
        ),
        own.post("/check", {"file": SimpleUploadedFile(f"{SECRET}.docx", SECRET.encode())}),
        own.post("/count", {"text": SECRET}),
        own.post("/add", {"files": [SimpleUploadedFile(f"{SECRET}.pdf", SECRET.encode())]}),
        own.get("/recommendations", {"q": SECRET}),
        own.get("/recommendations.csv", {"q": SECRET}),
        own.get("/figure", {"ref": SECRET}),
        own.get("/brief/XRU-2/factsheet", {"theme": SECRET}),
        own.get("/c/ruritania/audit", {"day": SECRET, "person": SECRET}),
        own.post("/work-in", {"coalition": SECRET}),
        own.post("/records/current", {"record": SECRET}),
        own.get("/", headers={"referer": f"https://x.example/{SECRET}", "user-agent": SECRET}),
        own.get(f"/{SECRET}"),
        own.get("/", headers={"host": f"{SECRET}.example"}),
    ]
    assert [each.status_code for each in sent if each.status_code >= 500] == []
    assert [each for each in sent if SECRET in each.headers.get("Location", "")] == []
    assert Entry.objects.count() > 5
    for line in Entry.objects.values_list():
        assert SECRET not in repr(line)
    told = capfd.readouterr()
    assert SECRET not in told.out + told.err
    own.post(
        next(each.headers["Location"] for each in sent if each.headers.get("Location", "").startswith("/add/"))
        + "/remove"
    )


def test_a_failure_is_logged_without_words_and_addresses(
    own: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error

    monkeypatch.setattr("item6.web.explorer.records.current", fail)
    with caplog.at_level(logging.ERROR):
        assert own.get(f"/r/XRU-2?q={SECRET}").status_code == 500
    form = WithoutWords("%(levelname)s %(name)s: %(message)s")
    said = "\n".join(form.format(each) for each in caplog.records)
    assert "500 GET review" in said and "test_audit.py" in said and "builtins.RuntimeError" in said
    assert SECRET not in said and "/r/XRU-2" not in said


def test_the_log_of_a_server_is_written_so() -> None:
    from item6.web.server import settings

    assert settings.LOGGING["formatters"]["line"]["()"] == "item6.web.gate.logs.WithoutWords"
    assert {each["formatter"] for each in settings.LOGGING["handlers"].values()} == {"line"}


def test_the_documented_table_is_that_of_the_program(root: Path) -> None:
    """Write it anew with: PYTHONPATH=src python -m item6.web.audit.table docs/security.md"""
    page = (root / "docs" / "security.md").read_text(encoding="utf-8")
    assert table.within(page) == page


def test_how_long_lines_are_kept_can_be_set(own: Client) -> None:
    with override_settings(KEEP_LOG=30):
        assert keeping.kept_for() == timedelta(days=30)
        assert "kept for 30 days" in page(own)


def test_lines_of_no_coalition_are_listed_for_who_runs_the_server(coalition: Coalition, anyone: Client) -> None:
    noting.note("changed", "statement", person=None, coalition=coalition.pk)
    anyone.post("/sign-in", {"login": "nobody@example.org", "password": "a wrong one"})
    assert [(each["person"], each["what"]) for each in of_no_coalition()] == [("", "sign-in-failed")]
