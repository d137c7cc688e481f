/// Every function that FEEL brings along.
package enum Builtins {
  /// In the order of the manual: by family, then as the standard lists them.
  package static let all: [Builtin] = families.flatMap { $0 }

  static let families: [[Builtin]] = [
    boolean, text, patterns, numbers, statistics, extremes, lists, sorting, contexts, ranges,
  ]

  private static let index = Dictionary(grouping: all, by: \.name)
    .mapValues { Builtin.Overloads(name: $0[0].name, all: $0) }

  /// The overloads of a name; `nil` where FEEL has no such function.
  package static func named(_ name: String) -> Builtin.Overloads? {
    index[name]
  }
}
