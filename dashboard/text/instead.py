"""What is shown, or said, where the data have nothing for what usually stands there."""

from dashboard.text import Words
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.facets import BY_KEY

# Instead of a number that would be divided by people: none of the six states, but a reason of one that is missing.
NO_PEOPLE = "people.unknown"


def money(answer: Answer, key: str, words: Words) -> str:
    """What the money of an answer is called: by the text of a key, else by the stage that is shown instead."""
    return words(f"stage.{answer.instead}") if answer.instead else words(key)


def lacks_people(answer: Answer) -> bool:
    """Whether there are no amounts per person at all, as the population of the chosen district is not known."""
    return bool(answer.place and answer.money and answer.place in answer.money.without_people.values())


def remarks(answer: Answer, words: Words) -> list[str]:
    """That money is known for a small part of the country, and that companies alone state it."""
    of_few = [words("money.of_few")] if answer.money and answer.money.is_of_few else []
    return [*of_few, *([words("one_sided.all")] if answer.one_sided == "all" else [])]


def sentence(answer: Answer, reason: str, words: Words) -> str:
    """A sentence; before it that another stage of money is shown than usual, behind it whose figures it is about."""
    reason = " ".join([reason, *remarks(answer, words)])
    if answer.instead is None:
        return reason
    missing, shown_stage = (words(f"stage.{stage}") for stage in (BY_KEY["stage"].default, answer.instead))
    return f"{words('stage.instead', missing=missing, shown=shown_stage)} {reason}"
