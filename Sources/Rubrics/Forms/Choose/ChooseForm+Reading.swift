import Diagnostics
import FEEL
import Formats
import Values

extension ChooseForm {
  static func read(
    _ record: Record, of item: Record, worth points: Number?, by checker: inout RubricChecker
  ) -> (any ScoringForm)? {
    guard let value = checker.plan(record, "choose", expecting: .any) else { return nil }
    let shape = value.shape.withoutOptional
    switch shape {
    case .number, .string, .boolean, .any: break
    default:
      checker.diagnostics.report(.chooseOver(shape, at: record.keyPlace("choose")))
      return nil
    }
    let options = options(record, shape, by: &checker)
    let otherwise = record.number("else")
    checker.reportAmounts(
      options.map { ($0.points, $0.place) }, otherwise: otherwise, worth: points,
      at: record.keyPlace("options"))
    reportOpenChoice(record, value, options, by: &checker)
    return ChooseForm(value: value, options: options, otherwise: otherwise)
  }

  private static func options(
    _ record: Record, _ shape: Shape, by checker: inout RubricChecker
  ) -> [Option] {
    var options: [Option] = []
    for entry in record.map("options") {
      guard let number = entry.value.number else { continue }
      guard
        let key = shape.value(written: entry.key.text)
          ?? (shape == .any ? .string(entry.key.text) : nil)
      else {
        checker.diagnostics.report(
          .optionOfAnotherType(entry.key.text, shape, at: entry.key.place))
        continue
      }
      options.append(
        Option(value: key, points: number, text: entry.key.text, place: entry.key.place))
    }
    return options
  }

  /// Every value that can occur has an option, or there is an `else`.
  private static func reportOpenChoice(
    _ record: Record, _ value: Plan, _ options: [Option], by checker: inout RubricChecker
  ) {
    let possible = checker.possibleTexts(value)
    let written = Set(options.map(\.text))
    if let possible {
      let known = Set(possible)
      for option in options where !known.contains(option.text) {
        checker.diagnostics.report(
          .optionNeverOccurs(option.text, possible, at: option.place)
            .pointing(at: checker.declaration(of: value)))
      }
      let missing = possible.filter { !written.contains($0) }
      if !missing.isEmpty, !record.mentions("else") {
        checker.diagnostics.report(.choiceOpen(missing, at: record.keyPlace("options")))
      }
    } else if !record.mentions("else") {
      checker.diagnostics.report(.choiceOpen([], at: record.keyPlace("options")))
    }
  }
}
