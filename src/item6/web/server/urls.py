"""Addresses of a server with accounts: those of the laptop, and those of people. Rules: gate/access.py."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as factors
from django.urls import path

from item6.web.api import account as keys
from item6.web.people import views as people
from item6.web.urls import handler400, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *urlpatterns,
    path("sign-in", account.login, name="account_login"),
    path("sign-out", account.logout, name="account_logout"),
    path("second-factor", factors.index, name="mfa_index"),
    path("nowhere", people.nowhere, name="nowhere"),
    path("work-in", people.work_in, name="work-in"),
    path("account/keys", keys.account_keys, name="account-keys"),
    path("account/keys/withdraw", keys.withdraw_key, name="account-keys-withdraw"),
]
