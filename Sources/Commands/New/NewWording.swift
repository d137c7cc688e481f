import Diagnostics
import ScoreSheets

enum NewWording {
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
