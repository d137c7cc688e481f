/// The names of `candidates` that a writer of `name` may have meant, nearest first, at most four.
package func namesNear(_ name: String, in candidates: [String]) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(longestCompared))
  let allowed = max(1, wanted.count / 3)
  var found: [(distance: Int, name: String)] = []
  for candidate in candidates.prefix(mostCandidates) {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(longestCompared))
    if abs(other.count - wanted.count) > allowed { continue }
    let distance = editDistance(wanted, other)
    if distance <= allowed, distance < max(wanted.count, other.count) {
      found.append((distance, candidate))
    }
  }
  found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return found.prefix(4).map(\.name)
}

/// What to do about a name that nobody knows: the one that was meant, or those that there are.
package func remedy(for name: String, among known: [String]) -> Wording {
  if let meant = namesNear(name, in: known).first {
    return Wording(en: "did you mean `\(meant)`?", zh: "是不是 `\(meant)`？")
  }
  guard !known.isEmpty else {
    return Wording(en: "declare `\(name)` first, or remove it", zh: "请先声明 `\(name)`，或删去")
  }
  let more = known.count > 8 ? ", …" : ""
  return Wording(
    en: "write one of `\(known.prefix(8).joined(separator: "`, `"))`\(more)",
    zh: "可写：`\(known.prefix(8).joined(separator: "`、`"))`\(more)")
}

/// A message that compares with more names costs more than its help is worth.
private let mostCandidates = 300

/// Names are short; a longer text is not a slip of the pen.
private let longestCompared = 60

/// How many scalars must be put in, taken out, changed, or swapped with a neighbour.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(last[column + 1], current[column]) + 1
      cost = min(cost, last[column] + (scalar == other ? 0 : 1))
      if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
