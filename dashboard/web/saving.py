"""Readers who save data: their browser says so, and they get the light page, unless they ask for the full one there."""

from wsgiref.types import WSGIEnvironment

from werkzeug.wsgi import get_host

HEADER = "Save-Data"


def is_asked(wsgi_environ: WSGIEnvironment) -> bool:
    """Whether the light page is meant where a live one is asked for.

    Who comes from a page of ours has chosen the live one there. Browsers say so on https; else the page that was left
    says it.
    """
    if wsgi_environ.get("HTTP_SAVE_DATA", "").lower() != "on":
        return False
    referrer = wsgi_environ.get("HTTP_REFERER", "").partition("://")[2]
    is_ours = referrer.startswith(f"{get_host(wsgi_environ)}/")
    return wsgi_environ.get("HTTP_SEC_FETCH_SITE") != "same-origin" and not is_ours
