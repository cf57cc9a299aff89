#!/bin/sh
# Whether the system has Chromium or Chrome.
for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
exit 1
