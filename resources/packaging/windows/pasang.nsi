; The set-up file of Sipokat for one Windows user: no administrator, a folder per version, data is never touched.
; Called by bangun.py with -DVERSI, -DVERSI_ANGKA (four numbers), -DISI (the prepared folder), -DKB, -DKELUARAN.
; /S: without a window. /TUNGGU: wait up to a minute until Sipokat has ended. Exit codes of both: 0 done, 2 not possible (Sipokat is open, or Windows is too old).
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define KUNCI "Software\Microsoft\Windows\CurrentVersion\Uninstall\Sipokat"
!define KALIMAT_TUA "Sipokat memerlukan Windows 10 versi 1809 atau yang lebih baru, 64-bit. Tidak ada yang diubah."
!define KALIMAT_BUKA "Sipokat sedang terbuka. Tutup dulu jendelanya, lalu jalankan lagi berkas ini. Data tetap aman."
!define KALIMAT_PENUH "Sipokat tidak dapat ditulis ke komputer ini. Kosongkan ruang disk sedikitnya 300 MB, lalu ulangi. Data tetap aman."
!define KALIMAT_DATA "Sipokat sudah dicopot. Hapus juga DATA kantor di komputer ini?$\r$\n$\r$\nPilih Tidak untuk menyimpannya: Sipokat yang dipasang lagi akan menemukannya. Yang belum tersinkron akan hilang bila dihapus."

Name "Sipokat"
OutFile "${KELUARAN}"
InstallDir "$LOCALAPPDATA\Programs\Sipokat"
RequestExecutionLevel user
!ifdef CEPAT
SetCompressor zlib
!else
SetCompressor /SOLID lzma
!endif
SetDateSave off
ManifestDPIAware true
BrandingText "Sipokat ${VERSI}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef TANDATANGANI
!uninstfinalize '${TANDATANGANI} "%1"'
!endif

VIProductVersion "${VERSI_ANGKA}"
VIAddVersionKey /LANG=1057 "ProductName" "Sipokat"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSI}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSI}"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasangan Sipokat"
VIAddVersionKey /LANG=1057 "CompanyName" "Pemerintah Kota Lubuk Linggau"
VIAddVersionKey /LANG=1057 "LegalCopyright" "Pemerintah Kota Lubuk Linggau"

!define MUI_ICON "${IKON}"
!define MUI_UNICON "${IKON}"
!define MUI_WELCOMEPAGE_TITLE "Memasang Sipokat ${VERSI}"
!define MUI_WELCOMEPAGE_TEXT "Sipokat dipasang untuk akun Windows Anda; tidak perlu hak administrator. Data yang sudah ada tetap di tempatnya.$\r$\n$\r$\nTutup dulu jendela Sipokat bila terbuka."
!define MUI_FINISHPAGE_TITLE "Sipokat sudah terpasang"
!define MUI_FINISHPAGE_TEXT "Sipokat ada di menu Start."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Sipokat.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Buka Sipokat sekarang"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

!macro BERHENTI KALIMAT
  MessageBox MB_OK|MB_ICONEXCLAMATION "${KALIMAT}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; A library in use cannot be opened for writing: that version is running.
!macro TOLAK_BILA_TERBUKA UN
Function ${UN}TolakBilaTerbuka
  StrCpy $3 120
  ${GetParameters} $4
  ClearErrors
  ${GetOptions} $4 "/TUNGGU" $5
  ${IfNot} ${Errors}
    StrCpy $3 0
  ${EndIf}
  ulang:
  FindFirst $0 $1 "$INSTDIR\versi\*"
  ${DoWhile} $1 != ""
    ${If} ${FileExists} "$INSTDIR\versi\$1\python\${PYTHON_DLL}"
      ClearErrors
      FileOpen $2 "$INSTDIR\versi\$1\python\${PYTHON_DLL}" a
      ${If} ${Errors}
        FindClose $0
        ${If} $3 < 120
          Sleep 500
          IntOp $3 $3 + 1
          Goto ulang
        ${EndIf}
        !insertmacro BERHENTI "${KALIMAT_BUKA}"
      ${EndIf}
      FileClose $2
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd
!macroend
!insertmacro TOLAK_BILA_TERBUKA ""
!insertmacro TOLAK_BILA_TERBUKA "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro BERHENTI "${KALIMAT_TUA}"
  ${EndIf}
  SetShellVarContext current
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Sipokat"
  Call TolakBilaTerbuka
FunctionEnd

; Everything is written before aktif.txt names it: a set-up that is broken off leaves the version in use as it was.
Section
  SetOverwrite on
  ClearErrors
  !include "${BERKAS}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\copot.exe"
  ${If} ${Errors}
    !insertmacro BERHENTI "${KALIMAT_PENUH}"
  ${EndIf}
  FileOpen $0 "$INSTDIR\aktif.baru" w
  FileWrite $0 "${VERSI}$\r$\n"
  FileClose $0
  ${If} ${FileExists} "$INSTDIR\aktif.txt"
    FileOpen $0 "$INSTDIR\aktif.txt" r
    FileRead $0 $1
    FileClose $0
    ${If} $1 != "${VERSI}$\r$\n"
      Delete "$INSTDIR\aktif.lama"
      CopyFiles /SILENT "$INSTDIR\aktif.txt" "$INSTDIR\aktif.lama"
      CopyFiles /SILENT "$INSTDIR\aktif.baru" "$INSTDIR\coba.txt"
    ${EndIf}
  ${EndIf}
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\aktif.baru", w "$INSTDIR\aktif.txt", i 9) i .r0'
  ${If} $0 = 0
    !insertmacro BERHENTI "${KALIMAT_PENUH}"
  ${EndIf}
  CreateShortCut "$SMPROGRAMS\Sipokat.lnk" "$INSTDIR\Sipokat.exe" "" "$INSTDIR\Sipokat.exe" 0 SW_SHOWNORMAL "" \
    "Data ketua RT dan insentif kelurahan"
  WriteRegStr HKCU "${KUNCI}" "DisplayName" "Sipokat"
  WriteRegStr HKCU "${KUNCI}" "DisplayVersion" "${VERSI}"
  WriteRegStr HKCU "${KUNCI}" "Publisher" "Pemerintah Kota Lubuk Linggau"
  WriteRegStr HKCU "${KUNCI}" "DisplayIcon" "$INSTDIR\Sipokat.exe"
  WriteRegStr HKCU "${KUNCI}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KUNCI}" "UninstallString" '"$INSTDIR\copot.exe"'
  WriteRegStr HKCU "${KUNCI}" "QuietUninstallString" '"$INSTDIR\copot.exe" /S'
  WriteRegDWORD HKCU "${KUNCI}" "EstimatedSize" ${KB}
  WriteRegDWORD HKCU "${KUNCI}" "NoModify" 1
  WriteRegDWORD HKCU "${KUNCI}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetShellVarContext current
  Call un.TolakBilaTerbuka
FunctionEnd

; Only what set-up wrote is removed. The data folder stays, but for /HAPUSDATA or a "yes" to the question.
Section "Uninstall"
  RMDir /r "$INSTDIR\versi"
  Delete "$INSTDIR\Sipokat.exe"
  Delete "$INSTDIR\sipokat.com"
  Delete "$INSTDIR\aktif.txt"
  Delete "$INSTDIR\aktif.lama"
  Delete "$INSTDIR\aktif.baru"
  Delete "$INSTDIR\coba.txt"
  Delete "$INSTDIR\mundur.txt"
  Delete "$INSTDIR\copot.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Sipokat.lnk"
  DeleteRegKey HKCU "${KUNCI}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/HAPUSDATA" $1
  ${IfNot} ${Errors}
    RMDir /r "$LOCALAPPDATA\Sipokat"
  ${ElseIf} ${FileExists} "$LOCALAPPDATA\Sipokat\*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${KALIMAT_DATA}" /SD IDNO IDNO simpan
    RMDir /r "$LOCALAPPDATA\Sipokat"
    simpan:
  ${EndIf}
SectionEnd
