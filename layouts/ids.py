"""The name of every component that a callback hears or changes."""

ADDRESS = "address"
HERE_ID = "here"
CONTROLS = "controls"
DISTRICT = "district"
PERIOD = "period"
# What was done on a picture: the mark that was chosen, or the stretch of time, and when. assets/show.js writes it.
DEED = "deed"
# Of which address and version the controls are, and when the last deed was heard.
STATE = "state"
