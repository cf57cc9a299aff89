"""Publishing: the public store is computed anew from the private one, as one version."""

from loaders.publish.ledger import is_published
from loaders.publish.publication import PublicationOutcome, publish, withdraw
from loaders.publish.tables import PublishRefused

__all__ = ["PublicationOutcome", "PublishRefused", "is_published", "publish", "withdraw"]
