// What each Unicode scalar folds to, as two stages of tables; made by scripts/generate-folding.
#pragma once
#include <stdint.h>
#include <string.h>

extern const uint8_t mjprompt_fold_stage1[];
extern const uint16_t mjprompt_fold_stage2[];
extern const uint32_t mjprompt_fold_entries[];
extern const uint8_t mjprompt_fold_pool[];
extern const uint32_t mjprompt_fold_shorts[];

/// A hash of what all scalars fold to, for tests.
extern const uint64_t mjprompt_fold_digest;

/// The kinds of entries: bytes of the pool; a mark, which is dropped behind ASCII letters and
/// digits; a jamo, which may join a syllable; a tag character; a scalar that stays as it is.
enum { FOLD_TEXT, FOLD_MARK, FOLD_JAMO, FOLD_TAG, FOLD_SAME };

/// The entry of a scalar below 0x110000: bits 0–15 the offset of its bytes in the pool, 16–21 their
/// number, 22–26 the class of change, 27–29 the kind, 30 set for scripts without spaces.
static inline uint32_t mjprompt_fold_entry(uint32_t scalar) {
  uint32_t block = mjprompt_fold_stage1[scalar >> 7];
  return mjprompt_fold_entries[mjprompt_fold_stage2[block << 7 | (scalar & 0x7F)]];
}

/// Eight bytes of the pool from an entry's offset on, in the order of memory.
static inline uint64_t mjprompt_fold_bytes(uint32_t offset) {
  uint64_t bytes;
  memcpy(&bytes, mjprompt_fold_pool + offset, sizeof bytes);
  return bytes;
}

/// The entry of a scalar below 0x800 with its bytes: up to three in bits 0–23, their number in bits
/// 24–26 (7: only the other entry has them), the class of change in bits 27–31.
static inline uint32_t mjprompt_fold_short(uint32_t scalar) {
  return mjprompt_fold_shorts[scalar];
}
