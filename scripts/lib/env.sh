# Sourced by the scripts, which set $root: finds Python and keeps .venv up to date.
# Only the scripts change .venv; if anything is wrong with it, they create it anew.

cd "$root"
runner=$(sed -n 's/^RUNNER = "\(.*\)"$/\1/p' hooks/infopage/environment.py)
export PYTHONUTF8=1            # print Vietnamese under LC_ALL=C too
export NO_MKDOCS_2_WARNING=1   # hide the theme's advertisement; versions are locked
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

# Print a Python that is new enough and can make virtual environments (Debian packages venv separately).
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
        # The distribution's default Python is too old; it may offer a newer one as well.
        for version in 3.13 3.12 3.11; do
            apt-cache show "python$version-venv" >/dev/null 2>&1 || continue
            apt_install "python$version" "python$version-venv" && find_python >/dev/null && return
        done
    fi
    die "cần Python từ 3.11 kèm venv; trên Debian, Ubuntu: sudo apt-get install python3 python3-venv"
}

# Tell whether .venv is up to date. Its stamp is a copy of the lock, made last, so an interrupted installation has none.
# The runner is imported because after a system upgrade of Python, .venv looks complete but its packages are gone.
holds() {
    cmp -s "requirements/$1.txt" ".venv/$1.lock" && .venv/bin/python -c "import $runner" 2>/dev/null
}

# Install pip and setuptools first. They build the one package that is distributed as source; otherwise pip would
# download the newest build tool, which is not locked.
install_lock() {
    rm -f .venv/*.lock
    say "→ cài các gói đã khóa trong requirements/$1.txt (lần đầu có thể mất vài phút)"
    for lock in pip "$1"; do
        .venv/bin/python -m pip install --quiet --require-hashes --no-build-isolation \
            --requirement "requirements/$lock.txt" || die "chưa cài được các gói; hãy xem lại mạng rồi chạy lại"
    done
}

# The package itself is installed as a path and a command: no network, no build tools, and the folder may be moved.
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

# Make .venv ready: `environment build` installs what a build needs, `release` also the libraries the guard reads files
# with, `test` also what the tests need.
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
    if [ "$1" = test ]; then cp requirements/release.txt .venv/release.lock; fi # the test lock includes the release lock
}
