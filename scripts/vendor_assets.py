"""Copies the browser assets that we use out of named npm packages, with their licences and checksums.

``python scripts/vendor_assets.py`` fetches the pinned versions and rewrites the manifest: it needs a network,
fontTools and brotli (``uv run --no-project --with fonttools --with brotli python scripts/vendor_assets.py``);
``--check`` compares the files in the tree with the manifest (needs none; the tests do this).
"""

import argparse
import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "src" / "dienhong" / "web" / "static" / "vendor"
MANIFEST = VENDOR / "manifest.json"

FONT_FACES = ("400-normal", "400-italic", "500-normal", "600-normal", "700-normal")
# latin-ext holds ĭ, ŏ, č of names in the Central Highlands; a browser asks for it only when a page has them.
FONT_SUBSETS = ("latin", "vietnamese", "latin-ext")
FONT_FILES = [f"be-vietnam-pro-{subset}-{face}.woff2" for face in FONT_FACES for subset in FONT_SUBSETS]
ICONS = Path(__file__).with_name("icons.txt").read_text().split()  # NAME-filled is the filled drawing


STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


@dataclass(frozen=True)
class Package:
    """One npm package at one version and what we take of it: path in the package → path under ``vendor/``."""

    name: str
    version: str
    licence: str
    files: dict[str, str]
    icons: bool = False
    figures: tuple[str, ...] = ()  # font files that get a companion with digits of one width


PACKAGES = [
    Package("htmx.org", "2.0.11", "0BSD", {"dist/htmx.min.js": "htmx.min.js"}),
    Package(
        "@fontsource/be-vietnam-pro",
        "5.3.0",
        "OFL-1.1",
        {f"files/{name}": f"be-vietnam-pro/{name}" for name in FONT_FILES},
        figures=tuple(f"be-vietnam-pro-latin-{weight}-normal.woff2" for weight in (400, 500, 600, 700)),
    ),
    Package("@tabler/icons", "3.51.0", "MIT", {}, icons=True),
]


def main() -> int:
    parser = argparse.ArgumentParser(description="Vendor the browser assets.")
    parser.add_argument("--check", action="store_true", help="verify checksums only, without a network")
    if parser.parse_args().check:
        problems = list(differences())
        print("\n".join(problems) or f"{MANIFEST.name}: all files as recorded", file=sys.stderr)
        return 1 if problems else 0
    with tempfile.TemporaryDirectory() as folder:
        entries = [vendor(package, Path(folder)) for package in PACKAGES]
    MANIFEST.write_text(json.dumps({"packages": entries}, indent=2, ensure_ascii=False) + "\n")
    return 0


def differences() -> Iterator[str]:
    """One line for every file that is missing, changed or not in the manifest."""
    recorded = {path: digest for entry in manifest() for path, digest in entry["files"].items()}
    present = {str(path.relative_to(VENDOR)): path for path in VENDOR.rglob("*") if path.is_file()}
    present.pop(MANIFEST.name, None)
    yield from (f"{path}: recorded but missing" for path in recorded.keys() - present.keys())
    yield from (f"{path}: not recorded" for path in present.keys() - recorded.keys())
    for path in recorded.keys() & present.keys():
        if sha256(present[path].read_bytes()) != recorded[path]:
            yield f"{path}: changed since it was recorded"


def manifest() -> list[dict[str, Any]]:
    """The recorded packages: name, version, licence, integrity, files (path → SHA-256)."""
    packages: list[dict[str, Any]] = json.loads(MANIFEST.read_text())["packages"] if MANIFEST.exists() else []
    return packages


def vendor(package: Package, folder: Path) -> dict[str, Any]:
    """Fetch, verify, copy; returns the entry of the manifest."""
    archive = fetch(package, folder)
    content = unpack(archive)
    verify(package, archive, content)
    written = {target: content[source] for source, target in package.files.items()}
    written[f"licences/{licence_name(package)}.txt"] = content["LICENSE"]
    if package.icons:
        written["icons.svg"] = sprite(content)
    for name in package.figures:
        written[f"figures/{name.replace('latin', 'figures')}"] = tabular(content[f"files/{name}"])
    for target, data in written.items():
        (VENDOR / target).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / target).write_bytes(data)
    return {
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "source": "npm",
        "integrity": integrity(archive),
        "files": {target: sha256(data) for target, data in sorted(written.items())},
    }


def tabular(font_file: bytes) -> bytes:
    """Imported here: ``--check`` must run where fontTools is not installed."""
    from tabular_figures import tabular as digits_of_one_width  # noqa: PLC0415

    return digits_of_one_width(font_file)


def fetch(package: Package, folder: Path) -> Path:
    """The package's archive, downloaded by the ordinary client."""
    spec = f"{package.name}@{package.version}"
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), spec]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    return folder / answer.stdout.strip().splitlines()[-1]


def unpack(archive: Path) -> dict[str, bytes]:
    """Regular files of the archive by their path inside the package; nothing is written to disk."""
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.isfile()]
        return {member.name.partition("/")[2]: tar.extractfile(member).read() for member in members}  # type: ignore[union-attr]


def verify(package: Package, archive: Path, content: dict[str, bytes]) -> None:
    """Refuse another licence than expected, and another archive under a version already recorded."""
    about = json.loads(content["package.json"])
    if (about["version"], about["license"]) != (package.version, package.licence):
        raise SystemExit(f"{package.name}: {about['version']}, {about['license']}: not as expected")
    recorded = {(entry["name"], entry["version"]): entry["integrity"] for entry in manifest()}
    if recorded.get((package.name, package.version), integrity(archive)) != integrity(archive):
        raise SystemExit(f"{package.name} {package.version}: not the archive that was recorded")


def sprite(content: dict[str, bytes]) -> bytes:
    """One SVG file with a ``<symbol>`` for every icon that we use."""
    symbols = "\n".join(symbol(name, content) for name in ICONS)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'.encode()


def symbol(name: str, content: dict[str, bytes]) -> str:
    filled = name.endswith("-filled")
    path = f"icons/filled/{name.removesuffix('-filled')}.svg" if filled else f"icons/outline/{name}.svg"
    drawing = re.sub(r"\s+", " ", content[path].decode())
    shapes = "".join(re.findall(r'<(?!path stroke="none" d="M0 0h24v24H0z")(?!/?svg)[^>]+>', drawing))
    stroke = (
        'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    )
    paint = 'fill="currentColor"' if filled else stroke
    return f'<symbol id="{name}" viewBox="0 0 24 24" {paint}>{shapes}</symbol>'


def licence_name(package: Package) -> str:
    return package.name.lstrip("@").replace("/", "-")


def integrity(archive: Path) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
