#!/bin/sh
# Installs the package manager's Chromium where there is no browser; fails where it cannot.
set -u
has_browser="sh $(dirname "$0")/has_browser.sh"

$has_browser && exit 0
command -v apt-get >/dev/null 2>&1 || exit 1
as_root=$(test "$(id -u)" = 0 || echo "sudo -n")
install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
# The one without windows is smaller and quicker, and does not say that it needs the data of the other; not every release
# has it.
$as_root apt-get update -qq
$install chromium-headless-shell chromium-common fonts-liberation >/dev/null 2>&1 || $install chromium >/dev/null
$has_browser
