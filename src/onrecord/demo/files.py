"""Where the files of the sample lie in the installed package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def sample_paths() -> list[Path]:
    """Return the WARC files of the sample, one for each invented site, in the order of their names."""
    return sorted(_sample().glob("*.warc.gz"))


def profile_path() -> Path:
    """Return the site profile (`site.toml`) of the sample's invented keeper."""
    return _sample() / "site.toml"


def _sample() -> Path:
    # The package is installed as plain files (pip unpacks wheels), so its resources are paths.
    return Path(str(files("onrecord.demo").joinpath("sample")))
