// RE2: re2 alternation|set PROMPTS LIST. Its automaton grows while it reads, so a first pass warms it.

#include <re2/re2.h>
#include <re2/set.h>

#include "peer.h"

static RE2::Options options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_max_mem((int64_t)512 << 20);
  options.set_log_errors(false);
  return options;
}

static int serveAlternation(const Setup &setup, const std::vector<Prompt> &lines, const std::vector<Entry> &list) {
  std::string pattern, gap;
  for (auto &entry : list) {
    pattern += gap + quoted(entry.literal);
    gap = "|";
  }
  RE2 expression("\\b(?:" + pattern + ")\\b", options());
  if (!expression.ok()) fail(setup, expression.error());
  return serve(setup, lines, [&](const Prompt &prompt) {
    return RE2::PartialMatch(re2::StringPiece(prompt.text, prompt.size), expression);
  });
}

static int serveSet(const Setup &setup, const std::vector<Prompt> &lines, const std::vector<Entry> &list) {
  RE2::Set set(options(), RE2::UNANCHORED);
  std::string error;
  for (auto &entry : list) {
    if (set.Add(entry.pattern, &error) < 0) fail(setup, error);
  }
  if (!set.Compile()) fail(setup, "out of memory");
  return serve(setup, lines, [&](const Prompt &prompt) {
    return set.Match(re2::StringPiece(prompt.text, prompt.size), NULL);
  });
}

int main(int, char **arguments) {
  std::string mode = arguments[1];
  auto lines = prompts(arguments[2]);
  auto list = entries(arguments[3]);
  double before = resident();
  Setup setup{"RE2 " + mode, RE2_VERSION, stem(arguments[3]), list.size(), cpu(), {}};
  setup.memory = [=] { return resident() - before; };
  return mode == "set" ? serveSet(setup, lines, list) : serveAlternation(setup, lines, list);
}
