"""Requests to a server on loopback: one after another, or over many connections; with what CPU its processes took."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from collections.abc import Sequence
from typing import NamedTuple

import psutil


class Load(NamedTuple):
    """What requests took: wall time of each in ms, CPU of the server in ms each, bytes of the median answer, faults."""

    p50: float
    p95: float
    cpu: float
    size: int
    faults: int

    @property
    def per_cpu_second(self) -> float:
        """Return how many requests a second of CPU answers."""
        return 1000 / self.cpu if self.cpu else float("inf")


def cpu_of(process: psutil.Process) -> float:
    """Return the CPU seconds of a process and its children."""
    each = [process, *process.children(recursive=True)]
    return sum(sum(one.cpu_times()[:2]) for one in each)


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> tuple[int, int]:
    """Return the status and the bytes of the body that one request over a kept connection brings."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n".encode())
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    if "transfer-encoding: chunked" in head:
        size = 0
        while length := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(length + 2)
            size += length
        await reader.readline()
        return status, size
    found = re.search(r"content-length: (\d+)", head)
    size = int(found[1]) if found else 0
    await reader.readexactly(size)
    return status, size


async def _load(port: int, paths: Sequence[str], connections: int, process: psutil.Process) -> Load:
    waiting = list(reversed(paths))
    times: list[float] = []
    sizes: list[int] = []
    faults = 0

    async def client() -> None:
        nonlocal faults
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            path = waiting.pop()
            start = time.perf_counter()
            status, size = await ask(reader, writer, path)
            times.append(1000 * (time.perf_counter() - start))
            sizes.append(size)
            faults += status != 200
        writer.close()

    before = cpu_of(process)
    await asyncio.gather(*(client() for _ in range(connections)))
    cpu = 1000 * (cpu_of(process) - before) / len(paths)
    times.sort()
    return Load(
        statistics.median(times), times[int(len(times) * 0.95)], cpu, int(statistics.median(sizes)), faults
    )


def load(port: int, paths: Sequence[str], process: psutil.Process, connections: int = 1) -> Load:
    """Return what it took to ask for all of the paths once."""
    return asyncio.run(_load(port, paths, connections, process))
