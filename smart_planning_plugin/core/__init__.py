"""The science of Smart Planning: arrays and tables in, arrays and tables out, no QGIS."""
