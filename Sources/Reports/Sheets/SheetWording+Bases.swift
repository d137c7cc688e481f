import Diagnostics
import Rubrics

extension SheetWording {
  /// What a rubric stands on, and what is not as there.
  static func base(_ base: RubricBase) -> Wording {
    let changes = changes(base.changes)
    let none = Wording(en: "Nothing of it is changed.", zh: "未作改动。")
    let all = changes.isEmpty ? [none] : changes
    return Wording(
      en: "Stands on \(base.title.en) (\(base.name)). " + all.map(\.en).joined(separator: " "),
      zh: "以《\(base.title.zh)》（\(base.name)）为底本。" + all.map(\.zh).joined())
  }

  private static func changes(_ changes: [BaseChange]) -> [Wording] {
    var leftOut: [String] = []
    var replaced: [String] = []
    var added: [Wording] = []
    var points: [Wording] = []
    for change in changes {
      switch change {
      case .leftOut(let id): leftOut.append("`\(id)`")
      case .replaced(let id): replaced.append("`\(id)`")
      case .added(let id, let section):
        added.append(Wording(en: "`\(id)` to `\(section)`", zh: "`\(id)`（归 `\(section)`）"))
      case .points(let id, let from, let to):
        points.append(
          Wording(en: "`\(id)` \(to), not \(from)", zh: "`\(id)` 由 \(from) 分改为 \(to) 分"))
      }
    }
    return [
      list(Wording(en: "Left out: ", zh: "去掉："), leftOut.map { Wording($0) }),
      list(Wording(en: "Replaced: ", zh: "替换："), replaced.map { Wording($0) }),
      list(Wording(en: "Added: ", zh: "增加："), added),
      list(Wording(en: "Points: ", zh: "分值："), points),
    ].compactMap(\.self)
  }

  private static func list(_ head: Wording, _ members: [Wording]) -> Wording? {
    guard !members.isEmpty else { return nil }
    return Wording(
      en: head.en + members.map(\.en).joined(separator: ", ") + ".",
      zh: head.zh + members.map(\.zh).joined(separator: "、") + "。")
  }
}
