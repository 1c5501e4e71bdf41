// One body, compiled for each kernel.

#include "scan_kernel.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define MJ_INLINE static inline __attribute__((always_inline))

/// Keeps the compiler from seeing through a vector: it would take some masks apart byte by byte.
#define MJ_OPAQUE(vector) __asm__("" : "+x"(vector))

MJ_INLINE uint64_t word_hash(const uint8_t *text, size_t count) {
  uint64_t first;
  memcpy(&first, text, 8);
  return mj_hash_of(first, count);
}

#define MJ_NAME(name) name##_portable
#define MJ_TARGET
#include "scan_kernel_body.h"
#undef MJ_NAME
#undef MJ_TARGET

#if defined(__x86_64__)
#define MJ_NAME(name) name##_avx2
#define MJ_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
#define MJ_WITH_AVX2
#include "scan_kernel_body.h"
#endif

int mj_best_kernel(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return MJ_KERNEL_AVX2;
#endif
  return MJ_KERNEL_PORTABLE;
}

bool mj_scan_block(int kernel, const uint8_t *in, uint8_t *out, size_t count, uint32_t base,
                   int wide, bool with_oddities, mj_block *block) {
#if defined(__x86_64__)
  if (kernel == MJ_KERNEL_AVX2)
    return scan_avx2(in, out, count, base, wide, with_oddities, block);
#endif
  return scan_portable(in, out, count, base, wide, with_oddities, block);
}

size_t mj_find_candidates(int kernel, const uint8_t *text, const uint32_t *edges,
                          size_t word_count, const uint64_t *bits, unsigned shift,
                          uint32_t *candidates) {
#if defined(__x86_64__)
  if (kernel == MJ_KERNEL_AVX2) return find_avx2(text, edges, word_count, bits, shift, candidates);
#endif
  return find_portable(text, edges, word_count, bits, shift, candidates);
}

/// The hash of a word without the letter behind the one at `place`, of which there are two.
static uint64_t hash_without(const uint8_t *text, size_t count, size_t place) {
  uint64_t word, next;
  memcpy(&word, text, 8);
  memcpy(&next, text + 1, 8);
  uint64_t kept = place < 7 ? (1ull << (8 * (place + 1))) - 1 : UINT64_MAX;
  return mj_hash_of((word & kept) | (next & ~kept), count - 1);
}

size_t mj_find_doubled(const uint8_t *text, const uint32_t *edges, size_t word_count,
                       const uint32_t *pairs, size_t pair_count, const uint64_t *bits,
                       unsigned shift, uint32_t *found) {
  size_t count = 0, word = 0;
  for (size_t i = 0; i < pair_count;) {
    while (word < word_count && edges[2 * word + 1] <= pairs[i]) word++;
    if (word == word_count) break;
    uint32_t start = edges[2 * word], end = edges[2 * word + 1];
    size_t first = i;
    while (i < pair_count && pairs[i] < end) i++;
    uint64_t bit = hash_without(text + start, end - start, pairs[first] - start - 1) >> shift;
    bool is_listed = bits[bit >> 6] >> (bit & 63) & 1;
    found[count] = (uint32_t)word;
    count += is_listed | (i - first > 1);
  }
  return count;
}
