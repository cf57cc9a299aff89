"""What every answer says about what a browser may do with it."""

from collections.abc import Sequence

from flask import Flask, Response, g, request

from data_access.vocabulary.edition import EXAMPLE

# Styles that Dash 4.4.1 and plotly.js 4.1.1 put into the page themselves; found anew by
# tests/browser when a version changes: the browser names the hash that it refused.
INJECTED_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-Do5Z9ZqsPvCQTUBQS9BnDm/2+on7omuzuLYk5sbA+2s='",
    "'sha256-ITR5T9OwskhdqdsliUJRmgp9ltOFAHgXe1F7eRvGnmQ='",
    "'sha256-0IJGrxhCP5NUIafylLkj5118xkZH1kp5FmNio7NOckI='",
    "'sha256-Z8VokGxeiKThZOEmkdUgfW+jxbvItBwAXC8M1c4wqAM='",
    "'sha256-VUA+tqvhK3niMn7AdszqidMFPRh9FLqxB2iINUrsiTw='",
    "'sha256-Aq43X0SlmB69maWGob4rp/UuSHhwePalkRRExtsxOJ8='",
    "'sha256-SkhFDxgIcEjMhRh19uSHWrkdnAlZ9rlskgr9yLsipa8='",
    "'sha256-uDiOZWps1U7E8/0BTaQrclYMhVhRVE4dT0vb5X6nXOw='",
    "'sha256-+QoPrsxO0auPnxSulD3bAr9CoDGgzv7YRfYE0vfxeQI='",
    "'sha256-MJs2ke1SA6Cy3tTCZu2QH0rj0r//iNqU0idy9bM4leg='",
    "'sha256-X2TqJwnIiE/ceDVeAdr7v7BOWBU6CEzE6qxlNzBzvBk='",
    "'sha256-mKP5Nh9J+3FomkYQF5DWFgmUmC9oEOyh3LiTtE1PwKo='",
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='",
)

# What a page is made of, by itself never a page.
PARTS = (
    "application/geo+json",
    "application/javascript",
    "application/json",
    "font/woff2",
    "image/x-icon",
    "image/vnd.microsoft.icon",
    "text/css",
    "text/javascript",
)
# On each of dozens of parts the whole policy would weigh more than some of them.
POLICY_OF_PARTS = "default-src 'none'; frame-ancestors 'none'"
DAY_SECONDS = 24 * 3600
YEAR_SECONDS = 365 * DAY_SECONDS
ASK_ALWAYS = "no-cache"
FOR_A_DAY = f"public, max-age={DAY_SECONDS}"
FOR_EVER = f"public, max-age={YEAR_SECONDS}, immutable"
ASSETS = "assets/<path:filename>"


def policy(style_hashes: Sequence[str]) -> str:
    """The content security policy: everything from here, nothing from elsewhere."""
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src-elem": " ".join(["'self'", *style_hashes, *INJECTED_STYLES]),
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def register(server: Flask, style_hashes: Sequence[str]) -> None:
    """Set the headers on every answer, errors included. The hashes are those of styles inside documents."""
    fixed_headers = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    of_pages = policy(style_hashes)

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(fixed_headers)
        is_part = response.mimetype in PARTS or g.get("is_part")
        response.headers["Content-Security-Policy"] = POLICY_OF_PARTS if is_part else of_pages
        if request.args.get("edition") == EXAMPLE:
            response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Cache-Control"] = _caching(response)
        return response


def _caching(response: Response) -> str:
    """Only an address that changes with its content lasts: of layers, components, and assets with their time ``m``.

    Style sheets give fonts such a time too.
    """
    if response.status_code not in (200, 206, 304) or request.url_rule is None:
        return ASK_ALWAYS
    is_asset = request.url_rule.rule.endswith(ASSETS)
    seconds = response.cache_control.max_age or 0
    if seconds >= YEAR_SECONDS or (is_asset and "m" in request.args):
        return FOR_EVER
    return FOR_A_DAY if is_asset or seconds else ASK_ALWAYS
