"""What those concerned have replied to what is shown: companies, state bodies, communities."""

from data_access.vocabulary.fields import beside
from loaders.store.base import loaded

reply = loaded(beside.REPLIES)
