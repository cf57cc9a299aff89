"""Readers who save data: their browser says so, and they get the light page, unless they ask for the full one there."""

from flask import request

HEADER = "Save-Data"


def is_asked() -> bool:
    """Whether the light page is meant where a live one is asked for.

    Who comes from a page of ours has chosen the live one there. Browsers say so on https; else the page that was left
    says it.
    """
    if request.headers.get(HEADER, "").lower() != "on":
        return False
    referrer = (request.referrer or "").partition("://")[2]
    return request.headers.get("Sec-Fetch-Site") != "same-origin" and not referrer.startswith(f"{request.host}/")
