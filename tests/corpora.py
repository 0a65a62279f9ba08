"""Where the sample data lies that other people's programs wrote: in a folder `shared` beside the project."""

from pathlib import Path


def corpus(name: str) -> Path | None:
    """The folder of that corpus, searched upward from here; None where this copy of the project stands alone."""
    for folder in Path(__file__).resolve().parents:
        found = folder / "shared" / "corpora" / name
        if found.is_dir():
            return found
    return None
