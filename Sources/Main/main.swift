import Commands
import Foundation

/// The only place that owns the process: its words, its streams and its end.
private func write(_ text: String, to handle: FileHandle) {
  // A reader that has gone away (`hengxing … | head`) is no fault of ours.
  try? handle.write(contentsOf: Data(text.utf8))
}

signal(SIGPIPE, SIG_IGN)

let terminal = Terminal(
  write: { write($0, to: .standardOutput) },
  complain: { write($0, to: .standardError) },
  readLine: { readLine(strippingNewline: true) }
)
exit(Program.run(Array(ProcessInfo.processInfo.arguments.dropFirst()), on: terminal).rawValue)
