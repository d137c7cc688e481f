package import Diagnostics

extension Rubric {
  /// Where it first asks for the evidence or the items of a role.
  package func placeAsking(for role: String) -> Place? {
    facts.first { $0.origin.role == role }?.place
      ?? tables.first { $0.origin.role == role || $0.alsoKeptBy.contains(role) }?.place
      ?? parties.first { $0.role == role }?.place
  }
}
