"""Every page: what follows the language in its path."""

from dashboard.panels import TOPICS

PAGES = (*TOPICS, "district/jeti-oguz", "site/kumtor", "site/ishtamberdy")
