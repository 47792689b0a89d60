"""On SQLite one server at a time; PostgreSQL takes any number."""

from pathlib import Path

import pytest

from storage.engine.single_server import AlreadyServedError, serving_alone


def _sqlite(folder: Path, name: str = "main.db") -> str:
    return f"sqlite+aiosqlite:///{folder / name}"


def test_a_second_server_is_told_what_to_do(tmp_path: Path) -> None:
    url = _sqlite(tmp_path)
    with serving_alone(url), pytest.raises(AlreadyServedError) as told, serving_alone(url):
        pass
    assert "end the other one first" in str(told.value)
    assert str(tmp_path / "main.db") in str(told.value)
    assert "PostgreSQL" in str(told.value)


def test_the_next_server_starts_when_the_first_has_ended(tmp_path: Path) -> None:
    for _ in range(2):
        with serving_alone(_sqlite(tmp_path)):
            assert not (tmp_path / "main.db").exists()


def test_another_database_is_another_matter(tmp_path: Path) -> None:
    with serving_alone(_sqlite(tmp_path)), serving_alone(_sqlite(tmp_path, "other.db")) as held:
        assert held is None


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://bot@db.example/main",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
    ],
)
def test_where_several_may_serve_nothing_is_held(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving_alone(url), serving_alone(url):
        assert list(tmp_path.iterdir()) == []
