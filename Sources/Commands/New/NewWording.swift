import Diagnostics
import Rubrics
import ScoreSheets
import Scoring

enum NewWording {
  /// What was written of the edges of a rubric.
  static func tests(_ cases: EdgeCases, _ ticks: EdgeTicks) -> Wording {
    let ticked = cases.tickedCount(ticks)
    let toTick = cases.cases.count - ticked
    let unfound = cases.unfound.count
    return Wording(
      en: "\(cases.rubric.id): \(toTick) cases to be ticked"
        + (ticked > 0 ? ", \(ticked) ticked" : "")
        + (unfound > 0 ? "; \(unfound) edges without a case, listed at the end of the file" : ""),
      zh: "\(cases.rubric.id)：\(toTick) 个用例待核" + (ticked > 0 ? "，已核 \(ticked) 个" : "")
        + (unfound > 0 ? "；\(unfound) 处没有写出用例，列在文件末尾" : ""))
  }

  /// What was read from a score sheet.
  static func read(_ written: ScoreSheet.Written) -> Wording {
    let unread = written.unreadCount
    return Wording(
      en:
        "\(written.id): \(written.itemCount) items, \(written.points) points, \(written.questionCount) questions to confirm"
        + (unread > 0 ? "; \(unread) standards not understood, left to assessors" : ""),
      zh:
        "\(written.id)：\(written.itemCount) 项指标，\(written.points) 分，\(written.questionCount) 处待确认"
        + (unread > 0 ? "；\(unread) 条标准没有读懂，暂由评委打分" : ""))
  }
}
