import Formats

/// Whether expressions can use `text` as a name.
///
/// Letters of any script, digits, `_`, single spaces, and the symbols that FEEL admits in declared names; no full-width mark.
package func isExpressionName(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first, let last = scalars.last, scalars.count <= 80 else {
    return false
  }
  guard first.properties.isAlphabetic || first == "_", last != " " else { return false }
  if reservedWords.contains(text) { return false }
  var previous = first
  for scalar in scalars {
    guard
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_ -'.+*/".unicodeScalars.contains(scalar)
        || (0x300...0x36F).contains(scalar.value)
    else { return false }
    if scalar == " ", previous == " " { return false }
    previous = scalar
  }
  return true
}

/// The words that FEEL's grammar keeps for itself.
private let reservedWords: Set<String> = [
  "and", "between", "else", "every", "external", "false", "for", "function", "if", "in", "instance",
  "item", "list", "null", "of", "or", "partial", "range", "return", "satisfies", "some", "then",
  "true",
]

/// The names that Hengxing gives to every expression of a rubric.
package let givenNames = [
  "period start", "period end", "as of", "judgements", "stage", "total", "items", "sections",
  Operation.name,
]
