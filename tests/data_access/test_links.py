"""Only addresses of the web become links."""

import pytest

from data_access.answers.links import web_address


@pytest.mark.parametrize("text", ["https://acled.org/x?y=1#z", "http://eiti.kg", "HTTPS://X.KG/ж", "https://[::1]/"])
def test_an_address_of_the_web_stays(text):
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(None, float("nan"), "", "-", "eiti.kg", "//evil.example", "/ky/overview", "javascript:alert(1)", "http:x"),
        *(" https://x.kg", "https://x.kg\n", "https://", "https:///x", "https://x.kg/ y", "https://x.kg/\"'><b>"),
        *("java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:x@y", "ftp://x", "xhttps://y"),
    ],
)
def test_anything_else_is_no_link(text):
    assert web_address(text) is None
