from tests.privacy.world import Evidence


def test_it_runs(evidence: Evidence) -> None:
    assert evidence.said == ""
