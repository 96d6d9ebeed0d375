#!/usr/bin/env bash
# The drill: servers are killed under load, and everything that was answered is counted afterwards. `make drill`.
#
#   1  the server is killed with -9 in the middle of a load, and started again
#   2  the primary is killed and lost, its synchronous standby is promoted, the URL points at it
#   3  one street written alone, then two at once: commands a second
#   4  the program is killed with -9 again and again, on a file and on a server
#   5  a file's disk fails or is full at every n-th write and sync; then the server's
#   6  two programs write one street in turn at random, on a file and on a server
#   7  the web server is killed with -9 while forms are posted, and all are posted again; a form 64 times at once; slow clients
#
# Everything is on this machine, in a temporary folder. Ends with 0 when nothing answered was lost and nothing was done twice.
# PARTS=456 chooses; FORMS, KILLS, TURNS, STEP and SEED are explained in Tests/drill/drill.py (KILLS is of both engines together).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
yjb=${YJB:-$here/../.build/release/yjb}
server_program=${SERVER:-$here/../.build/release/yjb-server}
# shellcheck source=Tests/postgres-functions.sh
. "$here/postgres-functions.sh"
find_programs || { echo "initdb is not installed: apt-get install postgresql-15" >&2; exit 69; }
make_folder
work=$(mktemp -d)
clients=()
clean_up() {
    set +e
    cd /
    ((${#clients[@]})) && kill "${clients[@]}" 2>/dev/null
    stop_cluster primary; stop_cluster standby; stop_cluster drill
    rm -rf "$folder" "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
export YJB_FILES=$work/files YJB_LANG=en

url() { echo "postgres:///yjb?host=$folder&port=$1&user=postgres"; }
sql() { psql -qAtX "postgres:///${3:-postgres}?host=$folder&port=$1&user=postgres" -c "$2"; }
fail() { echo "FAILED: $1" >&2; exit 1; }

# A street and its load: COUNT calls, each a command with an id of its own.
make_load() {
    local org=$1 count=$2 n policy
    policy=$("$yjb" policy show --json "$here/../samples/policy.yaml" | tr -d '\n')
    command_line "$org" open admin org.open "{\"code\":\"$org\",\"name\":\"$org\",\"year\":2026}"
    command_line "$org" policy admin policy.adopt "{\"effective\":\"2026-01-01\",\"policy\":$policy}"
    command_line "$org" user admin user.add '{"user":"d","name":"d","roles":["dispatcher"]}'
    for ((n = 1; n <= count; n++)); do
        command_line "$org" "$n" d job.call "{\"ref\":\"r$n\",\"channel\":\"phone\",\"site\":{\"address\":\"$n\"},\"category\":\"drain\",\"description\":\"$n\"}"
    done
}

command_line() { echo "{\"id\":\"$2\",\"org\":\"$1\",\"by\":\"$3\",\"do\":\"$4\",\"with\":$5}"; }

# start_clients URL LABEL: one program a street, answers in $work/LABEL-ORG.
start_clients() {
    clients=()
    local org
    for org in A B; do
        # Small pieces, so that the server dies between many commits.
        (while read -r line; do echo "$line"; done <"$work/$org.jsonl" | "$yjb" apply --patience 0 --db "$1" - >"$work/$2-$org" 2>"$work/$2-$org.err") &
        clients+=($!)
    done
}

answered() { cat "$work/$1"-[AB] 2>/dev/null | grep -c '}$' || true; }
# wait_for LABEL COUNT: until so many are answered, while the clients live.
wait_for() {
    until (($(answered "$1") >= $2)); do
        kill -0 "${clients[0]}" 2>/dev/null || kill -0 "${clients[1]}" 2>/dev/null || fail "the clients ended before the server was killed"
        sleep 0.02
    done
}

# The load must not have been over when the server was killed.
in_the_middle() { (($(answered "$1") < $(cat "$work"/[AB].jsonl | wc -l))) || fail "the load was over before the server was killed"; }
end_clients() { local pid; for pid in "${clients[@]}"; do wait "$pid" || true; done; clients=(); }

# What was answered before must be answered alike now, every command once, every street clean.
settle() {
    local label=$1 url=$2 org kept
    start_clients "$url" "$label-again"
    end_clients
    for org in A B; do
        kept=$(grep -c '}$' "$work/$label-$org" || true)
        cmp -s <(head -n "$kept" "$work/$label-$org") <(head -n "$kept" "$work/$label-again-$org") \
            || fail "street $org: an answer was lost or changed"
        [ "$(wc -l <"$work/$label-again-$org")" -eq "$(wc -l <"$work/$org.jsonl")" ] || fail "street $org: not all were answered"
        [ "$(sql "$3" "SELECT count(*) FROM record WHERE org = '$org'" yjb)" -eq "$(wc -l <"$work/$org.jsonl")" ] \
            || fail "street $org: records are missing, or done twice"
        echo "  street $org: $kept of $(wc -l <"$work/$org.jsonl") answered before, all there, none twice" \
            "(the program said: $(cut -c1-60 "$work/$label-$org.err" | tail -n 1))"
    done
    "$yjb" audit verify --db "$url" | sed 's/^/  /'
}

count=${1:-4000}
durable="-c fsync=on -c synchronous_commit=on"

server_killed() {
    echo "1  kill -9 of the server under load"
    make_cluster primary && start_cluster primary 5433 "$durable" || fail "no server"
    sql 5433 "CREATE DATABASE yjb"
    "$yjb" init --db "$(url 5433)" 2>/dev/null
    start_clients "$(url 5433)" crash
    wait_for crash $((count / 2))
    killed=$(head -n 1 "$folder/primary/postmaster.pid")
    pkill -9 -P "$killed" || true; kill -9 "$killed"
    end_clients
    in_the_middle crash
    echo "  killed after $(answered crash) answers"
    start_cluster primary 5433 "$durable" || fail "the server does not start again"
    settle crash "$(url 5433)" 5433
    as_server pg_ctl stop -m fast -D "$folder/primary" >/dev/null
}

primary_lost() {
    echo "2  the primary is lost, the synchronous standby takes over"
    make_cluster primary && start_cluster primary 5433 "$durable" || fail "no server"
    sql 5433 "CREATE DATABASE yjb"
    as_server pg_basebackup -D "$folder/standby" -R -X stream -d "host=$folder port=5433 user=postgres application_name=standby" \
        >>"$folder/log" 2>&1 || fail "no base backup"
    start_cluster standby 5434 "$durable" || fail "the standby does not start"
    sql 5433 "ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (standby, walreceiver)'" && sql 5433 "SELECT pg_reload_conf()" >/dev/null
    for ((i = 0; i < 300; i++)); do
        [ "$(sql 5433 "SELECT sync_state FROM pg_stat_replication")" != sync ] || break
        sleep 0.1
    done
    [ "$(sql 5433 "SELECT sync_state FROM pg_stat_replication")" = sync ] || fail "the standby is not synchronous"
    "$yjb" init --db "$(url 5433)" 2>/dev/null
    start_clients "$(url 5433)" lost
    wait_for lost $((count / 2))
    killed=$(head -n 1 "$folder/primary/postmaster.pid")
    pkill -9 -P "$killed" || true; kill -9 "$killed"
    end_clients
    in_the_middle lost
    rm -rf "$folder/primary"
    echo "  primary killed and its files removed after $(answered lost) answers"
    as_server pg_ctl promote -w -D "$folder/standby" >/dev/null
    settle lost "postgres:///yjb?host=$folder,$folder&port=5433,5434&user=postgres&target_session_attrs=read-write" 5434
}

rate() {
    local start end org pids=()
    sql 5434 "DROP DATABASE IF EXISTS yjb" && sql 5434 "CREATE DATABASE yjb"
    "$yjb" init --db "$(url 5434)" 2>/dev/null
    start=$(date +%s%N)
    for org in "$@"; do "$yjb" apply --db "$(url 5434)" "$work/$org.jsonl" >/dev/null 2>&1 & pids+=($!); done
    for pid in "${pids[@]}"; do wait "$pid" || fail "street not written"; done
    end=$(date +%s%N)
    echo $((count * $# * 1000000000 / (end - start)))
}

throughput() {
    echo "3  throughput, commands answered a second"
    one=$(rate A)
    two=$(rate A B)
    echo "  one street $one, two at once $two: $((two * 100 / one)) %"
}

# part WHAT DATABASE: a part that Python plays; one line, or the end of the drill.
part() { YJB="$yjb" SHIM="$folder/faults.so" KILLS=$((${KILLS:-2000} / 2)) python3 -B "$here/drill/drill.py" "$@" || exit 1; }

fresh_file() { rm -f "$work"/drill.sqlite*; "$yjb" init --db "$work/drill.sqlite" >/dev/null 2>&1; }
fresh_street() {
    sql 5435 "DROP DATABASE IF EXISTS yjb WITH (FORCE)" 2>/dev/null && sql 5435 "CREATE DATABASE yjb"
    "$yjb" init --db "$(url 5435)" >/dev/null 2>&1
}
on_both() {
    echo "  on a file:"; fresh_file; part "$1" "$work/drill.sqlite"
    echo "  on a server:"; fresh_street; part "$1" "$(url 5435)"
}

many_kills() { echo "4  kill -9 of the program, again and again"; on_both kills; }
turns() { echo "6  two programs write one street in turn at random"; on_both turns; }

# server good: the server, started anew; server FAULT: with the shim under it; fresh: an empty database.
server() {
    local how=fast options=$durable
    # What a faulty server wrote last is left as it is, and recovered on a good disk.
    [ "$1" != good ] || how=immediate
    as_server pg_ctl stop -m "$how" -D "$folder/drill" >/dev/null 2>&1 || true
    if [ "$1" != good ]; then
        options+=" -c restart_after_crash=off"
        local -x LD_PRELOAD="$folder/faults.so" FAULT="$1"
    fi
    start_cluster drill 5435 "$options"
}

faults() {
    echo "5  the disk is full or fails at the n-th write and sync"
    echo "  on a file:"; part faults
    echo "  on a server:"; fresh_street
    export -f server start_cluster as_server; export folder durable PATH
    part server-faults "$(url 5435)"
}

web() { YJB="$yjb" SERVER="$server_program" python3 -B "$here/drill/web.py" "$@" || exit 1; }
web_server() {
    echo "7  the desk over HTTP: kill -9, one form many times, slow clients"
    echo "  on a file:"; fresh_file; web kills "$work/drill.sqlite"
    echo "  on a server:"; fresh_street; web kills "$(url 5435)"
    echo "  on a file:"; fresh_file; web crowd "$work/drill.sqlite"
}

parts=${PARTS:-1234567}
if [[ $parts == *[123]* ]]; then
    make_load A "$count" >"$work/A.jsonl"
    make_load B "$count" >"$work/B.jsonl"
fi
[[ $parts != *1* ]] || server_killed
[[ $parts != *[23]* ]] || primary_lost
[[ $parts != *3* ]] || throughput
if [[ $parts == *[4567]* ]]; then
    for compiler in clang cc; do "$compiler" -O1 -shared -fPIC -o "$folder/faults.so" "$here/Faults/faults.c" -ldl 2>/dev/null && break; done
    [ -f "$folder/faults.so" ] || fail "there is no C compiler"
    chmod 755 "$folder/faults.so"
    stop_cluster standby
    make_cluster drill && start_cluster drill 5435 "$durable" || fail "no server"
fi
[[ $parts != *4* ]] || many_kills
[[ $parts != *5* ]] || faults
[[ $parts != *6* ]] || turns
[[ $parts != *7* ]] || web_server
echo "Nothing answered was lost, and nothing was done twice."
