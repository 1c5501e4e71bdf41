// Rows of text in aligned columns.

/// A table for people.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  /// The header and the rows, two spaces between columns, nothing behind the last.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.map { column in
        let padding = column == row.count - 1 ? 0 : widths[column] - row[column].count
        return row[column] + String(repeating: " ", count: padding)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
