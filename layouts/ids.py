"""The name of every component that a callback hears or changes. assets/4-choose.js has those of controls."""

ADDRESS = "address"
CONTROLS = "controls"
DISTRICT = "district"
PERIOD = "period"
