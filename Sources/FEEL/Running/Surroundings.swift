package import Values

/// What a plan may see besides its slots; all of it comes from above.
package final class Surroundings: Sendable {
  package let clock: Clock?
  package let zones: ZoneRules
  package let maximumSteps: Int

  package init(
    clock: Clock? = nil, zones: ZoneRules = .none, maximumSteps: Int = Limits.maximumSteps
  ) {
    self.clock = clock
    self.zones = zones
    self.maximumSteps = maximumSteps
  }

  package static let none = Surroundings()
}
