import Values

extension RoundingMode {
  /// As rubrics spell it.
  package init?(words: String) {
    switch words {
    case "half up": self = .halfUp
    case "half even": self = .halfEven
    case "half down": self = .halfDown
    case "up": self = .up
    case "down": self = .down
    case "floor": self = .floor
    case "ceiling": self = .ceiling
    default: return nil
    }
  }
}
