"""Due against paid, by the worked numbers of the rule: 2 % of sales, 50/30/20 or 80/20."""

import pandas as pd
import pytest

from loaders.config.sources import BUNDLED_FOLDER
from loaders.publish.revenue_due import due_and_paid
from tools.bundled.files import read_rows

SALES = 1_000e6


def rules() -> pd.DataFrame:
    frame = pd.DataFrame(read_rows(BUNDLED_FOLDER / "sharing_rules.csv")).assign(source_key="r")
    days = {name: pd.to_datetime(frame[name].replace("", None)) for name in ("valid_from", "valid_to")}
    return frame.assign(**days).astype({"rate": float, "share": float})


def sale(register: str, year: int = 2020, payer: str = "mine") -> dict:
    return {"payer_code": payer, "year": year, "sales_kgs": SALES, "national_register": register, "source_key": "s"}


def flow(amount: float, stage: str = "payment", level: str = "republic", year: int = 2020) -> dict:
    payer = "mine" if stage == "payment" else None
    return {
        "stage": stage, "stream_code": "infra_2pct", "payer_code": payer, "fiscal_year": year,
        "receiver_level": level, "amount_kgs": amount,
    }  # fmt: skip


def due_rows(sales: list[dict], flows: list[dict]) -> pd.DataFrame:
    columns = ["stage", "stream_code", "payer_code", "fiscal_year", "receiver_level", "amount_kgs"]
    return due_and_paid(pd.DataFrame(sales), rules(), pd.DataFrame(flows, columns=columns))


@pytest.mark.parametrize(
    ("register", "shares"),
    [
        ("yes", {"oblast_fund": 10e6, "district_fund": 6e6, "local_budget": 4e6}),
        ("no", {"district_fund": 16e6, "local_budget": 4e6}),
    ],
)
def test_two_percent_are_shared_by_the_register(register, shares):
    frame = due_rows([sale(register)], [flow(20e6)])
    levels = frame[frame["receiver_level"].notna() & frame["payer_code"].notna()]
    assert dict(zip(levels["receiver_level"], levels["due_kgs"], strict=True)) == pytest.approx(shares)
    whole = frame[frame["receiver_level"].isna()].iloc[0]
    assert (whole["due_kgs"], whole["paid_kgs"], whole["state"]) == (pytest.approx(20e6), 20e6, "agrees")


@pytest.mark.parametrize(
    ("payment", "state"),
    [
        (20e6, "agrees"),
        (20.19e6, "agrees"),
        (20.21e6, "more"),
        (19.79e6, "less"),
        (0.0, "less"),
        (None, "cannot_be_checked"),
    ],
)
def test_states_of_a_payer(payment, state):
    frame = due_rows([sale("no")], [] if payment is None else [flow(payment)])
    assert frame.loc[frame["receiver_level"].isna(), "state"].tolist() == [state]


@pytest.mark.parametrize(("sales", "year"), [([sale("yes", 2018)], 2018), ([sale("no", 2019)], 2021)])
def test_what_is_not_known_cannot_be_checked(sales, year):
    """The rule began within the year; there are no sales of the year."""
    frame = due_rows(sales, [flow(20e6, year=year), flow(16e6, "transfer", "district_fund", year)])
    rows = frame[frame["fiscal_year"] == year]
    assert set(rows["state"]) == {"cannot_be_checked"} and rows["due_kgs"].isna().all()
    assert len(rows) == 2


def test_an_unknown_register_leaves_the_split_open_but_not_the_whole():
    frame = due_rows([sale("unknown")], [flow(20e6), flow(16e6, "transfer", "district_fund")])
    states = {
        level if level == level else None: state
        for level, state in zip(frame["receiver_level"], frame["state"], strict=True)
    }
    assert states == {None: "agrees", "district_fund": "cannot_be_checked"}


def test_levels_of_all_payers_are_compared_with_transfers():
    transfers = [flow(16e6, "transfer", "district_fund"), flow(3e6, "transfer", "local_budget")]
    frame = due_rows([sale("no")], [flow(20e6), *transfers])
    together = frame[frame["payer_code"].isna()].set_index("receiver_level")
    assert together["state"].to_dict() == {"district_fund": "agrees", "local_budget": "less"}


def test_one_unknown_register_leaves_the_levels_of_the_year_open():
    frame = due_rows([sale("no"), sale("unknown", payer="other")], [flow(16e6, "transfer", "district_fund")])
    together = frame[frame["payer_code"].isna()]
    assert together["due_kgs"].isna().all() and set(together["state"]) == {"cannot_be_checked"}
