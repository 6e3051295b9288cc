// A C face for zlib, which PassoCatalog compresses and unpacks the files of translators with.
//
// No header of zlib may be included here. Streams are those of RFC 1951 without any wrapping, as ZIP
// archives hold them; bytes go in and come out in blocks, so whoever unpacks decides how many.
#ifndef PASSO_CZLIB_H
#define PASSO_CZLIB_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How far a stream is.
typedef enum {
    /// It goes on, with more input or with room for more output.
    PASSO_ZLIB_MORE = 0,
    PASSO_ZLIB_END = 1,
    /// What is to be unpacked is no such stream.
    PASSO_ZLIB_DAMAGED = 2,
    PASSO_ZLIB_NO_MEMORY = 3,
} passo_zlib_status;

/// A stream that is packed or unpacked.
typedef struct passo_zlib passo_zlib;

/// Begins to unpack a stream; NULL when there is no memory for it.
passo_zlib *passo_zlib_open_inflate(void);
/// Begins to pack a stream; NULL when there is no memory for it.
passo_zlib *passo_zlib_open_deflate(void);
void passo_zlib_close(passo_zlib *stream);

/// Takes from the input and adds to the output as much as there is and as fits.
///
/// `is_last` says that no input follows this one. `taken` and `made` say how many bytes of each were
/// dealt with, which may be fewer than there are.
passo_zlib_status passo_zlib_go_on(
    passo_zlib *stream, const uint8_t *input, int64_t count, bool is_last, uint8_t *output,
    int64_t capacity, int64_t *taken, int64_t *made);

/// Goes on with a checksum (CRC-32 of ISO 3309), which begins as 0.
uint32_t passo_zlib_checksum(uint32_t sum, const uint8_t *bytes, int64_t count);

#ifdef __cplusplus
}
#endif

#endif
