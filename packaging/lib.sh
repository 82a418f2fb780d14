# SPDX-FileCopyrightText: 2026 The Tusk authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# What packaging/run and packaging/test share: which packages of the distribution are needed, how they get
# installed, and where things are built. Sourced, never run.

project=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

# To build Tusk, and to run it.
# shellcheck disable=SC2034 # used by the scripts that source this
build_packages=(cmake g++ libical-dev libpq-dev libsqlite3-dev libssl-dev ninja-build qt6-base-dev qt6-l10n-tools
    qt6-svg-dev qtkeychain-qt6-dev)
# shellcheck disable=SC2034
run_packages=(libqt6keychain1 libqt6sql6-psql libsecret-1-0 postgresql qt6-wayland)
# Only where there is no display.
# shellcheck disable=SC2034
virtual_display_packages=(xauth xvfb)
# What the tests need besides; docs/decisions/0005-test-components.md says what for.
# shellcheck disable=SC2034
test_packages=(at-spi2-core ccache clang-format dbus-daemon gnome-keyring libatspi2.0-dev lld openssl pgbouncer
    pkgconf python3-yaml shellcheck weston xauth xvfb)
# And packaging/test --long.
# shellcheck disable=SC2034
long_test_packages=(debootstrap pgloader)
# Some have npm with a Node.js from elsewhere, beside which the distribution's package cannot be installed.
command -v npm >/dev/null || long_test_packages+=(npm)
# And packaging/test --clang.
# shellcheck disable=SC2034
clang_packages=(clang clang-tidy)

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Asked for all packages at once: dpkg reads its whole database each time, and this is part of every start.
missing_packages() { # PACKAGE...
    local installed
    # shellcheck disable=SC2016 # the words are those of dpkg-query
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    printf '%s\n' "$@" | grep -vxF -f <(sed -n 's/^installed //p' <<<"$installed") || true
}

has_postgresql_server() {
    dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 'postgresql-[0-9]*' 2>/dev/null |
        grep -E '^installed postgresql-[0-9.]+$' >/dev/null
}

# Succeeds where as_root will work. Asks for a password only at a terminal, and only whom sudo knows.
can_be_root() {
    [[ $EUID -eq 0 ]] && return
    command -v sudo >/dev/null || return
    sudo -n true 2>/dev/null && return
    [[ -t 0 ]] && id -nG | grep -wE 'sudo|admin|wheel' >/dev/null && sudo -v
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Hundreds of lines that nobody reads, unless it fails.
apt() { # ARGUMENT OF APT-GET...
    local log
    log=$(mktemp)
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq \
        "$@" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        fail "apt-get $1 failed. The whole output is in $log."
    fi
    rm -f "$log"
}

apt_install() {
    apt install --no-install-recommends --yes "$@"
}

# Without this the package of the server makes a cluster for the whole machine and starts it.
forbid_system_cluster() {
    local configuration=/etc/postgresql-common/createcluster.conf
    apt_install postgresql-common
    if ! grep -qE '^ *create_main_cluster *= *false' $configuration; then
        as_root sed -i -E '/^ *#? *create_main_cluster *=/d' $configuration
        printf 'create_main_cluster = false\n' | as_root tee -a $configuration >/dev/null
        say "No system-wide database cluster will be made: create_main_cluster = false in $configuration."
    fi
}

# Installs those of the packages that are missing and says which; nothing is said when none is. Without
# administrator's rights it prints LINE, which does the same as root, and ends.
install_packages() { # LINE PACKAGE...
    local line=$1 missing
    shift
    command -v apt-get >/dev/null ||
        fail "This is not Debian or one of its relatives. Please install what matches these packages: $*"
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    say "Missing packages of the distribution: ${missing[*]}"
    if ! can_be_root; then
        say "Installing them needs administrator's rights. Please run this line as root, then start again:"
        printf '\n    %s\n\n' "$line"
        exit 1
    fi
    say "Installing them."
    apt update
    has_postgresql_server || [[ ! " ${missing[*]} " == *" postgresql "* ]] || forbid_system_cluster
    apt_install "${missing[@]}"
    say "Installed: ${missing[*]}"
}

# Where a preset is built: below the project, or in the user's cache where the project cannot be written to.
# Two clones never share a folder.
build_folder() { # PRESET
    local preferred=$project/build/$1 existing=$project/build/$1
    while [[ ! -e $existing ]]; do
        existing=$(dirname "$existing")
    done
    if [[ -w $existing && (! -e $preferred/build.ninja || -w $preferred/build.ninja) ]]; then
        printf '%s\n' "$preferred"
    else
        printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/tusk-build$project/$1"
    fi
}

# As many compilers as there are processors, but no more than the memory has room for: 1 GB each.
build_jobs() {
    local processors gigabytes
    processors=$(nproc)
    gigabytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    printf '%s\n' $((gigabytes < 1 ? 1 : gigabytes < processors ? gigabytes : processors))
}

# A clone that was moved or copied brings along a build of the place where it was.
is_configured() { # FOLDER
    [[ -f $1/build.ninja ]] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$project" "$1/CMakeCache.txt"
}

configure() { # PRESET FOLDER OPTION...
    local preset=$1 folder=$2 fresh=()
    shift 2
    is_configured "$folder" || fresh=(--fresh)
    cmake "${fresh[@]}" -S "$project" --preset "$preset" -B "$folder" "$@"
}
