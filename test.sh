#!/bin/sh
# Installs what is missing, builds entente, and runs all tests.
set -eu
cd "$(dirname "$0")"
. scripts/setup.sh
install_missing $build_packages $test_packages
cmake --preset dev
cmake --build --preset dev
ctest --preset dev -j "$(nproc)"
