"""Make the pictures of the documentation: the study on the sample, in QGIS, on maps, as a handbook.

    python3 docs/tools/pictures.py [FOLDER]

Runs the whole study on the sample region and a real QGIS window on a virtual screen (some six
minutes), and puts what they show, made small, into docs/images. Needs what `make setup` installs,
and Pillow (python3-pil).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "pictures"
COLOURS, WIDTH = 128, 1100

#: Picture of the documentation -> what it is made of.
TAKEN = {
    "map_shared_swimming_pool": "maps/map_shared_swimming_pool.png",
    "map_border_closed": "maps/map_shared_swimming_pool_border_closed.png",
    "map_nearest": "maps/map_nearest_ambulance_post.png",
    "map_zones": "maps/map_shared_zones.png",
    "map_functional_zones": "maps/map_functionalzones_regions.png",
    "handbook": "handbook.png",
    "window_empty": "window/dock_empty.png",
    "window": "window/sample_done.png",
    "window_help": "window/help_en.png",
}
TABLES = {
    "COUNTRIES": "municipalities", "PLACES": "places", "SERVICES": "services",
    "SERVICE_TYPES": "service_types", "NORMS": "norms", "ZONES": "municipalities",
    "FERRIES": "ferries", "OBSERVATIONS": "observations", "JOBS": "jobs", "REGIONS": "regions",
    "DOMAINS": "domains", "ACTIONS": "actions", "INDICATORS": "indicators",
    "CRITERIA": "criteria", "CRITERIA_LAYERS": "coast", "IDEAS": "project_ideas",
    "PROFILES": "profiles", "REGISTER": "register",
}  # fmt: skip
FIELDS = {
    "COUNTRY_FIELD": "country", "PLACE_ID": "place_id", "POPULATION_FIELD": "population",
    "PLACE_COUNTRY_FIELD": "country", "SETTLEMENT_FIELD": "settlement",
    "SERVICE_ID": "service_id", "SERVICE_TYPE_FIELD": "type", "SERVICE_COUNTRY_FIELD": "country",
    "ZONE_ID": "code", "ZONE_NAME_FIELD": "name", "ZONE_COUNTRY_FIELD": "country",
    "REGION_ID": "code", "IDEA_ID": "idea_id", "SNAP_DISTANCE": 15000, "OFFROAD_SPEED": 30,
}  # fmt: skip


def study():
    """The whole study on the sample, as a batch user has it."""
    profile, runtime = OUT / "profile", OUT / "runtime"
    plugins = profile / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
    }
    archive = OUT / "plugin.zip"
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", archive], check=True)
    shutil.unpack_archive(archive, plugins)
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

    def call(*arguments):
        subprocess.run([program, *arguments], env=environment, check=True)

    call("plugins", "enable", "smart_planning_plugin")
    call("run", "smartplanning:createsample", "--", f"SAMPLE_FOLDER={OUT / 'sample'}")
    sample = OUT / "sample" / "sample.gpkg"
    given = [f"ROADS={sample}|layername={one}" for one in ("roads_lv", "roads_lt")]
    given += [f"{name}={sample}|layername={table}" for name, table in TABLES.items()]
    given += [f"{name}={value}" for name, value in FIELDS.items()]
    made = {
        "STUDY": "study.gpkg", "PROJECT": "study.qgz", "MAPS_FOLDER": "maps",
        "HANDBOOK_FOLDER": "handbook",
    }  # fmt: skip
    given += [f"{name}={OUT / value}" for name, value in made.items()]
    call("run", "smartplanning:crossborderstudy", "--", *given)


def window():
    """What the tests of the window see."""
    (OUT / "window").mkdir()
    environment = {**os.environ, "SMART_PLANNING_PICTURES": str(OUT / "window")}
    command = [ROOT / ".venv" / "bin" / "python", "-m", "pytest", "-q", "tests/window"]
    subprocess.run(command, env=environment, cwd=ROOT, check=False)  # pictures are kept anyway


def handbook():
    """The page of the handbook on which services across the border begin."""
    pages = OUT / "handbook" / "handbook.en.pdf"
    words = subprocess.run(["pdftotext", pages, "-"], check=True, capture_output=True).stdout
    begins = [at for at, one in enumerate(words.split(b"\f")) if b"3. Cross-border serv" in one]
    page = ["-f", str(begins[-1] + 1), pages]  # the list of contents names it, too
    target = OUT / "handbook"
    subprocess.run(["pdftoppm", "-png", "-r", "110", "-singlefile", *page, target], check=True)


def shrink(source, target):
    """Few colours, no empty paper below, and no more than the width of a page."""
    picture = Image.open(source).convert("RGB")
    paper = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    written = ImageChops.difference(picture, paper).getbbox()
    picture = picture.crop((0, 0, picture.width, min(written[3] + 20, picture.height)))
    if picture.width > WIDTH:
        height = round(picture.height * WIDTH / picture.width)
        picture = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def main(folder):
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    study()
    window()
    handbook()
    for name, source in TAKEN.items():
        shrink(OUT / source, folder / f"{name}.png")
    size = sum(one.stat().st_size for one in folder.glob("*.png"))
    print(f"{len(TAKEN)} pictures in {folder}, {size / 1e6:.1f} MB in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
