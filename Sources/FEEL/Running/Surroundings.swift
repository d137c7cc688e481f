package import Values

/// What a plan may see besides its slots; all of it comes from above.
package struct Surroundings: Sendable {
  package let clock: Clock?
  package let zones: ZoneRules

  package init(clock: Clock? = nil, zones: ZoneRules = .none) {
    self.clock = clock
    self.zones = zones
  }

  package static let none = Surroundings()
}
