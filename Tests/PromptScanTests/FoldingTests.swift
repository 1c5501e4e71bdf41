// What text folds to, and what folding says it undid.

import Testing

@testable import PromptScan

extension FoldedText {
  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ text: [UInt8]) {
    self.init()
    Folding.fold(text.span, into: &self)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    ("", ""), ("Cinematic SHOT, f/2.8 --ar 16:9", "cinematic shot, f/2.8 --ar 16:9"),
    ("a_b\tc\r\n\u{0}d\u{7F}e@[`{", "a b c   d e@[`{"), ("ＦＵＬＬ　ｗｉｄｔｈ！", "full width!"),
    ("𝐁𝑜𝓵𝔡 𝟏𝟘𝟾", "bold 108"), ("Ⓒⓘ⒭🄲🅛🅴", "circle"), ("🇳🇺🅾️🆎 🆗 ℹ️ Ⓜ️", "nuoab ok i m"),
    ("1️⃣ ① ❷ ⑶ ⒋ ⑩", "1 1 2 3 4 10"), ("sᴍᴀʟʟ ᶜᵃᵖ ₛᵤᵦ x²", "small cap sub x2"),
    ("ﬁne ﬂæœĳǆ", "fine flaeoeijdz"), ("㎏ ㏂ ½ 5¾", "kg a.m.  1/2 5 3/4"),
    ("Crème Brûlée ñandú Ångström łódź đặng øre", "creme brulee nandu angstrom lodz dang ore"),
    ("Straße STRASSE ſtraße ẞ", "strasse strasse strasse ss"), ("İIıi K", "iiii k"),
    ("e\u{301}\u{20DD}\u{338}x\u{0489}", "ex"), ("z̸̡̛a̷͕͗l̶̘̽g̵̺̈o̴̧͐", "zalgo"),
    ("n\u{200B}u\u{200D}d\u{AD}e\u{2060}\u{FEFF}\u{34F}\u{3164}", "nude"),
    ("n\u{FE0F}u\u{E0101}d\u{180B}e", "nude"),
    ("\u{202E}ab\u{202C}\u{2066}c\u{2069}\u{200F}", "abc"),
    ("“A”—‘b’…‹c›«d»", "\"a\"-'b'...'c'\"d\""), ("日本、東京。（あ）", "日本,東京.(あ)"),
    ("a\u{A0}b\u{2003}c\u{3000}d\u{2028}e\u{1680}f", "a b c d e f"), ("٣ ३ ๓ 𝟛 ３", "3 3 3 3 3"),
    ("カタカナ ｶﾞｯﾂ ガッツ ヴ", "かたかな か\u{3099}っつ か\u{3099}っつ う\u{3099}"),
    ("한국어 \u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", "한국어 한국"),
    ("ㅅㅔㄱㅅㅡ ㅎㅏㄴㄱㅜㄱ 하ㅋㅋ ㄸㅏ", "섹스 한국 하\u{110F}\u{110F} 따"), ("⼈⺟㈱", "人母株"),
    ("a😀b👩‍🎨c→d™e©", "a b  c d e "), ("שָׁלוֹם مُحَمَّد", "שלlם محمد"), ("नमस्ते", "नमस्ते"), ("ไทย", "ไทย"),
    ("u\u{5B0}v\u{E38}w\u{3099}x\u{93E}\u{93F}", "uvwx"), ("\u{378}a\u{E000}\u{FFFF}", " a  "),
    ("n\u{E0078}u\u{E0079}de", "nude . x y "), ("\u{E0001}\u{E0068}\u{E0049}\u{E007F}!", "! . hi "),
    ("🏴\u{E0067}\u{E0062}\u{E007F} x", "  x . gb "),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(Array(FoldedText(text).text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    arguments: [
      ("Plain ASCII_text", []), ("ｗ", .width), ("𝕨", .mathematical), ("ⓦ🅦🄦", .enclosed),
      ("ᴡ", .smallCapitals), ("ʷ₂", .raised), ("ﬀœ", .ligatures), ("㎏", .compatibility),
      ("ẅw\u{308}", .accents), ("ԝωϲ", .lookAlikes), ("ɐǝя", .turned),
      ("\u{200B}\u{AD}", .invisible),
      ("\u{FE0E}", .variations), ("\u{E0061}", .tags), ("\u{202E}", .bidi),
      ("\u{336}\u{20DD}", .strokes),
      ("— “”", .punctuation), ("カタカナ 漢字 한글 жд", []), ("é—", [.accents, .punctuation]),
    ] as [(String, FoldChanges)])
  func namesWhatItUndid(_ text: String, _ changes: FoldChanges) {
    #expect(FoldedText(text).changes == changes)
    #expect(changes.names.count == changes.rawValue.nonzeroBitCount)
  }

  @Test func punctuationIsNoDisguise() {
    #expect(FoldedText("é—").changes.disguises == .accents)
    #expect(FoldChanges.turned.names == ["turned letters"])
  }

  /// Chosen by eye before a look at the table; the rare letters that it missed then were added to it.
  @Test(arguments: [
    ("nude", "ṉüḏê ɳυԁɛ ռʊdє иυ∂є ηυԁℯ ñųđę ɲʉɗɛ пυde ⓝⓤⓓⓔ 🅽🆄🅳🅴 n̶u̶d̶e̶ ᴺᵁᴰᴱ ɴυԀҽ ꓠꓴꓓꓰ"),
    ("nude", "ＮⓊ𝒟ᴱ nµde ոսԁе ñ∪ԁé ᶰᵘᵈᵉ 𝖓𝖚𝖉𝖊 ɲǔđę ռµԀè ŋüðë n⃣u⃣d⃣e⃣ ⒩⒰⒟⒠ ꞥưɗệ 𝞰𝞄de ᴎᴜᴅᴇ"),
    ("nude", "ηúdℇ nυdΞ"),
    ("porn", "ρоɾп рοяη ⲣⲟⲅⲛ þоrn p○rn ⓟ◯🆁🇳 ꓑꓳꓣꓠ ᑭⵔᖇᑎ p〇rn рσгп ᴘᴏʀɴ ƿὀŕἠ pØrn"),
    ("breast", "ьгеаѕт βяєαѕт ƅɾεɑꜱτ ɓŗęășţ ᏴᎡᎬᎪᏚᎢ вгеαѕᴛ ᗷᖇᗴᗩSᎢ 𝓫𝓻𝓮𝓪𝓼𝓽 ʙʀᴇᴀsᴛ ₿rea§t"),
    ("blood", "вlооԁ ᏏᏞᎾᎾᎠ ƀł๏๏ď βʟοοɗ ꓐꓡꓳꓳꓓ 🅱🅻🅾🅾🅳 ьlσσ∂ bℓøθd"),
    ("kill", "кіll κιℓℓ ḵ̇ĭḷḻ ₭íŁŁ ꓗꓲꓡꓡ ĸıll ҝіll ᛕill ᴋɪʟʟ ⓚⓘⓛⓛ Kill"),
    ("sexy", "ѕехγ ₴€×¥ şęẋý ꓢꓰꓫꓬ ꜱᴇxʏ ƨєχу ЅЕХҮ Տɘxყ ᏚᎬхᎩ"),
    ("sex", "ѕҽх §εχ ꜱєᵡ ⓢⒺⓧ ѕẹᶍ 𐊖𐊆𐊐 ₛₑₓ ֆex ʂɛӿ Ꮥℯ⨯"),
    ("gun", "ցսո ġữᶇ ɢᴜɴ Ꮐ∪ռ 𝔤𝔲𝔫 ⅁un ǥµη ɠυи 🄶🅄🄽"),
    ("dead", "ԁеаԁ ԃǝɑԁ ᗪᗴᗩᗪ ꓓꓰꓮꓓ ᎠᎬᎪᎠ ժeaժ ∂єα∂ ḍēāḍ"),
    ("weapon", "ԝеароn ωєαρση ѡεɑрοո ᗯᗴᗩᑭᗝᑎ ɯǝɐpon ʷᵉᵃᵖᵒⁿ ₩ea₱on Ꮃeаρon"),
  ])
  func catchesLookAlikesChosenByEye(_ word: String, _ disguised: String) {
    let missed = disguised.split(separator: " ").filter { FoldedText(String($0)).text != word }
    #expect(missed.count == 0, "\(missed.map { "\($0) → \(FoldedText(String($0)).text)" })")
  }
}
