import Values

/// What a number is under a format of cells.
enum NumberMeaning: UInt8, Sendable {
  case number, percent, date, time, dateTime, duration
  /// A number or a share around which words stand, or of which more or fewer digits are shown than it has.
  case dressed
}

/// A format code, of which only what it makes of a number is kept.
///
///     NumberFormat("[红色][>=90]0;0.0").meaning(of: 85)   // .number
///     NumberFormat("yyyy\"年\"m\"月\"d\"日\"").meaning(of: 45292)   // .date
///
/// - Source: ECMA-376 Part 1, 18.8.31.
struct NumberFormat: Sendable {
  private struct Section: Sendable {
    let meaning: NumberMeaning
    let dress: NumberDress?
    let condition: Condition?
    let holdsText: Bool
  }

  private let sections: [Section]
  /// What it is, whatever the number.
  private let only: NumberMeaning?

  init(_ code: String) {
    sections = FormatSections.split(code).map { section in
      let meaning = FormatTokens(section).meaning
      let dress = meaning == .number || meaning == .percent ? NumberDress(section) : nil
      return Section(
        meaning: dress == nil ? meaning : .dressed, dress: dress, condition: Condition(in: section),
        holdsText: section.contains { $0 == UInt8(ascii: "@") })
    }
    let first = sections.first?.meaning ?? .number
    only = sections.allSatisfy { $0.meaning == first } ? first : nil
  }

  func meaning(of number: UnsafeBufferPointer<UInt8>) -> NumberMeaning {
    if let only { return only }
    // What cannot be read is read as a number elsewhere, and fails there.
    return section(for: Number(utf8: number) ?? .one)?.meaning ?? .number
  }

  /// What is shown around a number whose meaning is to be dressed.
  func dress(of number: UnsafeBufferPointer<UInt8>) -> NumberDress? {
    section(for: Number(utf8: number) ?? .one)?.dress
  }

  /// By its condition, else positive; negative; zero; text.
  private func section(for value: Number) -> Section? {
    if sections.contains(where: { $0.condition != nil }) {
      return sections.first { $0.condition?.holds(of: value) ?? true } ?? sections.last
    }
    var numeric = Array(sections.prefix(3))
    if sections.count <= 3 {
      let withoutText = sections.filter { !$0.holdsText }
      numeric = withoutText.isEmpty ? sections : withoutText
    }
    if value.isNegative, numeric.count > 1 { return numeric[1] }
    if value.isZero, numeric.count > 2 { return numeric[2] }
    return numeric.first
  }
}

/// `[>=90]` in a section.
private struct Condition: Sendable {
  private enum Order: Sendable { case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual }

  private let order: Order
  private let bound: Number

  init?(in section: [UInt8]) {
    var rest = section[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[(open + 1)...]
      guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      if let read = Condition(String(decoding: rest[..<close], as: UTF8.self)) {
        self = read
        return
      }
    }
    return nil
  }

  private init?(_ text: String) {
    let orders: [(String, Order)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("<>", .notEqual), ("<", .less),
      (">", .greater), ("=", .equal),
    ]
    guard let (sign, order) = orders.first(where: { text.hasPrefix($0.0) }),
      let bound = Number(text.dropFirst(sign.count).drop { $0 == " " })
    else { return nil }
    self.order = order
    self.bound = bound
  }

  func holds(of value: Number) -> Bool {
    switch order {
    case .less: value < bound
    case .lessOrEqual: value <= bound
    case .greater: value > bound
    case .greaterOrEqual: value >= bound
    case .equal: value == bound
    case .notEqual: value != bound
    }
  }
}
