/// Where mistakes are collected, so that one run tells them all.
package struct Diagnostics: Sendable {
  /// More than this many errors, or than this many others, help nobody; the rest is counted.
  ///
  /// Errors have places of their own: what rejects a file is read however many warnings stand above it.
  package static let maximumCount = 1000

  package private(set) var all: [Diagnostic] = []
  package private(set) var omittedCount = 0
  private var listedErrorCount = 0

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    let listed = diagnostic.severity == .error ? listedErrorCount : all.count - listedErrorCount
    if listed < Self.maximumCount { list(diagnostic) } else { omittedCount += 1 }
    count(diagnostic)
  }

  /// What must be read however much stands above it.
  package mutating func reportLast(_ diagnostic: Diagnostic) {
    list(diagnostic)
    count(diagnostic)
  }

  private mutating func list(_ diagnostic: Diagnostic) {
    all.append(diagnostic)
    if diagnostic.severity == .error { listedErrorCount += 1 }
  }

  private mutating func count(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    meanings.insert(diagnostic.meaning)
  }

  package mutating func append(_ other: Diagnostics) {
    let count = errorCount + other.errorCount
    for diagnostic in other.all { report(diagnostic) }
    omittedCount += other.omittedCount
    // Also those that `other` has only counted.
    errorCount = count
    meanings.formUnion(other.meanings)
  }

  /// The same, each where `move` says that its place is.
  package func moved(_ move: (Place) -> Place) -> Diagnostics {
    var moved = self
    moved.all = all.map { $0.moved(move) }
    return moved
  }

  package private(set) var errorCount = 0
  /// What code may do with those that were reported, listed or only counted.
  package private(set) var meanings: Set<Diagnostic.Meaning> = []
  package var hasErrors: Bool { errorCount > 0 }
  package var isEmpty: Bool { all.isEmpty }
}
