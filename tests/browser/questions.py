"""The thirty questions of the three audiences, and why some cannot be answered from the data that there are."""

from typing import NamedTuple


class Question(NamedTuple):
    """A question in the words of those who ask, and what is missing where it has no answer yet."""

    text: str
    waits_for: str | None = None


QUESTIONS = {
    "msg_1": Question("Did districts which got less per person have more incidents?"),
    "msg_2": Question("Where do company and government figures differ, and by how much?"),
    "msg_3": Question("Was the 2 % contribution paid and split as the law says?"),
    "msg_4": Question("Which streams reach local budgets at all, and which stay national?"),
    "msg_5": Question("Which deposits changed register or operator, and what did it change?"),
    "msg_6": Question("Which companies did not report this year?"),
    "msg_7": Question("What did the development funds spend on, by purpose?"),
    "msg_8": Question("Which grievances are overdue, by responsible body?"),
    "msg_9": Question("What did we decide last meeting, and what is overdue?"),
    "msg_10": Question("How old is each data set, and what is missing?"),
    "community_1": Question("How much came to our district and our aiyl aimak, per person?"),
    "community_2": Question("What was it spent on: school, road, water?"),
    "community_3": Question("Is our river water within the limit, and how often was it not?"),
    "community_4": Question("Who measured it: the company, the state or our group?"),
    "community_5": Question("What happened to complaints like ours, how many days do people wait?"),
    "community_6": Question("What did the company promise, and was it kept?"),
    "community_7": Question("How do we compare with the next district?"),
    "community_8": Question("When will the old tailings be cleaned and what will the land be used for?"),
    "community_9": Question("What came out of the last protest or meeting?"),
    "community_10": Question("How is our two-month plan going?"),
    "donor_1": Question("Outcomes 1–3: target, actual, evidence?"),
    "donor_2": Question("Are disputes fewer or shorter in project areas than before, and than elsewhere?"),
    "donor_3": Question("How many people took part, by sex and age band?"),
    "donor_4": Question("Were small grants spent and what consultations did they pay for?"),
    "donor_5": Question("Which hectares were rehabilitated and are they in use?"),
    "donor_6": Question("How well do community readings agree with the laboratory?"),
    "donor_7": Question("Which SDG indicators moved?"),
    "donor_8": Question("Do workshops shorten grievance time?"),
    "donor_9": Question("Which recommendations reached the authority, which were adopted?"),
    "donor_10": Question("Can I download the numbers with method and licence?", "downloads"),
    # Asked by the film and by the projects, not by one of the three.
    "r08": Question("Were there unresolved grievances before incidents?"),
    "r25": Question("How many people are without work in our district?"),
}
