"""The provider and `run` of the tests of processing serve here, too."""

from tests.processing.conftest import provider, refused, run, study, travel

__all__ = ["provider", "refused", "run", "study", "travel"]
