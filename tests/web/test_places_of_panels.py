"""After going back, Dash names the places of one kind in another order than others: each gets its own answer."""

from tests.web.callback_bodies import Page


def answers(call, body: dict) -> dict:
    """What stands in each place, by its name."""
    return call(body).json["response"]


def test_each_place_gets_its_own_answer_in_whatever_order_places_are_named(call, callbacks):
    body = callbacks.body("figure", Page("district/naryn"))
    expected = answers(call, body)
    assert len({str(part) for part in expected.values()}) > 10
    for kind in ("links", "table", "figure"):
        places = next(one for one in body["outputs"] if one[0]["id"]["type"] == kind)
        places.reverse()
    assert answers(call, body) == expected


def test_places_that_differ_or_come_twice_are_refused(call, callbacks):
    for change in (lambda places: places.pop(), lambda places: places.append(places[0])):
        body = callbacks.body("figure", Page("district/naryn"))
        change(body["outputs"][4])
        assert call(body).status_code == 400
