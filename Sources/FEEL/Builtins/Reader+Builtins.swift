import Diagnostics

extension Reader {
  /// Begins to read what may call builtins; `local` are names that stand around the passage, beside those of the scope.
  init(_ passage: Passage, in scope: Scope, local: [Scope.Entry] = [], mode: Mode) {
    self.init(passage, in: scope, local: local, functions: Self.builtinNames, mode: mode)
  }

  /// Builtins whose names are more than one word.
  private static let builtinNames: KnownNames = {
    var names = KnownNames()
    for builtin in Builtins.all { names.insert(builtin.name) }
    return names
  }()
}
