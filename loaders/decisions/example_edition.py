"""The example: invented figures as an edition, so that they share no sum, no axis and no file with real ones.

It is made in stores of its own, of the sources that are declared for it, by the loaders that load everything else.
"""

from collections.abc import Callable

from sqlalchemy import Connection, delete, select

from data_access.store.private_store import default_url
from data_access.vocabulary import schema
from data_access.vocabulary.edition import EXAMPLE
from data_access.vocabulary.languages import LANGUAGES
from loaders.decisions import edition_file, editions
from loaders.store.database import Stores, reading, write_transaction
from loaders.store.settings import LoaderSettings

# Pages call it by a text of theirs.
TITLES = dict.fromkeys(LANGUAGES, EXAMPLE)


def is_made_of(stores: Stores, mark: str) -> bool:
    """Whether the store has the example, made of what the mark stands for."""
    with reading(stores.public) as public:
        there = editions.edition_row(public, EXAMPLE)
    return there is not None and there.frozen_by == mark


def keep(stores: Stores, mark: str, fill: Callable[[Stores], None]) -> None:
    """Put an example in the place of the one before; ``fill`` loads and publishes it in empty stores."""
    with edition_file.passing_file() as file:
        public_url = f"sqlite:///{file.with_name('public.sqlite')}"
        its_own = Stores.open(LoaderSettings(public_url, default_url(public_url)))
        fill(its_own)
        with reading(its_own.public) as example:
            publication = example.execute(select(schema.publication)).one()
            edition_file.write(example, file)
        about = editions.about(publication, EXAMPLE, TITLES, mark) | edition_file.hash_and_size(file)
        with write_transaction(stores.public) as public:
            _remove(public)
            editions.keep(public, about, file)


def _remove(public: Connection) -> None:
    for table in (schema.edition_part, schema.edition):
        public.execute(delete(table).where(table.c.edition_key == EXAMPLE))
