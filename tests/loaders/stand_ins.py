"""The smallest files that fill every table, and helpers to load them through the real path."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from loaders.config.sources import Source
from loaders.datasets.registry import DATASETS
from loaders.engine.run import PLAINLY, Outcome, Terms, load
from loaders.gate.checks import LoadRefused
from loaders.store.database import Stores, reading

NORTH = [[76, 42], [76, 43], [77, 43], [77, 42], [76, 42]]
SOUTH = [[76, 41], [76, 42], [77, 42], [77, 41], [76, 41]]
NAMES = "name_ky,name_ru,name_en"


def _square(code: str, ring: list) -> dict:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": code, "properties": {"district_code": code}, "geometry": geometry}


FILES = {
    "oblasts": f"oblast_code,{NAMES}\n41702,а,б,Issyk-Kul oblast\n",
    "districts": (
        f"district_code,slug,pcode,oblast_code,unit_type,{NAMES},"
        "population,population_year,population_source,aliases\n"
        "41702205,ak-suu,KG02205000000,41702,raion,а,б,Ak-Suu,69400,2021,NSC,Ak-Su; Аксуу\n"
        "41702210,jeti-oguz,KG02210000000,41702,raion,а,б,Jeti-Oguz,,,,\n"
    ),
    "boundaries": json.dumps(
        {"type": "FeatureCollection", "features": [_square("41702205", NORTH), _square("41702210", SOUTH)]}
    ),
    "lakes": json.dumps(
        {"type": "FeatureCollection", "features": [_square("lake", [[76, 42], *NORTH[1:3], [76, 42]])]}
    ),
    "organisations": f"organisation_code,organisation_type,{NAMES}\nmine-a,company,а,б,Mine A\n",
    "sites": (
        f"site_id,district_code,{NAMES},kind,commodity,operator,status,status_year,lat,lon,uncertainty_km,note,basis\n"
        "kumtor,41702210,а,б,Kumtor,mine,gold,,operating,2025,41.867,78.2,3,,kumtor.kg\n"
    ),
    "settlements": (
        "settlement_code,settlement_kind,district_code,settlement_name,latin_name\n"
        "41702210815000,aiyl_aimak,41702210,Барскоонский айылный аймак,\n"
        "41702210815010,village,41702210,Барскоон,\n"
    ),
    "site_operators": (
        "site_id,operator,organisation_code,valid_from,valid_to,stated_year,basis\n"
        "kumtor,Mine A,mine-a,2010-01-01,2014-12-31,,report A\n"
        "kumtor,Mine A,mine-a,2016-01-01,,,report B\n"
        "kumtor,Mine B,,,,2015,report C\n"
    ),
    "site_districts": "site_id,area_code,role,basis\nkumtor,41702205,affected,a\nkumtor,41702,revenue_sharing,b\n",
    "national_revenue": "fiscal_year,amount_government_usd,amount_company_usd,kgs_per_usd\n2014,100,,50\n",
    "production": (
        "site_id,year,commodity_code,production_measure,reported_figure,production_unit,producer,told_by,note_ky,note_ru,"
        "note_en,published_in,quote,quote_language,url\n"
        "kumtor,2014,gold,produced,17500.5,kg,Mine A,company,,,,24.kg,kilograms,en,https://24.kg/1\n"
        "kumtor,2014,gold,sales,5000,USD,Mine A,medium,бөлүгү,часть,A part,24.kg,,,https://24.kg/2\n"
    ),
    "contacts": (
        "contact_id,contact_role,office_ky,office_ru,office_en,district_code,oblast_code,site_id,phone,mail,web,visit_ky,"
        "visit_ru,visit_en,checked_on,published_in,url\n"
        "C-1,operator,а,б,Mine office,41702210,,kumtor,+996 312 000000,office@mine.example,,,,,2024-05-01,Notice,\n"
        "C-2,figures,а,б,Keepers,,,,,figures@keepers.example,,,,,2024-05-01,Notice,https://24.kg/1\n"
    ),
    "plans": (
        "plan_id,plan_from,plan_until,plan_ky,plan_ru,plan_en,long_aim_ky,long_aim_ru,long_aim_en,dialogue_id,"
        "district_code,oblast_code,site_id,published_in,url\n"
        "L-1,2020-03-05,2020-05-04,а,б,A letter,,,,M-1,41702210,,,Minutes,\n"
    ),
    "grants": (
        "grant_id,granted_on,grant_amount,grant_currency,purpose_ky,purpose_ru,purpose_en,consultations_count,grant_stage,"
        "district_code,oblast_code,site_id,published_in,url\n"
        "G-1,2020-03-05,50000,KGS,а,б,Talks,3,finished,41702210,,,Report,\n"
    ),
    "recommendations": (
        "recommendation_id,recommendation_ky,recommendation_ru,recommendation_en,addressed_to_ky,addressed_to_ru,"
        "addressed_to_en,recommendation_stage,reached_on,district_code,oblast_code,site_id,published_in,url\n"
        "R-1,а,б,Open minutes,а,б,Parliament,discussed,2020-03-05,,,,Letter,https://24.kg/1\n"
    ),
    "dialogue_events": (
        "dialogue_id,dialogue_kind,dialogue_status,starts_on,date_precision,district_code,oblast_code,site_id,dialogue_ky,"
        "dialogue_ru,dialogue_en,roles,issues_raised,agreed_ky,agreed_ru,agreed_en,participants,women,men,under_18,"
        "from_18_to_28,from_29,published_in,url\n"
        "M-1,hearing,held,2020-03-01,day,41702210,,kumtor,суу,вода,Water,residents; company,water;jobs,а,б,A road,"
        "40,4,36,0,12,28,Minutes,https://24.kg/1\n"
        "M-2,workshop,held,2020-04-01,month,,41702,,жол,дорога,Road,,,,,,6,2,4,,,,Minutes,\n"
        "M-3,hearing,planned,2099-04-01,day,41702205,,,чаң,пыль,Dust,,,,,,,,,,,,Notice,\n"
    ),
    "commitments": (
        "commitment_id,made_in,dialogue_id,plan_id,made_on,date_precision,due_on,owing_body,owed_by_ky,owed_by_ru,owed_by_en,commitment_ky,"
        "commitment_ru,commitment_en,district_code,oblast_code,site_id,published_in,quote,quote_language,url\n"
        "P-1,plan,M-1,L-1,2020-03-01,day,2021-03-01,company,а,б,Mine A,жол,дорога,A road,41702210,,kumtor,Minutes,,,\n"
        "P-2,meeting,,,,,,district,а,б,Office,суу,вода,Water,,41702,,Minutes,water,en,https://24.kg/1\n"
    ),
    "commitment_steps": (
        "commitment_id,reported_on,fulfilment,moved_to,reported_by,step_ky,step_ru,step_en,published_in,url\n"
        "P-1,2020-06-01,begun,,company,,,,Letter,\n"
        "P-1,2021-02-01,moved,2022-03-01,state,кеч,поздно,Late,Letter,https://24.kg/2\n"
    ),
    "fx_rates": "currency,year,kgs_per_unit\nUSD,2015,60\n",
    "price_index": f"year,index_value,base_year,{NAMES}\n2014,90,2015,а,б,CPI\n2015,100,2015,а,б,CPI\n",
    "revenue": (
        "flow_id,stage,period_start,period_end,payer_code,receiver_level,oblast_code,district_code,stream_code,gfs_code,"
        "site_id,purpose_code,amount_company,amount_government,currency,discrepancy_note\n"
        "f-1,payment,2014-01-01,2014-12-31,mine-a,local_budget,,41702210,land_property,113E,kumtor,,90,100,KGS,\n"
        "f-2,payment,2014-01-01,2014-12-31,mine-a,local_budget,,41702210,land_property,113E,kumtor,,,-10,KGS,\n"
        "f-3,payment,2014-01-01,2014-12-31,mine-a,republic,,,royalty,1415E1,,,2,2,USD,\n"
    ),
    "sharing_rules": (
        "stream_code,national_register,receiver_level,rate,share,valid_from,valid_to,legal_ref\n"
        "infra_2pct,no,district_fund,0.02,0.8,2010-01-01,,art. 127\n"
        "infra_2pct,no,local_budget,0.02,0.2,2010-01-01,,art. 127\n"
    ),
    "mineral_sales": "payer_code,year,sales_kgs,national_register\nmine-a,2014,1000,no\n",
    "indicators": (
        "indicator_code,medium,unit,direction,sdg\nas,water,mg/L,higher_worse,3\npoverty,people,%,higher_worse,1\n"
        'health_resp,people,"per 10,000",higher_worse,3\n'
    ),
    "thresholds": (
        "indicator_code,water_use,averaging,min_value,max_value,basis,legal_ref,valid_from,valid_to,is_example\n"
        "as,drinking,single,,0.01,national,example,2000-01-01,,1\n"
    ),
    "stations": (
        f"station_id,district_code,site_id,medium,water_use,position,{NAMES}\n"
        "st-1,41702210,kumtor,water,drinking,downstream,а,б,Station 1\n"
    ),
    "readings": (
        "station_id,indicator_code,sampled_on,averaging,value,unit,collected_by,qa_flag\n"
        "st-1,as,2020-01-10,single,0.012,mg/L,state,ok\n"
        'st-1,as,2020-01-20,single,"< 0,005",mg/L,company,ok\n'
        "st-1,as,2020-01-30,single,9,mg/L,company,rejected\n"
        "st-1,as,2020-02-01,single,-,mg/L,company,ok\n"
    ),
    "statistics": "indicator_code,district_code,year,value\npoverty,41702210,2019,20.5\n",
    "national_statistics": "indicator_code,year,value\npoverty,2019,20.1\n",
    "case_statistics": "indicator_code,district_code,year,cases,residents\nhealth_resp,41702210,2019,12,40000\n",
    "targets": (
        "target_id,indicator_code,district_code,site_id,value,valid_from,valid_to,legal_ref\n"
        "t-1,poverty,41702210,kumtor,10,,,licence\n"
    ),
    "annotations": (
        f"annotation_id,kind,starts_on,ends_on,date_precision,{NAMES},district_code,site_id,subjects,reference,url\n"
        'a-1,law,2019-01-01,,year,а,б,A law,41702210,kumtor,"revenue,overview",24.kg,https://24.kg/1\n'
    ),
    "projects": (
        f"project_id,{NAMES},runner_ky,runner_ru,runner_en,donor_ky,donor_ru,donor_en,starts_on,ends_on,date_precision,"
        "project_areas,sdg,published_in,url\n"
        'p-1,а,б,Water,а,б,A body,,,,2020-01-01,2021-12-31,month,"41702210,41702","3,11",A page,https://example.org/p\n'
    ),
    "results": (
        "project_id,result_number,result_indicator_number,period_start,period_end,result_kind,result_ky,result_ru,"
        "result_en,result_indicator_ky,result_indicator_ru,result_indicator_en,result_unit,aim,baseline_year,"
        "baseline_value,target_value,actual_value,evidence,evidence_url,published_in,quote,quote_language,url\n"
        "p-1,1,1,2020-01-01,2020-12-31,outcome,а,б,Trained,а,б,Trainings,number,at_least,2019,0,4,3,A report,"
        "https://example.org/r,A page,four,en,https://example.org/p\n"
        "p-1,1,1,2021-01-01,2021-12-31,outcome,а,б,Trained,а,б,Trainings,number,at_least,2019,0,8,,,,A page,,,\n"
    ),
    "rehabilitation": (
        "site_id,rehabilitation_stage,stage_began_on,date_precision,hectares_planned,hectares_done,volume_planned,"
        "volume_moved,cost,cost_currency,funder_ky,funder_ru,funder_en,after_use,is_used,monitored_until,note_ky,"
        "note_ru,note_en,published_in,quote,quote_language,url\n"
        "kumtor,works,2019-05-01,month,24,9,1000,900,5000,EUR,а,б,A fund,pasture,,,,,,24.kg,nine,en,https://24.kg/1\n"
        "kumtor,accepted,2021-01-01,year,,24,,,,,а,б,A fund,pasture,no,2030-12-31,,,,24.kg,,,https://24.kg/2\n"
    ),
    "pem_areas": (
        f"pem_area_id,{NAMES},district_code,site_id,monitored_since,protocol,told_back_ky,told_back_ru,told_back_en,"
        "evidence,evidence_url\n"
        "area-1,а,б,An area,41702210,kumtor,2020-05-01,Protocol 2,а,б,At the meeting,,\n"
    ),
    "pem_teams": "pem_area_id,team_role,member_count\narea-1,sampler,14\narea-1,observer,9\narea-1,company,0\n",
    "laboratory_checks": (
        "station_id,indicator_code,sampled_on,laboratory_sampled_on,community_value,laboratory_value,unit,"
        "laboratory_unit,tolerance_percent,laboratory\n"
        "st-1,as,2020-01-10,2020-01-10,0.012,0.01,mg/L,mg/L,20,A laboratory\n"
        "st-1,as,2020-02-10,2020-02-10,0.02,0.01,mg/L,mg/L,20,A laboratory\n"
    ),
    "pem_scores": (
        "pem_area_id,criterion,round,assessed_on,score,weight,evidence,evidence_url\n"
        "area-1,water,baseline,2020-06-01,1,2,A report,\narea-1,water,end,2021-06-01,3,2,A report,\n"
    ),
    "incidents": (
        "incident_id,date,date_precision,year,district_code,district_en,oblast_en,site_id,site_name,company,"
        "acled_event_type,acled_sub_event_type,category,severity_1_5,participants_min,participants_max,injured_min,"
        "injured_max,fatalities_min,fatalities_max,arrests,issues,description,response_outcome,source,source_url,"
        "source_type,confidence,geo_precision,outcome_code,visibility,actor_roles\n"
        "i-1,2019-08-05,day,2019,41702210,,,kumtor,,,Protests,Peaceful protest,protest,2,100,,,,,,,water; noise,told,"
        "answered,24.kg; Reuters,https://24.kg/1,found,high,1,commission,public,residents; company\n"
        "i-2,2019-09-01,month,2019,41702205,,,,,,,,industrial_accident,4,,,,,0,0,,unknown,told,,24.kg,,found,high,1,"
        "unknown,restricted,\n"
    ),
    "published_statements": (
        "statement_id,statement_subject,matter,said_on,date_precision,author_ky,author_ru,author_en,published_in,period_start,"
        "period_end,district_code,oblast_code,site_id,stream_code,value_low,value_high,figure_unit,qualifier,text_ky,text_ru,"
        "text_en,quote,quote_language,url\n"
        "s-1,money,taxes,2020-03-01,day,а,б,A company,24.kg,2015-01-01,2019-12-31,41702210,,kumtor,land_property,5,5,"
        "KGS,more_than,бир,один,Taxes of five years,five,en,https://24.kg/1\n"
        "s-2,monitoring,water,,,а,б,An institute,Journal,,,,41702,,,,,,,эки,два,Below the limits,,,https://24.kg/2\n"
    ),
    "replies": (
        "reply_id,replied_on,by_kind,organisation_code,by_ky,by_ru,by_en,subject_kind,topic,stage,stream_code,payer_code,"
        "indicator_code,issue_code,district_code,site_id,incident_id,first_year,last_year,text_ky,text_ru,text_en,"
        "original_language,reference,url\n"
        "r-1,2020-03-01,company,mine-a,,,,figure,revenue,payment,land_property,mine-a,,,41702210,,,2014,2014,"
        "жооп бир,ответ один,reply one,ru,Letter 5,https://example.kg/5\n"
        "r-2,2020-03-02,state,,орган,орган,A ministry,incident,,,,,,,,,i-1,,,жооп,ответ,reply two,,Letter 6,\n"
        "r-3,2020-03-03,community,,айыл,аймак,A council,incident,,,,,,,,,i-2,,,жооп,ответ,reply three,,Minutes,\n"
        "r-4,2020-03-04,community,,айыл,аймак,A council,site,,,,,,,,kumtor,,,,жооп,ответ,reply four,,Minutes,\n"
        "r-5,2020-03-05,other,,орган,орган,A union,district,,,,,,,41702205,,,,,жооп,ответ,reply five,,Minutes,\n"
    ),
    "sla_rules": (
        "body_type,severity,ack_days,resolve_days,day_type,valid_from,valid_to,legal_ref,is_example\n"
        "company,,1,14,working,2007-05-04,,example,1\n"
        "company,sensitive,,5,calendar,2007-05-04,,example,1\n"
        "district,,1,14,working,2007-05-04,2020-03-31,example,1\n"
    ),
    "holidays": f"day,{NAMES}\n2019-01-01,а,б,New Year\n2020-01-24,а,б,A Friday\n2020-12-31,а,б,Last\n",
    "grievances": (
        "grievance_ref,district_code,issue_code,channel,responsible_body,status,status_on,is_sensitive\n"
        "secret-1,41702210,water,written,company,received,2020-01-10,0\n"
        "secret-1,41702210,water,written,company,resolved,2020-02-09,0\n"
        "secret-1,41702210,water,written,company,closed,2020-02-10,0\n"
        "secret-2,41702205,security,oral,district,received,2020-04-10,1\n"
    ),
}


def source_of(dataset: str, **changes: object) -> Source:
    """A declared source for a dataset."""
    about = dataset if dataset in {"revenue", "incidents", "grievances"} else "reference"
    words = {"title": dataset, "publisher": "tests", "licence": "CC0"}
    entry = {name: dict.fromkeys(("ky", "ru", "en"), text) for name, text in words.items()}
    entry |= {"kind": "synthetic"} | changes
    return Source(**{"key": dataset, "dataset": about, "loads": dataset} | entry)


def load_text(
    stores: Stores, folder: Path, dataset: str, content: str | None = None, terms: Terms = PLAINLY, **source: object
) -> Outcome:
    """Load a file with this content, by default the stand-in."""
    path = folder / f"{dataset}.txt"
    path.write_text(FILES[dataset] if content is None else content, encoding="utf-8")
    return load(stores.private, DATASETS[dataset], path, source_of(dataset, **source), terms)


def refusal_of(stores: Stores, folder: Path, dataset: str, right: str, wrong: str, reason: str) -> LoadRefused:
    """How a stand-in with a mistake in it is refused: for a reason, and nothing has changed."""
    before, content = dump(stores.private), FILES[dataset].replace(right, wrong, 1)
    assert content != FILES[dataset]
    with pytest.raises(LoadRefused, match=reason) as refusal:
        load_text(stores, folder, dataset, content)
    assert dump(stores.private) == before
    return refusal.value


def load_all(stores: Stores, folder: Path) -> None:
    """Load all stand-ins in order."""
    for dataset in DATASETS:
        load_text(stores, folder, dataset)


def dump(engine: Engine) -> dict[str, list[tuple]]:
    """All rows of all tables as the driver gives them, which is faster than to ask for the types of columns first."""
    with reading(engine) as connection:
        return {
            name: sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)
            for name in inspect(connection).get_table_names()
        }
