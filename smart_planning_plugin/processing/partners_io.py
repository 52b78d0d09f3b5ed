"""Partnerships from what was read to rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from ..core.errors import (
    BorderNeededError,
    DuplicateIdError,
    InvalidValueError,
    MissingFieldError,
)
from ..core.network.lines import Lines
from ..core.zones.ecosystem import organisations, role_table
from ..core.zones.flows import MODELLED, keys
from ..core.zones.partners import Profiles, opportunity_table, pair_table
from ..core.zones.potential import from_drive_times, from_flows, offers
from ..core.zones.register import ROLE, cooperation, read_register
from . import places_io, zones_io
from .layers import WGS84, geometries_of_lines, geometries_of_points
from .limits_io import NOT_COUNTED
from .writing import Rows


class Work:
    """All that the outputs share, read and computed once."""

    def __init__(self, given, run):
        self.given, self.run = given, run
        if given.flows is None and (given.travel is None or given.places is None):
            raise MissingFieldError(
                "partnerships need NETWORK and PLACES, or FLOWS", "Give one of the two"
            )
        self.units, self.inside = zones_io.units_of(given, run)
        if len(set(self.units.country.tolist()) - {""}) < 2:
            raise BorderNeededError(
                "all zones lie in one country", "Give zones of both, and ZONE_COUNTRY_FIELD",
                layer=self.units.layer,
            )  # fmt: skip
        self.register = (
            None if given.register is None else read_register(given.register, self.units.id)
        )
        self.known = cooperation(self.register, len(self.units.id))
        flows = zones_io.flows_of_zones(given, run, self.units, self.inside)
        willingness = given.present_willingness
        self.at = None
        if given.travel is None or given.places is None:
            self.interaction = from_flows(flows, self.units.country, willingness)
        else:
            self.at = given.travel.targets(given.places)
            places_io.require_usable(self.at, given.places.layer, run)
            seen = None if flows is None or flows.kind == MODELLED else flows
            self.interaction = from_drive_times(
                given.travel, given.places, self.at, self.inside, len(self.units.id), willingness,
                observed=seen, progress=run.progress,
            )  # fmt: skip
        self.xy = self._middles()
        self.service_zone = None
        if given.services is not None:
            if self.at is None:
                raise MissingFieldError("SERVICES need NETWORK and PLACES", "Give both")
            self.service_zone = zones_io.polygon_of_points(
                given.zones_layer.geometries, given.services.xy
            )
        words = f"{self.interaction.basis}; willingness at present {willingness:g}"
        run.scenario = "; ".join(filter(None, [run.scenario, words]))
        run.limits.add(NOT_COUNTED)
        run.limits.add("cooperation is what the register holds")

    def _middles(self) -> np.ndarray:
        """(n, 2) where each zone's largest place is, else a point inside."""
        xy = self.given.zones_layer.points()
        if self.given.places is not None:
            people = self.given.places.people()
            for row in np.argsort(people, kind="stable"):
                if self.inside[row] >= 0:
                    xy[self.inside[row]] = self.given.places.xy[row]
        return xy

    def _offers(self, group: np.ndarray, own: np.ndarray):
        """Services between groups of zones; `own` says which count as one's own."""
        if self.service_zone is None:
            return []
        given = self.given
        place, service = (
            np.where(one >= 0, group[np.maximum(one, 0)], -1)
            for one in (self.inside, self.service_zone)
        )
        of_place, of_service = (
            np.where(one >= 0, own[np.maximum(one, 0)], "")
            for one in (self.inside, self.service_zone)
        )
        return offers(
            given.travel, given.places, self.at, given.services, given.types, place, service,
            of_place, of_service, int(group.max()) + 1, given.threshold, given.advantage,
            self.run.progress,
        )  # fmt: skip

    def pairs(self) -> Rows:
        """Pairs of zones across the border."""
        every = np.arange(len(self.units.id))
        profiles = self._profiles()
        table = pair_table(
            self.units, self.interaction, self._offers(every, self.units.country), profiles,
            self.known, self.register is not None, self.given.furthest,
        )  # fmt: skip
        return self._lines(table, self.xy)

    def opportunities(self) -> Rows | None:
        """Pairs of regions; None where nobody asked."""
        if "OPPORTUNITIES" not in self.run.destinations:
            return None
        field = self.run.text("REGION_FIELD")
        if not field:
            raise MissingFieldError(
                "OPPORTUNITIES need REGION_FIELD", "Choose the field that names the regions",
                layer=self.units.layer,
            )  # fmt: skip
        texts = self.given.zones_layer.texts(field).astype(str)
        names = sorted(set(texts.tolist()) - {""})
        if len(names) < 2:
            raise InvalidValueError(
                "there are not two regions", layer=self.units.layer, field=field, ids=names
            )
        region = np.where(texts == "", -1, np.searchsorted(names, texts))
        found = self._offers(region, np.array([*names], dtype=object)[region])
        table = opportunity_table(self.units, region, self.interaction, found, self.known, names)
        weight = np.maximum(self.units.people, 1e-9)
        inside = (region >= 0) & np.isfinite(self.xy).all(axis=1)
        total = np.bincount(region[inside], weight[inside], minlength=len(names))
        middle = np.column_stack(
            [
                np.bincount(region[inside], (weight * self.xy[:, axis])[inside],
                            minlength=len(names)) / total
                for axis in (0, 1)
            ]
        )  # fmt: skip
        return self._lines(table, middle)

    def _lines(self, table: pd.DataFrame, xy: np.ndarray) -> Rows:
        ends = np.stack([xy[table["a"].to_numpy(int)], xy[table["b"].to_numpy(int)]], axis=1)
        drawn = geometries_of_lines(Lines.of(list(ends))) if len(table) else []
        missing = ~np.isfinite(ends).all(axis=(1, 2))
        shapes = [None if gone else one for gone, one in zip(missing, drawn)]
        return Rows(table.drop(columns=["a", "b"]), shapes, self.run.crs)

    def _profiles(self) -> Profiles | None:
        table = self.given.profiles
        if table is None:
            return None
        if "zone" not in table:
            raise MissingFieldError("there is no such field", layer="PROFILES", field="zone")
        codes = keys(table["zone"])
        twice = pd.Series(codes)[pd.Series(codes).duplicated()]
        if len(twice):
            raise DuplicateIdError("zones stand more than once", layer="PROFILES", field="zone",
                                   ids=twice)  # fmt: skip
        unknown = sorted(set(codes) - set(self.units.id))
        if unknown:
            raise InvalidValueError(
                "profiles name zones that are not there", layer="PROFILES", field="zone",
                ids=unknown,
            )  # fmt: skip
        numbers = table.drop(columns=["zone"]).apply(pd.to_numeric, errors="coerce")
        numbers = numbers.loc[:, numbers.notna().any()].set_axis(codes, axis=0)
        numbers = numbers.drop(
            columns=[one for one in numbers if one.lower() in ("fid", "ogc_fid")]
        )
        if numbers.empty:
            raise InvalidValueError("no column holds numbers", layer="PROFILES")
        ordered = numbers.reindex(self.units.id)
        return Profiles(ordered.to_numpy(float), list(ordered.columns))

    def ideas(self) -> Rows | None:
        """Records of the register but roles, on the map."""
        if "IDEAS" not in self.run.destinations:
            return None
        self._need_register("IDEAS")
        table = self.register.table
        rows = np.flatnonzero((table["kind"] != ROLE).to_numpy())
        cards = table.iloc[rows][
            ["record_id", "kind", "title", "theme", "lead", "maturity", "cost_eur", "place",
             "date_from", "date_to", "participants", "basis", "source", "note"]
        ].reset_index(drop=True)  # fmt: skip
        names, country = self.units.name, self.units.country
        for side, code in zip("ab", sorted(set(country.tolist()) - {""})[:2]):
            cards[f"partners_{side}"] = [
                ", ".join(f"{names[one]}" for one in self.register.members[row]
                          if country[one] == code)
                for row in rows
            ]  # fmt: skip
        given = table.iloc[rows][["lon", "lat"]].to_numpy(float)
        xy = self._from_degrees(given)
        for at, row in enumerate(rows):
            members = list(self.register.members[row])
            if np.isnan(xy[at]).any() and members:
                xy[at] = np.nanmean(self.xy[members], axis=0)
        cards["status"] = np.where(np.isfinite(xy).all(axis=1), "ok", "no_place").astype(object)
        return Rows(cards, geometries_of_points(xy), self.run.crs)

    def _from_degrees(self, lonlat: np.ndarray) -> np.ndarray:
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(WGS84), self.run.crs, self.run.context.transformContext()
        )
        xy = np.full(lonlat.shape, np.nan)
        for row in np.flatnonzero(np.isfinite(lonlat).all(axis=1)):
            point = transform.transform(QgsPointXY(*lonlat[row].tolist()))
            xy[row] = point.x(), point.y()
        return xy

    def organisations(self) -> Rows | None:
        """Who is in the register."""
        if "ORGANISATIONS" not in self.run.destinations:
            return None
        self._need_register("ORGANISATIONS")
        return Rows(organisations(self.register, self.units.name, self.units.country))

    def roles(self) -> Rows | None:
        """Functions by theme."""
        if "ROLES" not in self.run.destinations:
            return None
        self._need_register("ROLES")
        return Rows(role_table(self.register, self.units.country))

    def _need_register(self, output: str):
        if self.register is None:
            raise MissingFieldError(f"{output} needs REGISTER", "The sample holds one to copy")
