import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  mutating func checkTogether(_ record: Record) -> Together? {
    noteID(record.scalar("id"), in: "together")
    let ids = Set(syntax.allItems.compactMap { $0.string("id") })
    for item in record.list("items").compactMap(\.scalar) where !ids.contains(item.text) {
      diagnostics.report(.unknownTogetherItem(item.text, among: ids.sorted(), at: item.place))
    }
    var given: [Plan] = []
    for condition in record.list("given").compactMap(\.scalar) {
      if let plan = expressions.plan(condition, expecting: .boolean, into: &diagnostics) {
        given.append(plan)
      }
    }
    let unit = record.scalar("in multiples of").flatMap { checkUnit($0) }
    guard let quantity = plan(record, "least", expecting: .number), let id = record.string("id")
    else { return nil }
    return Together(
      id: id, says: record.wording("says"), items: record.strings("items"), given: given,
      quantity: quantity, unit: unit, place: record.scalar("id")?.place ?? record.place)
  }

  /// A bound in multiples of a number means something only where that number is positive.
  private mutating func checkUnit(_ scalar: Scalar) -> Int? {
    guard let number = facts.firstIndex(where: { $0.name == scalar.text }),
      facts[number].shape.withoutOptional.isNumber
    else {
      diagnostics.report(
        .unknownUnit(scalar.text, among: facts.map(\.name), at: scalar.place))
      return nil
    }
    guard case .number(let low?, _, _) = facts[number].bounds.kind, !low.isNegative else {
      diagnostics.report(.unitMayBeNegative(scalar.text, at: scalar.place))
      return nil
    }
    return number
  }

  /// `code: reason`, or `code name: reason`.
  mutating func checkAcceptances() -> [Acceptance] {
    root.map("accept").compactMap { entry in
      let words = entry.key.text.split(separator: " ", maxSplits: 1).map(String.init)
      guard let code = words.first, Lint.codes.contains(code) else {
        diagnostics.report(.unknownLint(entry.key.text, among: Lint.codes, at: entry.key.place))
        return nil
      }
      guard case .wording(let reason, _) = entry.value else { return nil }
      return Acceptance(
        code: code, name: words.count > 1 ? words[1] : nil, reason: reason, place: entry.key.place)
    }
  }
}
