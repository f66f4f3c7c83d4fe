"""Addresses of a server with accounts: those of the laptop, and those of people. Rules: gate/access.py."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.urls import path, re_path, register_converter
from django.urls.converters import IntConverter

from item6.web.api import account as keys
from item6.web.audit import views as audit
from item6.web.building import views as building
from item6.web.deciding import views as deciding
from item6.web.events import after_views as event_after
from item6.web.events import import_views as announcements
from item6.web.events import public_views as event_public
from item6.web.events import section_views as event_sections
from item6.web.events import views as events
from item6.web.letters import approval_views as approval
from item6.web.letters import comment_views as comments
from item6.web.letters import declining_views as declining
from item6.web.letters import figure_views as letter_figures
from item6.web.letters import press_views as press
from item6.web.letters import public_views as signing
from item6.web.letters import sending_views as sending
from item6.web.letters import sheet_views as sheets
from item6.web.letters import signature_views as signatures
from item6.web.letters import version_views as letter_versions
from item6.web.letters import views as letters
from item6.web.organisations import importing_views as importing
from item6.web.organisations import merging_views as merging
from item6.web.organisations import views as organisations
from item6.web.people import inviting_views as inviting
from item6.web.people import member_views as members
from item6.web.people import views as people
from item6.web.records import views as records
from item6.web.registrations import door_views as door
from item6.web.registrations import panel_views as panel
from item6.web.registrations import public_views as registering
from item6.web.registrations import sheet_views as guests
from item6.web.registrations import views as registrations
from item6.web.server.health import health
from item6.web.signin import account as own
from item6.web.signin import factors, taking, views
from item6.web.signin.confirming import confirmed
from item6.web.urls import handler400, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

_WORD = "[A-Za-z0-9_-]{1,200}"


class Row(IntConverter):
    """The number of a row, of no more digits than every database takes."""

    regex = "[0-9]{1,18}"


register_converter(Row, "row")

_C = "c/<slug:coalition>"
_CR = r"c/(?P<coalition>[-a-zA-Z0-9_]+)"
_L = f"{_C}/letters/<row:number>"
_E = f"{_C}/events/<row:number>"
_G = f"{_E}/registrations"
_LINK = r"\d{1,18}-[A-Za-z0-9_-]{24}"
_OPEN = "[A-Za-z0-9_-]{16}"
_O = f"{_C}/organisations/<row:number>"

urlpatterns = [
    *urlpatterns,
    # signing in and out
    path("sign-in", views.sign_in, name="account_login"),
    path("sign-in/second-factor", views.second_factor, name="mfa_authenticate"),
    path("sign-in/passkey", views.passkey, name="mfa_login_webauthn"),
    path("sign-out", account.logout, name="account_logout"),
    path("password/forgotten", views.forgotten, name="account_reset_password"),
    path("password/sent", views.link_sent, name="account_reset_password_done"),
    re_path(
        rf"^password/new/(?P<uidb36>{_WORD})/(?P<key>{_WORD})$",
        views.new_password,
        name="account_reset_password_from_key",
    ),
    path("password/set", views.password_set, name="account_reset_password_from_key_done"),
    re_path(rf"^invitation/(?P<token>{_WORD})$", taking.invitation, name="invitation"),
    # saying again who one is
    path("confirm/password", account.reauthenticate, name="account_reauthenticate"),
    path("confirm/code", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("confirm/passkey", factors.confirm_passkey, name="mfa_reauthenticate_webauthn"),
    # second factors
    path("second-factor", factors.index, name="mfa_index"),
    path("second-factor/passkey/add", factors.add_passkey, name="mfa_add_webauthn"),
    re_path(r"^second-factor/passkey/(?P<pk>\d{1,18})/name$", factors.rename_passkey, name="mfa_edit_webauthn"),
    re_path(r"^second-factor/passkey/(?P<pk>\d{1,18})/remove$", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("second-factor/app/add", factors.add_app, name="mfa_activate_totp"),
    path("second-factor/app/picture.svg", factors.app_picture, name="app-picture"),
    path("second-factor/app/remove", factors.remove_app, name="mfa_deactivate_totp"),
    path("second-factor/codes", factors.see_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes.txt", factors.save_codes, name="mfa_download_recovery_codes"),
    path("second-factor/codes/new", factors.new_codes, name="mfa_generate_recovery_codes"),
    # one's own account
    path("account", own.account, name="account"),
    path("account/sessions/end", own.end_sessions, name="own-sessions-end"),
    path("account/password", own.change_password, name="account_change_password"),
    path("account/address", own.change_address, name="own-address"),
    re_path(r"^account/address/(?P<token>[A-Za-z0-9:_-]{20,600})$", own.new_address, name="own-address-new"),
    path("nowhere", people.nowhere, name="nowhere"),
    path("work-in", people.work_in, name="work-in"),
    # the audit log
    path("c/<slug:coalition>/audit", audit.log, name="audit"),
    re_path(r"^c/(?P<coalition>[-a-zA-Z0-9_]+)/audit\.(?P<form>csv|json)$", audit.export, name="audit-export"),
    # for who watches over the server
    path("health", health, name="health"),
    # a coalition: its home, its people, its record
    path("coalitions", members.coalitions, name="coalitions"),
    path(f"{_C}", members.coalition, name="coalition"),
    path(f"{_C}/members", members.members, name="members"),
    path(f"{_C}/members/<row:person>", members.member, name="member"),
    path(f"{_C}/members/<row:person>/remove", members.remove, name="member-remove"),
    path(f"{_C}/leave", members.leave, name="leave"),
    path(f"{_C}/invitations", inviting.invitations, name="invitations"),
    path(f"{_C}/invitations/<row:number>/withdraw", inviting.withdraw, name="invitation-withdraw"),
    path(f"{_C}/record/again", building.again, name="record-again"),
    path(f"{_C}/record/follow", records.follow, name="record-follow"),
    # its decisions
    path(f"{_C}/decisions", deciding.decisions, name="decisions"),
    path(f"{_C}/decisions/withdraw", deciding.withdraw, name="decision-withdraw"),
    re_path(rf"^{_CR}/decisions/(?P<kind>answer|correct|label|totals)$", deciding.decide, name="decide"),
    # letters
    path(f"{_C}/letters", letters.letters, name="letters"),
    path(f"{_C}/letters/new", letters.new, name="letter-new"),
    path(f"{_L}", letters.letter, name="letter"),
    path(f"{_L}/edit", letters.edit, name="letter-edit"),
    path(f"{_L}/versions", letter_versions.versions, name="letter-versions"),
    path(f"{_L}/comment", comments.comment, name="letter-comment"),
    path(f"{_L}/comment/<int:comment>/settle", comments.settle, name="letter-settle"),
    path(f"{_L}/figures", letter_figures.figures, name="letter-figures"),
    path(f"{_L}/approval", approval.approval, name="letter-approval"),
    path(f"{_L}/press", press.press, name="letter-press"),
    path(f"{_L}/press.docx", press.press_file, name="letter-press-file"),
    path(f"{_L}/move", letters.move, name="letter-move"),
    path(f"{_L}/checked", letters.checked, name="letter-checked"),
    path(f"{_L}/un-form.docx", letters.un_form, name="letter-un-form"),
    path(f"{_L}/publish", letters.publish, name="letter-publish"),
    path(f"{_L}/signatures", signatures.signatures, name="signatures"),
    path(f"{_L}/signatures/alike", signatures.alike_signatures, name="signatures-alike"),
    path(f"{_L}/signatures/import", sheets.upload, name="signatures-import"),
    path(f"{_L}/signatures/import/<int:sheet>", sheets.sheet, name="signatures-sheet"),
    path(f"{_L}/asking", signatures.asking, name="letter-asking"),
    path(f"{_L}/asking/remind", signatures.remind, name="letter-remind"),
    path(f"{_L}/sent", sending.sent, name="letter-sent"),
    path(f"{_L}/sent/<int:sent_number>/answer", sending.answer, name="letter-answer"),
    # side events
    path(f"{_C}/events", events.events, name="events"),
    path(f"{_C}/events/new", events.new, name="event-new"),
    path(f"{_C}/events/import", announcements.paste, name="event-import"),
    path(f"{_E}", events.event, name="event"),
    path(f"{_E}/edit/<slug:section>", event_sections.edit, name="event-edit"),
    path(f"{_E}/move", events.move, name="event-move"),
    path(f"{_E}/task", events.task, name="event-task"),
    path(f"{_E}/follow-up", events.follow_up, name="event-follow-up"),
    path(f"{_E}/remove", events.remove, name="event-remove"),
    # what anybody can open
    re_path(rf"^sign/confirm/(?P<link>{_LINK})$", signing.confirm, name="sign-confirm"),
    re_path(rf"^sign/mine/(?P<link>{_LINK})$", signing.mine, name="sign-mine"),
    re_path(rf"^sign/(?P<address>{_OPEN})$", signing.sign, name="sign"),
    re_path(rf"^sign/decline/(?P<link>{_LINK})$", declining.decline, name="sign-decline"),
    re_path(rf"^letters/(?P<address>{_OPEN})$", signing.published, name="letter-published"),
    re_path(
        rf"^letters/(?P<address>{_OPEN})/versions$",
        letter_versions.published_versions,
        name="letter-published-versions",
    ),
    re_path(
        rf"^letters/(?P<address>{_OPEN})\.(?P<form>html|docx|pdf|csv|json|signed\.json)$",
        signing.published_file,
        name="letter-file",
    ),
    # what anybody can open of a published event, and its feed
    re_path(rf"^events/(?P<address>{_OPEN})$", event_public.page, name="event-page"),
    re_path(rf"^events/(?P<address>{_OPEN})\.ics$", event_public.calendar, name="event-calendar"),
    re_path(rf"^events/(?P<address>{_OPEN})/concept-note$", event_public.note, name="event-note"),
    re_path(
        rf"^events/(?P<address>{_OPEN})/(?P<name>flyer|square|card|concept-note)-(?P<language>[a-z]{{2}})\.(?P<form>pdf|png|docx)$",
        event_public.file,
        name="event-file",
    ),
    re_path(rf"^events/of/(?P<link>{_LINK})\.atom$", event_public.atom, name="events-feed"),
    # what comes after an event, for its coalition
    path(f"{_C}/events/<row:number>/report.docx", event_after.report, name="event-report"),
    path(f"{_C}/events/<row:number>/statement", event_after.statement, name="event-statement"),
    # who comes to events
    path(f"{_G}", registrations.registrations, name="registrations"),
    path(f"{_G}/form", registrations.desk, name="registrations-desk"),
    path(f"{_G}/codes", registrations.codes, name="registrations-codes"),
    path(f"{_G}/door", door.door, name="registrations-door"),
    path(f"{_G}/door/print", door.paper, name="registrations-paper"),
    path(f"{_G}/questions", panel.questions, name="panel-questions"),
    path(f"{_G}/import", guests.upload, name="registrations-import"),
    path(f"{_G}/import/<row:sheet>", guests.sheet, name="registrations-sheet"),
    re_path(
        rf"^{_CR}/events/(?P<number>[0-9]{{1,18}})/registrations/(?P<kind>guests|everybody)\.(?P<form>csv|xlsx)$",
        registrations.file,
        name="registrations-file",
    ),
    re_path(rf"^register/confirm/(?P<link>{_LINK})$", registering.confirm, name="register-confirm"),
    re_path(rf"^register/mine/(?P<link>{_LINK})$", registering.mine, name="register-mine"),
    re_path(rf"^register/mine/(?P<link>{_LINK})\.ics$", registering.calendar, name="register-calendar"),
    re_path(rf"^register/(?P<address>{_OPEN})$", registering.register, name="register"),
    # organisations
    path(f"{_C}/organisations", organisations.listed, name="organisations"),
    re_path(rf"^{_CR}/organisations\.(?P<form>csv|json)$", organisations.export, name="organisations-export"),
    path(f"{_C}/organisations/contacts.csv", organisations.contacts, name="organisations-contacts"),
    path(f"{_C}/organisations/new", organisations.new, name="organisation-new"),
    path(f"{_C}/organisations/import", importing.upload, name="organisations-import"),
    path(f"{_C}/organisations/import/<row:number>", importing.draft, name="organisations-draft"),
    path(f"{_C}/organisations/alike", merging.alike, name="organisations-alike"),
    path(f"{_O}", organisations.organisation, name="organisation"),
    path(f"{_O}/edit", organisations.edit, name="organisation-edit"),
    path(f"{_O}/remove", organisations.remove, name="organisation-remove"),
    path(f"{_O}/history", organisations.history, name="organisation-history"),
    path(f"{_O}/merge/<row:other>", merging.merge, name="organisation-merge"),
    path(f"{_O}/apart/<row:other>", merging.apart, name="organisation-apart"),
    path(f"{_C}/organisations/merges/<row:merge>/undo", merging.undo, name="organisation-unmerge"),
    path("account/keys", confirmed(keys.account_keys), name="account-keys"),
    path("account/keys/withdraw", keys.withdraw_key, name="account-keys-withdraw"),
]
