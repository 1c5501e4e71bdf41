// Rows of text in aligned columns, or as JSON.

import PromptFiles

/// A table of text.
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

  /// An array of objects, the header giving the keys.
  var json: [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.beginArray()
    for row in rows {
      writer.beginObject()
      for (key, value) in zip(header, row) {
        writer.key(key)
        writer.value(value)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.newline()
    return writer.takeBytes()
  }
}
