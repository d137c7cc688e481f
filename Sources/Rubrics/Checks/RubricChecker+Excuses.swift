import Diagnostics
import FEEL
import Formats
import Values

extension RubricChecker {
  /// An excuse says who is charged instead, or why nobody is.
  mutating func checkExcuse(_ record: Record) -> Excuse? {
    let links: [ExcuseLink] = record.scalars("by").compactMap { checkLink($0) }
    let because = record.wording("because")
    let isNobodys = record.mentions("charged to")
    if record.mentions("by"), isNobodys {
      diagnostics.report(.chargedTwice(at: record.keyPlace("charged to")))
    } else if isNobodys, !record.mentions("because") {
      diagnostics.report(.nobodyWithoutBecause(at: record.keyPlace("charged to")))
    } else if record.mentions("because"), !isNobodys {
      diagnostics.report(.becauseWithoutNobody(at: record.keyPlace("because")))
    } else if !record.mentions("by"), !isNobodys {
      diagnostics.report(.chargesNobody(at: record.place))
    }
    guard let when = plan(record, "when", expecting: .boolean),
      let then: Excuse.Consequence = record.choice("then")
    else { return nil }
    return Excuse(
      when: when, by: links, nobody: isNobodys ? because : nil, then: then,
      says: record.wording("says"))
  }

  /// `town.funds-paid`: the party is what stands before the first dot.
  private mutating func checkLink(_ scalar: Scalar) -> ExcuseLink? {
    let parts = scalar.text.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      diagnostics.report(.excuseLink(scalar.text, at: scalar.place))
      return nil
    }
    reportUndeclared(String(parts[0]), of: scalar.text, at: scalar.place)
    return ExcuseLink(party: String(parts[0]), item: String(parts[1]))
  }

  /// Where a rubric declares its parties, it has no others; what the round says of the contract is no party.
  mutating func reportUndeclared(_ role: String, of name: String, at place: Place) {
    guard root.mentions("parties"), role != "contract",
      !parties.contains(where: { $0.role == role })
    else { return }
    diagnostics.report(.undeclaredParty(role, of: name, among: parties.map(\.role), at: place))
  }
}

extension Record {
  /// One scalar, or those of a list.
  fileprivate func scalars(_ key: String) -> [Scalar] {
    switch value(key) {
    case .list(let members, _): members.compactMap(\.scalar)
    case .text(let scalar): [scalar]
    default: []
    }
  }
}
