"""How gunicorn serves the application: ``gunicorn -c python:dashboard.serving "dashboard.app:create_app()"``.

gevent, because sync and threaded workers without a proxy in front are stopped by a few dozen idle or
slow connections. Nothing is loaded before the workers fork: database engines must not cross a fork.
"""

import gc
import sys

from dashboard.settings import Settings, SettingsError

try:
    settings = Settings.from_environment()
except SettingsError as error:
    sys.exit(f"dashboard: {error}")

bind = settings.bind
workers = settings.workers
worker_class = "gevent"
worker_connections = 1_000
timeout = 30
graceful_timeout = 10
keepalive = 5
limit_request_line = 4_094
limit_request_fields = 64
preload_app = False
control_socket_disable = True
accesslog = None


def post_worker_init(_worker: object) -> None:
    """What was loaded at the start stays: looking through it again and again for waste costs a choice its time."""
    gc.collect()
    gc.freeze()
