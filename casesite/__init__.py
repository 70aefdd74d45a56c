"""casesite publishes a showcase of cases as a static site."""

__version__ = "0.1.0"
