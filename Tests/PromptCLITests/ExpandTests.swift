// `mjprompt expand`: prints, counts, and stops before it explodes.

import PromptTestSupport
import Testing

@Suite struct ExpandTests {
  @Test func printsOnePromptALine() throws {
    let result = try Tool.run(["expand", "--prompt", "a {red, blue} kite --ar {1:1, 3:2} --v 7"])
    #expect(
      result.output == """
        a red kite --ar 1:1 --v 7
        a red kite --ar 3:2 --v 7
        a blue kite --ar 1:1 --v 7
        a blue kite --ar 3:2 --v 7

        """)
  }

  @Test func countsWithoutMaking() throws {
    let prompt = String(repeating: "{1,2,3,4,5,6,7,8,9,0}", count: 9)
    #expect(try Tool.run(["expand", "--count", "--prompt", prompt]).output == "1000000000\n")
    let first = try Tool.run(["expand", "--limit", "2", "--prompt", prompt])
    #expect(first.output == "111111111\n111111112\n")
    let all = try Tool.run(["expand", "--prompt", prompt])
    #expect(all.status == 2 && all.output.isEmpty)
    #expect(all.errors.contains("<prompt>:1: this prompt stands for 1000000000 prompts"))
    let text = "{a, b}\n\(prompt)\nc\n"
    let others = try Tool.run(["expand", "none.prompt", "-"], input: Array(text.utf8))
    #expect(others.status == 3 && others.output == "a\nb\nc\n")
    #expect(others.errors.contains("<stdin>:2: this prompt stands for 1000000000 prompts"))
    let more = try Tool.run(["expand", "--count", "--prompt", prompt + prompt + prompt])
    #expect(more.output == "18446744073709551615 or more\n")
  }
}
