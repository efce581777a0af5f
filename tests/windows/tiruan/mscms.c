/* Wine's colour management lacks what Qt's window plug-in is linked against; here no screen has a profile. */
#include <windows.h>

#define EKSPOR __declspec(dllexport)

EKSPOR HANDLE WINAPI OpenColorProfileW(void *profil, DWORD a, DWORD b, DWORD c)
{
    (void)profil, (void)a, (void)b, (void)c;
    return NULL;
}
EKSPOR BOOL WINAPI CloseColorProfile(HANDLE profil) { (void)profil; return FALSE; }
EKSPOR BOOL WINAPI GetColorProfileFromHandle(HANDLE profil, BYTE *isi, DWORD *panjang)
{
    (void)profil, (void)isi, (void)panjang;
    return FALSE;
}
EKSPOR HANDLE WINAPI WcsCreateIccProfile(HANDLE profil, DWORD pilihan) { (void)profil, (void)pilihan; return NULL; }
