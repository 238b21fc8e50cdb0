#!/bin/sh
# Makes .venv with everything that the program and its tests need, on a machine that has only Python 3.11+ and pip.
# usage: packaging/bootstrap.sh [run|test]      run: what the program needs (default); test: also what tests need
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}
python=${PYTHON:-python3}
venv=.venv

say() { printf '%s\n' "setup: $*" >&2; }

"$python" - <<'EOF' || { say "radviewer needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 2; }
import sys
sys.exit(sys.version_info < (3, 11))
EOF

# --- system libraries -------------------------------------------------------------------------------------
missing_packages() {
    for line in $(grep -hv '^#' "$@"); do
        found=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            dpkg -s "$name" >/dev/null 2>&1 && { found=yes; break; }
        done
        [ -n "$found" ] && continue
        choice=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then choice=$name; break; fi
        done
        printf '%s ' "${choice:-${line##*|}}"
    done
}

install_packages() {
    command -v dpkg >/dev/null 2>&1 || { say "not a Debian or Ubuntu system; if the window does not start, see README.md"; return 0; }
    missing=$(missing_packages "$@")
    [ -z "$missing" ] && return 0
    if [ "$(id -u)" = 0 ]; then
        say "installing system libraries: $missing"
        apt-get update -qq >&2
        missing=$(missing_packages "$@")
        # shellcheck disable=SC2086
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
    else
        say "these system libraries are missing. Please run once, then repeat the command:"
        say "    sudo apt-get update && sudo apt-get install --no-install-recommends $missing"
        [ "${RADVIEWER_SKIP_SYSTEM:-}" = 1 ] || exit 2
    fi
}

if [ "$want" = test ]; then
    install_packages packaging/linux/system-libraries.txt packaging/linux/test-tools.txt
else
    install_packages packaging/linux/system-libraries.txt
fi

# --- virtual environment ----------------------------------------------------------------------------------
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
    if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
        rm -rf "$venv"
        # Debian ships ensurepip in a package of its own; virtualenv does without it.
        say "this Python has no ensurepip; using virtualenv"
        tools=$(mktemp -d)
        "$python" -m pip install --quiet --target "$tools" virtualenv >&2
        PYTHONPATH="$tools" "$python" -m virtualenv --quiet "$venv" >&2
        rm -rf "$tools"
    fi
fi

# --- Python packages --------------------------------------------------------------------------------------
stamp="$venv/.installed-$want"
wanted=$(cat pyproject.toml constraints.txt | cksum)
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    extra=; [ "$want" = test ] && extra='[dev]'
    say "installing Python packages into $venv (some minutes the first time)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$extra" >&2
    printf '%s' "$wanted" > "$stamp"
    [ "$want" = test ] && printf '%s' "$wanted" > "$venv/.installed-run"
fi
exit 0
