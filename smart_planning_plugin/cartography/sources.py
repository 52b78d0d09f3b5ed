"""Where the figures of a map come from: down to what the user gave."""

from __future__ import annotations

from datetime import date

from .. import __version__
from ..core.words import day
from .identity import identity, keyword, metadata_of


class Sources:
    """What stands at the foot of a page.

    Parameters
    ----------
    builder : ProjectBuilder
    layers : list of QgsVectorLayer
        All that were given; results among them are traced to what they were made of.
    countries : QgsVectorLayer or None
    """

    def __init__(self, builder, layers: list, countries=None):
        self.builder = builder
        self.made = {identity(one)[2]: one for one in layers if identity(one)[2]}
        self.countries = countries

    def __call__(self, one) -> str:
        """Inputs by name, rights, CRS, version and day, for a map."""
        seen, to_see = set(), [*one.layers, *self.builder.base_of(one)]
        given: set[str] = set()
        rights = set(metadata_of(self.countries).rights()) if self.countries is not None else set()
        while to_see:
            layer = to_see.pop()
            rights.update(metadata_of(layer).rights())
            for name in (word.split(" sha256")[0] for word in keyword(layer, "inputs")):
                if name not in self.made:
                    given.add(name)
                elif name not in seen:
                    seen.add(name)
                    to_see.append(self.made[name])
        words, language = self.builder.text, self.builder.language
        made = words("Made with Smart Planning {} on {}", __version__, day(date.today(), language))
        data = [f"{words('Data')}: {', '.join(sorted(given))}"] if given else []
        crs = self.builder.project.crs().authid()
        return " · ".join([*data, *sorted(rights), *filter(None, [crs]), made])
