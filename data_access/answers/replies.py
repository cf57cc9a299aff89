"""What those concerned have replied."""

from sqlalchemy import select

from data_access.answers.links import web_address
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.reply import Reply

flow = schema.revenue.c
SYNTHETIC = "synthetic"


@per_version
def by_date(snapshot: Snapshot) -> tuple[Reply, ...]:
    """All replies in the order of their days."""
    table, district, source = schema.reply, schema.district.c, schema.source.c
    query = (
        select(table, district.slug, source.kind)
        .join(schema.source, source.source_key == table.c.source_key)
        .join(schema.district, district.district_code == table.c.district_code, isouter=True)
    )
    rows = snapshot.frame(query.order_by(table.c.replied_on, table.c.reply_id)).astype(object)
    rows = rows.where(rows.notna(), None).to_dict("records")
    payers = frozenset(row["payer_code"] for row in rows if row["payer_code"])
    flows = _flows(snapshot, payers) if payers else ()
    return tuple(_reply(row, flows) for row in rows)


def _flows(snapshot: Snapshot, payers: frozenset[str]) -> tuple[tuple, ...]:
    """Payer, stage, stream, year and slug of the district of all that these organisations paid in a district."""
    what = (flow.payer_code, flow.stage, flow.stream_code, flow.fiscal_year, schema.district.c.slug)
    query = select(*what).join(schema.district, schema.district.c.district_code == flow.district_code)
    return tuple(snapshot.rows(query.where(flow.payer_code.in_(payers)).distinct())[1])


def _paid_in(row: dict, flows: tuple[tuple, ...]) -> frozenset[str] | None:
    """Slugs of the districts in which the figures of a payer lie; None of a reply to others."""
    if row["payer_code"] is None:
        return None
    first, last = row["first_year"] or 0, row["last_year"] or 9999
    key = (row["payer_code"], row["stage"], row["stream_code"])
    return frozenset(
        slug
        for *flow_key, year, slug in flows
        if first <= year <= last and all(one is None or one == other for one, other in zip(key, flow_key, strict=True))
    )


def _reply(row: dict, flows: tuple[tuple, ...]) -> Reply:
    keys = {"site": row["site_id"], "incident": row["incident_id"], "district": row["slug"]}
    return Reply(
        day=row["replied_on"],
        kind=row["by_kind"],
        by=languages.texts(row, "by"),
        texts=languages.texts(row, "text"),
        subject=row["subject_kind"],
        reference=row["reference"],
        url=web_address(row["url"]),
        original=row["original_language"],
        is_synthetic=row["kind"] == SYNTHETIC,
        key=keys.get(row["subject_kind"]),
        topic=row["topic"],
        stage=row["stage"],
        stream=row["stream_code"],
        payer=row["payer_code"],
        paid_in=_paid_in(row, flows),
        indicator=row["indicator_code"],
        issue=row["issue_code"],
        district=row["slug"],
        years=(int(row["first_year"]), int(row["last_year"])) if row["first_year"] else None,
    )
