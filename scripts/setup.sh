# Installs the Debian packages named as arguments that are missing. Sourced by demo.sh and test.sh.
install_missing() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    echo "Installing:$missing"
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Not root and no sudo: ask an administrator for: apt-get install$missing" >&2; return 1; }
        as_root=sudo
    fi
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

build_packages="g++ cmake ninja-build pkg-config libfmt-dev rapidjson-dev libboost-graph-dev libcli11-dev libxxhash-dev libexpat1-dev libxml2-dev libzstd-dev libsqlite3-dev zlib1g-dev libserd-dev"
test_packages="catch2 parallel python3 python3-networkx python3-igraph libxml2-utils graphviz slurm-wlm dpkg-dev"
