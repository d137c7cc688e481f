package import Diagnostics

extension RubricSyntax {
  /// Checks everything that can be checked without evidence; `digest` is SHA-256 of the file's bytes.
  ///
  /// - Returns: `nil` when something that the rubric cannot do without was reported.
  package func check(digest: String, into diagnostics: inout Diagnostics) -> Rubric? {
    var checker = RubricChecker(self, isWhole: !diagnostics.hasErrors)
    let rubric = checker.check(digest: digest)
    diagnostics.append(checker.diagnostics)
    return rubric
  }
}
