/* Starts the version of Sipokat that is in use, in this very process: no console, and the task list says Sipokat.
 *
 *   <folder>\aktif.txt      the version in use, for example 0.1.0
 *   <folder>\versi\0.1.0\   python\, lib\, app\
 *
 * Built twice: Sipokat.exe (window) and sipokat.com (console, for the commands); "sipokat" typed finds the .com.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define PANJANG 4096

typedef int (*py_main)(int, wchar_t **);

static int gagal(void)
{
    static const wchar_t kalimat[] =
        L"Sipokat di komputer ini tidak lengkap. Data tetap aman dan tidak diubah. "
        L"Jalankan lagi berkas pemasangan Sipokat, atau hubungi Kominfo.";
#ifdef KONSOL
    fwprintf(stderr, L"%ls\n", kalimat);
#else
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

#ifdef KONSOL
int wmain(int banyak, wchar_t **kata)
{
    return jalankan(banyak, kata);
}
#else
int WINAPI wWinMain(HINSTANCE ini, HINSTANCE dulu, PWSTR baris, int tampil)
{
    (void)ini, (void)dulu, (void)baris, (void)tampil;
    return jalankan(__argc, __wargv);
}
#endif
