#!/usr/bin/env bash
# Opens the report in Chromium, which is installed first where it is missing.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver
fi
go test ./... "$@"
