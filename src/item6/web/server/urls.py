"""Addresses of a server with accounts: those of the laptop, and those of people. Rules: gate/access.py."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from django.urls import path, re_path

from item6.web.building import views as building
from item6.web.deciding import views as deciding
from item6.web.organisations import importing_views as importing
from item6.web.organisations import merging_views as merging
from item6.web.organisations import views as organisations
from item6.web.people import inviting_views as inviting
from item6.web.people import member_views as members
from item6.web.people import views as people
from item6.web.records import views as records
from item6.web.urls import handler400, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

_C = "c/<slug:coalition>"
_CR = r"c/(?P<coalition>[-a-zA-Z0-9_]+)"
_O = f"{_C}/organisations/<int:number>"

urlpatterns = [
    *urlpatterns,
    path("sign-in", account.login, name="account_login"),
    path("sign-out", account.logout, name="account_logout"),
    path("second-factor", factors.index, name="mfa_index"),
    path("nowhere", people.nowhere, name="nowhere"),
    path("work-in", people.work_in, name="work-in"),
    # a coalition: its home, its people, its record
    path("coalitions", members.coalitions, name="coalitions"),
    path(f"{_C}", members.coalition, name="coalition"),
    path(f"{_C}/members", members.members, name="members"),
    path(f"{_C}/members/<int:person>", members.member, name="member"),
    path(f"{_C}/members/<int:person>/remove", members.remove, name="member-remove"),
    path(f"{_C}/leave", members.leave, name="leave"),
    path(f"{_C}/invitations", inviting.invitations, name="invitations"),
    path(f"{_C}/invitations/<int:number>/withdraw", inviting.withdraw, name="invitation-withdraw"),
    path(f"{_C}/record/again", building.again, name="record-again"),
    path(f"{_C}/record/follow", records.follow, name="record-follow"),
    # its decisions
    path(f"{_C}/decisions", deciding.decisions, name="decisions"),
    path(f"{_C}/decisions/withdraw", deciding.withdraw, name="decision-withdraw"),
    re_path(rf"^{_CR}/decisions/(?P<kind>answer|correct|label|totals)$", deciding.decide, name="decide"),
    # organisations
    path(f"{_C}/organisations", organisations.listed, name="organisations"),
    re_path(rf"^{_CR}/organisations\.(?P<form>csv|json)$", organisations.export, name="organisations-export"),
    path(f"{_C}/organisations/contacts.csv", organisations.contacts, name="organisations-contacts"),
    path(f"{_C}/organisations/new", organisations.new, name="organisation-new"),
    path(f"{_C}/organisations/import", importing.upload, name="organisations-import"),
    path(f"{_C}/organisations/import/<int:number>", importing.draft, name="organisations-draft"),
    path(f"{_C}/organisations/alike", merging.alike, name="organisations-alike"),
    path(f"{_O}", organisations.organisation, name="organisation"),
    path(f"{_O}/edit", organisations.edit, name="organisation-edit"),
    path(f"{_O}/remove", organisations.remove, name="organisation-remove"),
    path(f"{_O}/history", organisations.history, name="organisation-history"),
    path(f"{_O}/merge/<int:other>", merging.merge, name="organisation-merge"),
    path(f"{_O}/apart/<int:other>", merging.apart, name="organisation-apart"),
    path(f"{_C}/organisations/merges/<int:merge>/undo", merging.undo, name="organisation-unmerge"),
]
