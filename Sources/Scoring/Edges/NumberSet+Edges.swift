import Rubrics
import Values

extension NumberSet {
  /// The ends of its intervals.
  var ends: [Number] {
    intervals.flatMap { [$0.low?.number, $0.high?.number] }.compactMap(\.self)
  }
}
