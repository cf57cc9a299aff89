"""Publishing: the public store is computed anew from the private one, as one version."""

from loaders.publish.publication import Published, PublishRefused, publish

__all__ = ["PublishRefused", "Published", "publish"]
