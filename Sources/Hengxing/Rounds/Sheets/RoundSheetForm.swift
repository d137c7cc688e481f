import Formats

/// A sheet of the workbook beside a round: which part of the round its rows are, and what its columns are called.
struct RoundSheetForm: Sendable {
  enum Rows: Sendable {
    /// Each row is an entry of a list.
    case entries
    /// Each row is named by its first column.
    case named
    /// The same, and its value is one text.
    case values
    /// Each row is an entry of a list of the subject that the first column names.
    case entriesOfSubjects
    /// Each row holds texts of its subject, under the names of their columns.
    case textsOfSubjects
    /// Each row is a name and a text of its subject.
    case pairsOfSubjects
    /// Each row is a setting of the round and what it is.
    case settings
  }

  struct Column: Sendable {
    let key: String
    let names: [String]
    /// Words that stand for those of the round.
    var words: [String: String] = [:]
    /// Several values stand in one cell.
    var isList = false

    init(
      _ key: String, _ names: String..., words: [String: String] = [:], isList: Bool = false
    ) {
      self.key = key
      self.names = [key] + names
      self.words = words
      self.isList = isList
    }
  }

  let key: String
  let names: [String]
  let rows: Rows
  let columns: [Column]

  /// Whether a column of another name is a text of its own.
  var takesOthers: Bool { if case .textsOfSubjects = rows { true } else { false } }

  var isOfSubjects: Bool {
    switch rows {
    case .entries, .named, .values, .settings: false
    case .entriesOfSubjects, .textsOfSubjects, .pairsOfSubjects: true
    }
  }

  func isNamed(_ sheet: String) -> Bool {
    let name = HeaderName(sheet)
    return names.contains { HeaderName($0) == name }
  }

  /// The round as a whole, for a workbook that stands alone.
  static let settings = RoundSheetForm(
    key: "round", names: ["round", "本轮", "本轮评估"], rows: .settings,
    columns: [Column("name", "项目", "名称"), Column("value", "内容", "值")])

  static let all = [
    settings,
    RoundSheetForm(
      key: "subjects", names: ["subjects", "评估对象", "对象"], rows: .entries,
      columns: [
        Column("id", "标识", "编号", "对象"), Column("title", "名称", "对象名称"),
        Column("kind", "类别"), Column("rubric", "细则", isList: true),
        Column("bundle", "证据包", "材料"), Column("parent", "上级"),
        Column("operation", "运营方式"),
        Column("re-evaluation", "复评", words: ["是": "true", "否": "false"]),
      ]),
    RoundSheetForm(
      key: "findings", names: ["findings", "问题认定", "问题清单"], rows: .entries,
      columns: [
        Column("id", "编号", "标识"), Column("what", "问题种类", "问题"),
        Column("about", "对象", "涉及对象"),
        Column(
          "status", "状态", "认定情况",
          words: [
            "被指": "alleged", "待查": "alleged", "核查中": "alleged", "已认定": "confirmed",
            "认定": "confirmed", "属实": "confirmed", "已排除": "dismissed", "排除": "dismissed",
            "不属实": "dismissed",
          ]),
        Column("by", "认定人", "认定单位", "来源"), Column("date", "日期", "认定日期"),
        Column("cite", "依据"),
      ]),
    RoundSheetForm(
      key: "references", names: ["references", "参考数据"], rows: .named,
      columns: [
        Column("name", "名称"), Column("value", "数值", "值"), Column("unit", "单位"),
        Column("year", "年份"), Column("source", "出处"),
      ]),
    RoundSheetForm(
      key: "facts", names: ["facts", "基本情况"], rows: .values,
      columns: [Column("name", "名称", "项目"), Column("value", "内容", "数值")]),
    RoundSheetForm(
      key: "history", names: ["history", "历史结果", "历年结果"], rows: .entriesOfSubjects,
      columns: [
        Column("subject", "对象", "标识"), Column("rubric", "细则"), Column("edition", "版次"),
        Column("period", "评估期", "年度"), Column("grade", "等级"), Column("score", "得分"),
        Column("date", "评定日期", "日期"), Column("until", "有效期末日", "有效期至"),
      ]),
    RoundSheetForm(
      key: "contract", names: ["contracts", "contract", "合同"], rows: .textsOfSubjects,
      columns: [
        Column("subject", "对象", "标识"), Column("from", "开始日期", "起始日期", "合同开始"),
        Column("until", "结束日期", "到期日期", "合同到期"),
        Column("amount", "金额", "合同金额", "金额（元）", "合同金额（元）"),
      ]),
    RoundSheetForm(
      key: "parties", names: ["parties", "相关方"], rows: .pairsOfSubjects,
      columns: [
        Column("subject", "对象", "标识"), Column("role", "角色"), Column("party", "相关方", "单位"),
      ]),
    RoundSheetForm(
      key: "relations", names: ["relations", "回避关系", "利害关系"], rows: .entries,
      columns: [
        Column("who", "评委", "评审人", "姓名"), Column("to", "对方", "回避对象", "对象"),
        Column("employed by", "任职单位", "单位"), Column("kind", "关系", "事由"),
        Column("until", "结束日期", "截止日期"),
      ]),
  ]

  /// Sheets that explain the others.
  static let explanations = ["说明", "填表说明", "目录", "README", "notes"]
}
