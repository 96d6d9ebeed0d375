#!/bin/bash
# The desk in a browser, as people meet it: serves the sample year and walks through it with Chromium, at the width of a phone and of
# a desktop, in both languages. Pictures and findings go to out/web. Without Chromium, its driver or Python it is skipped, by name.
#   Tests/web.sh            YJB and SERVER name other builds, PORT another port
set -eu
cd "$(dirname "$0")/.."
YJB=${YJB:-.build/release/yjb} SERVER=${SERVER:-.build/release/yjb-server} PORT=${PORT:-8319}
for tool in chromium chromedriver python3; do
    command -v $tool > /dev/null || { echo "skipped: journeys in a browser need $tool"; exit 0; }
done
out=out/web; venv=$out/venv
mkdir -p $out
if [[ ! -x $venv/bin/python ]]; then
    python3 -m venv $venv || { echo 'skipped: journeys in a browser need python3-venv'; rm -rf $venv; exit 0; }
fi
$venv/bin/python -c 'import selenium' 2> /dev/null || $venv/bin/pip install -q selenium==4.27.1 \
    || { echo 'skipped: selenium cannot be installed here'; exit 0; }
# It brings axe-core, which is put into the pages by the driver; without it the checks of our own are all.
$venv/bin/pip install -q --no-deps axe-playwright-python==0.1.4 2> /dev/null || echo 'skipped: axe-core cannot be had here'

dir=$(mktemp -d); db=$dir/street.sqlite
trap 'kill $server 2> /dev/null || true; rm -rf "$dir"' EXIT
$YJB init --db $db > $dir/steps.log
$YJB apply --db $db samples/2026-year.jsonl > $dir/answers.jsonl
$YJB import statement --db $db samples/statements/icbc.csv --new-account --as wu.fang >> $dir/steps.log
$YJB import statement --db $db samples/statements/treasury.csv --new-account --as wu.fang >> $dir/steps.log
$YJB user add du.shen --db $db --as admin --name 杜慎 --role auditor >> $dir/steps.log
touch $dir/server.log $dir/server.err
$SERVER serve --db $db --port "$PORT" --plain-http --practice > $dir/server.log 2> $dir/server.err & server=$!
for _ in $(seq 150); do
    grep -q listening $dir/server.err $dir/server.log && break
    kill -0 $server || { cat $dir/server.err; exit 1; }
    sleep 0.2
done
$venv/bin/python Tests/web/journeys.py "http://127.0.0.1:$PORT" $dir/server.log $out
