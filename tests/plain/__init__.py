"""The overview as an afternoon with Dash, pandas and Plotly Express gives it: what ``make bench`` compares with.

It keeps the raw rows of the private store in memory, filters and groups them at every choice, and answers with whole
figures. It hides no small counts, knows one language and no states of a number: less work than the dashboard does.
"""
