"""What a user meets who may not write a folder, asked by root as well: a process that has given up root's rights over others' files.

It stays the user that it is. Another user might not reach Python itself, or the part of it that is loaded late.
"""

from __future__ import annotations

import ctypes
import os
import sys

import pytest

# Linux, capabilities(7) and capget(2): the version of the structures, and the numbers of two rights.
_VERSION_3 = 0x20080522
_DAC_OVERRIDE = 1
_FOWNER = 3

needs_rights_to_give_up = pytest.mark.skipif(
    os.getuid() == 0 and not sys.platform.startswith("linux"),
    reason="root may write everything here, and gives up that right only on Linux",
)


class _Header(ctypes.Structure):
    """Whose rights are asked: of this process."""

    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Rights(ctypes.Structure):
    """Thirty-two rights, one bit each."""

    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def write_as_others_do() -> None:
    """Give up root's right to write whatever a file's mode says; what may be read stays so."""
    if os.getuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, rights = _Header(_VERSION_3, 0), (_Rights * 2)()
    if libc.capget(ctypes.byref(header), rights):
        raise OSError(ctypes.get_errno(), "capget")
    for right in (_DAC_OVERRIDE, _FOWNER):
        rights[0].effective &= ~(1 << right)
        rights[0].permitted &= ~(1 << right)
    if libc.capset(ctypes.byref(header), rights):
        raise OSError(ctypes.get_errno(), "capset")
