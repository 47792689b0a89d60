#!/bin/sh
# Runs a command in a network of its own: loopback and nothing else.
#
#   tests/peers/offline.sh pytest ...     the command, as the same user, with no way out
#   tests/peers/offline.sh --check        succeeds when this machine can do that
#
# local-slack listens on every interface, so it may only ever be started in here. The whole test
# run goes inside: the server under test, its peers and the tests share one loopback, and nothing
# they start (Chromium included) can reach anything else.
set -eu
[ "${1:-}" = --check ] && { "$0" true 2>/dev/null; exit; }
if [ "$(id -u)" = 0 ]; then
    exec unshare --net -- sh -c 'ip link set lo up && exec "$@"' sh "$@"
fi
# An ordinary user becomes root of a user namespace to bring loopback up, then themself again:
# PostgreSQL refuses to run as root.
UPSTANDER_UID=$(id -u) UPSTANDER_GID=$(id -g)
export UPSTANDER_UID UPSTANDER_GID
exec unshare --map-root-user --net -- sh -c 'ip link set lo up && exec unshare --user \
    --map-user="$UPSTANDER_UID" --map-group="$UPSTANDER_GID" -- "$@"' sh "$@"
