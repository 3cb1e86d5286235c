"""Makes the picture of the README: the demo's record, served and asked, in Debian's Chromium with a clock that stands still.

    python docs/picture.py

needs the dev extra and a Chromium. The same code and browser give the same picture.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

TARGET = Path(__file__).with_name("check.png")
ASKED = "check?quotation=Let+me+say+it+plainly%3A+Ostrelle+has+closed+the+door+on+the+night+ferry.&speaker=Lucan+Desmarey&date=2025-04-09"
NOW = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
SIZE = {"width": 960, "height": 1010}
COLOURS = 48


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the demo within the block; yield its address."""
    onrecord = str(Path(sys.executable).with_name("onrecord"))
    command = [onrecord, "demo", "--archive", str(folder), "--serve", "--port", "0", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1
    ) as child:
        assert child.stdout is not None
        try:
            told = (json.loads(line) for line in child.stdout if line.startswith("{"))
            yield next(each["address"] for each in told if "address" in each)
        finally:
            child.terminate()


def main() -> None:
    """Write the picture."""
    with (
        tempfile.TemporaryDirectory() as place,
        served(Path(place) / "onrecord-demo") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.clock.set_fixed_time(NOW)
        page.goto(address + ASKED)
        with Image.open(io.BytesIO(page.screenshot())) as shot:
            shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
        browser.close()
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")  # noqa: T201 - for who made it


if __name__ == "__main__":
    main()
