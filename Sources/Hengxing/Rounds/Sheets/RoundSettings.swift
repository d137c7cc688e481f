import Diagnostics
import Formats

/// What a sheet of two columns says of a round as a whole: its id, its title, its period, its rubrics.
struct RoundSettings {
  private struct Setting {
    let path: [String]
    let names: [String]
    var isList = false
    var words: [String: String] = [:]

    init(
      _ path: String..., names: [String], isList: Bool = false, words: [String: String] = [:]
    ) {
      self.path = path
      self.names = [path.joined(separator: " ")] + names
      (self.isList, self.words) = (isList, words)
    }
  }

  private static let settings = [
    Setting("round", names: ["标识", "编号", "轮次"]),
    Setting("title", names: ["名称", "标题"]),
    Setting(
      "language", names: ["语言"], words: ["中文": "zh", "英文": "en", "Chinese": "zh", "English": "en"]),
    Setting("fictional", names: ["虚构", "虚构示例"], words: ["是": "true", "否": "false"]),
    Setting("period", "from", names: ["评估期首日", "开始日期", "起始日期"]),
    Setting("period", "to", names: ["评估期末日", "结束日期"]),
    Setting("as of", names: ["截止日", "截止日期", "材料截止日"]),
    Setting("rubrics", names: ["细则", "评分细则"], isList: true),
    Setting("policies", names: ["政策"], isList: true),
    Setting("standings", names: ["定稿名次"]),
    Setting("objections", "until", names: ["异议截止日", "异议期限"]),
    Setting("objections", "to", names: ["异议受理单位"]),
    Setting("objections", "form", names: ["异议方式"]),
  ]

  /// What a setting may be called, one name each.
  static var names: [String] { settings.map { $0.names[1] } }

  private var taken: [(setting: Setting, text: String, place: SheetPlace)] = []

  /// - Returns: false where a round has no such setting.
  mutating func take(_ name: String, _ text: String, at place: SheetPlace) -> Bool {
    let name = HeaderName(name)
    guard
      let setting = Self.settings.first(where: { $0.names.contains { HeaderName($0) == name } })
    else { return false }
    taken.append((setting, setting.words[text] ?? text, place))
    return true
  }

  /// As the round has it; a setting that is written twice is told as a key that is written twice.
  func write(into script: inout SheetScript) {
    var groups: Set<String> = []
    for one in taken {
      let value = one.setting.isList ? SheetScript.list(one.text) : SheetScript.quoted(one.text)
      guard one.setting.path.count > 1 else {
        script.line(0, "\(SheetScript.quoted(one.setting.path[0])): \(value)", at: one.place)
        continue
      }
      guard groups.insert(one.setting.path[0]).inserted else { continue }
      script.line(0, "\(SheetScript.quoted(one.setting.path[0])):", at: one.place)
      for other in taken where other.setting.path[0] == one.setting.path[0] {
        script.line(
          2,
          "\(SheetScript.quoted(other.setting.path[1])): \(SheetScript.quoted(other.text))",
          at: other.place)
      }
    }
  }
}
