/// `town.funds-paid`: the item of another party's rubric where the same fact counts.
package struct ExcuseLink: Sendable, Hashable {
  package let party: String
  package let item: String

  package var text: String { "\(party).\(item)" }
}
