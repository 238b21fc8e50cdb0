; Inno Setup: per user, no administrator, silent with /VERYSILENT /SUPPRESSMSGBOXES /NORESTART.
; make_installer.ps1 calls it with the version, the folder to pack, and for signing /DSign=1 and /Ssigntool=...
#ifndef Version
  #error Give the version with /DVersion=
#endif
#ifndef Source
  #define Source "..\..\.build\frozen-cpu\radviewer"
#endif
#ifndef Suffix
  #define Suffix ""
#endif

[Setup]
AppId={{6E1B9C1E-3A37-4B0B-9C55-5C1B3C2F7A11}
AppName=radviewer
AppVersion={#Version}
AppPublisher=The radviewer developers
AppComments=Research use only, not for diagnosis.
DefaultDirName={autopf}\radviewer
DefaultGroupName=radviewer
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
OutputDir=..\..\dist
OutputBaseFilename=radviewer-{#Version}-windows-x86_64{#Suffix}
Compression=lzma2/max
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
CloseApplications=yes
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\radviewer.exe
SetupIconFile=..\..\.build\icons\radviewer.ico
#ifdef Sign
SignTool=signtool
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "associate"; Description: "{cm:AssocFileExtension,radviewer,.dcm}"; Flags: unchecked

[InstallDelete]
; Modules of an older version must not be found by a newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\radviewer"; Filename: "{app}\radviewer.exe"
Name: "{autodesktop}\radviewer"; Filename: "{app}\radviewer.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\radviewer.dicom"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\radviewer.dicom\DefaultIcon"; ValueType: string; ValueData: "{app}\radviewer.exe,0"
Root: HKA; Subkey: "Software\Classes\radviewer.dicom\shell\open\command"; ValueType: string; ValueData: """{app}\radviewer.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "radviewer.dicom"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.dcm"; ValueType: string; ValueData: "radviewer.dicom"; Flags: uninsdeletevalue; Tasks: associate

[Run]
Filename: "{app}\radviewer.exe"; Description: "{cm:LaunchProgram,radviewer}"; Flags: nowait postinstall skipifsilent
