#!/bin/sh
# Makes sure that a browser is there: the system's Chromium or Chrome, else the package manager's, else Playwright's own.
set -u
bin=$1

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
    as_root=$(test "$(id -u)" = 0 || echo "sudo -n")
    $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    command -v chromium >/dev/null 2>&1 && exit 0
fi
exec "$bin/playwright" install --with-deps chromium
