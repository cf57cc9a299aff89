"""What came of it

Revision: 0027, after 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


SUBJECTS = "revenue, monitoring, incidents, grievances{} or reference"


def upgrade() -> None:
    """Add the tables; a source may be of outcomes."""
    _explain(SUBJECTS.format(", outcomes"), SUBJECTS.format(""))
    op.create_table(
        "project",
        sa.Column("project_id", sa.String(length=64), nullable=False, comment="Permanent key of the project"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the project, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the project, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the project, in English"),
        sa.Column("runner_ky", sa.String(length=200), nullable=False, comment="Body that runs it, in Kyrgyz"),
        sa.Column("runner_ru", sa.String(length=200), nullable=False, comment="Body that runs it, in Russian"),
        sa.Column("runner_en", sa.String(length=200), nullable=False, comment="Body that runs it, in English"),
        sa.Column(
            "donor_ky",
            sa.String(length=200),
            nullable=True,
            comment="Body that pays for it; empty: not told, in Kyrgyz",
        ),
        sa.Column(
            "donor_ru",
            sa.String(length=200),
            nullable=True,
            comment="Body that pays for it; empty: not told, in Russian",
        ),
        sa.Column(
            "donor_en",
            sa.String(length=200),
            nullable=True,
            comment="Body that pays for it; empty: not told, in English",
        ),
        sa.Column("starts_on", sa.Date(), nullable=False, comment="First day; of a month or a year its first day"),
        sa.Column(
            "ends_on", sa.Date(), nullable=True, comment="Last day; of a month or a year its last day; empty: not told"
        ),
        sa.Column(
            "date_precision",
            sa.String(length=8),
            nullable=False,
            comment="day, month or year: how exactly the dates are known",
        ),
        sa.Column(
            "project_areas",
            sa.String(length=200),
            nullable=True,
            comment="SOATE codes of its districts, or of oblasts where only those are told; empty: the country",
        ),
        sa.Column("sdg", sa.String(length=48), nullable=True, comment="Sustainable Development Goals, comma separated"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("url", sa.String(length=400), nullable=False, comment="Web address where it stands"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_project_source_key")),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_project")),
        comment="Projects around mines: who pays, from when to when, where, for which goals",
    )
    op.create_table(
        "project_result",
        sa.Column("project_id", sa.String(length=64), nullable=False, comment="Project"),
        sa.Column(
            "result_number",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Number of the outcome within the project",
        ),
        sa.Column(
            "result_indicator_number",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="Number of the indicator within the outcome",
        ),
        sa.Column("period_start", sa.Date(), nullable=False, comment="First day that target and actual are of"),
        sa.Column("period_end", sa.Date(), nullable=False, comment="Last day that target and actual are of"),
        sa.Column("result_kind", sa.String(length=8), nullable=False, comment="output, outcome or impact"),
        sa.Column(
            "result_ky",
            sa.String(length=400),
            nullable=False,
            comment="Outcome, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "result_ru",
            sa.String(length=400),
            nullable=False,
            comment="Outcome, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "result_en",
            sa.String(length=400),
            nullable=False,
            comment="Outcome, in a sentence of the compiler, in English",
        ),
        sa.Column("result_indicator_ky", sa.String(length=400), nullable=False, comment="What is counted, in Kyrgyz"),
        sa.Column("result_indicator_ru", sa.String(length=400), nullable=False, comment="What is counted, in Russian"),
        sa.Column("result_indicator_en", sa.String(length=400), nullable=False, comment="What is counted, in English"),
        sa.Column(
            "result_unit",
            sa.String(length=8),
            nullable=False,
            comment="Unit of baseline, target and actual: number or percent",
        ),
        sa.Column(
            "aim",
            sa.String(length=8),
            nullable=False,
            comment="at_least or at_most: on which side of the target the aim lies",
        ),
        sa.Column("baseline_year", sa.Integer(), nullable=True, comment="Year of the baseline"),
        sa.Column("baseline_value", sa.Float(), nullable=True, comment="Value before the project; empty: not told"),
        sa.Column("target_value", sa.Float(), nullable=True, comment="Value to be reached; empty: no number is set"),
        sa.Column(
            "actual_value",
            sa.Float(),
            nullable=True,
            comment="Value that was reached; empty: not reported, which is not “not done”",
        ),
        sa.Column(
            "evidence",
            sa.String(length=300),
            nullable=True,
            comment="Document or report that shows it, as it is called",
        ),
        sa.Column("evidence_url", sa.String(length=300), nullable=True, comment="Web address of the evidence"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("quote", sa.String(length=400), nullable=True, comment="A few words of the original"),
        sa.Column("quote_language", sa.String(length=2), nullable=True, comment="Language of the quote"),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["project_id"], ["project.project_id"], name=op.f("fk_project_result_project_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_project_result_source_key")),
        sa.PrimaryKeyConstraint(
            "project_id", "result_number", "result_indicator_number", "period_start", name=op.f("pk_project_result")
        ),
        comment="Outcomes of projects: baseline, target and actual of an indicator, by period",
    )
    op.create_table(
        "contact",
        sa.Column("contact_id", sa.String(length=64), nullable=False, comment="Permanent key of the channel"),
        sa.Column(
            "contact_role",
            sa.String(length=16),
            nullable=False,
            comment="operator, local_office, state_body, hotline, independent, or figures: who keeps these figures",
        ),
        sa.Column(
            "office_ky", sa.String(length=200), nullable=False, comment="Name of the office; never a person, in Kyrgyz"
        ),
        sa.Column(
            "office_ru", sa.String(length=200), nullable=False, comment="Name of the office; never a person, in Russian"
        ),
        sa.Column(
            "office_en", sa.String(length=200), nullable=False, comment="Name of the office; never a person, in English"
        ),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that it serves; empty: the oblast, or the country",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast that it serves, where no district is told; both empty: the country",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it serves"),
        sa.Column("phone", sa.String(length=25), nullable=True, comment="Telephone of the office"),
        sa.Column("mail", sa.String(length=200), nullable=True, comment="E-mail address of the office"),
        sa.Column("web", sa.String(length=400), nullable=True, comment="Web address of the office"),
        sa.Column(
            "visit_ky", sa.String(length=200), nullable=True, comment="Where and when it can be visited, in Kyrgyz"
        ),
        sa.Column(
            "visit_ru", sa.String(length=200), nullable=True, comment="Where and when it can be visited, in Russian"
        ),
        sa.Column(
            "visit_en", sa.String(length=200), nullable=True, comment="Where and when it can be visited, in English"
        ),
        sa.Column("checked_on", sa.Date(), nullable=False, comment="Day on which somebody checked that it answers"),
        sa.Column("published_in", sa.String(length=200), nullable=False, comment="Where the channel is published"),
        sa.Column(
            "url", sa.String(length=400), nullable=True, comment="Web address where it is published; empty: on paper"
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_contact_district_code")),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_contact_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_contact_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_contact_source_key")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contact")),
        comment="Offices that take complaints or word of a mistake; never a person",
    )
    op.create_table(
        "dialogue_event",
        sa.Column("dialogue_id", sa.String(length=64), nullable=False, comment="Permanent key of the meeting"),
        sa.Column(
            "dialogue_kind",
            sa.String(length=16),
            nullable=False,
            comment="hearing, focus_group, training, workshop, mediation or meeting",
        ),
        sa.Column("dialogue_status", sa.String(length=16), nullable=False, comment="planned, held or cancelled"),
        sa.Column("starts_on", sa.Date(), nullable=False, comment="First day; of a month or a year its first day"),
        sa.Column(
            "date_precision",
            sa.String(length=8),
            nullable=False,
            comment="day, month or year: how exactly the dates are known",
        ),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District in which it is held; empty: known only for the oblast",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast in which it is held, where no district is told",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it is about"),
        sa.Column(
            "dialogue_ky",
            sa.String(length=300),
            nullable=False,
            comment="What it is about, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "dialogue_ru",
            sa.String(length=300),
            nullable=False,
            comment="What it is about, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "dialogue_en",
            sa.String(length=300),
            nullable=False,
            comment="What it is about, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "roles",
            sa.String(length=200),
            nullable=True,
            comment="Roles of those who took part, separated by semicolons; never names",
        ),
        sa.Column(
            "issues_raised",
            sa.String(length=300),
            nullable=True,
            comment="Codes of issues raised, separated by semicolons",
        ),
        sa.Column(
            "agreed_ky",
            sa.String(length=400),
            nullable=True,
            comment="What was agreed, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "agreed_ru",
            sa.String(length=400),
            nullable=True,
            comment="What was agreed, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "agreed_en",
            sa.String(length=400),
            nullable=True,
            comment="What was agreed, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_dialogue_event_district_code")
        ),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_dialogue_event_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_dialogue_event_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_dialogue_event_source_key")),
        sa.PrimaryKeyConstraint("dialogue_id", name=op.f("pk_dialogue_event")),
        comment="Hearings, focus groups, trainings, workshops and other meetings; no person is named",
    )
    op.create_table(
        "laboratory_check",
        sa.Column("station_id", sa.String(length=64), nullable=False, comment="Station"),
        sa.Column("indicator_code", sa.String(length=32), nullable=False, comment="Indicator"),
        sa.Column("sampled_on", sa.Date(), nullable=False, comment="Day of the sample"),
        sa.Column(
            "laboratory_sampled_on", sa.Date(), nullable=False, comment="Day of the laboratory's sample: the same one"
        ),
        sa.Column("community_value", sa.Float(), nullable=False, comment="Value that residents read"),
        sa.Column("laboratory_value", sa.Float(), nullable=False, comment="Value of the laboratory"),
        sa.Column("unit", sa.String(length=24), nullable=False, comment="Unit of both values, that of the indicator"),
        sa.Column(
            "laboratory_unit", sa.String(length=24), nullable=False, comment="Unit of the laboratory: the same one"
        ),
        sa.Column(
            "tolerance_percent", sa.Float(), nullable=False, comment="Greatest difference that the protocol allows"
        ),
        sa.Column("laboratory", sa.String(length=200), nullable=False, comment="Laboratory, as it calls itself"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.indicator_code"], name=op.f("fk_laboratory_check_indicator_code")
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_laboratory_check_source_key")),
        sa.ForeignKeyConstraint(["station_id"], ["station.station_id"], name=op.f("fk_laboratory_check_station_id")),
        sa.PrimaryKeyConstraint("station_id", "indicator_code", "sampled_on", name=op.f("pk_laboratory_check")),
        comment="Pairs of a reading by residents and a laboratory's value of the same sample",
    )
    op.create_table(
        "pem_area",
        sa.Column("pem_area_id", sa.String(length=64), nullable=False, comment="Permanent key of the area"),
        sa.Column("name_ky", sa.String(length=200), nullable=False, comment="Name of the area, in Kyrgyz"),
        sa.Column("name_ru", sa.String(length=200), nullable=False, comment="Name of the area, in Russian"),
        sa.Column("name_en", sa.String(length=200), nullable=False, comment="Name of the area, in English"),
        sa.Column("district_code", sa.String(length=8), nullable=False, comment="District: eight-digit SOATE code"),
        sa.Column(
            "site_id", sa.String(length=64), nullable=True, comment="Site that is watched; empty: none in particular"
        ),
        sa.Column("monitored_since", sa.Date(), nullable=True, comment="First day of monitoring; empty: not told"),
        sa.Column(
            "protocol",
            sa.String(length=100),
            nullable=True,
            comment="Protocol and its version, as the group calls it; empty: not told",
        ),
        sa.Column(
            "told_back_ky",
            sa.String(length=300),
            nullable=True,
            comment="How results are told back to residents, in Kyrgyz",
        ),
        sa.Column(
            "told_back_ru",
            sa.String(length=300),
            nullable=True,
            comment="How results are told back to residents, in Russian",
        ),
        sa.Column(
            "told_back_en",
            sa.String(length=300),
            nullable=True,
            comment="How results are told back to residents, in English",
        ),
        sa.Column(
            "evidence",
            sa.String(length=300),
            nullable=True,
            comment="Document or report that shows it, as it is called",
        ),
        sa.Column("evidence_url", sa.String(length=300), nullable=True, comment="Web address of the evidence"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_pem_area_district_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_pem_area_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_pem_area_source_key")),
        sa.PrimaryKeyConstraint("pem_area_id", name=op.f("pk_pem_area")),
        comment="Areas in which groups of residents monitor: since when, by which protocol, how results are told back",
    )
    op.create_table(
        "recommendation",
        sa.Column(
            "recommendation_id", sa.String(length=64), nullable=False, comment="Permanent key of the recommendation"
        ),
        sa.Column(
            "recommendation_ky",
            sa.String(length=400),
            nullable=False,
            comment="What is recommended, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "recommendation_ru",
            sa.String(length=400),
            nullable=False,
            comment="What is recommended, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "recommendation_en",
            sa.String(length=400),
            nullable=False,
            comment="What is recommended, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "addressed_to_ky",
            sa.String(length=200),
            nullable=False,
            comment="Body that it is addressed to; never a person, in Kyrgyz",
        ),
        sa.Column(
            "addressed_to_ru",
            sa.String(length=200),
            nullable=False,
            comment="Body that it is addressed to; never a person, in Russian",
        ),
        sa.Column(
            "addressed_to_en",
            sa.String(length=200),
            nullable=False,
            comment="Body that it is addressed to; never a person, in English",
        ),
        sa.Column(
            "recommendation_stage",
            sa.String(length=16),
            nullable=False,
            comment="drafted, discussed, accepted, enacted or rejected",
        ),
        sa.Column("reached_on", sa.Date(), nullable=False, comment="Day on which it came so far"),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that it is about; empty: none, or known only for the oblast",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast that it is about, where no district is told",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it is about"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_recommendation_district_code")
        ),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_recommendation_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_recommendation_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_recommendation_source_key")),
        sa.PrimaryKeyConstraint("recommendation_id", name=op.f("pk_recommendation")),
        comment="Recommendations to the legislator or a ministry, and how far each has come",
    )
    op.create_table(
        "rehabilitation",
        sa.Column("site_id", sa.String(length=64), nullable=False, comment="Site"),
        sa.Column(
            "rehabilitation_stage",
            sa.String(length=16),
            nullable=False,
            comment="inventory, design, approved, works, accepted, after_care or after_use",
        ),
        sa.Column(
            "stage_began_on",
            sa.Date(),
            nullable=True,
            comment="First day; of a month or a year its first day; empty: not told",
        ),
        sa.Column(
            "date_precision",
            sa.String(length=8),
            nullable=True,
            comment="day, month or year: how exactly that day is known",
        ),
        sa.Column(
            "hectares_planned", sa.Float(), nullable=True, comment="Hectares to be rehabilitated; empty: not told"
        ),
        sa.Column(
            "hectares_done", sa.Float(), nullable=True, comment="Hectares rehabilitated by then; empty: not told"
        ),
        sa.Column(
            "volume_planned",
            sa.Float(),
            nullable=True,
            comment="Cubic metres of waste to be moved or covered; empty: not told",
        ),
        sa.Column(
            "volume_moved",
            sa.Float(),
            nullable=True,
            comment="Cubic metres of waste moved or covered by then; empty: not told",
        ),
        sa.Column("cost", sa.Float(), nullable=True, comment="Money for this stage, not converted; empty: not told"),
        sa.Column("cost_currency", sa.String(length=3), nullable=True, comment="Currency of the cost: KGS, USD or EUR"),
        sa.Column(
            "funder_ky", sa.String(length=200), nullable=True, comment="Body that pays; empty: not told, in Kyrgyz"
        ),
        sa.Column(
            "funder_ru", sa.String(length=200), nullable=True, comment="Body that pays; empty: not told, in Russian"
        ),
        sa.Column(
            "funder_en", sa.String(length=200), nullable=True, comment="Body that pays; empty: not told, in English"
        ),
        sa.Column(
            "after_use",
            sa.String(length=16),
            nullable=True,
            comment="Use of the land: pasture, forest, community, housing, industry, mixed or none; empty: not told",
        ),
        sa.Column(
            "is_used", sa.String(length=4), nullable=True, comment="yes or no: whether it is used so; empty: not told"
        ),
        sa.Column(
            "monitored_until",
            sa.Date(),
            nullable=True,
            comment="Last day of monitoring that is planned; empty: not told",
        ),
        sa.Column(
            "note_ky",
            sa.String(length=300),
            nullable=True,
            comment="What the figures are of, or how they were read, in Kyrgyz",
        ),
        sa.Column(
            "note_ru",
            sa.String(length=300),
            nullable=True,
            comment="What the figures are of, or how they were read, in Russian",
        ),
        sa.Column(
            "note_en",
            sa.String(length=300),
            nullable=True,
            comment="What the figures are of, or how they were read, in English",
        ),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("quote", sa.String(length=400), nullable=True, comment="A few words of the original"),
        sa.Column("quote_language", sa.String(length=2), nullable=True, comment="Language of the quote"),
        sa.Column("url", sa.String(length=400), nullable=False, comment="Web address where it stands"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_rehabilitation_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_rehabilitation_source_key")),
        sa.PrimaryKeyConstraint("site_id", "rehabilitation_stage", name=op.f("pk_rehabilitation")),
        comment="Stages of the rehabilitation of sites, as reported; in no sum",
    )
    op.create_table(
        "small_grant",
        sa.Column("grant_id", sa.String(length=64), nullable=False, comment="Permanent key of the grant"),
        sa.Column("granted_on", sa.Date(), nullable=False, comment="Day on which it was agreed"),
        sa.Column("grant_amount", sa.Float(), nullable=False, comment="Amount"),
        sa.Column("grant_currency", sa.String(length=3), nullable=False, comment="KGS, USD or EUR"),
        sa.Column(
            "purpose_ky",
            sa.String(length=300),
            nullable=False,
            comment="What it is for, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "purpose_ru",
            sa.String(length=300),
            nullable=False,
            comment="What it is for, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "purpose_en",
            sa.String(length=300),
            nullable=False,
            comment="What it is for, in a sentence of the compiler, in English",
        ),
        sa.Column("consultations_count", sa.Integer(), nullable=True, comment="Consultations held with it"),
        sa.Column("grant_stage", sa.String(length=16), nullable=False, comment="agreed, running, finished or returned"),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that it is about; empty: none, or known only for the oblast",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast that it is about, where no district is told",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it is about"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_small_grant_district_code")
        ),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_small_grant_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_small_grant_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_small_grant_source_key")),
        sa.PrimaryKeyConstraint("grant_id", name=op.f("pk_small_grant")),
        comment="Small grants for local consultations and works; who got one is told by kind of body",
    )
    op.create_table(
        "dialogue_participants",
        sa.Column("dialogue_id", sa.String(length=64), nullable=False, comment="Meeting"),
        sa.Column(
            "division",
            sa.String(length=8),
            nullable=False,
            comment="all, sex or age: how those who took part are divided",
        ),
        sa.Column(
            "part",
            sa.String(length=16),
            nullable=False,
            comment="all; women or men; under_18, from_18_to_28 or from_29 years",
        ),
        sa.Column("people_count", sa.Integer(), nullable=True, comment="People; empty when withheld"),
        sa.Column("is_withheld", sa.Boolean(), nullable=False, comment="True: the count is hidden to protect people"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue_event.dialogue_id"], name=op.f("fk_dialogue_participants_dialogue_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_key"], ["source.source_key"], name=op.f("fk_dialogue_participants_source_key")
        ),
        sa.PrimaryKeyConstraint("dialogue_id", "division", "part", name=op.f("pk_dialogue_participants")),
        comment="How many took part in each meeting, and how many by sex and by age; small counts are withheld",
    )
    op.create_table(
        "pem_score",
        sa.Column("pem_area_id", sa.String(length=64), nullable=False, comment="Area of participatory monitoring"),
        sa.Column(
            "criterion",
            sa.String(length=16),
            nullable=False,
            comment="information, participation, water, air, soil, response, rehabilitation or skills",
        ),
        sa.Column("round", sa.String(length=8), nullable=False, comment="baseline, mid or end"),
        sa.Column("assessed_on", sa.Date(), nullable=False, comment="Day of the assessment"),
        sa.Column("score", sa.Integer(), nullable=False, comment="From 0 (nothing of it) to 4 (all of it)"),
        sa.Column("weight", sa.Float(), nullable=False, comment="How much it counts among the criteria of its area"),
        sa.Column(
            "evidence",
            sa.String(length=300),
            nullable=True,
            comment="Document or report that shows it, as it is called",
        ),
        sa.Column("evidence_url", sa.String(length=300), nullable=True, comment="Web address of the evidence"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["pem_area_id"], ["pem_area.pem_area_id"], name=op.f("fk_pem_score_pem_area_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_pem_score_source_key")),
        sa.PrimaryKeyConstraint("pem_area_id", "criterion", "round", name=op.f("pk_pem_score")),
        comment="Criteria of an area, each scored from 0 to 4 in rounds",
    )
    op.create_table(
        "pem_team",
        sa.Column("pem_area_id", sa.String(length=64), nullable=False, comment="Area of participatory monitoring"),
        sa.Column(
            "team_role",
            sa.String(length=16),
            nullable=False,
            comment="sampler, observer, local_authority, company or specialist",
        ),
        sa.Column(
            "member_count",
            sa.Integer(),
            nullable=True,
            comment="Members in full tens, at least so many; empty: fewer than ten",
        ),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["pem_area_id"], ["pem_area.pem_area_id"], name=op.f("fk_pem_team_pem_area_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_pem_team_source_key")),
        sa.PrimaryKeyConstraint("pem_area_id", "team_role", name=op.f("pk_pem_team")),
        comment="Members of the groups by role, in full tens; small numbers are withheld, and no sum is published",
    )
    op.create_table(
        "plan",
        sa.Column("plan_id", sa.String(length=64), nullable=False, comment="Permanent key of the plan"),
        sa.Column("plan_from", sa.Date(), nullable=False, comment="First day"),
        sa.Column("plan_until", sa.Date(), nullable=False, comment="Last day"),
        sa.Column(
            "plan_ky",
            sa.String(length=300),
            nullable=False,
            comment="What is to be reached by its end, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "plan_ru",
            sa.String(length=300),
            nullable=False,
            comment="What is to be reached by its end, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "plan_en",
            sa.String(length=300),
            nullable=False,
            comment="What is to be reached by its end, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "long_aim_ky",
            sa.String(length=300),
            nullable=True,
            comment="What is to be reached in the long run, in Kyrgyz",
        ),
        sa.Column(
            "long_aim_ru",
            sa.String(length=300),
            nullable=True,
            comment="What is to be reached in the long run, in Russian",
        ),
        sa.Column(
            "long_aim_en",
            sa.String(length=300),
            nullable=True,
            comment="What is to be reached in the long run, in English",
        ),
        sa.Column(
            "dialogue_id",
            sa.String(length=64),
            nullable=True,
            comment="Meeting of the list in which it was made; empty: another one, or none",
        ),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that it is about; empty: none, or known only for the oblast",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast that it is about, where no district is told",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it is about"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue_event.dialogue_id"], name=op.f("fk_plan_dialogue_id")),
        sa.ForeignKeyConstraint(["district_code"], ["district.district_code"], name=op.f("fk_plan_district_code")),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_plan_oblast_code")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_plan_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_plan_source_key")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_plan")),
        comment="Plans that a community or a group has made, of two months as a rule; their steps are commitments",
    )
    op.create_table(
        "commitment",
        sa.Column("commitment_id", sa.String(length=64), nullable=False, comment="Permanent key of the commitment"),
        sa.Column(
            "made_in",
            sa.String(length=16),
            nullable=False,
            comment="Where it was made: dialogue, meeting, licence, agreement, statement or plan",
        ),
        sa.Column(
            "dialogue_id",
            sa.String(length=64),
            nullable=True,
            comment="Meeting of the list in which it was made; empty: another one, or none",
        ),
        sa.Column("plan_id", sa.String(length=64), nullable=True, comment="Plan of which it is a step; empty: of none"),
        sa.Column("made_on", sa.Date(), nullable=True, comment="Day on which it was made; empty: not traced"),
        sa.Column(
            "date_precision",
            sa.String(length=8),
            nullable=True,
            comment="day, month or year: how exactly made_on is known",
        ),
        sa.Column("due_on", sa.Date(), nullable=True, comment="Day by which it was to be kept; empty: none was named"),
        sa.Column(
            "owing_body",
            sa.String(length=16),
            nullable=False,
            comment="Kind of body that owes it: company, aiyl_okmotu, district, republic, community or project",
        ),
        sa.Column(
            "owed_by_ky",
            sa.String(length=200),
            nullable=False,
            comment="Body or office that owes it; never a person, in Kyrgyz",
        ),
        sa.Column(
            "owed_by_ru",
            sa.String(length=200),
            nullable=False,
            comment="Body or office that owes it; never a person, in Russian",
        ),
        sa.Column(
            "owed_by_en",
            sa.String(length=200),
            nullable=False,
            comment="Body or office that owes it; never a person, in English",
        ),
        sa.Column(
            "commitment_ky",
            sa.String(length=400),
            nullable=False,
            comment="What is owed, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "commitment_ru",
            sa.String(length=400),
            nullable=False,
            comment="What is owed, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "commitment_en",
            sa.String(length=400),
            nullable=False,
            comment="What is owed, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "district_code",
            sa.String(length=8),
            nullable=True,
            comment="District that it is about; empty: none, or known only for the oblast",
        ),
        sa.Column(
            "oblast_code",
            sa.String(length=5),
            nullable=True,
            comment="Oblast that it is about, where no district is told",
        ),
        sa.Column("site_id", sa.String(length=64), nullable=True, comment="Site that it is about"),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which it stands, as it calls itself",
        ),
        sa.Column("quote", sa.String(length=400), nullable=True, comment="A few words of the original"),
        sa.Column("quote_language", sa.String(length=2), nullable=True, comment="Language of the quote"),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address where it stands; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogue_event.dialogue_id"], name=op.f("fk_commitment_dialogue_id")
        ),
        sa.ForeignKeyConstraint(
            ["district_code"], ["district.district_code"], name=op.f("fk_commitment_district_code")
        ),
        sa.ForeignKeyConstraint(["oblast_code"], ["oblast.oblast_code"], name=op.f("fk_commitment_oblast_code")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.plan_id"], name=op.f("fk_commitment_plan_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.site_id"], name=op.f("fk_commitment_site_id")),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_commitment_source_key")),
        sa.PrimaryKeyConstraint("commitment_id", name=op.f("pk_commitment")),
        comment="What bodies have promised, and by when; in no sum",
    )
    op.create_table(
        "commitment_step",
        sa.Column("commitment_id", sa.String(length=64), nullable=False, comment="Commitment"),
        sa.Column("reported_on", sa.Date(), nullable=False, comment="Day on which it was reported"),
        sa.Column(
            "fulfilment",
            sa.String(length=16),
            nullable=False,
            comment="What was reported: begun, partly, moved (put off), kept, not_kept or dropped (by agreement)",
        ),
        sa.Column(
            "moved_to", sa.Date(), nullable=True, comment="New day by which it is to be kept, of one that was put off"
        ),
        sa.Column(
            "reported_by",
            sa.String(length=16),
            nullable=False,
            comment="Who says so: company, state, community or other",
        ),
        sa.Column(
            "step_ky",
            sa.String(length=400),
            nullable=True,
            comment="What was reported, in a sentence of the compiler, in Kyrgyz",
        ),
        sa.Column(
            "step_ru",
            sa.String(length=400),
            nullable=True,
            comment="What was reported, in a sentence of the compiler, in Russian",
        ),
        sa.Column(
            "step_en",
            sa.String(length=400),
            nullable=True,
            comment="What was reported, in a sentence of the compiler, in English",
        ),
        sa.Column(
            "published_in",
            sa.String(length=200),
            nullable=False,
            comment="Medium or document in which the report stands",
        ),
        sa.Column("url", sa.String(length=400), nullable=True, comment="Web address of the report; empty: on paper"),
        sa.Column("source_key", sa.String(length=64), nullable=False, comment="Where the row comes from"),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.commitment_id"], name=op.f("fk_commitment_step_commitment_id")
        ),
        sa.ForeignKeyConstraint(["source_key"], ["source.source_key"], name=op.f("fk_commitment_step_source_key")),
        sa.PrimaryKeyConstraint("commitment_id", "reported_on", name=op.f("pk_commitment_step")),
        comment="What was reported of each commitment, by day; without any row nothing was",
    )


def downgrade() -> None:
    """Take them away again."""
    _explain(SUBJECTS.format(""), SUBJECTS.format(", outcomes"))
    op.drop_table("commitment_step")
    op.drop_table("commitment")
    op.drop_table("plan")
    op.drop_table("pem_team")
    op.drop_table("pem_score")
    op.drop_table("dialogue_participants")
    op.drop_table("small_grant")
    op.drop_table("rehabilitation")
    op.drop_table("recommendation")
    op.drop_table("pem_area")
    op.drop_table("laboratory_check")
    op.drop_table("dialogue_event")
    op.drop_table("contact")
    op.drop_table("project_result")
    op.drop_table("project")


def _explain(comment: str, before: str) -> None:
    if op.get_bind().dialect.supports_comments:
        op.alter_column("source", "dataset", comment=comment, existing_comment=before)
