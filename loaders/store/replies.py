"""What those concerned have replied to what is shown: companies, state bodies, communities."""

from data_access.vocabulary.fields import beside
from loaders.store.base import private_table

reply = private_table(beside.REPLIES)
