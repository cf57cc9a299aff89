"""What those concerned have replied to what is shown: companies, state bodies, communities."""

from sqlalchemy import Column, Date, Integer, String, Table

from loaders.store.base import metadata, provenance, refers_to

LANGUAGES = (("ky", "Kyrgyz"), ("ru", "Russian"), ("en", "English"))

reply = Table(
    "reply",
    metadata,
    Column("reply_id", String(64), primary_key=True, comment="Permanent key of the reply"),
    Column("replied_on", Date, nullable=False, comment="Day of the reply"),
    Column("by_kind", String(16), nullable=False, comment="Who replies: company, state, community or other"),
    Column("organisation_code", refers_to("organisation.organisation_code"), comment="The same in the list of them"),
    *(
        Column(f"by_{code}", String(200), comment=f"Who replies, where not listed, in {name}")
        for code, name in LANGUAGES
    ),
    Column("subject_kind", String(16), nullable=False, comment="What it is about: figure, site, incident or district"),
    Column("topic", String(16), comment="Of a figure: revenue, monitoring, incidents or grievances"),
    Column("stage", String(16), comment="Of revenue figures; empty: all stages"),
    Column("stream_code", refers_to("revenue_stream.stream_code"), comment="Of revenue figures; empty: all streams"),
    Column("payer_code", refers_to("organisation.organisation_code"), comment="Of revenue figures; empty: all payers"),
    Column("indicator_code", refers_to("indicator.indicator_code"), comment="Of monitoring; empty: all indicators"),
    Column("issue_code", refers_to("issue.issue_code"), comment="Of incidents and grievances; empty: all issues"),
    Column("district_code", refers_to("admin_unit.unit_code"), comment="District; of a figure empty: any"),
    Column("site_id", refers_to("site.site_id"), comment="Site"),
    # No reference: an incident can be taken down or leave its list, and takes no reply along by that.
    Column("incident_id", String(32), index=True, comment="Incident"),
    Column("first_year", Integer, comment="First year of the figures; empty: all years"),
    Column("last_year", Integer, comment="Last year of the figures; empty: all years"),
    *(Column(f"text_{code}", String(600), nullable=False, comment=f"The reply in {name}") for code, name in LANGUAGES),
    Column("original_language", String(2), comment="ky, ru or en; the others are translations. Empty: none is"),
    Column("reference", String(200), nullable=False, comment="Document in which it was given"),
    Column("url", String(300), comment="Web address of the document"),
    *provenance(),
    comment="Replies to figures, sites, incidents and districts, in the words of those who gave them",
)
