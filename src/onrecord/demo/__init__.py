"""The invented sample: its files, its site profile, what to check in it, and the folder the demo may use.

Both governments, their offices, people and newspapers are invented; each page of the sample says so. Nothing in it is
evidence of anything but of how onrecord works.
"""

from onrecord.demo.files import profile_path, sample_paths
from onrecord.demo.folder import check_folder, mark_folder
from onrecord.demo.quotations import QUOTATIONS, SampleQuotation
from onrecord.demo.shown import Demo, Step, name_next_steps, pick_lines

__all__ = [
    "QUOTATIONS",
    "Demo",
    "SampleQuotation",
    "Step",
    "check_folder",
    "mark_folder",
    "name_next_steps",
    "pick_lines",
    "profile_path",
    "sample_paths",
]
