/* Rust's random numbers: on Windows from here, under Wine from its older name. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(void *isi, ULONG panjang);

__declspec(dllexport) BOOL WINAPI ProcessPrng(unsigned char *isi, SIZE_T panjang)
{
    return SystemFunction036(isi, (ULONG)panjang);
}
