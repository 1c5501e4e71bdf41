// The loops, included once for each kernel by scan_kernel.c, which defines MJ_NAME and MJ_TARGET.

/// The classes of 64 bytes, one bit a byte.
typedef struct {
  uint64_t letter, digit, wide, space, symbol, escape, hash, equal;
} MJ_NAME(masks);

#if defined(MJ_WITH_AVX2)

MJ_TARGET MJ_INLINE MJ_NAME(masks)
    MJ_NAME(classify)(const uint8_t *in, uint8_t *out, bool has_before, bool with_oddities) {
  MJ_NAME(masks) m = {0};
  for (int i = 0; i < 2; i++) {
    __m256i v = _mm256_loadu_si256((const __m256i *)(in + 32 * i));
    __m256i upper = _mm256_and_si256(_mm256_cmpgt_epi8(v, _mm256_set1_epi8('A' - 1)),
                                     _mm256_cmpgt_epi8(_mm256_set1_epi8('Z' + 1), v));
    __m256i low = _mm256_or_si256(v, _mm256_and_si256(upper, _mm256_set1_epi8(0x20)));
    __m256i letter = _mm256_and_si256(_mm256_cmpgt_epi8(low, _mm256_set1_epi8('a' - 1)),
                                      _mm256_cmpgt_epi8(_mm256_set1_epi8('z' + 1), low));
    __m256i digit = _mm256_and_si256(_mm256_cmpgt_epi8(v, _mm256_set1_epi8('0' - 1)),
                                     _mm256_cmpgt_epi8(_mm256_set1_epi8('9' + 1), v));
    // Underscores (0x5F), DEL (0x7F) and all controls become spaces.
    __m256i twenty = _mm256_set1_epi8(0x20);
    __m256i line = _mm256_cmpeq_epi8(_mm256_or_si256(v, twenty), _mm256_set1_epi8(0x7F));
    low = _mm256_max_epu8(_mm256_andnot_si256(line, low), twenty);
    _mm256_storeu_si256((__m256i *)(out + 32 * i), low);
#define MJ_PUT(field, vector)                                                      \
  do {                                                                             \
    __m256i put = (vector);                                                        \
    MJ_OPAQUE(put);                                                                \
    m.field |= (uint64_t)(uint32_t)_mm256_movemask_epi8(put) << (32 * i);          \
  } while (0)
    MJ_PUT(letter, letter);
    MJ_PUT(digit, digit);
    MJ_PUT(wide, v);
    if (with_oddities) {
      __m256i dollar = _mm256_set1_epi8('$'), at = _mm256_set1_epi8('@');
      __m256i plus = _mm256_set1_epi8('+'), bar = _mm256_set1_epi8('|');
      __m256i symbol = _mm256_or_si256(
          _mm256_or_si256(_mm256_cmpeq_epi8(v, dollar), _mm256_cmpeq_epi8(v, at)),
          _mm256_or_si256(_mm256_cmpeq_epi8(v, plus), _mm256_cmpeq_epi8(v, bar)));
      MJ_PUT(symbol, symbol);
      MJ_PUT(escape, _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('&')),
                                     _mm256_cmpeq_epi8(v, _mm256_set1_epi8('%'))));
      MJ_PUT(hash, _mm256_cmpeq_epi8(v, _mm256_set1_epi8('#')));
      MJ_PUT(space, _mm256_cmpgt_epi8(_mm256_set1_epi8(0x21), low));
      __m256i before =
          has_before || i > 0
              ? _mm256_loadu_si256((const __m256i *)(in + 32 * i - 1))
              : _mm256_alignr_epi8(v, _mm256_permute2x128_si256(v, v, 0x08), 15);
      MJ_PUT(equal,
             _mm256_cmpeq_epi8(_mm256_or_si256(v, twenty), _mm256_or_si256(before, twenty)));
    }
#undef MJ_PUT
  }
  return m;
}

#elif defined(__SSE2__)

MJ_INLINE MJ_NAME(masks)
    MJ_NAME(classify)(const uint8_t *in, uint8_t *out, bool has_before, bool with_oddities) {
  MJ_NAME(masks) m = {0};
  for (int i = 0; i < 4; i++) {
    __m128i v = _mm_loadu_si128((const __m128i *)(in + 16 * i));
    __m128i upper = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('A' - 1)),
                                  _mm_cmplt_epi8(v, _mm_set1_epi8('Z' + 1)));
    __m128i low = _mm_or_si128(v, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
    __m128i letter = _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
                                   _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
    __m128i digit = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)),
                                  _mm_cmplt_epi8(v, _mm_set1_epi8('9' + 1)));
    __m128i twenty = _mm_set1_epi8(0x20);
    __m128i line = _mm_cmpeq_epi8(_mm_or_si128(v, twenty), _mm_set1_epi8(0x7F));
    low = _mm_max_epu8(_mm_andnot_si128(line, low), twenty);
    _mm_storeu_si128((__m128i *)(out + 16 * i), low);
#define MJ_PUT(field, vector)                                                      \
  do {                                                                             \
    __m128i put = (vector);                                                        \
    MJ_OPAQUE(put);                                                                \
    m.field |= (uint64_t)(uint32_t)_mm_movemask_epi8(put) << (16 * i);             \
  } while (0)
    MJ_PUT(letter, letter);
    MJ_PUT(digit, digit);
    MJ_PUT(wide, v);
    if (with_oddities) {
      __m128i symbol = _mm_or_si128(
          _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('$')), _mm_cmpeq_epi8(v, _mm_set1_epi8('@'))),
          _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('+')), _mm_cmpeq_epi8(v, _mm_set1_epi8('|'))));
      MJ_PUT(symbol, symbol);
      MJ_PUT(escape, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('&')),
                                  _mm_cmpeq_epi8(v, _mm_set1_epi8('%'))));
      MJ_PUT(hash, _mm_cmpeq_epi8(v, _mm_set1_epi8('#')));
      MJ_PUT(space, _mm_cmplt_epi8(low, _mm_set1_epi8(0x21)));
      __m128i before = has_before || i > 0
                           ? _mm_loadu_si128((const __m128i *)(in + 16 * i - 1))
                           : _mm_slli_si128(v, 1);
      MJ_PUT(equal, _mm_cmpeq_epi8(_mm_or_si128(v, twenty), _mm_or_si128(before, twenty)));
    }
#undef MJ_PUT
  }
  return m;
}

#elif defined(__aarch64__)

MJ_INLINE uint64_t MJ_NAME(bits)(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t ab = vpaddq_u8(vandq_u8(a, weights), vandq_u8(b, weights));
  uint8x16_t cd = vpaddq_u8(vandq_u8(c, weights), vandq_u8(d, weights));
  ab = vpaddq_u8(ab, cd);
  ab = vpaddq_u8(ab, ab);
  return vgetq_lane_u64(vreinterpretq_u64_u8(ab), 0);
}

MJ_INLINE MJ_NAME(masks)
    MJ_NAME(classify)(const uint8_t *in, uint8_t *out, bool has_before, bool with_oddities) {
  uint8x16_t letter[4], digit[4], wide[4], space[4], symbol[4], escape[4], hash[4], equal[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t v = vld1q_u8(in + 16 * i);
    uint8x16_t before =
        has_before || i > 0 ? vld1q_u8(in + 16 * i - 1) : vextq_u8(vdupq_n_u8(0), v, 15);
    uint8x16_t upper = vcltq_u8(vsubq_u8(v, vdupq_n_u8('A')), vdupq_n_u8(26));
    uint8x16_t low = vorrq_u8(v, vandq_u8(upper, vdupq_n_u8(0x20)));
    letter[i] = vcltq_u8(vsubq_u8(low, vdupq_n_u8('a')), vdupq_n_u8(26));
    digit[i] = vcltq_u8(vsubq_u8(v, vdupq_n_u8('0')), vdupq_n_u8(10));
    wide[i] = vcgeq_u8(v, vdupq_n_u8(0x80));
    uint8x16_t twenty = vdupq_n_u8(0x20);
    uint8x16_t line = vceqq_u8(vorrq_u8(v, twenty), vdupq_n_u8(0x7F));
    low = vmaxq_u8(vbicq_u8(low, line), twenty);
    vst1q_u8(out + 16 * i, low);
    symbol[i] = vorrq_u8(vorrq_u8(vceqq_u8(v, vdupq_n_u8('$')), vceqq_u8(v, vdupq_n_u8('@'))),
                         vorrq_u8(vceqq_u8(v, vdupq_n_u8('+')), vceqq_u8(v, vdupq_n_u8('|'))));
    escape[i] = vorrq_u8(vceqq_u8(v, vdupq_n_u8('&')), vceqq_u8(v, vdupq_n_u8('%')));
    hash[i] = vceqq_u8(v, vdupq_n_u8('#'));
    space[i] = vcltq_u8(low, vdupq_n_u8(0x21));
    equal[i] = vceqq_u8(vorrq_u8(v, twenty), vorrq_u8(before, twenty));
  }
#define MJ_BITS(x) MJ_NAME(bits)(x[0], x[1], x[2], x[3])
  MJ_NAME(masks) m = {.letter = MJ_BITS(letter), .digit = MJ_BITS(digit), .wide = MJ_BITS(wide)};
  if (with_oddities) {
    m.space = MJ_BITS(space);
    m.symbol = MJ_BITS(symbol);
    m.escape = MJ_BITS(escape);
    m.hash = MJ_BITS(hash);
    m.equal = MJ_BITS(equal);
  }
#undef MJ_BITS
  return m;
}

#else

MJ_INLINE MJ_NAME(masks)
    MJ_NAME(classify)(const uint8_t *in, uint8_t *out, bool has_before, bool with_oddities) {
  MJ_NAME(masks) m = {0};
  uint8_t before = has_before ? in[-1] : 0;
  for (int i = 0; i < 64; i++) {
    uint8_t byte = in[i];
    uint8_t low = (uint8_t)(byte - 'A') < 26 ? byte | 0x20 : byte;
    if (low < 0x20 || low == '_' || low == 0x7F) low = ' ';
    m.letter |= (uint64_t)((uint8_t)(low - 'a') < 26) << i;
    m.digit |= (uint64_t)((uint8_t)(byte - '0') < 10) << i;
    m.wide |= (uint64_t)(byte >> 7) << i;
    m.space |= (uint64_t)(low < 0x21) << i;
    m.symbol |= (uint64_t)(byte == '$' || byte == '@' || byte == '+' || byte == '|') << i;
    m.escape |= (uint64_t)(byte == '&' || byte == '%') << i;
    m.hash |= (uint64_t)(byte == '#') << i;
    m.equal |= (uint64_t)((byte | 0x20) == (before | 0x20)) << i;
    out[i] = low;
    before = byte;
  }
  return m;
}

#endif

/// Appends the places of all bits of a mask.
///
/// The first steps are taken whether bits are left or not: a loop that ends where they do is guessed
/// wrong at every block.
MJ_TARGET MJ_INLINE size_t MJ_NAME(flatten)(uint64_t mask, uint32_t base, uint32_t *list,
                                            size_t length, int steps) {
  size_t count = (size_t)__builtin_popcountll(mask);
  uint32_t *next = list + length;
  for (int i = 0; i < steps; i++) {
    next[i] = base + (uint32_t)__builtin_ctzll(mask | 1ull << 63);
    mask &= mask - 1;
  }
  for (size_t i = (size_t)steps; i < count; i++) {
    next[i] = base + (uint32_t)__builtin_ctzll(mask);
    mask &= mask - 1;
  }
  return length + count;
}

/// A mask moved up by some bits, with the last ones of the block before.
#define MJ_UP(mask, before, by) ((mask) << (by) | (before) >> (64 - (by)))

MJ_TARGET MJ_INLINE void MJ_NAME(find_oddities)(MJ_NAME(masks) m, uint64_t word, uint32_t base,
                                                mj_block *b) {
  uint64_t punctuation = ~m.space & ~word;
  // Adding the first bit of a run of punctuation behind a word clears the run.
  uint64_t starts = punctuation & (MJ_UP(word, b->word, 1) | b->inner >> 63);
  uint64_t inner = punctuation & ~(starts + punctuation);
  // A symbol or a digit before a letter, and the other way round.
  uint64_t odd = (MJ_UP(inner | m.symbol | m.digit, b->inner | b->symbol | b->digit, 1) & m.letter) |
                 ((m.digit | m.symbol) & MJ_UP(m.letter, b->letter, 1)) |
                 ((m.digit | m.hash) & MJ_UP(m.escape, b->escape, 1));
  b->oddity_count = MJ_NAME(flatten)(odd, base, b->oddities, b->oddity_count, 4);
  uint64_t pairs = m.equal & m.letter & ~m.wide;
  b->pair_count = MJ_NAME(flatten)(pairs, base, b->pairs, b->pair_count, 4);
  // A single letter is noted at the byte behind it.
  uint64_t single = ~word & MJ_UP(m.letter, b->letter, 1) & ~MJ_UP(word, b->word, 2);
  uint64_t second = single & (MJ_UP(single, b->single, 2) | MJ_UP(single, b->single, 3) |
                              MJ_UP(single, b->single, 4));
  b->has_single_letters |= (single & (MJ_UP(second, b->second, 2) | MJ_UP(second, b->second, 3) |
                                      MJ_UP(second, b->second, 4))) != 0;
  b->inner = inner;
  b->single = single;
  b->second = second;
  b->symbol = m.symbol;
  b->escape = m.escape;
  b->digit = m.digit;
  b->letter = m.letter;
}

/// Takes the first bytes out of masks.
MJ_INLINE void MJ_NAME(drop)(MJ_NAME(masks) *m, size_t count) {
  m->letter >>= count;
  m->digit >>= count;
  m->wide >>= count;
  m->space >>= count;
  m->symbol >>= count;
  m->escape >>= count;
  m->hash >>= count;
  m->equal >>= count;
}

MJ_TARGET MJ_INLINE bool MJ_NAME(walk)(const uint8_t *in, uint8_t *out, size_t count, uint32_t base,
                                       int wide, bool with_oddities, mj_block *b) {
  for (size_t offset = 0; offset < count; offset += 64) {
    size_t rest = count - offset;
    MJ_NAME(masks) m;
    if (rest >= 64) {
      m = MJ_NAME(classify)(in + offset, out + offset, base + offset > 0, with_oddities);
    } else if (base + count > 64) {
      ptrdiff_t start = (ptrdiff_t)count - 64;
      m = MJ_NAME(classify)(in + start, out + start, true, with_oddities);
      MJ_NAME(drop)(&m, 64 - rest);
    } else {
      uint8_t text[64], low[64];
      memset(text, ' ', sizeof text);
      memcpy(text, in + offset, rest);
      m = MJ_NAME(classify)(text, low, false, with_oddities);
      memcpy(out + offset, low, rest);
    }
    if (m.wide) {
      if (wide == MJ_WIDE_REFUSED) return false;
      if (wide == MJ_WIDE_LETTERS) m.letter |= m.wide;
    }
    m.space &= ~m.wide;
    uint64_t word = m.letter | m.digit;
    uint32_t place = base + (uint32_t)offset;
    uint64_t edges = word ^ MJ_UP(word, b->word, 1);
    b->edge_count = MJ_NAME(flatten)(edges, place, b->edges, b->edge_count, 20);
    if (with_oddities) MJ_NAME(find_oddities)(m, word, place, b);
    b->word = word;
  }
  return true;
}

MJ_TARGET static bool MJ_NAME(scan)(const uint8_t *in, uint8_t *out, size_t count, uint32_t base,
                                    int wide, bool with_oddities, mj_block *b) {
  return with_oddities ? MJ_NAME(walk)(in, out, count, base, wide, true, b)
                       : MJ_NAME(walk)(in, out, count, base, wide, false, b);
}

MJ_TARGET static size_t MJ_NAME(find)(const uint8_t *text, const uint32_t *edges, size_t count,
                                      const uint64_t *bits, unsigned shift, uint32_t *candidates) {
  size_t found = 0;
  for (size_t n = 0; n < count; n++) {
    uint32_t start = edges[2 * n];
    uint64_t bit = word_hash(text + start, edges[2 * n + 1] - start) >> shift;
    candidates[found] = (uint32_t)n;
    found += bits[bit >> 6] >> (bit & 63) & 1;
  }
  return found;
}
#undef MJ_UP
