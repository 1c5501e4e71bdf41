// Hyperscan in block mode: hyperscan literal|regex|prefilter PROMPTS LIST.
// `literal` looks for literals and checks the boundaries itself; `regex` is \bword\b with SINGLEMATCH;
// `prefilter` takes patterns that Hyperscan only approximates and asks PCRE2 about each match.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <hs/hs.h>
#include <pcre2.h>

#include "peer.h"

struct Context {
  Prompt prompt;
  const std::vector<Entry> *entries;
  std::vector<pcre2_code *> codes;
  pcre2_match_data *data;
  bool hit;
};

static int onMatch(unsigned, unsigned long long, unsigned long long, unsigned, void *context) {
  ((Context *)context)->hit = true;
  return 1;
}

static int onLiteral(unsigned id, unsigned long long, unsigned long long end, unsigned, void *opaque) {
  auto &context = *(Context *)opaque;
  size_t start = end - (*context.entries)[id].literal.size();
  bool isStart = start == 0 || !isWordByte(context.prompt.text[start - 1]);
  context.hit = isStart && (end >= context.prompt.size || !isWordByte(context.prompt.text[end]));
  return context.hit;
}

static int onCandidate(unsigned id, unsigned long long, unsigned long long, unsigned, void *opaque) {
  auto &context = *(Context *)opaque;
  auto text = (PCRE2_SPTR)context.prompt.text;
  context.hit = pcre2_jit_match(context.codes[id], text, context.prompt.size, 0, 0, context.data, NULL) >= 0;
  return context.hit;
}

static hs_database_t *compile(const Setup &setup, const std::vector<Entry> &entries, const std::string &mode) {
  unsigned flag = mode == "prefilter" ? HS_FLAG_PREFILTER : HS_FLAG_SINGLEMATCH;
  std::vector<unsigned> flags(entries.size(), HS_FLAG_CASELESS | (mode == "literal" ? 0 : flag)), ids;
  std::vector<const char *> texts;
  std::vector<size_t> sizes;
  for (auto &entry : entries) {
    auto &text = mode == "literal" ? entry.literal : entry.pattern;
    if (text.empty()) fail(setup, "a pattern has no literal");
    texts.push_back(text.c_str());
    sizes.push_back(text.size());
    ids.push_back(ids.size());
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  int code = mode == "literal"
    ? hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), texts.size(), HS_MODE_BLOCK,
                           NULL, &database, &error)
    : hs_compile_multi(texts.data(), flags.data(), ids.data(), texts.size(), HS_MODE_BLOCK, NULL, &database,
                       &error);
  if (code) fail(setup, error->message);
  return database;
}

int main(int, char **arguments) {
  std::string mode = arguments[1];
  auto lines = prompts(arguments[2]);
  auto list = entries(arguments[3]);
  std::string version = hs_version();
  std::string name = mode == "prefilter" ? "Hyperscan prefilter + PCRE2" : "Hyperscan " + mode;
  Setup setup{name, version.substr(0, version.find(' ')), stem(arguments[3]), list.size(), cpu(), {}};
  auto database = compile(setup, list, mode);
  hs_scratch_t *scratch = NULL;
  hs_alloc_scratch(database, &scratch);
  Context context{{}, &list, {}, pcre2_match_data_create(4, NULL), false};
  for (auto &entry : list) {
    if (mode != "prefilter") break;
    int error;
    PCRE2_SIZE offset;
    auto code = pcre2_compile((PCRE2_SPTR)entry.pattern.data(), entry.pattern.size(), PCRE2_CASELESS, &error,
                              &offset, NULL);
    if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE)) fail(setup, "PCRE2: " + entry.pattern);
    context.codes.push_back(code);
  }
  size_t databaseSize = 0, scratchSize = 0;
  hs_database_size(database, &databaseSize);
  hs_scratch_size(scratch, &scratchSize);
  setup.memory = [=] { return (databaseSize + scratchSize) / 1048576.0; };
  auto handler = mode == "literal" ? onLiteral : mode == "prefilter" ? onCandidate : onMatch;
  return serve(setup, lines, [&](const Prompt &prompt) {
    context.prompt = prompt;
    context.hit = false;
    hs_scan(database, prompt.text, prompt.size, 0, scratch, handler, &context);
    return context.hit;
  });
}
