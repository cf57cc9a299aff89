"""What machines ask: is it alive, can it read, how old are the figures."""

from datetime import date, datetime

DATASETS = {"revenue", "monitoring", "incidents", "grievances", "outcomes"}


def test_health_is_that_the_process_lives(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_ready_tells_the_version_and_the_age_of_each_dataset(client):
    answer = client.get("/ready")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert (answer.json["ready"], answer.json["problem"]) == (True, None)
    assert answer.json["version"].startswith("1-")
    assert set(answer.json["datasets"]) == DATASETS
    for about in answer.json["datasets"].values():
        assert datetime.fromisoformat(about["loaded_at"])
        assert date.fromisoformat(about["newest_record_on"])
        assert about["is_late"] in (True, False, None)


def test_late_are_only_data_that_promise_something(client):
    datasets = client.get("/ready").json["datasets"]
    assert datasets["revenue"]["is_late"] is True
    assert datasets["incidents"] == datasets["incidents"] | {"is_late": None, "kinds": ["compiled"]}
    assert datasets["grievances"] == datasets["grievances"] | {"is_late": None, "kinds": ["synthetic"]}
