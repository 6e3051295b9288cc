// Looks at up to 64 bytes of UTF-8 at once.
//
// Inline C because Swift's compiler makes vector instructions of such loops only sometimes; the
// vectors are Clang's portable ones, so every processor gets what it has. Nothing is read outside
// the bytes that a function's comment names.
#ifndef PASSO_BLOCKS_H
#define PASSO_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the first byte of a word has to be its lowest"
#endif

#define PASSO_BLOCK_BYTES 64

typedef uint8_t passo_bytes16 __attribute__((ext_vector_type(16)));
typedef int8_t passo_signed16 __attribute__((ext_vector_type(16)));
typedef uint64_t passo_words2 __attribute__((ext_vector_type(2)));
typedef bool passo_bits16 __attribute__((ext_vector_type(16)));

/// Masks over at most 64 bytes: bit n tells of byte n, and bits past the last byte are zero.
typedef struct {
    /// The byte begins a scalar.
    uint64_t leads;
    /// The byte begins a scalar that may join others (see ClusterScan).
    uint64_t complex;
} passo_masks;

// Vectors go from function to function by address: by value they would need a calling convention
// that only some processors have.

static inline void passo_load16(passo_bytes16 *vector, const uint8_t *bytes) {
    __builtin_memcpy(vector, bytes, sizeof *vector);
}

/// The highest bit of each lane.
static inline uint64_t passo_bits_of(const passo_bytes16 *lanes) {
    passo_bits16 bits = __builtin_convertvector((passo_signed16)*lanes < 0, passo_bits16);
    uint16_t mask;
    __builtin_memcpy(&mask, &bits, sizeof mask);
    return mask;
}

static inline void passo_larger(passo_bytes16 *into, const passo_bytes16 *other) {
    *into = __builtin_elementwise_max(*into, *other);
}

/// How many bits are set.
static inline int64_t passo_ones(uint64_t mask) { return __builtin_popcountll(mask); }

/// The place of the lowest bit of a mask that is not zero.
static inline int64_t passo_lowest(uint64_t mask) { return __builtin_ctzll(mask); }

/// The place of the highest bit of a mask that is not zero.
static inline int64_t passo_highest(uint64_t mask) { return 63 - __builtin_clzll(mask); }

/// The lanes that begin a scalar: all but those from 0x80 to 0xBF.
static inline uint64_t passo_leads16(const passo_bytes16 *block) {
    passo_bytes16 leads = (passo_bytes16)((passo_signed16)*block > -65);
    return passo_bits_of(&leads);
}

/// The lanes of CR and of lead bytes of blocks of scalars that have anything but simple ones.
static inline uint64_t passo_complex16(const passo_bytes16 *block) {
    passo_bytes16 simple = (passo_bytes16)(*block < 0xCC) | (passo_bytes16)(*block - 0xCE < 4)
        | (passo_bytes16)(*block - 0xE4 < 6) | (passo_bytes16)(*block - 0xEB < 2);
    passo_bytes16 complex = ~simple | (passo_bytes16)(*block == '\r');
    return passo_bits_of(&complex);
}

static inline passo_masks passo_masks16(const passo_bytes16 *block) {
    passo_masks masks = {passo_leads16(block), passo_complex16(block)};
    return masks;
}

/// The masks of 16 bytes.
static inline passo_masks passo_masks_of_16(const uint8_t *bytes) {
    passo_bytes16 block;
    passo_load16(&block, bytes);
    return passo_masks16(&block);
}

/// The masks of one part and of another that begins `distance` bytes after it and may overlap it.
static inline passo_masks passo_joined(passo_masks first, passo_masks second, uint64_t distance) {
    passo_masks masks = {
        first.leads | second.leads << distance, first.complex | second.complex << distance};
    return masks;
}

/// The masks of 32 bytes.
static inline passo_masks passo_masks_of_32(const uint8_t *bytes) {
    return passo_joined(passo_masks_of_16(bytes), passo_masks_of_16(bytes + 16), 16);
}

/// The masks of 64 bytes.
static inline passo_masks passo_masks_of_64(const uint8_t *bytes) {
    return passo_joined(passo_masks_of_32(bytes), passo_masks_of_32(bytes + 32), 32);
}

/// The 1 to 15 bytes of a text, and zeros behind them.
static inline passo_words2 passo_few_bytes(const uint8_t *bytes, uint64_t length) {
    passo_words2 words = {0, 0};
    if (length >= 8) {
        uint64_t last;
        __builtin_memcpy(&words, bytes, 8);
        __builtin_memcpy(&last, bytes + length - 8, 8);
        // Shifted twice: by 64 at once would be undefined.
        words.y = last >> 1 >> (127 - 8 * length);
    } else if (length >= 4) {
        uint32_t first, last;
        __builtin_memcpy(&first, bytes, 4);
        __builtin_memcpy(&last, bytes + length - 4, 4);
        words.x = first | (uint64_t)last << (8 * length - 32);
    } else {
        words.x = bytes[0] | (uint64_t)bytes[length / 2] << (length / 2 * 8)
            | (uint64_t)bytes[length - 1] << (8 * length - 8);
    }
    return words;
}

/// The masks of the 1 to 63 bytes that a text has.
static inline passo_masks passo_masks_of_few(const uint8_t *bytes, uint64_t length) {
    if (length >= 32) {
        return passo_joined(
            passo_masks_of_32(bytes), passo_masks_of_32(bytes + length - 32), length - 32);
    }
    if (length >= 16) {
        return passo_joined(
            passo_masks_of_16(bytes), passo_masks_of_16(bytes + length - 16), length - 16);
    }
    passo_bytes16 block = (passo_bytes16)passo_few_bytes(bytes, length);
    passo_masks masks = passo_masks16(&block);
    masks.leads &= ((uint64_t)1 << length) - 1;
    return masks;
}

/// The masks of the last 1 to 63 bytes of a text that has 64 or more and ends at `end`.
static inline passo_masks passo_masks_of_last(const uint8_t *end, uint64_t length) {
    passo_masks masks = passo_masks_of_64(end - PASSO_BLOCK_BYTES);
    uint64_t earlier = PASSO_BLOCK_BYTES - length;
    masks.leads >>= earlier;
    masks.complex >>= earlier;
    return masks;
}

/// What four vectors have in common.
typedef struct {
    passo_bytes16 parts[4];
    /// The largest bytes, lane by lane.
    passo_bytes16 largest;
    /// Set where a part has CR.
    passo_bytes16 returns;
} passo_survey;

static inline void passo_look(passo_survey *survey) {
    passo_bytes16 *parts = survey->parts;
    survey->largest = parts[0];
    survey->returns = (passo_bytes16)(parts[0] == '\r');
    for (int part = 1; part < 4; part++) {
        passo_larger(&survey->largest, &parts[part]);
        survey->returns |= (passo_bytes16)(parts[part] == '\r');
    }
}

/// Whether all is ASCII without CR.
static inline bool passo_is_ascii(const passo_survey *survey) {
    passo_bytes16 other = survey->largest | survey->returns;
    return passo_bits_of(&other) == 0;
}

/// Whether all is below 0xCC and without CR, so that every scalar is simple.
static inline bool passo_is_plain(const passo_survey *survey) {
    passo_bytes16 other = (passo_bytes16)(survey->largest >= 0xCC) | survey->returns;
    return passo_bits_of(&other) == 0;
}

/// How many scalars begin in four vectors that do not overlap.
static inline int64_t passo_leads_in(const passo_survey *survey) {
    passo_bytes16 sums = {0};
    for (int part = 0; part < 4; part++) {
        sums -= (passo_bytes16)((passo_signed16)survey->parts[part] > -65);
    }
    passo_words2 words = (passo_words2)sums;
    // At most 4 in each lane, so that neither sum of bytes overflows.
    const uint64_t every = 0x0101010101010101;
    return (int64_t)((words.x + words.y) * every >> 56);
}

static inline void passo_survey_64(passo_survey *survey, const uint8_t *bytes) {
    for (int part = 0; part < 4; part++) passo_load16(&survey->parts[part], bytes + 16 * part);
    passo_look(survey);
}

/// How many scalars begin in 64 bytes.
static inline int64_t passo_leads_of_64(const uint8_t *bytes) {
    passo_survey survey;
    for (int part = 0; part < 4; part++) passo_load16(&survey.parts[part], bytes + 16 * part);
    return passo_leads_in(&survey);
}

/// How many scalars begin in 64 bytes, or -1 when there is a lead byte from 0xCC or a CR.
static inline int64_t passo_plain_64(const uint8_t *bytes) {
    passo_survey survey;
    passo_survey_64(&survey, bytes);
    if (passo_is_ascii(&survey)) return 64;
    return passo_is_plain(&survey) ? passo_leads_in(&survey) : -1;
}

/// How many scalars a text of 32 to 63 bytes has, or -1 when there is a lead byte from 0xCC or a
/// CR.
static inline int64_t passo_plain_32(const uint8_t *bytes, uint64_t length) {
    const uint8_t *rest = bytes + length - 32;
    passo_survey survey;
    passo_load16(&survey.parts[0], bytes);
    passo_load16(&survey.parts[1], bytes + 16);
    passo_load16(&survey.parts[2], rest);
    passo_load16(&survey.parts[3], rest + 16);
    passo_look(&survey);
    if (passo_is_ascii(&survey)) return (int64_t)length;
    if (!passo_is_plain(&survey)) return -1;
    uint64_t first = passo_leads16(&survey.parts[0]) | passo_leads16(&survey.parts[1]) << 16;
    uint64_t last = passo_leads16(&survey.parts[2]) | passo_leads16(&survey.parts[3]) << 16;
    return passo_ones(first | last << (length - 32));
}

/// Whether a text of 1 to 31 bytes is ASCII without CR.
static inline bool passo_is_plain_ascii(const uint8_t *bytes, uint64_t length) {
    passo_bytes16 all;
    if (length >= 16) {
        passo_bytes16 last;
        passo_load16(&all, bytes);
        passo_load16(&last, bytes + length - 16);
        passo_bytes16 returns = (passo_bytes16)(all == '\r') | (passo_bytes16)(last == '\r');
        all |= last | returns;
        return passo_bits_of(&all) == 0;
    }
    const uint64_t lows = 0x0101010101010101, highs = lows << 7;
    passo_words2 words = passo_few_bytes(bytes, length);
    // Adding 0x7F carries into a lane's highest bit unless the lane is zero, thus CR.
    uint64_t x = words.x ^ lows * '\r', y = words.y ^ lows * '\r';
    uint64_t returns = ~((x & ~highs) + ~highs) | ~((y & ~highs) + ~highs);
    return ((words.x | words.y | returns) & highs) == 0;
}

/// Four bytes, the first in the lowest eight bits.
static inline uint32_t passo_word(const uint8_t *bytes) {
    uint32_t word;
    __builtin_memcpy(&word, bytes, sizeof word);
    return word;
}

#endif
