package import Diagnostics

/// One verb of the command line: what it is called, what it takes, what it does.
package struct Verb: Sendable {
  package let name: String
  package let summary: Wording
  /// What follows the verb, as help shows it: `ROUND --out DIR`.
  package let synopsis: String
  package let options: [Option]
  /// A command that works from the project's folder.
  package let example: String
  package let run: @Sendable (Invocation, Terminal) -> ExitCode

  package init(
    _ name: String,
    _ summary: Wording,
    synopsis: String,
    options: [Option],
    example: String,
    run: @escaping @Sendable (Invocation, Terminal) -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.synopsis = synopsis
    self.options = options + [.language, .help]
    self.example = example
    self.run = run
  }
}

extension Verb {
  /// Every verb that works, in the order of the help page.
  package static let all: [Verb] = [
    .run, .score, .explain, .papers, .agreement, .batch, .check, .test, .new, .collect, .cells,
    .eval, .completion, .man,
  ]
}
