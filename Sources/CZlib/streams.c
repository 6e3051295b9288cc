// Streams of zlib, and its checksum, over buffers of any size.

#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>

#include <zlib.h>

struct passo_zlib {
    z_stream stream;
    bool packs;
};

/// Raw streams of 32 KiB windows: ZIP's own headers say the rest.
enum { WINDOW_BITS = -MAX_WBITS, MEMORY_LEVEL = 8 };

static passo_zlib *open_stream(bool packs) {
    passo_zlib *result = calloc(1, sizeof(passo_zlib));
    if (result == NULL) return NULL;
    result->packs = packs;
    int status = packs ? deflateInit2(
                             &result->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, WINDOW_BITS,
                             MEMORY_LEVEL, Z_DEFAULT_STRATEGY)
                       : inflateInit2(&result->stream, WINDOW_BITS);
    if (status != Z_OK) {
        free(result);
        return NULL;
    }
    return result;
}

passo_zlib *passo_zlib_open_inflate(void) { return open_stream(false); }

passo_zlib *passo_zlib_open_deflate(void) { return open_stream(true); }

void passo_zlib_close(passo_zlib *stream) {
    if (stream == NULL) return;
    if (stream->packs) {
        deflateEnd(&stream->stream);
    } else {
        inflateEnd(&stream->stream);
    }
    free(stream);
}

static uInt clamped(int64_t count) { return count > INT_MAX ? INT_MAX : (uInt)count; }

passo_zlib_status passo_zlib_go_on(
    passo_zlib *stream, const uint8_t *input, int64_t count, bool is_last, uint8_t *output,
    int64_t capacity, int64_t *taken, int64_t *made) {
    z_stream *inner = &stream->stream;
    uInt given = clamped(count);
    uInt room = clamped(capacity);
    inner->next_in = (Bytef *)input;
    inner->avail_in = given;
    inner->next_out = output;
    inner->avail_out = room;
    int flush = stream->packs && is_last && given == count ? Z_FINISH : Z_NO_FLUSH;
    int status = stream->packs ? deflate(inner, flush) : inflate(inner, flush);
    *taken = given - inner->avail_in;
    *made = room - inner->avail_out;
    // The buffers are the caller's.
    inner->next_in = NULL;
    inner->next_out = NULL;
    switch (status) {
        case Z_STREAM_END: return PASSO_ZLIB_END;
        // Nothing could be done without more input or more room.
        case Z_BUF_ERROR:
        case Z_OK: return PASSO_ZLIB_MORE;
        case Z_MEM_ERROR: return PASSO_ZLIB_NO_MEMORY;
        default: return PASSO_ZLIB_DAMAGED;
    }
}

uint32_t passo_zlib_checksum(uint32_t sum, const uint8_t *bytes, int64_t count) {
    uLong result = sum;
    while (count > 0) {
        uInt block = clamped(count);
        result = crc32(result, bytes, block);
        bytes += block;
        count -= block;
    }
    return (uint32_t)result;
}
