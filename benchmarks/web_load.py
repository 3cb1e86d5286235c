"""Requests to a server on loopback: one after another, or over many connections; with what CPU its processes took."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import statistics
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import psutil


class Load(NamedTuple):
    """What requests took: wall time of each in ms, CPU of the server in ms each, bytes of the median and longest answer, faults.

    `cpu_p95` is told where requests came one after another, so that each one's CPU can be told from the others'.
    """

    p50: float
    p95: float
    cpu: float
    cpu_p95: float | None
    size: int
    longest: int
    faults: int

    @property
    def per_cpu_second(self) -> float:
        """Return how many requests a second of CPU answers."""
        return 1000 / self.cpu if self.cpu else float("inf")


def cpu_of(process: psutil.Process) -> float:
    """Return the CPU seconds of a process and its children."""
    each = [process, *process.children(recursive=True)]
    return sum(sum(one.cpu_times()[:2]) for one in each)


def cpu_ns(process: psutil.Process) -> int:
    """Return the CPU nanoseconds of a process's threads, as the scheduler counts them: a clock tick is ten milliseconds."""
    counted = 0
    for one in (process, *process.children(recursive=True)):
        for task in Path(f"/proc/{one.pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
                counted += int((task / "schedstat").read_text().split()[0])
    return counted


def settled(process: psutil.Process) -> float:
    """Return the CPU seconds that a server has taken once it takes no more by itself: it makes ready what nobody asked yet."""
    took = cpu_of(process)
    while True:
        time.sleep(3)
        before, took = took, cpu_of(process)
        if took - before < 0.1:
            return took


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
    cpus: list[float] = []
    faults = 0

    async def client() -> None:
        nonlocal faults
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            path = waiting.pop()
            before = cpu_ns(process) if connections == 1 else 0
            start = time.perf_counter()
            status, size = await ask(reader, writer, path)
            times.append(1000 * (time.perf_counter() - start))
            sizes.append(size)
            if connections == 1:
                cpus.append((cpu_ns(process) - before) / 1e6)
            faults += status != 200
        writer.close()

    before = cpu_of(process)
    await asyncio.gather(*(client() for _ in range(connections)))
    cpu = 1000 * (cpu_of(process) - before) / len(paths)
    times.sort()
    cpus.sort()
    return Load(
        statistics.median(times), times[int(len(times) * 0.95)], cpu, cpus[int(len(cpus) * 0.95)] if cpus else None,
        int(statistics.median(sizes)), max(sizes), faults,
    )  # fmt: skip


def load(port: int, paths: Sequence[str], process: psutil.Process, connections: int = 1) -> Load:
    """Return what it took to ask for all of the paths once."""
    return asyncio.run(_load(port, paths, connections, process))


def post(port: int, path: str, text: str, process: psutil.Process) -> Load:
    """Return what it took to post a text once."""
    body = json.dumps({"text": text}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", body, {"Content-Type": "application/json"}
    )
    before, start = cpu_ns(process), time.perf_counter()
    try:
        with urllib.request.urlopen(request) as answer:
            size, faults = len(answer.read()), 0
    except urllib.error.HTTPError as fault:
        size, faults = len(fault.read()), 1
    took, cpu = 1000 * (time.perf_counter() - start), (cpu_ns(process) - before) / 1e6
    return Load(took, took, cpu, cpu, size, size, faults)
