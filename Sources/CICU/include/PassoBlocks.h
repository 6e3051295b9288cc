// Looks at 64 bytes of UTF-8 at once.
//
// Inline C because Swift's compiler makes vector instructions of such loops only sometimes; the
// vectors are Clang's portable ones, so every processor gets what it has.
#ifndef PASSO_BLOCKS_H
#define PASSO_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

#define PASSO_BLOCK_BYTES 64

typedef uint8_t passo_bytes64 __attribute__((ext_vector_type(64)));
typedef int8_t passo_signed64 __attribute__((ext_vector_type(64)));
typedef uint8_t passo_bytes32 __attribute__((ext_vector_type(32)));
typedef uint8_t passo_bytes16 __attribute__((ext_vector_type(16)));
typedef int8_t passo_signed16 __attribute__((ext_vector_type(16)));
typedef uint64_t passo_words2 __attribute__((ext_vector_type(2)));
typedef bool passo_bits64 __attribute__((ext_vector_type(64)));
typedef bool passo_bits16 __attribute__((ext_vector_type(16)));

/// Masks over a block: bit n tells of byte n.
typedef struct {
    /// The byte begins a scalar.
    uint64_t leads;
    /// The byte begins a scalar that may join others (see SimpleRun).
    uint64_t complex;
    uint64_t carriage_returns;
    uint64_t line_feeds;
    /// The byte begins or continues a scalar beyond ASCII.
    uint64_t high;
    /// The byte begins a scalar of three bytes or more.
    uint64_t wide;
} passo_block_masks;

// Vectors go from function to function by address: by value they would need a calling convention
// that only some processors have.

/// One bit for each lane, set where the lane is not zero.
static inline uint64_t passo_bits_of(const passo_bytes64 *lanes) {
    passo_bits64 bits = __builtin_convertvector(*lanes, passo_bits64);
    uint64_t mask;
    __builtin_memcpy(&mask, &bits, sizeof mask);
    return mask;
}

/// Whether the highest bit is set in any lane.
static inline bool passo_any_high(const passo_bytes64 *lanes) {
    passo_bytes32 half = lanes->lo | lanes->hi;
    passo_bytes16 quarter = half.lo | half.hi;
    passo_bits16 bits = __builtin_convertvector((passo_signed16)quarter < 0, passo_bits16);
    uint16_t mask;
    __builtin_memcpy(&mask, &bits, sizeof mask);
    return mask != 0;
}

/// How many of 64 bytes begin a scalar.
static inline int64_t passo_leads_in(const passo_bytes64 *block) {
    passo_bytes64 ones = (passo_bytes64)((passo_signed64)*block > -65) & 1;
    passo_bytes32 half = ones.lo + ones.hi;
    passo_bytes16 quarter = half.lo + half.hi;
    passo_words2 words = (passo_words2)quarter;
    const uint64_t every = 0x0101010101010101;
    return (int64_t)((words.x * every >> 56) + (words.y * every >> 56));
}

/// How many of the 64 bytes begin a scalar.
static inline int64_t passo_block_leads(const uint8_t *bytes) {
    passo_bytes64 block;
    __builtin_memcpy(&block, bytes, sizeof block);
    return passo_leads_in(&block);
}

/// Whether the 64 bytes are ASCII without CR.
static inline bool passo_block_is_plain_ascii(const uint8_t *bytes) {
    passo_bytes64 block;
    __builtin_memcpy(&block, bytes, sizeof block);
    block |= (passo_bytes64)(block == '\r');
    return !passo_any_high(&block);
}

/// How many scalars begin in the 64 bytes, or -1 when there is a lead byte from 0xCC or a CR.
static inline int64_t passo_block_plain_leads(const uint8_t *bytes) {
    passo_bytes64 block;
    __builtin_memcpy(&block, bytes, sizeof block);
    passo_bytes64 other = (passo_bytes64)(block >= 0xCC) | (passo_bytes64)(block == '\r');
    return passo_any_high(&other) ? -1 : passo_leads_in(&block);
}

/// The masks of the 64 bytes.
static inline passo_block_masks passo_block_masks_of(const uint8_t *bytes) {
    passo_bytes64 block;
    __builtin_memcpy(&block, bytes, sizeof block);
    passo_bytes64 leads = (passo_bytes64)((passo_signed64)block > -65);
    passo_bytes64 complex = ~((passo_bytes64)(block < 0xCC) | (passo_bytes64)(block - 0xCE < 4)
        | (passo_bytes64)(block - 0xE4 < 6) | (passo_bytes64)(block - 0xEB < 2));
    passo_bytes64 carriage_returns = (passo_bytes64)(block == '\r');
    passo_bytes64 line_feeds = (passo_bytes64)(block == '\n');
    passo_bytes64 high = block & 0x80;
    passo_bytes64 wide = (passo_bytes64)(block >= 0xE0);
    passo_block_masks masks;
    masks.leads = passo_bits_of(&leads);
    masks.complex = passo_bits_of(&complex);
    masks.carriage_returns = passo_bits_of(&carriage_returns);
    masks.line_feeds = passo_bits_of(&line_feeds);
    masks.high = passo_bits_of(&high);
    masks.wide = passo_bits_of(&wide);
    return masks;
}

/// The masks of fewer than 64 bytes, with complex bytes behind them.
static inline passo_block_masks passo_tail_masks_of(const uint8_t *bytes, int64_t length) {
    uint8_t block[PASSO_BLOCK_BYTES];
    __builtin_memset(block, 0xFF, sizeof block);
    __builtin_memcpy(block, bytes, (uint64_t)length);
    return passo_block_masks_of(block);
}

#endif
