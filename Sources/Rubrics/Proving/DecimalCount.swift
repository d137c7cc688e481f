package import Values

/// How many decimals a multiple of `step` may have.
package func decimalCount(of step: Number) -> Int {
  let text = step.description
  guard let point = text.utf8.firstIndex(of: 0x2E) else { return 0 }
  return text.utf8.distance(from: point, to: text.utf8.endIndex) - 1
}
