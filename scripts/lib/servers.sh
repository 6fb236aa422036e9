# Sourced by scripts/test after env.sh: installs the servers that tests/release/lab.py runs on ports of its own, and the
# shells in which the server's script is tested.

missing_packages() {
    for pair in dash=dash busybox=busybox ssh=openssh-client sshd=openssh-server nginx=nginx apache2=apache2 rsync=rsync \
        openssl=openssl; do
        PATH="$PATH:/usr/sbin:/sbin" command -v "${pair%%=*}" >/dev/null || printf '%s ' "${pair#*=}"
    done
}

servers() {
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    if ! can_apt; then
        say "chưa có $packages: kiểm thử của việc xuất bản bị bỏ qua"
        return 0
    fi
    apt_update || true
    # The servers are for the tests only: none may start as a service, now or at the next boot.
    policy=/usr/sbin/policy-rc.d
    if [ -e $policy ]; then policy=; else printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin $policy; fi
    # shellcheck disable=SC2086 # several packages
    apt_install $packages || say "chưa cài được $packages"
    if [ -n "$policy" ]; then as_root rm -f "$policy"; fi
    if [ -d /run/systemd/system ]; then
        case $packages in *openssh-server*) as_root systemctl --quiet disable ssh.service ssh.socket || true ;; esac
        case $packages in *nginx*) as_root systemctl --quiet disable nginx.service || true ;; esac
        case $packages in *apache2*) as_root systemctl --quiet disable apache2.service apache-htcacheclean.service || true ;; esac
    fi
}
