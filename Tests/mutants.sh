#!/usr/bin/env bash
# Small wrong changes, one at a time: does a test of a rule notice each?
#
#     Tests/mutants.sh                 all of Tests/mutants/*.txt
#     Tests/mutants.sh L01 J17         only these
#     SCRATCH=/tmp/mutants Tests/mutants.sh      keeps the built copy, so that the next run builds little
#     Tests/postgres.sh Tests/mutants.sh S20     with a server, which the changes of Store/Postgres need
#
# The project is copied to a scratch folder with all changes behind one switch (Tests/mutants/Rewrite.swift) and built once. Each
# change is then a run of the tests: first the suites of its room, and if those notice nothing all others, until the first failure.
# Golden files and tests of the program do not count, and a run whose time was over noticed nothing. It ends with 1 when something
# was not noticed that the lists do not call equivalent (`=`).
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
scratch=${SCRATCH:-$(mktemp -d)}
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)
[ -n "${SCRATCH:-}" ] || trap 'rm -rf "$scratch"' EXIT

swiftc -o "$scratch/rewrite" "$project/Tests/mutants/Rewrite.swift"
"$scratch/rewrite" "$project" "$scratch" > "$scratch/numbers"
cd "$scratch"
if [ ! -d .build ] && [ -d "$project/.build/checkouts" ]; then
    mkdir .build
    cp -r "$project"/.build/{checkouts,repositories,workspace-state.json} .build/
fi
swift build ${BUILD_FLAGS:-} --build-tests > build.log 2>&1 || { grep error: build.log | sort -u >&2; exit 1; }
tests=$(ls "$scratch"/.build/debug/*PackageTests.xctest)
mkdir -p runs

# suites ROOM: those that are most likely to notice.
suites() {
    case $1 in
        Kernel) echo 'KernelTests|LedgerTests|ReportsTests' ;;
        Ledger|Jobs|Journal) echo 'LedgerTests|JobsTests|JournalTests|ReportsTests|BankTests' ;;
        Bank) echo 'BankTests|JournalTests|ReportsTests' ;;
        Disk|Seal) echo 'DiskTests|SealTests' ;;
        Reports) echo 'ReportsTests|LedgerTests' ;;
        Formats) echo 'FormatsTests|IntakeTests' ;;
        Intake) echo 'IntakeTests' ;;
        Press|Exchange) echo 'PressTests|ExchangeTests' ;;
        *) echo 'StoreTests' ;;
    esac
}

# run NUMBER OUT ARGUMENTS…: runs tests until the first failure. 0: a test failed, or the run broke off; 1: none did; 2: time was over.
run() {
    local number=$1 out=$2 code=0
    shift 2
    YJB_MUTANT=$number timeout 300 "$tests" --testing-library swift-testing "$@" > "$out" 2>&1 &
    local pid=$!
    while kill -0 $pid 2>/dev/null; do
        if grep -q 'recorded an issue' "$out"; then
            kill $pid 2>/dev/null
            wait $pid 2>/dev/null || true
            return 0
        fi
        sleep 0.2
    done
    wait $pid 2>/dev/null || code=$?
    case $code in 0) return 1 ;; 124) return 2 ;; *) return 0 ;; esac
}

# one NUMBER ID FILE: the suites of its room without those that take long, then every other test but those of programs.
one() {
    local number=$1 id=$2 file=$3 room long='bounded|identity, limits|fiveHundred|manyNames|Race'
    room=$(cut -d/ -f2 <<< "$file")
    [[ $file == */Postgres/* ]] || unset YJB_TEST_POSTGRES
    local first="^($(suites "$room"))\\." out="runs/$id.txt" code=0
    run "$number" "$out" --filter "$first" --skip "$long" || code=$?
    if [ $code = 1 ]; then
        code=0
        run "$number" "$out" --filter 'Tests\.' --skip "yjbTests|DocumentTests|TidyTests" || code=$?
    fi
    case $code in
        0)
            local by
            by=$(grep -m1 -oE 'Test .* recorded an issue|Fatal error.*' "$out" | cut -c1-110 || true)
            echo "$id noticed: ${by:-the run broke off}" ;;
        1) echo "$id SURVIVED $file" ;;
        2) echo "$id SURVIVED $file (time was over)" ;;
    esac
}
export -f one run suites
export tests

: > results
grep -E "^[0-9]+ (${*:-.*}) " numbers 2>/dev/null > wanted || true
[ $# -eq 0 ] || { pattern=$(IFS='|'; echo "$*"); grep -E "^[0-9]+ ($pattern) " numbers > wanted; }
xargs -P "${JOBS:-2}" -L 1 bash -c 'one "$@"' _ < wanted | tee -a results

equivalent=$(awk '/^  =/ { print id } /^[^ #]/ { id = $1 }' "$project"/Tests/mutants/*.txt)
survived=$(grep SURVIVED results | awk '{ print $1 }' || true)
left=$(grep -vxF "${equivalent:-none}" <<< "$survived" | grep . || true)
wrong=$(grep noticed results | awk '{ print $1 }' | grep -xF "${equivalent:-none}" || true)
echo "$(wc -l < results) changes, $(grep -c noticed results || true) noticed, $(grep -c . <<< "$survived" || true) not"
[ -z "$wrong" ] || echo "called equivalent and noticed: $(echo $wrong)"
[ -z "$left" ] || { echo "not noticed and not called equivalent: $(echo $left)"; exit 1; }
