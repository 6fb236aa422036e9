# Sourced by scripts/test after env.sh: finds or installs a Chromium that starts, for the browser tests.
# INFOPAGE_CHROMIUM names it; if unset, Playwright's own is used.

starts() {
    INFOPAGE_CHROMIUM=$1 .venv/bin/python - >/dev/null 2>&1 <<'END'
import os
from playwright.sync_api import sync_playwright

with sync_playwright() as tools:
    tools.chromium.launch(executable_path=os.environ["INFOPAGE_CHROMIUM"] or None).close()
END
}

find_browser() {
    for name in "${INFOPAGE_CHROMIUM:-chromium}" chromium-browser google-chrome-stable google-chrome; do
        path=$(command -v "$name") || continue
        # Ubuntu's chromium starts a confined snap, which cannot read the tests' files.
        if head -c 2000 "$path" | grep -q /snap/; then continue; fi
        if starts "$path"; then
            export INFOPAGE_CHROMIUM="$path"
            return
        fi
    done
    unset INFOPAGE_CHROMIUM
    starts ''
}

browser() {
    find_browser && return
    with_deps=
    if can_apt; then
        with_deps=--with-deps
        apt_update || true
        # Playwright's own driver needs libatomic1, which a minimal Debian or Ubuntu lacks.
        apt_install libatomic1 || true
        if grep -qx 'ID=debian' /etc/os-release; then apt_install chromium || true; fi
        find_browser && return
    fi
    say "→ tải Chromium của Playwright"
    .venv/bin/python -m playwright install $with_deps --only-shell chromium >/dev/null || true
    find_browser || die "kiểm thử cần Chromium; trên Debian: sudo apt-get install chromium libatomic1," \
        "nơi khác: .venv/bin/python -m playwright install --with-deps chromium"
}
