"""Counts for operators. No label per person, command or agency: small numbers name people."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

REGISTRY = CollectorRegistry()
DELIVERED = Counter("upstander_delivered", "Messages delivered", registry=REGISTRY)
RETRIED = Counter("upstander_retried", "Sends to be tried again", registry=REGISTRY)
DEAD = Counter("upstander_undeliverable", "Messages given up", registry=REGISTRY)
READY = Gauge("upstander_ready", "1, or 0 where /readyz says 503", registry=REGISTRY)
REFUSED = Counter("upstander_refused", "Sends refused for a fault of ours", registry=REGISTRY)
WAITING = Gauge("upstander_outbox_waiting", "Messages on their way", registry=REGISTRY)
STUCK = Gauge(
    "upstander_outbox_stuck_seconds", "Age of what should have arrived", registry=REGISTRY
)
SIGN_IN_FAILED = Counter(
    "upstander_sign_in_failures", "Times somebody was not let in", registry=REGISTRY
)
FAULTS = Gauge("upstander_faults", "Platforms that refuse us until it is mended", registry=REGISTRY)
OVERDUE = Gauge("upstander_oldest_overdue_seconds", "Age of the oldest due step", registry=REGISTRY)

LATE = Gauge("upstander_late_steps", "Steps more than ten minutes late", registry=REGISTRY)
HEALED = Counter("upstander_healed", "Threads given the step they lacked", registry=REGISTRY)
ALONE = Gauge(
    "upstander_threads_without_anybody",
    "Threads before nobody who can be reached",
    registry=REGISTRY,
)
HELD_BACK = Gauge(
    "upstander_vanished_people",
    "People who vanished from the directory, too many at once to be true",
    registry=REGISTRY,
)


def exposition() -> bytes:
    """Writes all counts in Prometheus' text form."""
    return generate_latest(REGISTRY)
