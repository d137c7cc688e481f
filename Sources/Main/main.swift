import Commands
import Hengxing
import Platform

/// The only place that owns the process: its words, its streams and its end.
StandardOutput.keepStreams()
signal(SIGPIPE, SIG_IGN)
// A file that grows too large is an error of writing, which is told.
signal(SIGXFSZ, SIG_IGN)

/// What Ctrl-C and its kin end is removed by one thread that waits for them; no other thread hears them.
private func watch(over unfinished: Unfinished, _ show: (@Sendable (String) -> Void)?) {
  var signals = sigset_t()
  sigemptyset(&signals)
  for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, nil)
  let watched = signals
  BackgroundThread.start {
    var waited = watched
    var signal: Int32 = 0
    sigwait(&waited, &signal)
    unfinished.removeAll()
    // The shell's next line does not stand behind a bar.
    show?("")
    // As a shell says it: 130 for Ctrl-C.
    _exit(128 + signal)
  }
}

let unfinished = Unfinished()

/// In the place of the line before.
private let show: @Sendable (String) -> Void = { line in
  try? Descriptor.write("\r\u{1B}[K\(line)", to: STDERR_FILENO)
}
/// Only a person who looks at standard error sees it.
private let isWatched = isatty(STDERR_FILENO) == 1
watch(over: unfinished, isWatched ? show : nil)

let output = StandardOutput()
let terminal = Terminal(
  write: output.write,
  complain: { try? Descriptor.write($0, to: STDERR_FILENO) },
  readLine: { readLine(strippingNewline: true) },
  unfinished: unfinished,
  progress: isWatched ? show : nil
)
let words = Array(CommandLine.arguments.dropFirst())
var code = Program.run(words, on: terminal)
if let reason = output.failure { code = Program.outputLost(reason, words, on: terminal) }
exit(code.rawValue)
