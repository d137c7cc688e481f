/// A formula that holds or does not, and whether it holds now.
struct LiveTruth {
  let text: String
  let holds: Bool

  init(_ text: String, _ holds: Bool) { (self.text, self.holds) = (text, holds) }

  static func constant(_ holds: Bool) -> LiveTruth { LiveTruth(holds ? "1=1" : "1=0", holds) }

  static func all(_ terms: [LiveTruth]) -> LiveTruth {
    terms.count == 1
      ? terms[0]
      : LiveTruth(
        "AND(\(terms.map(\.text).joined(separator: ",")))", terms.allSatisfy(\.holds))
  }

  static func any(_ terms: [LiveTruth]) -> LiveTruth {
    terms.count == 1
      ? terms[0]
      : LiveTruth(
        "OR(\(terms.map(\.text).joined(separator: ",")))", terms.contains(where: \.holds))
  }

  var opposite: LiveTruth { LiveTruth("NOT(\(text))", !holds) }

  /// 1 where it holds, else 0.
  var asInteger: LiveInteger {
    .literal(1).chosen(if: self, else: .literal(0))
  }
}
