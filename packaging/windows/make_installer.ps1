# Compiles radviewer.iss with the one version; signs program, installer and uninstaller where a certificate is given.
#   PFX                     the certificate as base64; without it nothing is signed
#   RADVIEWER_PFX_PASSWORD  its password
#   RADVIEWER_TIMESTAMP     address of the time stamp server (the certificate's issuer names it)
$ErrorActionPreference = "Stop"
$root = Resolve-Path (Join-Path $PSScriptRoot "..\..")
$version = python (Join-Path $root "packaging\build.py") --version
if ($LASTEXITCODE -ne 0) { throw "the version cannot be read" }
$options = @("/DVersion=$version", "/DSource=$root\.build\frozen-cpu\radviewer")
if ($env:PFX) {
    $file = Join-Path ([IO.Path]::GetTempPath()) "radviewer.pfx"
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:PFX))
    $stamp = if ($env:RADVIEWER_TIMESTAMP) { @("/tr", $env:RADVIEWER_TIMESTAMP, "/td", "SHA256") } else { @() }
    $sign = @("sign", "/fd", "SHA256", "/f", $file, "/p", $env:RADVIEWER_PFX_PASSWORD) + $stamp
    & signtool @sign "$root\.build\frozen-cpu\radviewer\radviewer.exe" "$root\.build\frozen-cpu\radviewer\radviewer-cli.exe"
    if ($LASTEXITCODE -ne 0) { throw "signing failed" }
    $options += "/DSign=1", "/Ssigntool=signtool $($sign -join ' ') `$f"
} else {
    Write-Warning "not signed: PFX is not set"
}
& "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" @options (Join-Path $PSScriptRoot "radviewer.iss")
if ($LASTEXITCODE -ne 0) { throw "Inno Setup failed" }
