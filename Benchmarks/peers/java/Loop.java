// The loop of midjourney-proxy (novicezk, HEAD): a pattern \bword\b is compiled for each word of each prompt.
// java Loop PROMPTS LIST

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

public class Loop {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static boolean holds(String prompt, List<String> words) {
    String lower = prompt.toLowerCase(Locale.ENGLISH);
    for (String word : words) {
      if (Pattern.compile("\\b" + word + "\\b").matcher(lower).find()) return true;
    }
    return false;
  }

  private static void pass(List<String> prompts, int count, List<String> words, String name) {
    int hits = 0, mark = 0;
    long bytes = 0;
    long start = CLOCK.getCurrentThreadCpuTime();
    for (int index = 0; index < count; index++) {
      if (!holds(prompts.get(index), words)) continue;
      hits++;
      mark += (index + 1) * 0x9E3779B1;
    }
    double each = (CLOCK.getCurrentThreadCpuTime() - start) / (double) Math.max(1, count);
    for (String prompt : prompts.subList(0, count)) bytes += prompt.getBytes(StandardCharsets.UTF_8).length;
    System.out.printf(
        Locale.ROOT,
        "{\"engine\":\"midjourney-proxy loop (Java)\",\"version\":\"%s\",\"list\":\"%s\",\"terms\":%d,"
            + "\"setup_ms\":0,\"memory_mb\":null,\"prompts\":%d,\"bytes\":%d,\"ns\":%.2f,\"hits\":%d,"
            + "\"mark\":%d}%n",
        System.getProperty("java.version"), name, words.size(), count, bytes, each, hits,
        Integer.toUnsignedLong(mark));
    System.out.flush();
  }

  public static void main(String[] arguments) throws Exception {
    List<String> prompts = Files.readAllLines(Path.of(arguments[0]));
    List<String> words = Files.readAllLines(Path.of(arguments[1]));
    String name = Path.of(arguments[1]).getFileName().toString().replace(".txt", "");
    pass(prompts, 0, words, name);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      pass(prompts, Math.min(Integer.parseInt(line.trim()), prompts.size()), words, name);
    }
  }
}
