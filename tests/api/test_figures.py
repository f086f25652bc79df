"""Figures for programs: the words of the command, for who reads the council."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner
from django.test import Client

from dienhong.accounts.models import User
from dienhong.cli.main import dienhong
from dienhong.council_sessions.states import SessionStatus
from dienhong.indicators.declaration import all_indicators
from dienhong.organisations.models import Council

from ..factories import make_session
from ..voters.factories import make_petition

BASE = "/api/so-lieu/dak-mau/"


@pytest.fixture
def program(client: Client, district_clerk: User) -> Client:
    client.force_login(district_clerk)
    return client


@pytest.fixture
def recorded(commune: Council, district: Council, clerk: User, district_clerk: User) -> None:
    make_session(district, district_clerk, status=SessionStatus.CLOSED)
    make_session(commune, clerk, status=SessionStatus.CLOSED)
    make_petition(commune, clerk)


def said(*words: str) -> str:
    result = CliRunner().invoke(dienhong, ("figures", "--council", "dak-mau", "--year", "2023", *words))
    assert result.exit_code == 0, result.output
    return result.output


def test_the_same_words_as_the_command(
    recorded: None, program: Client, sister: Council, district_clerk: User
) -> None:
    asked = ("--as", district_clerk.username, "--json")
    assert program.get(f"{BASE}?nam=2023").json() == json.loads(said(*asked))
    one = program.get(f"{BASE}?nam=2023&chi-so=petitions.received&chi-so=petitions.resolved_share").json()
    codes = ("petitions.received", "petitions.resolved_share")
    assert one == json.loads(said(*asked, *(word for code in codes for word in ("--indicator", code))))
    assert one["ratios"] == [
        {
            "ratio": "petitions.resolved_share",
            "label": "Tỷ lệ kiến nghị cử tri đã giải quyết xong",
            "part": 0,
            "whole": 1,
            "percent": 0.0,
        }
    ]


def test_a_ratio_alone_and_a_ratio_of_nothing(recorded: None, program: Client) -> None:
    document = program.get(f"{BASE}?nam=2020&chi-so=petitions.resolved_share").json()
    assert document["figures"] == []
    assert document["ratios"][0]["percent"] is None


def test_periods_and_the_day_of_states(recorded: None, program: Client) -> None:
    for words, last in (("nam=2023&ky=quy-1", "2023-03-31"), ("tu=2023-01-01&den=2023-06-30", "2023-06-30")):
        document = program.get(f"{BASE}?{words}&chi-so=sessions.held").json()
        assert document["period"] == {"from": "2023-01-01", "to": last}
        assert document["figures"][0]["total"] == 0
    dated = program.get(f"{BASE}?nam=2023&chot=2024-02-27").json()["period"]
    assert dated == {"from": "2023-01-01", "to": "2023-12-31", "as_of": "2024-02-27"}


def test_rows_are_those_of_the_command(recorded: None, program: Client) -> None:
    text = program.get(f"{BASE}csv/?nam=2023").text
    assert text == said("--csv")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["indicator"] for row in rows} == {indicator.code for indicator in all_indicators()}


def test_the_dictionary_names_every_indicator(program: Client, db: None) -> None:
    told = {row["indicator"]: row for row in program.get("/api/so-lieu/").json()["indicators"]}
    assert set(told) == {indicator.code for indicator in all_indicators()}
    assert told["sessions.held"]["by"]["kind"]["regular"] == "thường lệ"
    assert told["voter_meetings.rounds"]["shared"] is True
    assert "sessions.held" in said("--dictionary")


def test_what_is_not_there_is_not_found(program: Client, db: None) -> None:
    assert program.get(f"{BASE}?chi-so=khong-co").status_code == 404
    assert program.get("/api/so-lieu/khong-co/").status_code == 404
