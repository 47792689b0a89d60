"""The main database: threads, messages, timers, the outbox. Nothing here is a function of the
identity of an anonymous person; days, not times, stand on their rows, and ids are random."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.schema.audit import Audit, AuditDay
from storage.schema.challenge import BreakGlass, Challenge, DetrimentAnswers
from storage.schema.delivery import CardSent, Outbox, Step
from storage.schema.pairing import StorePair
from storage.schema.pause import Pause, PauseRoom, Room
from storage.schema.people import Departed, Member, StandIn
from storage.schema.referral import Morning, Referral
from storage.schema.second_opinion import Opinion, Reviewer
from storage.schema.threads import (
    Audience,
    Message,
    SeenEvent,
    Submission,
    Thread,
    ThreadKey,
    Unreached,
)

__all__ = [
    "Audience", "Audit", "AuditDay", "BreakGlass", "CardSent", "Challenge", "Departed",
    "DetrimentAnswers", "Member", "Message", "Morning", "Opinion", "Outbox", "Pause", "PauseRoom",
    "Referral", "Reviewer", "Room", "SeenEvent", "StandIn", "Step", "StorePair", "Submission",
    "Thread", "ThreadKey", "Unreached",
]  # fmt: skip

main_metadata: MetaData = SQLModel.metadata
"""The schema of the main database."""
