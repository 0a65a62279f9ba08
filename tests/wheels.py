"""Empty wheels, made on the fly: what an index may offer besides what the locks name."""

import hashlib
from pathlib import Path
from zipfile import ZipFile


def write_wheel(folder: Path, name: str, version: str, *, requires: tuple[str, ...] = ()) -> str:
    """Write a wheel without a module of its own into `folder`; gives its line in a lock."""
    stem = f"{name.replace('-', '_')}-{version}"
    metadata = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    files = {
        "METADATA": "\n".join([*metadata, *(f"Requires-Dist: {line}" for line in requires), ""]),
        "WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    wheel = folder / f"{stem}-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for file, text in files.items():
            archive.writestr(f"{stem}.dist-info/{file}", text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
