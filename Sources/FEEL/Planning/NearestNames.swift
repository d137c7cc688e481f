/// The names that somebody may have meant: at most four, nearest first.
///
/// - Returns: nothing where no name is near.
func nearestNames(to name: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(longestCompared))
  var near: [(name: String, distance: Int)] = []
  var seen: Set<String> = []
  for candidate in candidates where candidate != name && seen.insert(candidate).inserted {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(longestCompared))
    let distance = editDistance(wanted, other)
    let allowed = max(1, min(wanted.count, other.count) / 3)
    let holds =
      wanted.count >= 2 && other.count >= 2
      && (other.starts(with: wanted) || wanted.starts(with: other))
    if distance <= allowed && distance < max(wanted.count, other.count) || holds {
      near.append((candidate, distance))
    }
  }
  near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return near.prefix(4).map(\.name)
}

/// Names are compared by their beginnings only: the work grows with the product of the lengths.
private let longestCompared = 40

/// How many scalars to insert, remove or replace to make one name of the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (index, scalar) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let above = row[column + 1]
      row[column + 1] =
        scalar == other ? diagonal : min(diagonal, min(above, row[column])) + 1
      diagonal = above
    }
  }
  return row[right.count]
}
