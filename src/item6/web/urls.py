"""Addresses. Every one of them is listed in tests/web/test_routes.py; one that is not fails the build."""

from __future__ import annotations

from django.urls import path, re_path

from item6.web.explorer import views
from item6.web.gate.views import static_file

_REVIEW = r"(?P<review>[A-Z]{3}-\d{1,2})"
_NUMBER = r"(?P<number>\d[0-9a-z.()]{0,24})"

urlpatterns = [
    path("", views.start, name="start"),
    re_path(rf"^r/{_REVIEW}$", views.review, name="review"),
    re_path(rf"^r/{_REVIEW}/{_NUMBER}$", views.recommendation, name="recommendation"),
    re_path(rf"^r/{_REVIEW}/{_NUMBER}/page\.png$", views.picture, name="picture"),
    path("recommendations", views.recommendations, name="recommendations"),
    re_path(r"^recommendations\.(?P<form>csv|json)$", views.export, name="export"),
    path("figure", views.figure, name="figure"),
    re_path(r"^state/(?P<state>[A-Z]{3})$", views.state, name="state"),
    path("documents", views.documents, name="documents"),
    path("problems", views.problems, name="problems"),
    re_path(r"^static/(?P<name>[a-z0-9.-]{1,60})$", static_file, name="static"),
]

handler400 = "item6.web.gate.views.bad_request"
handler404 = "item6.web.gate.views.not_found"
handler500 = "item6.web.gate.views.failed"
