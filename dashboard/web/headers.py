"""What every answer says about what a browser may do with it."""

from collections.abc import Sequence

from flask import Flask, Response

# Styles that Dash 4.4.1 and plotly.js 4.1.1 put into the page themselves; found anew by
# tests/browser when a version changes: the browser names the hash that it refused.
INJECTED_STYLES: tuple[str, ...] = ()


def policy(script_hashes: Sequence[str]) -> str:
    """The content security policy: everything from here, nothing from elsewhere."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src-elem": " ".join(["'self'", *INJECTED_STYLES]),
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


def register(server: Flask, script_hashes: Sequence[str]) -> None:
    """Set the headers on every answer, errors included."""
    fixed = {
        "Content-Security-Policy": policy(script_hashes),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }

    @server.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(fixed)
        return response
