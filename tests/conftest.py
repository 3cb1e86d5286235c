"""How all tests run: no example is timed, as a busy machine is no fault of ours (speed has its scripts in `benchmarks/`)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
