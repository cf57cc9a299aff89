"""What cannot follow the chosen district says so for as long as one is chosen."""

from dashboard.panels import of_topic
from tests.browser.visit import visit, wait_for_query, wait_for_slides


def test_panels_of_the_whole_country_say_so_beside_a_chosen_district(page, language):
    titles = [f"title-{panel.key}" for panel in of_topic("grievances") if not panel.follows_place]
    visit(page, f"/{language}/grievances?district=jeti-oguz")
    assert scope_text(page) == titles
    page.locator(".chip").click()
    wait_for_query(page, district=None)
    assert scope_text(page) == []


def scope_text(page) -> list[str]:
    """The titles beside which it is seen."""
    return page.eval_on_selector_all(
        ".panel .scope",
        "all => all.filter(one => one.checkVisibility()).map(one => one.closest('.panel').querySelector('h2').id)",
    )


def test_slides_say_it_too(page, language):
    page.goto(f"/{language}/grievances?district=jeti-oguz&present=1#title-grievances_waits")
    page.locator("#title-grievances_waits .scope").wait_for(state="visible")
    wait_for_slides(page)
