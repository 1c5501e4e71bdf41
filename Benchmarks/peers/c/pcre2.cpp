// PCRE2 with JIT: pcre2 alternation|loop PROMPTS LIST. One pattern for all terms, or one after another.

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "peer.h"

static pcre2_code *compile(const Setup &setup, const std::string &pattern) {
  int error;
  PCRE2_SIZE offset;
  auto code = pcre2_compile((PCRE2_SPTR)pattern.data(), pattern.size(), PCRE2_CASELESS, &error, &offset, NULL);
  if (code) error = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  if (code && error == 0) return code;
  PCRE2_UCHAR message[120];
  pcre2_get_error_message(error, message, sizeof message);
  fail(setup, (const char *)message);
}

static std::string alternation(const std::vector<Entry> &entries) {
  std::string pattern, gap;
  for (auto &entry : entries) {
    pattern += gap + (entry.literal.empty() ? entry.pattern : quoted(entry.literal));
    gap = "|";
  }
  return "\\b(?:" + pattern + ")\\b";
}

int main(int, char **arguments) {
  std::string mode = arguments[1];
  auto lines = prompts(arguments[2]);
  auto list = entries(arguments[3]);
  char version[64] = "";
  pcre2_config(PCRE2_CONFIG_VERSION, version);
  std::string number = version;
  Setup setup{"PCRE2 " + mode, number.substr(0, number.find(' ')), stem(arguments[3]), list.size(), cpu(), {}};
  double before = resident();
  setup.memory = [=] { return resident() - before; };
  std::vector<pcre2_code *> codes;
  if (mode == "alternation") codes.push_back(compile(setup, alternation(list)));
  if (mode == "loop") for (auto &entry : list) codes.push_back(compile(setup, entry.pattern));
  auto data = pcre2_match_data_create(4, NULL);
  auto context = pcre2_match_context_create(NULL);
  pcre2_jit_stack_assign(context, NULL, pcre2_jit_stack_create(32768, 4 << 20, NULL));
  return serve(setup, lines, [&](const Prompt &prompt) {
    for (auto code : codes) {
      if (pcre2_jit_match(code, (PCRE2_SPTR)prompt.text, prompt.size, 0, 0, data, context) >= 0) return true;
    }
    return false;
  });
}
