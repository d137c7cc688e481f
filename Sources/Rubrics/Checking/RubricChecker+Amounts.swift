import Diagnostics
import Formats
import Values

extension RubricChecker {
  mutating func checkOtherwise(_ record: Record) -> NotApplicable {
    if record.mentions("applies when"), !record.mentions("otherwise") {
      diagnostics.report(.appliesWithoutOtherwise(at: record.keyPlace("applies when")))
    }
    if record.mentions("otherwise"), !record.mentions("applies when") {
      diagnostics.report(.otherwiseWithoutApplies(at: record.keyPlace("otherwise")))
    }
    return record.choice("otherwise") ?? .drop
  }

  mutating func checkRounding(_ record: Record) -> Rounding? {
    Rounding(record, into: &diagnostics)
  }

  mutating func reportNegative(_ record: Record, _ key: String) {
    if let number = record.number(key), number.isNegative {
      diagnostics.report(.negative(key, at: record.scalar(key)?.place ?? record.place))
    }
  }
}
