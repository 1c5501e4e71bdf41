// From libyaml's event, a C union, to a value that keeps none of its pointers.

internal import CYAML

extension Event.Kind {
  /// A copy of what libyaml reports.
  ///
  /// SAFETY: the event's type says which member of the union holds; each is read under its own type,
  /// and all text is copied before the caller frees the event.
  @unsafe init(_ event: yaml_event_t) {
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: self = .streamStart
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_DOCUMENT_END_EVENT: self = .documentEnd
    case YAML_ALIAS_EVENT: self = unsafe .alias(text(data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: self = unsafe .scalar(Event.Scalar(data.scalar))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe data.sequence_start
      self = unsafe .sequenceStart(.init(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = unsafe data.mapping_start
      self = unsafe .mappingStart(.init(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    default: self = .streamEnd
    }
  }
}

extension Event.Scalar {
  @unsafe fileprivate init(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    unsafe self.init(
      value: String(decoding: bytes, as: UTF8.self),
      style: Event.ScalarStyle(scalar.style),
      properties: .init(anchor: text(scalar.anchor), tag: text(scalar.tag)))
  }
}

extension Event.ScalarStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

/// A copy of a C string of libyaml's, which are UTF-8 and end with NUL.
@unsafe private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  unsafe pointer.map { unsafe String(cString: $0) }
}
