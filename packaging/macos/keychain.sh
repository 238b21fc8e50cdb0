#!/bin/sh
# Puts the signing certificate into a key chain of its own, and stores what notarisation asks for. For a machine that
# builds once and is thrown away; on one's own Mac the key chain has both already. Without P12 nothing is done.
#   P12, P12_PASSWORD         the certificate "Developer ID Application" with its key, as base64, and its password
#   RADVIEWER_NOTARY_PROFILE  name to store under; with APPLE_ID, APPLE_TEAM, APPLE_PASSWORD (an app-specific one)
set -eu
if [ -z "${P12:-}" ]; then
    echo "no certificate: P12 is not set" >&2
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chain="$HOME/Library/Keychains/radviewer-build.keychain-db"
password=$(openssl rand -hex 24)

printf '%s' "$P12" | openssl base64 -d -A -out "$folder/certificate.p12"
security create-keychain -p "$password" "$chain"
security set-keychain-settings -lut 21600 "$chain"
security unlock-keychain -p "$password" "$chain"
security import "$folder/certificate.p12" -k "$chain" -P "${P12_PASSWORD:-}" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$password" "$chain" >/dev/null
security list-keychains -d user -s "$chain" login.keychain

if [ -n "${RADVIEWER_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool store-credentials "$RADVIEWER_NOTARY_PROFILE" \
        --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
fi
