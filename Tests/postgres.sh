#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL server, named to it in YJB_TEST_POSTGRES, and ends as the command does:
#
#     Tests/postgres.sh swift test
#
# The server listens on a socket in a temporary folder only, and both are gone afterwards. Without PostgreSQL, the
# command runs without the variable, and the tests that need a server are skipped.
set -u
# shellcheck source=Tests/postgres-functions.sh
. "$(dirname "$0")/postgres-functions.sh"

# YJB_REQUIRE_POSTGRES=1 makes it a failure instead.
skip() {
    echo "PostgreSQL: skipped ($1)" >&2
    [ -z "${YJB_REQUIRE_POSTGRES:-}" ] || exit 69
    shift
    env -u YJB_TEST_POSTGRES "$@"
    exit
}

clean_up() {
    cd / || return
    stop_cluster data
    rm -rf "$folder"
}

[ $# -gt 0 ] || { echo "usage: Tests/postgres.sh COMMAND …" >&2; exit 64; }
find_programs || skip "initdb is not installed" "$@"
[ "$(id -u)" -ne 0 ] || id postgres >/dev/null 2>&1 || skip "there is no account postgres" "$@"
make_folder || skip "no temporary folder" "$@"
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

make_cluster data || { tail -n 3 "$folder/log" >&2; skip "initdb failed" "$@"; }
# What is measured is measured with a server that syncs: YJB_TEST_POSTGRES_OPTIONS="" leaves its settings as they come.
start_cluster data 5432 "${YJB_TEST_POSTGRES_OPTIONS--c fsync=off -c full_page_writes=off}" || { tail -n 3 "$folder/log" >&2; skip "the server does not start" "$@"; }

YJB_TEST_POSTGRES="postgres:///postgres?host=$folder&user=postgres" "$@"
