import Formats

extension DeclarationChecker {
  /// The facts that a rubric or a policy declares, and `operation` where an expression of it looks at that.
  package mutating func facts(of root: Record) -> [Declaration] {
    let declared = declarations(root.map("facts"))
    guard !declared.contains(where: { $0.name == Operation.name }),
      root.names(inExpressions: Operation.name)
    else { return declared }
    return declared + [.operation(at: root.place)]
  }
}
