"""Public stores in databases of a PostgreSQL server, which is started from a wheel."""

import pytest

from tests.data_access.postgres.servers import fill


@pytest.fixture(scope="session")
def original(new_postgres, example_public_url) -> str:
    """A database that holds the example. Only to be copied."""
    url = new_postgres()
    fill(url, example_public_url)
    return url


@pytest.fixture
def postgres(new_postgres, original) -> str:
    """A database of the test's own that holds the example."""
    return new_postgres(original)


@pytest.fixture(scope="session")
def small_original(new_postgres, small_url) -> str:
    """A database that holds a few rows. Only to be copied."""
    url = new_postgres()
    fill(url, small_url)
    return url


@pytest.fixture
def small_postgres(new_postgres, small_original) -> str:
    """A database of the test's own that holds a few rows."""
    return new_postgres(small_original)
