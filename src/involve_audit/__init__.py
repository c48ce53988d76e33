"""involve-audit: look honestly at how people are involved in research about them."""

__version__ = "0.1.0"
