// Templates: slots, defaults, conditions, lists, includes, parameters, variants.

import PromptCompose
import PromptCore
import PromptLint
import PromptRules
import PromptTestSupport
import Testing

@Suite struct TemplateTests {
  @Test func slotsAndDefaults() throws {
    let template = """
      slots: {place: a pond, time: }
      text: "{{thing}} at {{place}}{{optional}}, {{time}}{{end}}{{mood|optional}} {{sky|or \\"blue sky\\"}}"
      parameters: {ar: "{{ratio|or 3:2}}", s: "{{s|optional}}", v: 7}
      """
    #expect(
      try Composing.prompts(template, ["thing": .text("a kite")])
        == ["a kite at a pond blue sky --ar 3:2 --v 7"])
    #expect(
      try Composing.prompts(
        template,
        [
          "thing": .text("a kite"), "place": .text(" "), "time": .text("noon"), "s": .text("50"),
          "ratio": .text("1:1"),
        ]) == ["a kite at a pond, noon blue sky --ar 1:1 --s 50 --v 7"])
  }

  @Test func conditions() throws {
    let template = """
      text: >-
        {{if kind = cat}}a cat{{else}}{{if kind}}some {{kind}}{{else}}nothing{{end}}{{end}}
      parameters:
        tile: {if: kind}
        raw: {value: true, if: kind != cat}
        s: {value: 50, if: not kind}
      """
    #expect(try Composing.prompts(template) == ["nothing --raw --s 50"])
    #expect(try Composing.prompts(template, ["kind": .text("cat")]) == ["a cat --tile"])
    #expect(try Composing.prompts(template, ["kind": .text("dog")]) == ["some dog --tile --raw"])
  }

  @Test func listsAreJoined() throws {
    let values: [String: SlotValue] = ["guests": .list(["Ann", "Bo", "Cy"])]
    #expect(
      try Composing.prompts("text: '{{guests}}; {{guests|join \" and \"}}'", values)
        == ["Ann, Bo, Cy; Ann and Bo and Cy"])
    #expect(
      try Composing.prompts(
        "text: a\nparameters: {no: '{{guests}}', sref: ['{{codes}}']}",
        values.merging(["codes": .list(["1", "2"])]) { $1 }) == ["a --no Ann, Bo, Cy --sref 1 2"])
    #expect(
      try Composing.prompts("text: '{ {{guests}}, Di}'", values) == [#"{ Ann\, Bo\, Cy, Di}"#])
  }

  @Test func partsImagesAndWeights() throws {
    let template = """
      images: ["{{photo}}", {link: "https://example.com/b.png", weight: 2, if: second}]
      parts:
        - a hot day
        - {text: "{{what}}", weight: "{{number: 1..2}}"}
        - {text: rain, if: second}
      parameters: {v: 6.1}
      """
    let photo = SlotValue.text("https://example.com/a photo.png")
    #expect(
      try Composing.prompts(template, ["photo": photo, "what": .text("dog")])
        == ["1", "2"].map { "https://example.com/a%20photo.png a hot day:: dog::\($0) --v 6.1" })
    #expect(
      try Composing.prompts(
        template, ["photo": photo, "what": .text("dog"), "second": .text("yes")])[0]
        == "https://example.com/a%20photo.png https://example.com/b.png::2 a hot day:: dog::1 rain --v 6.1"
    )
  }

  @Test func variantsAndBases() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "slots: {thing: a cup}\nparameters: {ar: '1:1', no: [text], v: 7}\ntext: 'base {{thing}}'",
      to: "parts/base.prompt.yaml")
    try folder.write("  by {{light|or daylight}}\n", to: "parts/light.txt")
    let template = """
      extends: parts/base.prompt.yaml
      text: "{{thing}}, {{include parts/light.txt}}; {{include parts/base.prompt.yaml}}"
      parameters: {s: 50}
      variants:
        - {name: wide, parameters: {aspect: "3:1", "no": }}
        - {name: lamp, set: {light: a lamp, thing: a jug}}
      """
    #expect(
      try Composing.prompts(template, in: folder) == [
        "a cup, by daylight; base a cup --ar 3:1 --v 7 --s 50",
        "a jug, by a lamp; base a jug --ar 1:1 --no text --v 7 --s 50",
      ])
  }

  @Test func groupsStayOrAreExpanded() throws {
    let template = """
      text: 'a {red, dark {green, blue}} {{thing|or "kite, big"}} {single} a\\, b'
      parameters: {ar: "{1:1, 3:2}"}
      """
    #expect(
      try Composing.prompts(template)
        == [#"a {red, dark {green, blue}} kite, big {single} a\, b --ar {1:1, 3:2}"#])
    let all = try Composing.prompts(template, expanding: true)
    #expect(all.count == 6)
    #expect(all[0] == "a red kite, big single a, b --ar 1:1")
    #expect(all[5] == "a dark blue kite, big single a, b --ar 3:2")
  }

  @Test func aModelIsNamedUnlessTheTemplateDoes() throws {
    let folder = try TemporaryFolder()
    let rules = try Composing.rules()
    for (text, prompt) in [
      ("text: a kite", "a kite --v 8.2"),
      ("text: a kite\nparameters: {niji: true}", "a kite --niji"),
    ] {
      let path = try folder.write(text, to: "t.prompt.yaml")
      let template = try TemplateReader(rules: rules).read(path)
      var library = WildcardLibrary(template)
      let model = rules.models.models[try #require(rules.models.index(id: "v8.2"))]
      let plan = try template.plan(
        [:], variant: template.variants[0], model: model, wildcards: &library)
      #expect(try Composing.prompts(plan, [.index(0)]) == [prompt])
    }
  }
}

@Suite struct TemplateErrorTests {
  @Test(arguments: [
    ("text: 'a {{b'", "t.prompt.yaml:1:10: `{{` has no `}}`"),
    ("text: '{{a, b} c}'", "t.prompt.yaml:1:8: `{{` has no `}}`; a group within a group"),
    ("text: a {{thing}}", "t.prompt.yaml:1:9: `thing` has no value"),
    ("text: >\n  a kite\n  at {{place}}\n", "t.prompt.yaml:3:6: `place` has no value"),
    ("slots: {place: }\ntext: '{{plce}}'", "did you mean `place`?"),
    ("text: '{{if a}}b'", "t.prompt.yaml:1:8: `{{if a}}` has no `{{end}}`"),
    ("text: 'b{{end}}'", "t.prompt.yaml:1:9: `{{end}}` closes nothing"),
    ("text: '{{if a b}}c{{end}}'", "`a b` is no condition"),
    ("text: '{{a|pck 2}}'", "`|pck 2` is no filter"),
    ("text: '{{a|pick x}}'", "`x` must be a number such as 2 or 1-3"),
    ("text: '{{number: 5..1}}'", "`5..1` must be such as `10..50`"),
    ("text: '{{any 3: a | b}}'", "3 of 2 alternatives can't be drawn"),
    ("text: '{{include none.txt}}'", "none.txt cannot be read"),
    ("text: '{{include t.prompt.yaml}}'", "t.prompt.yaml includes itself"),
    ("extends: t.prompt.yaml", "includes itself"),
    ("txt: a", "t.prompt.yaml:1:1: unknown field `txt`; did you mean `text`?"),
    ("text: a\nparts: [b]", "has `text` or `parts`, not both"),
    ("text: a\nparameters: {stylise: 5}", "t.prompt.yaml:2:14: there is no parameter `stylise`"),
    ("text: a\nparameters: {ar: '3:2', aspect: '1:1'}", "stands here twice"),
    ("text: a\nvariants: [{set: {}}]", "a variant needs a `name`"),
    ("text: [a", "t.prompt.yaml:"), ("", "the template is empty"),
    ("lists: {a: ['{{b}}'], b: ['{{a}}']}\ntext: '{{a}}'", "`a` needs itself: a, b, a"),
    ("slots: {a: '{{b}}', b: '{{a}}'}\ntext: '{{a}}'", "`a` needs itself"),
    ("lists: {a: [x]}\ntext: '{{a|tag warm}}'", "no word of `a` fits"),
    ("lists: {a: [x]}\ntext: '{{a|pick 2}}'", "2 of the 1 of `a` can't be drawn"),
    ("lists: {a: ['{{b}}']}\ntext: '{{a}}'", "t.prompt.yaml:1:14: there is no wildcard `b`"),
    ("slots: {a: '{{any: x | y}}'}\ntext: '{{if a}}b{{end}}{{a}}'", "known only when it is drawn"),
  ])
  func sayWhereAndWhat(_ template: String, _ message: String) throws {
    let problem = try Composing.problem(template)
    #expect(problem.contains(message), "\(problem)")
  }

  @Test(arguments: [
    ("a", ""), ("a", "{{slot}}"), ("{{slot}}", "{{slot}}"), ("a::{{slot}}", "a::{{slot}} b"),
    ("{{slot}}::2 a", ""), ("-{{slot}}", ""), ("https://{{slot}}", ""), ("{ {{slot}}, b}", ""),
    ("{{slot}}-ar 3:2", ""), ("/{{slot}}", ""), ("--{{slot}}", ""), ("\\{{slot}}", ""),
  ])
  func hostileValuesChangeNoStructure(_ text: String, _ negative: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      text: '\(text) tail'
      parameters: {ar: "3:2", "no": '\(negative)', s: 50, v: 6.1}
      """, to: "t.prompt.yaml")
    let rules = try Composing.rules()
    let template = try TemplateReader(rules: rules).read(path)
    var library = WildcardLibrary(template)
    var writer = PlanWriter()
    var usual: [String]?
    for value in ["kite"] + HostileText.all {
      let plan: TemplatePlan
      do {
        plan = try template.plan(
          ["slot": .text(value)], variant: template.variants[0], wildcards: &library)
      } catch {
        #expect(error.kind == .missingValue)
        continue
      }
      writer.write(plan, .index(0))
      let source = SourceText(writer.bytes)
      let prompt = Parser.parse(source, vocabulary: rules.parameters.vocabulary)
      // What can't stay text where the author put it is refused, never read as syntax.
      if writer.misreading(in: prompt) != nil { continue }
      let names = prompt.parameters.map { source.string(in: $0.name) }
      #expect(names.filter { $0 != "no" } == ["ar", "s", "v"], "\(value.debugDescription)")
      let values = prompt.parameters.compactMap(\.value).map { source.string(in: $0) }
      #expect(values.first == "3:2" && values.suffix(2) == ["50", "6.1"])
      let structure = [
        "\(prompt.images.count)", "\(prompt.faults.map(\.kind))", "\(prompt.permutations.count)",
        "\(prompt.parts.compactMap(\.weight).count)",
      ]
      if value == "kite" { usual = structure }
      #expect(usual == nil || usual == structure, "\(value.debugDescription)")
    }
  }
}
