#!/bin/sh
# Signs the .app, packs it into a .dmg, and has Apple notarise it. Without keys in the environment it is not signed.
# usage: packaging/macos/make_dmg.sh APP VERSION OUT
#   RADVIEWER_MAC_IDENTITY    "Developer ID Application: ..." in the key chain
#   RADVIEWER_NOTARY_PROFILE  profile stored by `xcrun notarytool store-credentials`
set -eu
app=$1 version=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
image="$out/radviewer-$version-macos-$(uname -m).dmg"

if [ -n "${RADVIEWER_MAC_IDENTITY:-}" ]; then
    # From the inside out: every library, named so or not (Python's own), before the bundle that holds it.
    find "$app/Contents" -type f -exec sh -c 'file -b "$1" | grep -q Mach-O' sh {} \; -print0 |
        xargs -0 -n 20 codesign --force --timestamp --options runtime --sign "$RADVIEWER_MAC_IDENTITY"
    codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$RADVIEWER_MAC_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "not signed: RADVIEWER_MAC_IDENTITY is not set" >&2
fi

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname "radviewer $version" -srcfolder "$staging" -ov -format UDZO "$image"

if [ -n "${RADVIEWER_MAC_IDENTITY:-}" ] && [ -n "${RADVIEWER_NOTARY_PROFILE:-}" ]; then
    codesign --force --timestamp --sign "$RADVIEWER_MAC_IDENTITY" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$RADVIEWER_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
