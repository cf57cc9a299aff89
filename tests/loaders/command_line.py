"""Commands as people type them: in this process, or in one of their own, which takes seconds to start."""

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from subprocess import CompletedProcess
from unittest import mock

from data_access.store.settings import CHECKOUT
from loaders import __main__


def run_here(*arguments: object, **environ: str) -> CompletedProcess:
    """Run a command here. What it does not expect is raised."""
    command = ["loaders", *map(str, arguments)]
    with mock.patch.dict(os.environ, environ), mock.patch.object(sys, "argv", command):
        code, out, err = 0, StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                __main__.main()
            except SystemExit as error:
                code = int(error.code or 0)
    return CompletedProcess(command, code, out.getvalue(), err.getvalue())


def run_apart(*arguments: object, **environ: str) -> CompletedProcess:
    """Run a command in a process of its own, from which everything that is written comes, warnings too."""
    command = [sys.executable, "-m", "loaders", *map(str, arguments)]
    result = subprocess.run(command, cwd=CHECKOUT, env=os.environ | environ, capture_output=True, text=True)
    assert "Traceback" not in result.stderr
    return result
