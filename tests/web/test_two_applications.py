"""Nothing of one application lives in the process: two of them do not know of each other."""

import subprocess
import sys

from dashboard.app import create_app
from dashboard.settings import Settings
from tests.web.callback_bodies import Callbacks, Page


def test_two_applications_in_one_process_both_answer(example_public_url):
    bases = ("/", "/second/")
    clients = [create_app(Settings(example_public_url, base_path=base)).test_client() for base in bases]
    for base, client in zip(bases, clients, strict=True):
        callbacks = Callbacks(client, base)
        assert client.get(f"{base}ky/overview").status_code == 200
        for name in callbacks.all:
            body = callbacks.body(name, Page(base=base))
            assert client.post(f"{base}_dash-update-component", json=body).status_code == 200


def test_nothing_happens_at_import():
    """No module of the web makes threads, engines or applications before somebody asks for one."""
    code = "import dashboard.app, threading, sys; sys.exit(threading.active_count() - 1)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
