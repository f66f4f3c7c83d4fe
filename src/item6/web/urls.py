"""Addresses. Every one of them is listed in tests/web/test_routes.py; one that is not fails the build."""

from __future__ import annotations

from django.urls import path, re_path

from item6.web.api.urls import urlpatterns as api
from item6.web.briefings import views as briefings
from item6.web.building import views as building
from item6.web.explorer import views
from item6.web.gate.views import static_file
from item6.web.languages import views as languages
from item6.web.records import views as records
from item6.web.statements import views as statements

_REVIEW = r"(?P<review>[A-Z]{3}-\d{1,2})"
_JOB = r"(?P<name>[0-9a-f]{16})"
_KIND = r"(?P<kind>[a-z]{1,20})"
_NUMBER = r"(?P<number>\d[0-9a-z.()]{0,24})"

urlpatterns = [
    path("", views.start, name="start"),
    re_path(rf"^r/{_REVIEW}$", views.review, name="review"),
    re_path(rf"^r/{_REVIEW}/{_NUMBER}$", views.recommendation, name="recommendation"),
    re_path(rf"^r/{_REVIEW}/{_NUMBER}/page\.png$", views.picture, name="picture"),
    path("recommendations", views.recommendations, name="recommendations"),
    re_path(r"^recommendations\.(?P<form>csv|json|xlsx)$", views.export, name="export"),
    path("figure", views.figure, name="figure"),
    re_path(r"^state/(?P<state>[A-Z]{3})$", views.state, name="state"),
    path("documents", views.documents, name="documents"),
    path("problems", views.problems, name="problems"),
    path("keys", views.keys, name="keys"),
    # for programs
    *api,
    # briefings
    re_path(rf"^brief/{_REVIEW}$", briefings.choose, name="briefings"),
    re_path(rf"^brief/{_REVIEW}/all\.zip$", briefings.take_all, name="briefing-set"),
    re_path(rf"^brief/{_REVIEW}/{_KIND}$", briefings.read, name="briefing"),
    re_path(rf"^brief/{_REVIEW}/{_KIND}/(?P<chart>[A-Za-z0-9-]{{1,60}})\.svg$", briefings.chart, name="briefing-chart"),
    re_path(rf"^brief/{_REVIEW}/{_KIND}\.(?P<form>[a-z]{{1,5}})$", briefings.take, name="briefing-file"),
    path("count", briefings.count, name="count"),
    # documents dropped into the browser
    path("add", building.add, name="add"),
    re_path(rf"^add/{_JOB}$", building.job, name="job"),
    re_path(rf"^add/{_JOB}/stop$", building.stop, name="job-stop"),
    re_path(rf"^add/{_JOB}/resume$", building.resume, name="job-resume"),
    re_path(rf"^add/{_JOB}/remove$", building.remove, name="job-remove"),
    # the records of the workspace
    path("records", records.records, name="records"),
    path("records/current", records.make_current, name="make-current"),
    path("records/compare", records.compare, name="compare"),
    # statements: checked, kept, checked again
    path("check", statements.check, name="check"),
    path("statements", statements.statements, name="statements"),
    path("statements/again", statements.again, name="statements-again"),
    re_path(rf"^statements/{_JOB}$", statements.statement, name="statement"),
    re_path(rf"^statements/{_JOB}/accept$", statements.accept, name="statement-accept"),
    re_path(rf"^statements/{_JOB}/forget$", statements.forget, name="statement-forget"),
    path("language", languages.choose, name="language"),
    re_path(r"^static/(?P<name>[a-z0-9.-]{1,60})$", static_file, name="static"),
]

handler400 = "item6.web.gate.views.bad_request"
handler404 = "item6.web.gate.views.not_found"
handler500 = "item6.web.gate.views.failed"
