"""Addresses for programs, made from the table."""

from __future__ import annotations

from django.urls import path, re_path

from item6.web.api import pages, views
from item6.web.api.routes import ENDPOINTS

urlpatterns = [
    path("api/v1", pages.documentation, name="api"),
    path("api/v1/openapi.json", views.openapi, name="api-openapi"),
    *(re_path(each.pattern, views.view_of(each), name=f"api-{each.name}") for each in ENDPOINTS),
]
"""Of every application; a server has pages of keys besides (`item6.web.api.account`)."""
