"""No law fails because the machine is busy: hypothesis's limits of time are for idle ones."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "whatever the time", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("whatever the time")
