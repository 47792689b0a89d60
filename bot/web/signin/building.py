"""Puts together what people sign in with."""

from starlette.routing import BaseRoute

from bot.base.settings import Settings
from bot.core.ports import Directory, Dispatching
from bot.files.exporting import Exporting
from bot.files.importing import Importing
from bot.mail.smtp import smtp_of
from bot.web.callers import Account
from bot.web.carrying import Carrying
from bot.web.client import WebClient
from bot.web.pages.operating import Operations, OperatorPages
from bot.web.pages.people_file import PeopleFilePages
from bot.web.pages.referrals import ReferralPages
from bot.web.public import nothing_due
from bot.web.signin.links import Links
from bot.web.signin.pages import Doorway, Entry
from bot.web.signin.people import ME, SignedIn
from bot.web.signin.provider_pages import BEGIN, Provider, ProviderPages
from bot.web.signin.providers.entra import Entra
from bot.web.signin.providers.http import Http
from bot.web.signin.providers.openid import Client, OpenId
from bot.web.signin.providers.slack import with_slack
from bot.web.signin.routes import sign_in_routes
from bot.web.signin.sessions import Sessions
from bot.web.signin.starts import FormTokens, Starts
from prompts.words import Plain, say
from storage.crypto.keys import Keys
from storage.directory.session_marks import SessionMarks
from storage.engine.clock import Clock
from storage.partnership import Partnership


def build_links(settings: Settings, keys: Keys, clock: Clock, partnership: Partnership) -> Links:
    """Builds what makes one-time links, and opens them."""
    key = keys.key_for("invitation in a browser")
    return Links(key, clock, partnership, smtp_of(settings), settings.origin)


def build_sign_in(
    *,
    settings: Settings,
    dispatch: Dispatching,
    partnership: Partnership,
    clock: Clock,
    keys: Keys,
    members: Directory,
    marks: SessionMarks,
    client: WebClient,
    files: tuple[Importing, Exporting],
    http: Http,
    operations: Operations | None = None,
) -> list[BaseRoute]:
    """Builds the pages on which people sign in, and all that they see once they have."""
    tokens = FormTokens(keys.key_for("form in a browser"))
    people = SignedIn(partnership, members, marks, tokens, mail=settings.has_mail)
    providers = build_providers(settings, partnership, clock, http)
    entry = Entry(
        partnership=partnership,
        clock=clock,
        sessions=Sessions(keys.key_for("session in a browser"), clock),
        starts=Starts(keys.key_for("start in a browser"), clock),
        tokens=tokens,
        people=people,
        marks=marks,
        links=build_links(settings, keys, clock, partnership),
        doorways=[Doorway(f"{BEGIN}/{one.name}", one.title) for one in providers],
    )
    carrying = Carrying(keys.key_for("page in a browser"))
    account = Account(dispatch, partnership, people, client, nothing_due, ME, carrying)
    elsewhere = ProviderPages(entry, providers, settings.origin)
    more = [*ReferralPages(account, *files).routes(), *elsewhere.routes()]
    more += PeopleFilePages(account).routes()
    if operations:
        more += OperatorPages(account, operations).routes()
    return sign_in_routes(entry, account, settings.origin, more, settings.proxies)


def build_providers(
    settings: Settings, partnership: Partnership, clock: Clock, http: Http
) -> list[Provider]:
    """Builds the ways in with an account elsewhere, as far as they are set up."""
    found: list[Provider] = []
    if settings.entra_client_id:

        def tenants() -> frozenset[str]:
            return frozenset(t for agency in partnership.agencies for t in agency.teams_tenants)

        secret = settings.entra_client_secret.get_secret_value()
        title = say("sign-in-microsoft")
        found.append(Entra(title, settings.entra_client_id, secret, tenants, http))
    if settings.slack_client_id:
        secret = settings.slack_client_secret.get_secret_value()
        found.append(with_slack("", settings.slack_client_id, secret, clock, http))
    if settings.oidc_issuer:
        secret = settings.oidc_client_secret.get_secret_value()
        client = Client(settings.oidc_issuer, settings.oidc_client_id, secret)
        name = settings.oidc_name
        title = say("sign-in-with", name=Plain(name)) if name else say("sign-in-own")
        found.append(OpenId("openid", title, client, clock, http))
    return found
