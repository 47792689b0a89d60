"""The main database: threads, messages, timers, the outbox. Nothing here is a function of the
identity of an anonymous person; days, not times, stand on their rows, and ids are random."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.schema.accounts import AccountLink, AccountMoved, LinkCode
from storage.schema.administration import (
    AgencyCheck,
    FormerPerson,
    PartnershipProposal,
    PartnershipVersion,
)
from storage.schema.agreement import AgreementConfirmed
from storage.schema.audit import Audit, AuditDay
from storage.schema.challenge import BreakGlass, Challenge, DetrimentAnswers
from storage.schema.delivery import CardSent, Mailbox, Outbox, Step, WebMessage
from storage.schema.insight import Figure
from storage.schema.pairing import StorePair
from storage.schema.pause import Pause, PauseRoom, Room
from storage.schema.people import Departed, Member, SessionMark, SessionOver, StandIn
from storage.schema.referral import Morning, Referral
from storage.schema.second_opinion import Opinion, Reviewer
from storage.schema.story import Story, StoryDraft
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
    "AccountLink",
    "AccountMoved",
    "AgencyCheck",
    "AgreementConfirmed",
    "Audience",
    "Audit",
    "AuditDay",
    "BreakGlass",
    "CardSent",
    "Challenge",
    "Departed",
    "DetrimentAnswers",
    "Figure",
    "FormerPerson",
    "LinkCode",
    "Mailbox",
    "Member",
    "Message",
    "Morning",
    "Opinion",
    "Outbox",
    "PartnershipProposal",
    "PartnershipVersion",
    "Pause",
    "PauseRoom",
    "Referral",
    "Reviewer",
    "Room",
    "SeenEvent",
    "SessionMark",
    "SessionOver",
    "StandIn",
    "Step",
    "StorePair",
    "Story",
    "StoryDraft",
    "Submission",
    "Thread",
    "ThreadKey",
    "Unreached",
    "WebMessage",
]  # fmt: skip

main_metadata: MetaData = SQLModel.metadata
"""The schema of the main database."""
