package enum Measure: String, Sendable, CaseIterable {
  case input, process, output, outcome, voice
}
