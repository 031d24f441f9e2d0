#!/bin/sh
# Installs what is missing, builds entente, and runs all tests.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh
install_missing $build_packages $test_packages
# JavaScript's readers of our files; where npm or its registry can't be had, their tests are skipped and say so.
modules=tests/readers/js
if command -v npm >/dev/null && [ ! -d $modules/node_modules ]; then
    timeout 180 npm ci --prefix $modules --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error ||
        { rm -rf $modules/node_modules; echo "npm could not install Gephi Lite's and Cytoscape.js's readers: not tested" >&2; }
fi
cmake --preset dev
cmake --build --preset dev
ctest --preset dev -j "$(nproc)"
