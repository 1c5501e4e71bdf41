// The scanner's inner loops: bytes to word edges and marks of disguises, words to candidates.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many bytes one call of `mj_scan_block` takes at most.
#define MJ_SCAN_BLOCK 4096

/// Which kernel a scan uses: SSE2, NEON or plain C, what every machine of the kind has.
#define MJ_KERNEL_PORTABLE 0
/// AVX2 and BMI2.
#define MJ_KERNEL_AVX2 1

/// The best kernel of this machine.
int mj_best_kernel(void);

/// What bytes beyond ASCII are: a reason to stop, letters, or what separates words.
#define MJ_WIDE_REFUSED 0
#define MJ_WIDE_LETTERS 1
#define MJ_WIDE_GAPS 2

/// Where a block's words and oddities are, and what the next block must know of this one.
typedef struct {
  /// Offsets where words begin and end, in turns; the end of one that goes on is in a later block.
  uint32_t *_Nonnull edges;
  /// Offsets of ASCII letters that equal the one before.
  uint32_t *_Nonnull pairs;
  /// Offsets where a letter meets a digit or one of `$@+|`, or follows symbols behind a word.
  uint32_t *_Nonnull oddities;
  size_t edge_count, pair_count, oddity_count;
  /// Whether three single letters stand next to each other, with one to three other bytes between.
  bool has_single_letters;
  /// The masks of the block before.
  uint64_t word, letter, digit, symbol, escape, inner, single, second;
} mj_block;

/// A block with these lists, before the first one of a text.
static inline mj_block mj_first_block(uint32_t *_Nonnull edges, uint32_t *_Nonnull pairs,
                                      uint32_t *_Nonnull oddities) {
  return (mj_block){.edges = edges, .pairs = pairs, .oddities = oddities};
}

/// Writes `count` ASCII bytes from `in` to `out` as folding does, in lower case, with spaces for `_` and controls,
/// and finds their words.
///
/// `in` may equal `out`. Each list of `block` has room for MJ_SCAN_BLOCK + 64 entries; entries are offsets in
/// the text, the first byte of `in` being `base`: the bytes before it are those of the blocks before. Only
/// the last block of a text may be shorter than MJ_SCAN_BLOCK.
/// Returns false, and may have stopped, when a byte is beyond ASCII and `wide` is MJ_WIDE_REFUSED.
bool mj_scan_block(int kernel, const uint8_t *_Nonnull in, uint8_t *_Nonnull out, size_t count,
                   uint32_t base, int wide, bool with_oddities, mj_block *_Nonnull block);

/// Ends a text of `count` bytes: notes its last word when nothing stands behind that.
static inline void mj_end_text(uint32_t count, mj_block *_Nonnull b) {
  if (!(b->word >> 63)) return;
  b->edges[b->edge_count++] = count;
  b->has_single_letters |= b->letter >> 63 && b->word >> 62 == 2 && (b->second >> 60 & 7);
}

/// The hash of a word of `count` bytes, of which `first` holds the first eight, the first one lowest; what is
/// behind the end of a shorter one doesn't count.
static inline uint64_t mj_hash_of(uint64_t first, size_t count) {
  first <<= (64 - 8 * (count < 8 ? count : 8)) & 63;
  return (first ^ count * 0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93;
}

/// Appends to `candidates` the numbers of the words whose hash is in a set of 1 << (64 - shift) bits.
///
/// Word n stands in `text` from edges[2n] to edges[2n + 1]. Returns how many were appended; there is room for
/// all of them.
size_t mj_find_candidates(int kernel, const uint8_t *_Nonnull text, const uint32_t *_Nonnull edges,
                          size_t word_count, const uint64_t *_Nonnull bits, unsigned shift,
                          uint32_t *_Nonnull candidates);

/// Appends to `found` the numbers of the words in which letters are doubled and which may be in the set without.
///
/// A word with one doubled letter is looked up without it; one with several is always appended.
/// `pairs` are the offsets of doubled letters. Returns how many were appended.
size_t mj_find_doubled(const uint8_t *_Nonnull text, const uint32_t *_Nonnull edges, size_t word_count,
                       const uint32_t *_Nonnull pairs, size_t pair_count,
                       const uint64_t *_Nonnull bits, unsigned shift, uint32_t *_Nonnull found);
