"""A period is chosen on a chart, by dragging along time, or with the slider, and holds everywhere."""

from playwright.sync_api import expect

from tests.browser.visit import chips, click_on_year, drag_in_time, query, slider, visit, wait_for_query


def test_column_of_a_year_chooses_and_lets_go(page, language):
    visit(page, f"/{language}/incidents")
    whole = slider(page)
    click_on_year(page, "incidents_by_year", 2013, 0.85)
    wait_for_query(page, since="2013", until="2013")
    assert slider(page) == [2013, 2013]
    assert chips(page) == ["2013"]
    click_on_year(page, "incidents_by_year", 2013, 0.85)
    wait_for_query(page, since=None, until=None)
    assert slider(page) == whole
    assert chips(page) == []


def test_year_in_a_lane_of_the_timeline_chooses(page, language):
    visit(page, f"/{language}/overview")
    click_on_year(page, "overview_timeline", 2020, 0.3)
    wait_for_query(page, since="2020", until="2020")
    assert slider(page) == [2020, 2020]


def test_year_in_a_table_chooses(page, language):
    visit(page, f"/{language}/grievances?tables=grievances_by_year")
    page.get_by_role("cell").get_by_role("link", name="2023", exact=True).click()
    wait_for_query(page, since="2023", until="2023")
    assert chips(page) == ["2023"]


def test_dragging_along_time_chooses_a_period(page, language):
    visit(page, f"/{language}/overview")
    drag_in_time(page, "overview_timeline", "2016-02-01", "2021-11-01", 0.3)
    wait_for_query(page, since="2016", until="2021")
    assert slider(page) == [2016, 2021]
    assert chips(page) == ["2016 – 2021"]
    expect(page.locator(".panel-wide .select-outline, .panel-wide .selectionlayer path")).to_have_count(0)


def test_short_drag_chooses_months(page, language):
    visit(page, f"/{language}/monitoring")
    drag_in_time(page, "readings_by_quarter", "2022-03-10", "2022-10-20")
    wait_for_query(page, since="2022-03", until="2022-10")
    assert len(chips(page)) == 1
    assert slider(page) == [2022, 2022]


def test_slider_works_by_keyboard(page, language):
    visit(page, f"/{language}/overview")
    first, last = slider(page)
    page.get_by_role("slider").first.press("ArrowRight")
    wait_for_query(page, since=str(first + 1), until=str(last))
    page.get_by_role("slider").last.press("ArrowLeft")
    wait_for_query(page, since=str(first + 1), until=str(last - 1))
    assert chips(page) == [f"{first + 1} – {last - 1}"]
    page.get_by_role("slider").first.press("Home")
    page.get_by_role("slider").last.press("End")
    wait_for_query(page, since=None, until=None)
    assert query(page) == {}
