"""The design as code: a module for each group of algorithms gives the styles of its outputs."""
