# Sourced by the scripts, which set $root: finds Python and keeps .venv right.
# .venv belongs to the scripts alone; whatever is wrong with it, they make it anew.

cd "$root"
runner=$(sed -n 's/^RUNNER = "\(.*\)"$/\1/p' hooks/infopage/environment.py)
export PYTHONUTF8=1            # Vietnamese prints under LC_ALL=C too
export NO_MKDOCS_2_WARNING=1   # the theme's advertisement; versions are locked
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_USER=0
unset PYTHONHOME

say() { printf '%s\n' "$*" >&2; }
die() { say "lỗi: $*"; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_apt() { command -v apt-get >/dev/null && as_root true 2>/dev/null; }

apt_update() { as_root apt-get -qq update; }

apt_install() {
    say "→ cài $* bằng apt-get"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >/dev/null
}

# Print a Python that is new enough and can make virtual environments (Debian packs venv on its own).
find_python() {
    for python in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s\n' "$python"
            return
        fi
    done
    return 1
}

get_python() {
    find_python >/dev/null && return
    if can_apt; then
        apt_update || true
        apt_install python3 python3-venv || true
        find_python >/dev/null && return
        # The distribution's own Python is too old; a newer one may stand beside it.
        for version in 3.13 3.12 3.11; do
            apt-cache show "python$version-venv" >/dev/null 2>&1 || continue
            apt_install "python$version" "python$version-venv" && find_python >/dev/null && return
        done
    fi
    die "cần Python từ 3.11 kèm venv; trên Debian, Ubuntu: sudo apt-get install python3 python3-venv"
}

# The stamp is the lock itself, copied in last: an interrupted installation leaves none.
# The runner is imported because a new system Python leaves a .venv that looks whole and holds nothing.
holds() {
    cmp -s "requirements/$1.txt" ".venv/$1.lock" && .venv/bin/python -c "import $runner" 2>/dev/null
}

# First pip and setuptools: the package that comes as source is built with these, where pip would else get the newest
# builder there is, unlocked.
install_lock() {
    rm -f .venv/*.lock
    say "→ cài các gói đã khóa trong requirements/$1.txt (lần đầu có thể mất vài phút)"
    for lock in pip "$1"; do
        .venv/bin/python -m pip install --quiet --require-hashes --no-build-isolation \
            --requirement "requirements/$lock.txt" || die "chưa cài được các gói; hãy xem lại mạng rồi chạy lại"
    done
}

# The package itself is a path and a command: no network, no build tools, and the folder may be moved.
install_package() {
    for packages in .venv/lib/python3*/site-packages; do
        echo ../../../../hooks >"$packages/infopage.pth"
    done
    cat >.venv/bin/infopage <<'END'
#!/bin/sh
exec "$(dirname -- "$0")/python" -P -m infopage.cli "$@"
END
    chmod +x .venv/bin/infopage
}

# Make sure of .venv: `environment build` holds what builds the site, `release` what the guard reads files with too, and
# `test` what the tests need besides.
environment() {
    holds "$1" && return
    if ! holds build; then
        get_python
        python=$(find_python)
        say "→ tạo môi trường Python riêng trong .venv ($("$python" --version))"
        rm -rf .venv
        "$python" -m venv .venv || die "không tạo được .venv"
    fi
    install_lock "$1"
    install_package
    cp requirements/build.txt .venv/build.lock
    cp "requirements/$1.txt" ".venv/$1.lock"
    if [ "$1" = test ]; then cp requirements/release.txt .venv/release.lock; fi # the tests need all of it
}
