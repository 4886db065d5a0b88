#!/bin/sh
# Replaces the containers of these services one at a time, so that the others go on answering:
#   ops/roll.sh webhook dispatcher gateway parley
# Each old one is stopped, which lets its answers in flight finish, and the next one waits until the new one is ready.
set -eu
compose() { docker compose --profile scale "$@"; }

compose build "$@"
for service in "$@"; do
  for old in $(compose ps --quiet "$service"); do
    docker stop "$old" >/dev/null
    docker rm "$old" >/dev/null
    compose up --detach --no-deps --no-recreate --wait "$service"
  done
done
