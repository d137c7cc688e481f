package import Hengxing

/// What a verb may touch of the outside world: where it writes, complains and reads lines.
///
/// A value, so that tests hand in their own.
package struct Terminal {
  /// Writes to standard output.
  package let write: (String) -> Void
  /// Writes to standard error.
  package let complain: (String) -> Void
  /// Reads a line of standard input without its line end; `nil` at the end.
  package let readLine: () -> String?
  /// What an interrupted run must not leave behind.
  package let unfinished: Unfinished

  /// Shows a line in the place of the one before; empty text takes it away.
  ///
  /// `nil`: nobody is looking.
  package let progress: (@Sendable (String) -> Void)?

  package init(
    write: @escaping (String) -> Void,
    complain: @escaping (String) -> Void,
    readLine: @escaping () -> String?,
    unfinished: Unfinished = Unfinished(),
    progress: (@Sendable (String) -> Void)? = nil
  ) {
    self.write = write
    self.complain = complain
    self.readLine = readLine
    self.unfinished = unfinished
    self.progress = progress
  }
}

/// How a run ended, as the shell sees it.
package enum ExitCode: Int32, Sendable {
  /// Done; warnings and unknowns too.
  case done = 0
  /// An error was reported or a subject rejected.
  case faults = 1
  /// The command line does not make sense.
  case usage = 2
  /// Something could not be read or written.
  case unreadable = 3
}
