/// How names of zones become zones.
///
/// Handed in from above, because the rules lie in files.
package struct ZoneRules: Sendable {
  private let find: @Sendable (String) -> NamedZone?

  package init(_ find: @escaping @Sendable (String) -> NamedZone?) {
    self.find = find
  }

  /// - Returns: `nil` where there is no such zone.
  package func zone(named name: String) -> NamedZone? {
    find(name)
  }

  private static let areas: Set<Substring> = [
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil",
    "Canada", "Chile", "Etc", "Europe", "Indian", "Mexico", "Pacific", "US",
  ]

  /// No rules: names of the usual form are taken, and nothing is known of their clocks but those of UTC.
  package static let none = ZoneRules { name in
    if ["UTC", "GMT", "Etc/UTC", "Etc/GMT"].contains(name) {
      return NamedZone(name, firstOffset: 0)
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, let area = parts.first, areas.contains(area),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isOfName) })
    else { return nil }
    return NamedZone(nameOnly: name)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
