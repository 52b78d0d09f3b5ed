"""Smart Planning: a QGIS plugin for planning across a border."""

__version__ = "0.1.0"


def classFactory(iface):
    """Give QGIS the plugin; nothing heavy is loaded here."""
    from .gui.plugin import SmartPlanningPlugin

    return SmartPlanningPlugin(iface)
