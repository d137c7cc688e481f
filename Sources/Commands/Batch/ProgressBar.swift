import Diagnostics
import Dispatch
import Formats

/// Shows on a terminal how far the reading has come; nothing where there is none.
final class ProgressBar {
  private let timer: (any DispatchSourceTimer)?
  private let show: (@Sendable (String) -> Void)?

  /// Whoever reads a file of a moment sees no bar.
  private static let firstAfter = DispatchTimeInterval.milliseconds(400)
  private static let pace = DispatchTimeInterval.milliseconds(150)

  init(_ progress: ReadingProgress, on terminal: Terminal, in language: Language) {
    guard let show = terminal.progress else {
      timer = nil
      self.show = nil
      return
    }
    let start = DispatchTime.now()
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer.schedule(deadline: start + Self.firstAfter, repeating: Self.pace)
    timer.setEventHandler {
      let elapsed = DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds
      let line = ProgressLine(
        rows: progress.rows, subjects: progress.subjects, done: progress.doneBytes,
        total: progress.allBytes, seconds: Double(elapsed) / 1e9)
      show(line.text(in: language))
    }
    timer.activate()
    self.timer = timer
    self.show = show
  }

  /// Takes the bar away.
  func end() {
    guard let timer, let show else { return }
    timer.cancel()
    show("")
  }
}
