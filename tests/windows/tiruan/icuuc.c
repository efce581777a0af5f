/* Wine 8 has no ICU. Qt asks it for converters of old encodings only; here there are none. */
#include <stdint.h>

#define TIDAK_ADA 16 /* U_UNSUPPORTED_ERROR */
#define EKSPOR __declspec(dllexport)

EKSPOR void *ucnv_open(const char *nama, int *galat)
{
    (void)nama;
    *galat = TIDAK_ADA;
    return 0;
}
EKSPOR void ucnv_close(void *c) { (void)c; }
EKSPOR void ucnv_reset(void *c) { (void)c; }
EKSPOR int8_t ucnv_getMaxCharSize(const void *c) { (void)c; return 1; }
EKSPOR const char *ucnv_getName(const void *c, int *galat) { (void)c; *galat = TIDAK_ADA; return ""; }
EKSPOR void ucnv_getToUCallBack(const void *c, void **a, const void **k) { (void)c; *a = 0; *k = 0; }
EKSPOR void ucnv_getFromUCallBack(const void *c, void **a, const void **k) { (void)c; *a = 0; *k = 0; }
EKSPOR void ucnv_setToUCallBack(void *c, void *a, const void *k, void **l, const void **m, int *galat)
{
    (void)c, (void)a, (void)k, (void)l, (void)m;
    *galat = TIDAK_ADA;
}
EKSPOR void ucnv_setFromUCallBack(void *c, void *a, const void *k, void **l, const void **m, int *galat)
{
    ucnv_setToUCallBack(c, a, k, l, m, galat);
}
EKSPOR void ucnv_toUnicode(void *c, void **t, const void *tl, const void **s, const void *sl, void *o, int8_t f, int *galat)
{
    (void)c, (void)t, (void)tl, (void)s, (void)sl, (void)o, (void)f;
    *galat = TIDAK_ADA;
}
EKSPOR void ucnv_fromUnicode(void *c, void **t, const void *tl, const void **s, const void *sl, void *o, int8_t f, int *galat)
{
    ucnv_toUnicode(c, t, tl, s, sl, o, f, galat);
}
EKSPOR void ucnv_cbToUWriteUChars(void *a, const void *s, int32_t n, int32_t o, int *galat)
{
    (void)a, (void)s, (void)n, (void)o;
    *galat = TIDAK_ADA;
}
EKSPOR void ucnv_cbFromUWriteUChars(void *a, const void **s, const void *sl, int32_t o, int *galat)
{
    (void)a, (void)s, (void)sl, (void)o;
    *galat = TIDAK_ADA;
}
EKSPOR int32_t ucnv_toUCountPending(const void *c, int *galat) { (void)c; *galat = TIDAK_ADA; return 0; }
EKSPOR int32_t ucnv_fromUCountPending(const void *c, int *galat) { (void)c; *galat = TIDAK_ADA; return 0; }
EKSPOR const char *ucnv_getStandardName(const char *n, const char *s, int *galat)
{
    (void)n, (void)s;
    *galat = TIDAK_ADA;
    return 0;
}
EKSPOR const char *ucnv_getAvailableName(int32_t n) { (void)n; return 0; }
EKSPOR int32_t ucnv_countAvailable(void) { return 0; }
EKSPOR void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *k, void *a, const void *s, int32_t n, int32_t t, int r, int *galat)
{
    (void)k, (void)a, (void)s, (void)n, (void)t, (void)r, (void)galat;
}
EKSPOR void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *k, void *a, const char *s, int32_t n, int r, int *galat)
{
    (void)k, (void)a, (void)s, (void)n, (void)r, (void)galat;
}
