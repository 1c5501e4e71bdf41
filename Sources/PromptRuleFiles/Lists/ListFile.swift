// A file of an author's own terms: which form it has.

internal import PromptCore
internal import PromptFiles
internal import PromptRules
internal import YAML

/// A list of terms as a file.
struct ListFile {
  /// How terms stand in a file.
  enum Form {
    /// One a line.
    case words
    /// CSV or TSV.
    case table(delimiters: [Unicode.Scalar])
    /// As in rules/sensitive.
    case yaml
  }

  let path: String
  /// Where large lists are kept, or nil.
  var cache: TermCache?

  /// The form that a name says; a name without ending is a word file, one with another ending none.
  static func form(_ path: String) -> Form? {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    switch name.lastIndex(of: ".").map({ name[$0...] }) {
    case nil, ".txt": return .words
    case ".csv": return .table(delimiters: [",", ";"])
    case ".tsv": return .table(delimiters: ["\t"])
    case ".yaml", ".yml": return .yaml
    default: return nil
    }
  }

  /// Whether a file in a folder of lists is one; there a list has an ending.
  static func isListed(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") && form(path) != nil
  }

  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Reads the file.
  func read(
    into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    guard let bytes = try log.attempt({ () throws(RuleFileError) in try YAMLFile.bytes(path) })
    else { return }
    guard let cache, bytes.count >= TermCache.leastCount, !RuleImage.isImage(bytes) else {
      return try read(bytes, into: &entries, &log)
    }
    let key = cache.key(bytes, name: name)
    if let list = cache.list(key) { return entries.lists.append(list) }
    var own = RuleEntries(folder: path)
    let before = log.problems.count
    try read(bytes, into: &own, &log)
    let list = own.termList.prepared
    if log.problems.count == before, isAdmitted(list) { cache.keep(list, key) }
    entries.lists.append(list)
  }

  private func isAdmitted(_ list: TermList) -> Bool {
    (try? ListAdmission.admit(list, from: path, remedy: "")) != nil
  }

  private func read(
    _ bytes: [UInt8], into entries: inout RuleEntries, _ log: inout ProblemLog
  ) throws(RuleFileError) {
    let form = Self.form(path)
    if case .yaml = form {
      guard let fields = try log.open(path, bytes: bytes, .termFile) else { return }
      return try TermFile(path: path).read(fields, into: &entries, &log)
    }
    if RuleImage.isImage(bytes) {
      let image = ImageFile(bytes: bytes, path: path)
      let list = try log.attempt { () throws(RuleFileError) in try image.terms() }
      entries.lists += list.map { [$0] } ?? []
    } else if let form {
      entries.lists.append(try list(bytes, form, &log))
    } else {
      try log.report(unknownForm)
    }
  }

  private func list(
    _ bytes: [UInt8], _ form: Form, _ log: inout ProblemLog
  ) throws(RuleFileError) -> TermList {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      try log.report(isUTF16)
      return TermList()
    }
    let source = SourceText(bytes)
    if case .table(let delimiters) = form {
      var table = try TableListFile(path: path, source, delimiters: delimiters, &log)
      return try table?.read(&log) ?? TermList()
    }
    var file = PlainListFile(path: path)
    return try file.read(source, &log)
  }

  private var unknownForm: RuleFileError {
    RuleFileError(
      path: path, mark: nil, message: "the name doesn't say what kind of list this is",
      remedy: "let it end in .txt for a word a line, .csv, .tsv or .yaml; an image may end anyhow")
  }

  private var isUTF16: RuleFileError {
    RuleFileError(
      path: path, mark: Mark(line: 1, column: 1, offset: 0), message: "this is UTF-16",
      remedy: "save the list as UTF-8")
  }
}
