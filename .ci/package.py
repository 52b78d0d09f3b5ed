"""Build the plugin's zip: the package with LICENSE and metadata.txt in one folder.

Usage: package.py [OUTPUT [ROOT]]. The same files give the same bytes.
"""

import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "smart_planning_plugin"
FROM_ROOT = ("LICENSE", "metadata.txt")
LIMIT_BYTES = 25 * 1024 * 1024
COMPILED = {".pyc", ".pyo", ".pyd", ".so", ".dll"}


def names_from_git(root):
    """Files of the package that git tracks or would track; None where git can't tell."""
    if not (root / ".git").exists():
        return None
    command = ["git", "ls-files", "-z", "-co", "--exclude-standard", "--", PACKAGE]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.decode().split("\0") if name]


def names_from_walk(root):
    return [path.relative_to(root).as_posix() for path in (root / PACKAGE).rglob("*")]


def belongs(root, name):
    path = root / name
    hidden = any(part.startswith(".") or part == "__pycache__" for part in Path(name).parts)
    return path.is_file() and not hidden and path.suffix not in COMPILED


def contents(root):
    """Return name in the zip -> bytes, in the order of the names."""
    names = names_from_git(root)
    if names is None:
        names = names_from_walk(root)
    found = {name: root / name for name in names if belongs(root, name)}
    for name in FROM_ROOT:
        found[f"{PACKAGE}/{name}"] = root / name
    links = [name for name, path in found.items() if path.is_symlink()]
    if links:
        raise SystemExit(f"Links cannot be packaged: {', '.join(sorted(links))}")
    strange = [name for name in found if set(name) & set('\\:*?"<>|')]
    if strange:  # they would lead out of the folder on another system, or be no name there
        raise SystemExit(f"Names that not every system takes: {', '.join(sorted(strange))}")
    taken = {name: path.read_bytes() for name, path in found.items()} | translations(root)
    return dict(sorted(taken.items()))


def translations(root):
    """The compiled translations, which are in the zip but not in git."""
    compiler = root / "i18n" / "qm.py"
    if not compiler.exists():
        return {}
    made = runpy.run_path(str(compiler))["compile_all"](root / "i18n")
    return {f"{PACKAGE}/i18n/{name}": data for name, data in made.items()}


def build(output, root):
    """Write the zip and return its size in bytes and its number of files."""
    files = contents(root)
    output.parent.mkdir(parents=True, exist_ok=True)
    aside = output.with_name(output.name + ".part")
    with zipfile.ZipFile(aside, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # Unix, whatever builds it
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    size = aside.stat().st_size
    if size >= LIMIT_BYTES:
        aside.unlink()
        raise SystemExit(f"{output.name} would have {size} bytes; the limit is {LIMIT_BYTES}")
    aside.replace(output)
    return size, len(files)


if __name__ == "__main__":
    root = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent).resolve()
    output = Path(sys.argv[1] if len(sys.argv) > 1 else f"dist/{PACKAGE}.zip")
    size, count = build(output, root)
    print(f"{output}: {count} files, {size / 1024:.0f} kB")
