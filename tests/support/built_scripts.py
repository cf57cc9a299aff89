"""Tests of what make builds for browsers: not where the npm registry could not be reached."""

import pytest

from dashboard.settings import BUILD_FOLDER

needs_built = pytest.mark.skipif(
    not (BUILD_FOLDER / "plotly.js").is_file(),
    reason="the small plotly.js was not built: was the npm registry reached?",
)
