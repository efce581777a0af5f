/* Starts the version of Sipokat that is in use, in this very process: no console, and the task list says Sipokat.
 *
 *   <folder>\aktif.txt      the version in use, for example 0.1.0
 *   <folder>\versi\0.1.0\   python\, lib\, app\
 *
 *   <folder>\aktif.lama     the version before that
 *   <folder>\coba.txt       set-up has just changed the version: it is on trial until it removes this file
 *   <folder>\mundur.txt     the version that did not pass; the one before runs, and tells so
 *
 * Built twice: Sipokat.exe (window) and sipokat.com (console, for the commands); "sipokat" typed finds the .com.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define PANJANG 4096
#define KALI 2
#define TANDA_COBA L"SIPOKAT_COBA"

typedef int (*py_main)(int, wchar_t **);

#ifndef KONSOL
static int dicoba(void)
{
    return GetEnvironmentVariableW(TANDA_COBA, NULL, 0) > 0;
}
#endif

/* A version on trial fails in silence: the one before is started, and tells. */
static int gagal(void)
{
    static const wchar_t kalimat[] =
        L"Sipokat di komputer ini tidak lengkap. Data tetap aman dan tidak diubah. "
        L"Jalankan lagi berkas pemasangan Sipokat, atau hubungi Kominfo.";
#ifdef KONSOL
    fwprintf(stderr, L"%ls\n", kalimat);
#else
    if (!dicoba())
        MessageBoxW(NULL, kalimat, L"Sipokat", MB_OK | MB_ICONWARNING);
#endif
    return 1;
}

/* Cuts the name of this program off its path, and leaves the folder. */
static int folder_program(wchar_t *folder)
{
    DWORD n = GetModuleFileNameW(NULL, folder, PANJANG);
    wchar_t *garis = n && n < PANJANG ? wcsrchr(folder, L'\\') : NULL;
    if (!garis)
        return 0;
    *garis = 0;
    return 1;
}

/* Reads the version in use: one line of digits, letters, dots, plus and minus; anything else is refused. */
static int versi_aktif(const wchar_t *folder, wchar_t *versi, size_t muat)
{
    wchar_t berkas[PANJANG];
    if (swprintf(berkas, PANJANG, L"%ls\\aktif.txt", folder) < 0)
        return 0;
    FILE *f = _wfopen(berkas, L"rb");
    if (!f)
        return 0;
    size_t n = 0;
    for (int c = fgetc(f); c > ' ' && n + 1 < muat; c = fgetc(f)) {
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.' || c == '+' || c == '-'))
            n = muat;
        else
            versi[n++] = (wchar_t)c;
    }
    fclose(f);
    if (n == 0 || n >= muat || versi[0] == L'.')
        return 0;
    versi[n] = 0;
    return 1;
}

static int jalankan(int banyak, wchar_t **kata)
{
    static wchar_t folder[PANJANG], versi[64], pustaka[PANJANG];
    if (!folder_program(folder) || !versi_aktif(folder, versi, 64))
        return gagal();
    if (swprintf(pustaka, PANJANG, L"%ls\\versi\\%ls\\python\\" PYTHON_DLL, folder, versi) < 0)
        return gagal();
    HMODULE python = LoadLibraryExW(pustaka, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    py_main utama = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **semua = utama ? calloc((size_t)banyak + 5, sizeof(wchar_t *)) : NULL;
    if (!semua)
        return gagal();
    semua[0] = kata[0];
    semua[1] = L"-X";
    semua[2] = L"utf8";
    semua[3] = L"-m";
    semua[4] = L"sipokat_desktop";
    for (int i = 1; i < banyak; i++)
        semua[i + 4] = kata[i];
    return utama(banyak + 4, semua);
}

#ifndef KONSOL
static int berkas(wchar_t *isi, const wchar_t *folder, const wchar_t *nama)
{
    return swprintf(isi, PANJANG, L"%ls\\%ls", folder, nama) > 0;
}

static int ada(const wchar_t *nama)
{
    return GetFileAttributesW(nama) != INVALID_FILE_ATTRIBUTES;
}

/* Runs this program once more, as a child, until that one ends or has removed the mark of the trial.
 * Returns 0 when the version runs or was closed by hand, else what the child ended with. */
static DWORD sekali(const wchar_t *tanda)
{
    STARTUPINFOW awal = {.cb = sizeof awal};
    PROCESS_INFORMATION anak;
    DWORD kode = 1;
    SetEnvironmentVariableW(TANDA_COBA, L"1");
    wchar_t *baris = _wcsdup(GetCommandLineW());
    if (!baris || !CreateProcessW(NULL, baris, NULL, NULL, FALSE, 0, NULL, NULL, &awal, &anak))
        return kode;
    while (WaitForSingleObject(anak.hProcess, 200) == WAIT_TIMEOUT && ada(tanda))
        ;
    if (ada(tanda))
        GetExitCodeProcess(anak.hProcess, &kode);
    else
        kode = 0;
    CloseHandle(anak.hThread);
    CloseHandle(anak.hProcess);
    free(baris);
    return kode;
}

/* Tries a version that set-up has just put in; one that fails KALI times is left for the one before.
 * Returns 1 when a version on trial runs (or was closed by hand), 0 when there is none to try. */
static int coba(void)
{
    static wchar_t folder[PANJANG], tanda[PANJANG], kini[PANJANG], lama[PANJANG], mundur[PANJANG];
    if (dicoba() || !folder_program(folder) || !berkas(tanda, folder, L"coba.txt") ||
        !berkas(kini, folder, L"aktif.txt") || !berkas(lama, folder, L"aktif.lama") ||
        !berkas(mundur, folder, L"mundur.txt") || !ada(tanda) || !ada(lama))
        return 0;
    for (int i = 0; i < KALI; i++)
        if (sekali(tanda) == 0)
            return 1;
    SetEnvironmentVariableW(TANDA_COBA, NULL);
    CopyFileW(kini, mundur, FALSE);
    MoveFileExW(lama, kini, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
    DeleteFileW(tanda);
    return 0;
}
#endif

#ifdef KONSOL
int wmain(int banyak, wchar_t **kata)
{
    return jalankan(banyak, kata);
}
#else
int WINAPI wWinMain(HINSTANCE ini, HINSTANCE dulu, PWSTR baris, int tampil)
{
    (void)ini, (void)dulu, (void)baris, (void)tampil;
    if (coba())
        return 0;
    return jalankan(__argc, __wargv);
}
#endif
