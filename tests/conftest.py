"""What every test may ask for: real databases, a real browser; a loud word on what is missing."""

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from playwright.async_api import Browser, Page

from bot.base.logs import log
from storage.engine.migrate import Store
from tests import hurrying, peers, scheduling
from tests.peers import browser as chromium
from tests.peers import postgres

# The same cases each time, and never a duration: what falls by chance is searched for by hand, with
# --hypothesis-profile=search.
calm = [HealthCheck.too_slow]
settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=calm
)
settings.register_profile(
    "search", deadline=None, max_examples=3000, database=None, suppress_health_check=calm
)
settings.load_profile("same")

MISSING = peers.missing()
STORES: tuple[Store, Store] = ("main", "keyring")


@dataclass(frozen=True)
class Stores:
    """Two databases without a row: the main one, and the keyring's, apart from it.

    They have the newest schema, or none at all where the test is marked `unmigrated`.
    """

    main_url: str
    keyring_url: str
    kind: Literal["sqlite", "postgres"]


@pytest.fixture(autouse=True, scope="session")
def hurried() -> Iterator[None]:
    """What every test would pay for anew is paid for once a test process."""
    with hurrying.hurried():
        yield


@pytest.fixture(autouse=True)
def nothing_said_yet() -> None:
    """No test's log is quieter since a database was away in the one before."""
    log.begin()


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file a store, in which every migration was run."""
    folder = tmp_path_factory.mktemp("templates")
    for store in STORES:
        asyncio.run(postgres.bring_up(f"sqlite+aiosqlite:///{folder / store}.db", store))
    return folder


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[postgres.Postgres]:
    """One PostgreSQL a test process."""
    with postgres.running(tmp_path_factory.mktemp("pg")) as server:
        server.hurry()
        yield server


@pytest.fixture
def postgres_url(postgres_server: postgres.Postgres) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres_server.database("main") as url:
        yield url


def _unmigrated(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("unmigrated") is not None


@pytest.fixture
def sqlite_stores(request: pytest.FixtureRequest, tmp_path: Path) -> Stores:
    """Two files: copies of the templates; or none yet, where the test is `unmigrated`."""
    if not _unmigrated(request):
        templates: Path = request.getfixturevalue("sqlite_templates")
        for store in STORES:
            shutil.copy(templates / f"{store}.db", tmp_path)
    main, keyring = (f"sqlite+aiosqlite:///{tmp_path / store}.db" for store in STORES)
    return Stores(main, keyring, "sqlite")


@pytest.fixture
def postgres_stores(
    request: pytest.FixtureRequest, postgres_server: postgres.Postgres
) -> Iterator[Stores]:
    """Two databases of one server."""
    take = postgres_server.stores if _unmigrated(request) else postgres_server.migrated_stores
    with take() as (main, keyring):
        yield Stores(main, keyring, "postgres")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def stores(request: pytest.FixtureRequest) -> Stores:
    """Stores without a row; the test runs once on each kind of database."""
    chosen: Stores = request.getfixturevalue(f"{request.param}_stores")
    return chosen


@pytest.fixture
def database_url(stores: Stores) -> str:
    """A main database without a row; the test runs once on each kind."""
    return stores.main_url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium a test process; who is told apart from whom has a context of their own."""
    async with chromium.launched() as launched:
        yield launched


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A window of someone nobody has seen before: no cookies, nothing remembered."""
    context = await browser.new_context(locale="en-GB", timezone_id="Europe/London")
    try:
        yield await context.new_page()
    finally:
        await context.close()


def pytest_configure() -> None:
    """Before any process is started that has to choose the same."""
    scheduling.choose_day()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> scheduling.Units:
    """What shares something costly stays together, in the order of collection."""
    config.option.loadscopereorder = False
    return scheduling.Units(config, log)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: garbage isn't looked for among it again and again."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of a peer that isn't here is skipped, and says what would bring it."""
    scheduling.longest_first(items)
    if not any("::" in name for name in config.args):  # whoever names a test wants it
        left = scheduling.not_today(items)
        items[:] = [item for item in items if item not in set(left)]
        config.hook.pytest_deselected(items=left)
    for item in items:
        if scheduling.is_long(item):
            item.add_marker("long")
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            # The loop that the browser is bound to; everybody else's ends with their test.
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")
        for marker, reason in MISSING.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _lines() -> list[str]:
    lines = [f"NOT AVAILABLE HERE ({marker}): {reason}" for marker, reason in MISSING.items()]
    return [*lines, *(f"NOT AVAILABLE HERE: {reason}" for reason in peers.left_out())]


def pytest_report_header() -> list[str]:
    """Said aloud before the run."""
    day = scheduling.choose_day()
    return [*_lines(), f"whose turn it is: {scheduling.DAY}={day}"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """And again after it, where it is read."""
    for line in _lines():
        terminalreporter.write_line(line, red=True)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if peers.no_skip() and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, and UPSTANDER_TESTS_NO_SKIP=1 refuses that: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With UPSTANDER_TESTS_NO_SKIP=1 a skipped test fails."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a skipped file."""
    report = yield
    _refuse_skip(report)
    return report
