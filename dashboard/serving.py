"""How gunicorn serves the application: ``gunicorn -c python:dashboard.serving "dashboard.app:create_app()"``.

gevent, because sync and threaded workers without a proxy in front are stopped by a few dozen idle or
slow connections. Workers live as long as the server: replacing one breaks off what it is answering, and none grows with
what it has answered. The code is loaded before the workers fork, which share the memory it takes; the application, with
its database engines, is made in each of them: what is open must not cross a fork.
"""

import gc
import os
import sys
from importlib import import_module
from typing import Any

from gevent import monkey

from dashboard.settings import Settings
from dashboard.web.door import PAGE, Door
from data_access.store import private_store, rights
from data_access.store.settings import SettingsError

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

# Number of the worker that starts first; one that takes the place of another has a higher one.
FIRST = 1


def on_starting(_: Any) -> None:
    """Load the code that all workers share, after what waits has been made to wait as gevent does.

    What is frozen is not written to by looks for waste, so that it stays shared.
    """
    monkey.patch_all()
    import_module("dashboard.app")
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """Put a door before a worker that has loaded the application.

    What was loaded at the start stays: looking through it again and again for waste costs a choice its time.
    """
    page = getattr(worker.wsgi, "extensions", {}).get(PAGE, "")
    worker.handle = Door(worker.handle, worker.worker_connections, page)
    gc.collect()
    gc.freeze()
    if worker.age == FIRST and (line := private_store.warning(os.environ) or rights.warning(settings.database_url)):
        worker.log.warning(line)
