import Rubrics
import Values

extension TableDeclaration {
  /// The answers themselves, or an unknown where an anonymous survey has too few of them.
  func withheld(_ answers: Value) -> Value {
    guard let least = anonymousFrom, case .list(let list) = answers, list.certainCount < least
    else {
      return answers
    }
    return TableReader(self).withheld
  }
}
