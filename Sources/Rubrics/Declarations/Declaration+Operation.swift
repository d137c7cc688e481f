import Diagnostics
import Formats
import Values

extension Declaration {
  /// What nobody declares and every expression may look at: who runs the subject.
  static func operation(at place: Place) -> Declaration {
    let words = Operation.allCases.map(\.rawValue)
    return Declaration(
      name: Operation.name, title: Wording(en: "who runs it", zh: "运营方式"), shape: .string,
      unit: nil, isWhole: false, mustBe: nil, allowed: words, absent: .unknown, blanks: [],
      headers: Operation.headers, isPrivate: false, booleans: nil, order: nil, same: nil,
      origin: .subject, place: place, bounds: Bounds(.oneOf(words.map { .string($0) })))
  }

  /// Ways of writing its texts besides the declared one.
  package var spellings: [String: String] { origin == .subject ? Operation.spellings : [:] }
}
