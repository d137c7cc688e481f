extension Rubric {
  /// Outer before inner.
  var everySection: [Section] {
    var found: [Section] = []
    var open = Array(sections.reversed())
    while let next = open.popLast() {
      found.append(next)
      open += next.subsections.reversed()
    }
    return found
  }
}
