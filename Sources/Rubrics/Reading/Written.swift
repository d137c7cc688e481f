package import Diagnostics
package import Formats
package import Values

/// A value as written, typed by what its key expects.
package indirect enum Written: Sendable {
  /// FEEL, text, an identifier, a choice: a scalar that fits its key.
  case text(Scalar)
  case wording(Wording, Place)
  case number(Number, Scalar)
  case boolean(Bool, Scalar)
  case date(CalendarDate, Scalar)
  case record(Record)
  case list([Written], Place)
  case map([Entry], Place)
  case anything(Node)

  package struct Entry: Sendable {
    package let key: Scalar
    package let value: Written
  }

  package var place: Place {
    switch self {
    case .text(let scalar), .number(_, let scalar), .boolean(_, let scalar), .date(_, let scalar):
      scalar.place
    case .wording(_, let place), .list(_, let place), .map(_, let place): place
    case .record(let record): record.place
    case .anything(let node): node.place
    }
  }

  package var scalar: Scalar? {
    switch self {
    case .text(let scalar), .number(_, let scalar), .boolean(_, let scalar), .date(_, let scalar):
      scalar
    case .wording, .record, .list, .map, .anything: nil
    }
  }

  package var number: Number? {
    if case .number(let number, _) = self { number } else { nil }
  }

  package var record: Record? {
    if case .record(let record) = self { record } else { nil }
  }
}

/// A mapping as written, its keys known and its values typed.
package struct Record: Sendable {
  package struct Field: Sendable {
    package let key: Scalar
    package let value: Written
  }

  package let construct: Construct
  package let place: Place
  /// By the English name of the key.
  package let fields: [String: Field]
  /// Keys that were written, with a value that could not be read; that was reported.
  package let unreadable: Set<String>
  /// Keys that were written, with an error somewhere in their value; that was reported.
  package let flawed: Set<String>

  package func has(_ key: String) -> Bool { fields[key] != nil }

  /// Written, whether or not it could be read.
  package func mentions(_ key: String) -> Bool { fields[key] != nil || unreadable.contains(key) }

  package func value(_ key: String) -> Written? {
    precondition(construct.key(key) != nil, "`\(construct.name)` has no key `\(key)`")
    return fields[key]?.value
  }

  package func keyPlace(_ key: String) -> Place { fields[key]?.key.place ?? place }

  package func scalar(_ key: String) -> Scalar? { value(key)?.scalar }

  package func string(_ key: String) -> String? { scalar(key)?.text }

  package func number(_ key: String) -> Number? { value(key)?.number }

  package func count(_ key: String) -> Int? { value(key)?.number?.intValue }

  package func record(_ key: String) -> Record? { value(key)?.record }

  package func boolean(_ key: String) -> Bool? {
    if case .boolean(let boolean, _) = value(key) { boolean } else { nil }
  }

  package func date(_ key: String) -> CalendarDate? {
    if case .date(let date, _) = value(key) { date } else { nil }
  }

  package func wording(_ key: String) -> Wording? {
    if case .wording(let wording, _) = value(key) { wording } else { nil }
  }

  package func list(_ key: String) -> [Written] {
    if case .list(let members, _) = value(key) { members } else { [] }
  }

  package func records(_ key: String) -> [Record] { list(key).compactMap(\.record) }

  package func strings(_ key: String) -> [String] {
    switch value(key) {
    case .list(let members, _): members.compactMap { $0.scalar?.text }
    case .text(let scalar): [scalar.text]
    default: []
    }
  }

  package func map(_ key: String) -> [Written.Entry] {
    if case .map(let entries, _) = value(key) { entries } else { [] }
  }

  package func node(_ key: String) -> Node? {
    if case .anything(let node) = value(key) { node } else { nil }
  }

  package func choice<Choice: RawRepresentable<String>>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) -> Choice? {
    string(key).flatMap(Choice.init(rawValue:))
  }
}
