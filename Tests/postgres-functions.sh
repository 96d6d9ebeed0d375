# How the test scripts run throw-away PostgreSQL servers; to be sourced. `folder` is theirs.
# shellcheck shell=bash

# initdb from the search path, or the newest one where Debian keeps them.
find_programs() {
    local folder
    folder=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    [ -d "$folder" ] && PATH=$PATH:$folder
    command -v initdb >/dev/null && command -v pg_ctl >/dev/null
}

# PostgreSQL refuses to run as root.
as_server() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif command -v runuser >/dev/null; then
        runuser -u postgres -- env PATH="$PATH" "$@"
    else
        # shellcheck disable=SC2016  # the inner shell expands it
        su postgres -s /bin/sh -c 'exec "$@"' sh env PATH="$PATH" "$@"
    fi
}

# make_cluster NAME: a new cluster in $folder/NAME.
make_cluster() {
    local locale
    for locale in C.UTF-8 C; do
        rm -rf "${folder:?}/$1"
        as_server initdb -D "$folder/$1" -U postgres --auth=trust -E UTF8 --locale="$locale" --no-sync \
            >>"$folder/log" 2>&1 && return
    done
    return 1
}

# start_cluster NAME PORT [OPTIONS]: it listens on a socket in $folder only.
start_cluster() {
    local options="-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=200 -p $2 ${3:-}"
    as_server pg_ctl start -w -t 60 -D "$folder/$1" -l "$folder/log" -o "$options" >/dev/null 2>&1
}

stop_cluster() {
    [ -d "$folder/$1" ] || return 0
    as_server pg_ctl stop -m immediate -D "$folder/$1" >/dev/null 2>&1 || true
}

# Short, since the name of a socket may have 107 characters.
make_folder() {
    folder=$(mktemp -d /tmp/yjb-pg-XXXXXX) || return
    : >"$folder/log"
    # Whoever reaches the socket is the server's superuser: nobody else may.
    chmod 700 "$folder"
    [ "$(id -u)" -ne 0 ] || chown -R postgres "$folder"
}
