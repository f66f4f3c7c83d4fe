"""Domains from what people type."""

from __future__ import annotations

import pytest

from item6.organisations.domains import domain_of, is_own, shown


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("example.org", "example.org"),
        (" WWW.Example.ORG. ", "example.org"),
        ("https://www.example.org:8443/about?x=1", "example.org"),
        ("office@Example.org", "example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
        ("例子.测试", "xn--fsqu00a.xn--0zwm56d"),
    ],
)
def test_domain(typed: str, domain: str) -> None:
    assert domain_of(typed) == domain
    assert domain_of(shown(domain)) == domain


@pytest.mark.parametrize(
    "typed",
    ["", "example", "127.0.0.1", "a..org", "-a.org", "a b.org", "ex_ample.org", "a" * 64 + ".org", "http://[::1]/"],
)
def test_no_domain(typed: str) -> None:
    with pytest.raises(ValueError):
        domain_of(typed)


def test_free_mail_is_nobodys_own() -> None:
    assert [is_own(each) for each in ("example.org", "gmail.com", "proton.me")] == [True, False, False]
