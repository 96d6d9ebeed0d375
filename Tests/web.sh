#!/bin/bash
# The desk in a browser, as people meet it: serves the sample year and walks through it with Chromium, at the width of a phone and of
# a desktop, in both languages. Pictures and findings go to out/web. Without Chromium, its driver or Python it is skipped, by name.
#   Tests/web.sh [ROLE …]   YJB and SERVER name other builds, PORT another port; PLAN=guide takes the pictures of the guide
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

dir=$(mktemp -d); db=$dir/master/street.sqlite
trap 'rm -rf "$dir"' EXIT
mkdir $dir/master
$YJB init --db $db > $dir/steps.log
$YJB apply --db $db samples/2026-year.jsonl > $dir/answers.jsonl
$YJB import statement --db $db samples/statements/icbc.csv --new-account --as wu.fang >> $dir/steps.log
$YJB import statement --db $db samples/statements/treasury.csv --new-account --as wu.fang >> $dir/steps.log
$YJB user add luo.qiang --db $db --as admin --name 罗强 --role crew --contractor QL >> $dir/steps.log
$YJB user add du.shen --db $db --as admin --name 杜慎 --role auditor >> $dir/steps.log
# A street of today, with nothing in it.
mkdir $dir/empty; new=$dir/empty/street.sqlite
$YJB init --db $new --org XJD --name 新街道 --year 2026 --sandbox --as admin --policy samples/policy.yaml >> $dir/steps.log
for user in 'an.he 安禾 dispatcher' 'bai.lu 白露 leader' 'cen.yu 岑雨 finance'; do
    read -r code name role <<< "$user"
    $YJB user add $code --db $new --as admin --name $name --role $role >> $dir/steps.log
done
PORT=$PORT $venv/bin/python Tests/web/${PLAN:-journeys}.py $YJB $SERVER $dir/master $out "$@"
