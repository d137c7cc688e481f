import Commands
import Hengxing
import TestSupport
import Testing

/// What standard output did not take is told on the other stream, with the exit code of what cannot be written.
@Suite(.timed) struct OutputLostTests {
  @Test(arguments: [
    ([String](), "error[output-lost]: standard output cannot be written: No space left on device"),
    (["eval", "1", "--lang", "zh"], "错误[output-lost]: 标准输出写不进去：磁盘空间不足"),
  ])
  func isTold(words: [String], line: String) {
    var complaint = ""
    let terminal = Terminal(
      write: { _ in Issue.record("nothing more can be written") }, complain: { complaint += $0 },
      readLine: { nil })
    #expect(Program.outputLost("No space left on device", words, on: terminal) == .unreadable)
    #expect(complaint.hasPrefix(line))
  }
}
