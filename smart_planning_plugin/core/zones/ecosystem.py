"""Who does what in a regional ecosystem: roles by theme, gaps in them, and who connects whom."""

from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pandas as pd

from ..errors import InvalidValueError
from .reasons import Said, listed, reason_fields, say, whole
from .register import LAYER, ROLE, Register

FUNCTIONS = ("initiates", "decides", "pays", "delivers", "monitors")
#: Functions that only one organisation of a country should have in a theme.
SINGLE = ("decides", "monitors")
EMPTY, DOUBLE, ONE_SIDED, FINE = "empty", "double", "one_sided", "ok"
FEWEST = 20  # organisations from which on centrality says anything


def role_table(register: Register, country: np.ndarray) -> pd.DataFrame:
    """For each theme and function: who has it, what is double or empty, and a proposal.

    Double means two organisations of one country that both decide or both monitor; one-sided that
    only one country has anybody. A proposal names somebody who is active in the theme already, and
    for monitoring somebody who does not deliver; it is to be talked about, nothing more.

    Parameters
    ----------
    register : Register
    country : (n,) object array
        Of the zones that records name.

    Returns
    -------
    DataFrame
        `theme`, `function`, `organisations`, `countries`, `number`, `finding`, `proposal`,
        `reason` in three languages.
    """
    held = _held(register, country)
    sides = sorted({one for one in country.tolist() if one})
    rows, reasons = [], []
    for theme in sorted({theme for theme, *_ in held}):
        for function in FUNCTIONS:
            here = sorted({(name, code) for t, f, name, code in held
                           if t == theme and f == function})  # fmt: skip
            names = list(dict.fromkeys(name for name, _ in here))  # some are of two countries
            finding, said, proposal = _judged(held, theme, function, here, sides)
            rows.append(
                {
                    "theme": theme,
                    "function": function,
                    "organisations": "; ".join(names),
                    "countries": ", ".join(sorted({code for _, code in here if code})),
                    "number": len(names),
                    "finding": finding,
                    "proposal": proposal,
                }
            )
            reasons.append(said)
    table = pd.DataFrame(rows, columns=["theme", "function", "organisations", "countries", "number",
                                        "finding", "proposal"])  # fmt: skip
    return pd.concat([table.astype({"number": int}), reason_fields(reasons)], axis=1)


def _held(register: Register, country) -> list[tuple[str, str, str, str]]:
    """Theme, function, organisation and country of each role."""
    found = []
    for row in register.of_kind(ROLE):
        record = register.table.iloc[row]
        if record["function"] not in FUNCTIONS or not record["organisation"]:
            raise InvalidValueError(
                f"a role needs an organisation and a function ({', '.join(FUNCTIONS)})",
                layer=LAYER,
                field="function",
                ids=[record["record_id"]],
            )
        codes = sorted({country[one] for one in register.members[row]} - {""}) or [""]
        for theme, code in itertools.product(register.themes[row], codes):
            found.append((theme, record["function"], record["organisation"], code))
    return found


def _judged(held, theme, function, here, sides) -> tuple[str, list[Said], str]:
    by_side = {code: [name for name, c in here if c == code] for code in sides}
    double = {code: names for code, names in by_side.items() if len(names) > 1}
    if not here:
        names = [_candidate(held, theme, function, code) for code in sides or [""]]
        proposal = "; ".join(one for one in names if one)
        said = [say("Nobody {function} in {theme}.", function=listed([function]),
                    theme=listed([theme]))]  # fmt: skip
        return EMPTY, said + _why_proposed(held, theme, function, proposal), proposal
    if function in SINGLE and double:
        code, names = min(double.items())
        keep = max(names, key=lambda name: (_roles_of(held, theme, name), name))
        said = [
            say("{number} organisations of {country} have this function.",
                number=whole(len(names)), country=code),
            say("One is enough; proposed is the one with most functions in the theme."),
        ]  # fmt: skip
        return DOUBLE, said, keep
    lacking = [code for code in sides if not by_side[code]]
    if len(sides) > 1 and lacking and len(lacking) < len(sides):
        names = [_candidate(held, theme, function, code) for code in lacking]
        proposal = "; ".join(one for one in names if one)
        said = [say("Nobody of {country} has this function.", country=", ".join(lacking))]
        return ONE_SIDED, said + _why_proposed(held, theme, function, proposal), proposal
    each = len(sides) > 1 and not lacking
    return FINE, [say("Taken, on each side.") if each else say("Taken.")], ""


def _roles_of(held, theme, name) -> int:
    return len({function for t, function, n, _ in held if t == theme and n == name})


def _candidate(held, theme, function, code) -> str:
    """Who of a country does most in the theme; else who has the function elsewhere most often."""

    def delivers(name):
        return any(t == theme and f == "delivers" and n == name for t, f, n, _ in held)

    names = sorted({n for t, _, n, c in held if t == theme and c == code})
    names = [one for one in names if not (function == "monitors" and delivers(one))]
    if names:
        return max(names, key=lambda name: _roles_of(held, theme, name))
    if function in ("initiates", "delivers"):  # those need somebody of the theme
        return ""
    elsewhere = [n for _, f, n, c in held if f == function and c == code]
    return max(sorted(set(elsewhere)), key=elsewhere.count) if elsewhere else ""


def _why_proposed(held, theme, function, proposal) -> list[Said]:
    if not proposal:
        return [say("No organisation of the register suggests itself.")]
    active = all(
        any(t == theme and n == name for t, _, n, _ in held) for name in proposal.split("; ")
    )
    said = [say("Proposed is who does most in this theme already.") if active
            else say("Proposed is who has this function in other themes.")]  # fmt: skip
    if function == "monitors":
        said.append(say("Who delivers should not monitor itself."))
    return said


def organisations(register: Register, names: np.ndarray, country: np.ndarray) -> pd.DataFrame:
    """Organisations and zones of the register, and how central each is.

    Two are linked where a record names both, or where they have functions in one theme. Centrality
    says something from 20 organisations on; below that it is empty.

    Parameters
    ----------
    register : Register
    names, country : (n,) object arrays
        Of the zones.

    Returns
    -------
    DataFrame
        `organisation`, `country`, `records`, `themes`, `functions`, `partners` (how many),
        `degree`, `betweenness` (NaN below 20), `remark`.
    """
    graph = nx.Graph()
    found: dict[str, dict] = {}

    def note(name, code, row):
        known = found.setdefault(name, {"codes": set(), "rows": set(), "functions": set()})
        known["codes"].add(code)
        known["rows"].add(row)
        graph.add_node(name)
        return known

    by_theme: dict[str, set[str]] = {}
    for row in range(len(register.table)):
        record, here = register.table.iloc[row], set()
        if record["kind"] == ROLE:
            codes = {country[one] for one in register.members[row]} or {""}
            for code in codes:
                known = note(record["organisation"], code, row)
                known["functions"].add(record["function"])
            for theme in register.themes[row]:
                by_theme.setdefault(theme, set()).add(record["organisation"])
            continue
        for one in register.members[row]:
            note(names[one], country[one], row)
            here.add(names[one])
        if record["lead"] and here and record["lead"] not in here:
            note(record["lead"], "", row)
            here.add(record["lead"])
        graph.add_edges_from(itertools.combinations(sorted(here), 2))
    for members in by_theme.values():
        graph.add_edges_from(itertools.combinations(sorted(members), 2))
    ordered = sorted(found)
    enough = len(ordered) >= FEWEST
    degree = nx.degree_centrality(graph) if enough else {}
    between = nx.betweenness_centrality(graph) if enough else {}
    rows = [
        {
            "organisation": name,
            "country": ", ".join(sorted(found[name]["codes"] - {""})),
            "records": len(found[name]["rows"]),
            "themes": ", ".join(sorted({one for row in found[name]["rows"]
                                        for one in register.themes[row]})),
            "functions": ", ".join(one for one in FUNCTIONS if one in found[name]["functions"]),
            "partners": graph.degree(name),
            "degree": degree.get(name, np.nan),
            "betweenness": between.get(name, np.nan),
            "remark": "" if enough else
            f"centrality from {FEWEST} organisations on; there are {len(ordered)}",
        }
        for name in ordered
    ]  # fmt: skip
    kinds = {"organisation": object, "country": object, "records": int, "themes": object,
             "functions": object, "partners": int, "degree": float, "betweenness": float,
             "remark": object}  # fmt: skip
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)
