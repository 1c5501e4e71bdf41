// The pages of the repository's own rules.

internal import PromptFiles
public import PromptRuleFiles

extension CheckPage {
  /// Reads the page at `path` below rules/lint.
  public init(_ path: String) throws {
    try self.init(at: Repository.file("rules/lint/\(path)"))
  }

  /// The paths of all pages below rules/lint, in order.
  public static func paths() throws -> [String] {
    let folder = Repository.file("rules/lint")
    let groups = try FileSystem.list(folder).filter { $0.kind == .folder }.compactMap(\.name)
    return try groups.flatMap { group in
      try FileSystem.list("\(folder)/\(group)").compactMap(\.name).map { "\(group)/\($0)" }
    }.sorted()
  }
}
