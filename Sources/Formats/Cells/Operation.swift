package import Diagnostics

/// Who runs a station, or the stations of a district, as bundles, rounds and portfolios declare it of a subject.
package enum Operation: String, Sendable, CaseIterable {
  /// The office itself, by workers whom it employs.
  case `internal`
  /// An organisation from which the office buys the service.
  case external
  /// Both together.
  case composite
  /// Stations of several kinds in one district.
  case several

  /// The key of bundles and rounds, and the name in expressions.
  package static let name = "operation"
  /// What files of facts call the column.
  package static let headers = [name, "运营方式"]

  /// The word that expressions test, and what it means to a reader.
  package var wording: Wording {
    switch self {
    case .internal: Wording(en: "internal (the office itself)", zh: "内设（自营）")
    case .external: Wording(en: "external (an organisation)", zh: "外包（购买服务）")
    case .composite: Wording(en: "composite (both together)", zh: "复合（政社共同）")
    case .several: Wording(en: "several (of different kinds)", zh: "多家（方式不一）")
    }
  }

  /// Other words that people write for it.
  private var otherSpellings: [String] {
    switch self {
    case .internal: ["内设", "自营", "内生", "内生型", "直聘", "直接聘用", "direct hire"]
    case .external:
      ["外包", "购买", "购买服务", "外嵌", "外嵌型", "委托", "委托社会组织", "outsourced"]
    case .composite: ["复合", "复合型", "合作", "合作运营"]
    case .several: ["多家", "多种", "多种并存"]
    }
  }

  /// By every way of writing it: the word that expressions test.
  package static let spellings: [String: String] = {
    var spellings: [String: String] = [:]
    for operation in allCases {
      let own = [operation.rawValue, operation.wording.zh, operation.wording.en]
      for spelling in own + operation.otherSpellings { spellings[spelling] = operation.rawValue }
    }
    return spellings
  }()

  private static let byFoldedName = Dictionary(
    spellings.map { (FoldedName($0.key), Operation(rawValue: $0.value)) },
    uniquingKeysWith: { first, _ in first })

  /// Whatever word stands for it, in any width and case.
  package init?(written text: String) {
    guard case .some(.some(let operation)) = Self.byFoldedName[FoldedName(text)] else { return nil }
    self = operation
  }
}
