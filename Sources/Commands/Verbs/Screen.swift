import Diagnostics

/// What several verbs do alike: print diagnostics and choose exit codes.
struct Screen {
  let terminal: Terminal
  let language: Language

  /// Prints diagnostics to standard error, and their count.
  func show(_ diagnostics: Diagnostics) {
    guard !diagnostics.isEmpty else { return }
    terminal.complain(DiagnosticRenderer(language: language).render(diagnostics))
    terminal.complain("\n")
  }

  func show(_ diagnostic: Diagnostic) {
    var diagnostics = Diagnostics()
    diagnostics.report(diagnostic)
    show(diagnostics)
  }

  func say(_ wording: Wording) {
    terminal.write(TextEscape.lines(wording.text(in: language)) + "\n")
  }

  /// 1 where an error was reported, or where `strict` and anything was.
  func code(for diagnostics: Diagnostics, strict: Bool) -> ExitCode {
    if diagnostics.hasErrors { return .faults }
    return strict && !diagnostics.isEmpty ? .faults : .done
  }
}
