import Commands
import Foundation
import Hengxing

/// The only place that owns the process: its words, its streams and its end.
private func write(_ text: String, to handle: FileHandle) {
  // A reader that has gone away (`hengxing … | head`) is no fault of ours.
  try? handle.write(contentsOf: Data(text.utf8))
}

signal(SIGPIPE, SIG_IGN)

/// What Ctrl-C and its kin end is removed by one thread that waits for them; no other thread hears them.
private func watch(over unfinished: Unfinished, _ show: (@Sendable (String) -> Void)?) {
  var signals = sigset_t()
  sigemptyset(&signals)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, nil)
  let watched = signals
  let watcher = Thread {
    var waited = watched
    var signal: Int32 = 0
    sigwait(&waited, &signal)
    unfinished.removeAll()
    // The shell's next line does not stand behind a bar.
    show?("")
    // As a shell says it: 130 for Ctrl-C.
    _exit(128 + signal)
  }
  watcher.start()
}

let unfinished = Unfinished()

/// In the place of the line before.
private let show: @Sendable (String) -> Void = { line in
  try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
}
/// Only a person who looks at standard error sees it.
private let isWatched = isatty(STDERR_FILENO) == 1
watch(over: unfinished, isWatched ? show : nil)

let terminal = Terminal(
  write: { write($0, to: .standardOutput) },
  complain: { write($0, to: .standardError) },
  readLine: { readLine(strippingNewline: true) },
  unfinished: unfinished,
  progress: isWatched ? show : nil
)
exit(Program.run(Array(ProcessInfo.processInfo.arguments.dropFirst()), on: terminal).rawValue)
