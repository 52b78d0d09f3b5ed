"""The house stands: rooms import one way, the plugin is light to load, the package is whole."""

import ast
import configparser
import importlib.util
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "smart_planning_plugin"

# room -> the other rooms it may import from; "" is the door, the modules beside the rooms
MAY_IMPORT = {
    "": {"gui", "processing"},
    "gui": {"processing"},
    "processing": {"cartography", "handbook", "sample", "core"},
    "cartography": {"core"},
    "handbook": {"core"},
    "sample": {"core"},
    "core": set(),
}
# Loading the plugin and listing its algorithms runs the top level of these.
LOADED_AT_ONCE = ("", "gui", "processing.provider", "processing.algorithms")
HEAVY = {"dask", "distributed", "networkx", "pandas", "plotly", "scipy"}
QGIS = {"PyQt5", "PyQt6", "osgeo", "processing", "qgis"}
# What a bare environment has for core; anything else it imports where it is used.
SCIENCE = {"networkx", "numpy", "pandas", "scipy"}


# ---------------------------------------------------------------- reading imports


def modules_of(root):
    """Return dotted name -> path of every module of the package under root."""
    found = {}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


def room_of(module):
    """The room a dotted name lies in: "" for the door, None outside the package."""
    parts = module.split(".")
    if parts[0] != PACKAGE:
        return None
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else ""


def is_type_checking(test):
    return "TYPE_CHECKING" in {getattr(test, "id", None), getattr(test, "attr", None)}


def statements(node, at_load):
    """All nodes below node; with at_load only those that run when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if at_load and isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if at_load and isinstance(child, ast.If) and is_type_checking(child.test):
            for other in child.orelse:
                yield other
                yield from statements(other, at_load)
            continue
        yield child
        yield from statements(child, at_load)


def is_import_call(node):
    called = getattr(node.func, "attr", getattr(node.func, "id", None))
    return called in {"import_module", "__import__"} and node.args


def absolute(name, level, module, is_package):
    """The dotted name that a relative import stands for."""
    if not level:
        return name
    parts = module.split(".")
    base = parts[: len(parts) - level + is_package]
    return ".".join(base + ([name] if name else []))


def imports_of(module, path, modules, at_load=False):
    """Yield (line, dotted name) of each module that this one imports."""
    is_package = path.name == "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    for node in statements(tree, at_load):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node.module or "", node.level, module, is_package)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                below = inner in modules or (base == PACKAGE and alias.name in MAY_IMPORT)
                yield node.lineno, inner if below else base
        elif isinstance(node, ast.Call) and is_import_call(node):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                name = first.value
                level = len(name) - len(name.lstrip("."))
                yield node.lineno, absolute(name[level:], level, module, is_package)


def wrong_ways(root):
    """Say which imports go against the order of the rooms."""
    modules = modules_of(root)
    wrong = []
    for module, path in modules.items():
        room = room_of(module)
        for line, name in imports_of(module, path, modules):
            where = f"{path.relative_to(root)}:{line}"
            if room == "core" and name.split(".")[0] in QGIS:
                wrong.append(f"{where}: core imports {name}")
            other = room_of(name)
            if other is None or other == room:
                continue
            if other == "":
                # The door itself holds no secrets but must not be a way round: only the
                # bare package (its version, its folder) is for the rooms, and not for core.
                if name != PACKAGE or room == "core":
                    wrong.append(f"{where}: {room} imports {name}, from beside the rooms")
            elif other not in MAY_IMPORT[room]:
                wrong.append(f"{where}: {room or 'the door'} imports {name}, from {other}")
    return wrong


def rooms_unknown(root):
    """Folders with Python in them that are no room of the house."""
    folders = {Path(path).relative_to(root / PACKAGE).parts for path in modules_of(root).values()}
    return sorted({parts[0] for parts in folders if len(parts) > 1} - set(MAY_IMPORT))


def with_parents(name):
    """A module and the packages above it, which are imported first."""
    parts = name.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]


def loaded_at_once(module):
    """Say whether QGIS, or the provider by name, imports a module when the plugin is loaded."""
    inside = module.removeprefix(PACKAGE).removeprefix(".")
    return room_of(module) == "" or inside.startswith(LOADED_AT_ONCE[1:])


def heavy_at_load(root):
    """Say which heavy packages loading the plugin and listing its algorithms would import."""
    modules = modules_of(root)
    waiting = [(name, name) for name in modules if loaded_at_once(name)]
    seen, heavy = set(), []
    while waiting:
        module, way = waiting.pop()
        if module in seen or module not in modules:
            continue
        seen.add(module)
        for _line, name in imports_of(module, modules[module], modules, at_load=True):
            if name.split(".")[0] in HEAVY:
                heavy.append(f"{way} -> {name}")
            waiting.extend((parent, f"{way} -> {parent}") for parent in with_parents(name))
    return sorted(heavy)


def foreign_in_core(root):
    """Say what core imports on load that a bare environment need not have."""
    modules = modules_of(root)
    allowed = set(sys.stdlib_module_names) | SCIENCE | {PACKAGE}
    return [
        f"{path.relative_to(root)}:{line}: {name}"
        for module, path in modules.items()
        if room_of(module) == "core"
        for line, name in imports_of(module, path, modules, at_load=True)
        if name.split(".")[0] not in allowed
    ]


CORE_WITHOUT_QGIS = """
import importlib, sys
root, blocked = sys.argv[1], set(sys.argv[2].split(","))

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked:
            raise ImportError(f"{name} is shut out")

sys.meta_path.insert(0, Blocker())
sys.path.insert(0, root)
for module in sys.argv[3:]:
    importlib.import_module(module)
print(len(sys.argv[3:]))
"""


def import_core(root):
    """Import all of core in a Python of its own in which QGIS can't be found."""
    core = [name for name in modules_of(root) if room_of(name) == "core"]
    command = [sys.executable, "-I", "-c", CORE_WITHOUT_QGIS, str(root), ",".join(QGIS), *core]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.returncode, len(core), done.stdout.strip(), done.stderr


# ---------------------------------------------------------------- the house as it is


def test_rooms_import_one_way():
    assert wrong_ways(ROOT) == []


def test_every_folder_is_a_room():
    assert rooms_unknown(ROOT) == []


def test_loading_imports_nothing_heavy():
    assert heavy_at_load(ROOT) == []


def test_core_needs_only_the_science():
    assert foreign_in_core(ROOT) == []


def test_core_imports_without_qgis():
    code, count, printed, errors = import_core(ROOT)
    assert code == 0, errors
    assert printed == str(count)


def test_python_is_that_of_qgis_3_22():
    for path in modules_of(ROOT).values():
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 9))


# ---------------------------------------------------------------- and the tests can fail


def house(tmp_path, **files):
    """Make a small package: room__module="source" becomes room/module.py."""
    files = {"__init__": "", **files}
    for name, source in files.items():
        path = tmp_path / PACKAGE / (name.replace("__", "/", 1 if name[0] != "_" else 0) + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.name != PACKAGE:
            (path.parent / "__init__.py").touch()
        path.write_text(textwrap.dedent(source), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("core__a", "import qgis"),
        ("core__a", "from qgis.core import QgsProject"),
        ("core__a", "from osgeo import ogr"),
        ("core__a", "def later():\n    import qgis.core"),
        ("core__a", "try:\n    from qgis.PyQt import QtCore\nexcept ImportError:\n    pass"),
        ("core__a", "import importlib\nimportlib.import_module('qgis.core')"),
        ("core__a", f"from {PACKAGE}.processing import fields"),
        ("core__a", f"import {PACKAGE}.handbook.page"),
        ("core__a", f"from {PACKAGE} import gui"),
        ("core__a", "from .. import cartography"),
        ("core__a", "from ..sample import make"),
        ("core__a", "from ..plugin import Plugin"),
        ("core__a", "from .. import __version__"),
        ("cartography__a", "from ..processing.layers import read"),
        ("cartography__a", "from ..handbook import page"),
        ("handbook__a", "from ..cartography import styles"),
        ("handbook__a", "def page():\n    from ..gui import dock"),
        ("processing__a", "from ..gui.dock import Dock"),
        ("processing__a", "from ..plugin import Plugin"),
        ("processing__a", f"import importlib\nimportlib.import_module('{PACKAGE}.gui')"),
        ("processing__a", "import importlib\nimportlib.import_module('..gui', __package__)"),
        ("gui__a", "from ..core.errors import InputError"),
        ("plugin", "from .core import errors"),
    ],
)
def test_a_wrong_way_is_found(tmp_path, name, source):
    root = house(tmp_path, **{name: source, "plugin": source if name == "plugin" else ""})
    assert len(wrong_ways(root)) == 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("core__a", "import numpy\nimport networkx as nx\nfrom .errors import InputError"),
        ("core__a", f"from {PACKAGE}.core.errors import InputError\nfrom . import errors"),
        ("cartography__a", "from qgis.core import QgsProject\nfrom ..core import errors"),
        ("handbook__a", "from ..core.errors import InputError"),
        ("sample__a", "from ..core.errors import InputError"),
        ("processing__a", "from .. import cartography, core, handbook, sample, __version__"),
        ("processing__a", "import processing\nfrom processing.core import Processing"),
        ("gui__a", "from ..processing.provider import Provider\nfrom .. import __version__"),
        ("plugin", "from .gui import dock\nfrom .processing import provider"),
    ],
)
def test_a_right_way_is_left_alone(tmp_path, name, source):
    assert wrong_ways(house(tmp_path, **{name: source})) == []


def test_a_folder_that_is_no_room_is_found(tmp_path):
    assert rooms_unknown(house(tmp_path, helpers__a="", core__a="")) == ["helpers"]


@pytest.mark.parametrize(
    "files",
    [
        {"__init__": "import networkx"},
        {"__init__": "from .plugin import Plugin", "plugin": "import pandas as pd"},
        {"processing__provider": "from scipy.sparse import csgraph"},
        {"processing__provider": "if True:\n    import plotly.express"},
        {"processing__provider": "class A:\n    import pandas"},
        {
            "processing__provider": "from ..core.graph import search",
            "core__graph": "import networkx",
        },
        {"processing__provider": "from ..core import errors", "core____init__": "import scipy"},
        {"gui__dock": "try:\n    import pandas\nexcept ImportError:\n    pandas = None"},
    ],
)
def test_a_heavy_load_is_found(tmp_path, files):
    assert len(heavy_at_load(house(tmp_path, **files))) == 1


@pytest.mark.parametrize(
    "files",
    [
        {"__init__": "def classFactory(iface):\n    import pandas"},
        {"processing__provider": "import numpy\nfrom qgis.core import QgsField"},
        {"processing__layers": "import pandas"},
        {"core__graph": "import networkx, pandas, scipy"},
        {
            "processing__provider": """
                from typing import TYPE_CHECKING
                if TYPE_CHECKING:
                    import pandas
                class A:
                    def compute(self):
                        from ..core.graph import search
            """,
            "core__graph": "import networkx",
        },
    ],
)
def test_a_light_load_is_left_alone(tmp_path, files):
    assert heavy_at_load(house(tmp_path, **files)) == []


@pytest.mark.parametrize("source", ["import qgis.core", "from osgeo import ogr", "1 / 0"])
def test_a_core_that_cannot_be_imported_is_found(tmp_path, source):
    assert import_core(house(tmp_path, core__a="import json"))[0] == 0
    assert import_core(house(tmp_path, core__b=source))[0] != 0


def test_a_stranger_in_core_is_found(tmp_path):
    root = house(tmp_path, core__a="import numpy, pyproj\ndef later():\n    import pyarrow")
    assert len(foreign_in_core(root)) == 1


# ---------------------------------------------------------------- metadata, icons, package


def metadata():
    read = configparser.ConfigParser()  # as the plugin site reads it: a bare % is an error
    read.optionxform = str
    read.read(ROOT / "metadata.txt", encoding="utf-8")
    return dict(read["general"])


def test_metadata_is_filled_in():
    given = metadata()
    wanted = {"name", "description", "about", "version", "author", "email", "homepage", "tracker"}
    wanted |= {"repository", "license", "category", "tags", "icon", "changelog", "experimental"}
    assert {key for key in wanted if not given.get(key, "").strip()} == set()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Smart Planning"),
        ("qgisMinimumVersion", "3.22"),
        ("qgisMaximumVersion", "4.99"),
        ("hasProcessingProvider", "yes"),
        ("license", "GPL-2.0-or-later"),
        ("category", "Analysis"),
    ],
)
def test_metadata_says(key, value):
    assert metadata()[key] == value


def test_metadata_fits():
    given = metadata()
    assert "supportsQt6" not in given
    assert (ROOT / PACKAGE / given["icon"]).is_file()
    version = given["version"].split(".")
    assert len(version) == 3 and all(part.isdigit() for part in version)
    assert given["changelog"].startswith(given["version"])


def listed_icons():
    tree = ElementTree.parse(ROOT / "resources.qrc")
    (resource,) = tree.getroot().findall("qresource")
    assert resource.get("prefix") == f"/plugins/{PACKAGE}"
    return {entry.text: entry.get("alias") for entry in resource.findall("file")}


def test_every_icon_is_listed_and_every_listed_icon_is_there():
    icons = {p.relative_to(ROOT).as_posix() for p in (ROOT / PACKAGE / "icons").glob("*.svg")}
    assert icons == set(listed_icons())


@pytest.mark.parametrize("name", listed_icons())
def test_icon_is_valid(name):
    tree = ElementTree.parse(ROOT / name)
    assert tree.getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert tree.getroot().get("viewBox") == "0 0 32 32"
    assert listed_icons()[name] == f"icons/{Path(name).name}"
    colours = {
        value
        for element in tree.iter()
        for key, value in element.items()
        if key in {"fill", "stroke"} and value != "none"
    }
    # told apart by colour-blind people, too
    palette = {"#0072B2", "#E69F00", "#D55E00", "#009E73", "#56B4E9", "#404040", "#FFFFFF"}
    assert colours <= palette


def packager():
    spec = importlib.util.spec_from_file_location("house_packager", ROOT / ".ci" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_package_is_whole(tmp_path):
    size, count = packager().build(tmp_path / "one.zip", ROOT)
    packager().build(tmp_path / "two.zip", ROOT)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert size < 25 * 1024 * 1024
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert len(names) == count == len(set(names))
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {PACKAGE}
    assert {f"{PACKAGE}/LICENSE", f"{PACKAGE}/metadata.txt"} <= set(names)
    assert set(listed_icons()) <= set(names)
    for name in names:
        assert not any(part.startswith(".") for part in name.split("/"))
        assert "__pycache__" not in name
        assert Path(name).suffix not in {".pyc", ".pyo", ".so", ".dll", ".exe"}


@pytest.mark.parametrize("in_git", [False, True])
def test_package_takes_what_is_meant(tmp_path, in_git):
    root = house(tmp_path, core__a="", core__new="")
    for name in ("LICENSE", "metadata.txt", ".gitignore", f"{PACKAGE}/data.csv", "other.py"):
        (root / name).write_text("text")
    for name in (".hidden", "__pycache__/a.pyc", "core/.secret/key.txt", "core/a.pyc"):
        (root / PACKAGE / name).parent.mkdir(exist_ok=True)
        (root / PACKAGE / name).write_text("never")
    expected = {"LICENSE", "metadata.txt", "__init__.py", "data.csv"}
    expected |= {"core/__init__.py", "core/a.py", "core/new.py"}
    if in_git:
        (root / ".gitignore").write_text("*.log\n")
        (root / PACKAGE / "run.log").write_text("ignored")
        (root / PACKAGE / "gone.py").write_text("")
        subprocess.run(["git", "init", "-q"], cwd=root, check=True)
        subprocess.run(["git", "add", f"{PACKAGE}/gone.py"], cwd=root, check=True)
        (root / PACKAGE / "gone.py").unlink()
    packager().build(tmp_path / "out.zip", root)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert set(archive.namelist()) == {f"{PACKAGE}/{name}" for name in expected}


def test_package_holds_no_links_and_no_names_that_lead_out_of_it(tmp_path):
    root = house(tmp_path)
    for name in ("LICENSE", "metadata.txt"):
        (root / name).write_text("text")
    link, strange = root / PACKAGE / "link.txt", root / PACKAGE / "a\\..\\..\\evil.py"
    link.symlink_to(root / "LICENSE")
    with pytest.raises(SystemExit, match="Links"):
        packager().build(tmp_path / "out.zip", root)
    link.unlink()
    strange.write_text("")
    with pytest.raises(SystemExit, match="not every system"):
        packager().build(tmp_path / "out.zip", root)
    strange.unlink()
    packager().build(tmp_path / "out.zip", root)


def test_helper_fails_without_a_licence(tmp_path):
    with pytest.raises(FileNotFoundError):
        packager().build(tmp_path / "out.zip", house(tmp_path))
