import Formats
import TestSupport
import Testing

/// Which rows of a table are records; the first line of each text is the header, `!` marks columns nobody asks for.
@Suite(.timed) struct RecordSieveTests {
  private static let months = (1...5).map { "2024年\($0)月,\($0 * 10)" }.joined(separator: "\n")

  static let labels: [(String, isTotal: Bool)] = [
    ("合计", true), ("合　计", true), ("合计：", true), ("总 计", true), ("小计", true), ("本页合计", true),
    ("东镇小计", true), ("合计（元）", true), ("合计：165人", true), ("Total", true), ("Grand Total", true),
    ("East total", true), ("Average", true), ("平均分", true), ("最高", true), ("合計", true),
    ("1月合计", true), ("合计 165 元", true),
    ("合计：165", true), ("小计165人次", true), ("Total: 165", true), ("东镇小计 12 场", true),
    ("共计12小时", true),
    ("老年人", false), ("社工01", false), ("总部3", false), ("station-17", false), ("T165", false),
    ("其中：女", true), ("其中", true), ("　其中: 六十岁以上", true), ("（其中：男）", true), ("其 中：男", true),
    ("of which: women", true), ("Thereof: men", true), ("其中男", false), ("其他", false),
    ("offer: x", false),
    ("王合", false), ("合计划", false), ("王小计", false), ("总计划处", false), ("Totalis", false),
    ("平均律", false), ("最高人民法院", false), ("165", false), ("", false), ("2024年1月", false),
  ]

  @Test(arguments: labels)
  func knowsLabelsOfTotals(text: String, isTotal: Bool) {
    #expect((RowLabels.total(text) != nil) == isTotal)
    // The look at the ends of a text rules out none that is one.
    #expect(RowLabels.isTotal(text) == isTotal)
  }

  @Test(arguments: [
    "无", "暂无", "没有", "/", "—", "——", "-", "----", "N/A", "n/a", "None", "nil", "NULL", "□", "　",
    "…",
    "本年度无违规记录", "全年未发生安全事故", "2024年度无", "无此类情况", "没有违规违纪行为", "#DIV/0!",
  ])
  func knowsSpellingsOfNothing(text: String) {
    #expect(RowLabels.isNothing(text))
  }

  @Test(arguments: [
    "0", "无证上岗", "没有按时报送记录", "无故缺席情况", "无锡", "未按期提交", "本年度无故缺席", "A", "否", "3-4", "Nona",
  ])
  func takesNoContentForNothing(text: String) {
    #expect(!RowLabels.isNothing(text))
  }

  @Test(arguments: [
    "注：12月因换届未召开", "备注: 见附件", "说明：略", "填表人：01", "填表日期：2024-12-31", "审核人", "（以下空白）", "第 1 页 共 2 页",
    "- 3 -", "(11 rows)", "11 records", "共11条", "数据来源：站内台账", "Source: ledger", "单位：人",
    "Page 1 of 2",
    "注1：含临时人员", "※ 含临时人员",
  ])
  func knowsNotes(text: String) {
    #expect(RowLabels.isNote(text))
  }

  @Test(arguments: [
    "注册社工", "注会", "说明会", "备注栏维护", "来源镇", "2024年1月", "第1页面改版", "一村", "日期", "审核", "社工01", "3-4", "11",
    "张三", "续签合同",
    "结束访谈", "完小", "审核人员培训", "一、困难家庭",
  ])
  func takesNoContentForANote(text: String) {
    #expect(!RowLabels.isNote(text))
  }

  /// What is expected of the rows below the header, one word a row.
  static let tables: [(table: String, fates: String)] = [
    // Totals.
    ("月份,人数:n\n\(months)\n合计,150", "- - - - - total"),
    ("月份,人数:n\n\(months)\n合计,150\n其中：女,20", "- - - - - total partLabel"),
    ("月份,人数:n\n\(months)\n（其中）,20\nOf which: women,20", "- - - - - partLabel partLabel"),
    ("月份,人数:n\n1月,1\n2月,2\n3月,3\n合计,6", "- - - total"),
    ("月份,人数:n\n\(months)\n合计,151", "- - - - - totalLabel"),
    ("月份,人数:n\n\(months)\n合计,", "- - - - - totalLabel"),
    ("月份,人数:n\n合计,150\n\(months)", "total - - - - -"),
    ("月份,人数:n\n\(months)\n平均,30", "- - - - - total"),
    ("月份,人数:n\n\(months)\n最高,50\n最低,10", "- - - - - total total"),
    ("月份,人数:n\n\(months)\n合计,150\n平均,30", "- - - - - total total"),
    ("月份,人数:n\n1月,1\n2月,2\n小计,3\n3月,4\n4月,5\n小计,9\n总计,12", "- - total - - total total"),
    ("月份,人数:n\n1月,1\n2月,2\n平均,1.5", "- - total"),
    ("月份,人数:n\n1月,1\n2月,1\n3月,2\n平均,1.33", "- - - total"),
    ("月份,人数:n\n1月,1\n2月,1\n3月,2\n平均,1.34", "- - - totalLabel"),
    ("月份,人数:n,工时:n\n1月,1,2\n2月,3,4\n合计,4,6", "- - total"),
    ("月份,人数:n,工时:n\n1月,1,2\n2月,3,4\n合计,4,7", "- - totalLabel"),
    ("月份,人数:n,工时:n\n1月,1,2\n2月,3,4\n合计,4,", "- - total"),
    ("月份,人数:n\n1月,1\n2月,约3\n合计,4", "- - totalLabel"),
    ("月份,到会:b\n1月,是\n2月,否\n合计,1", "- - total"),
    ("月份,到会:b\n1月,是\n2月,否\n合计,2人", "- - total"),
    ("月份,到会:b\n1月,是\n2月,否\n合计,7", "- - totalLabel"),
    ("序号!,评分:n\n1,85\n2,85\n合计,170", "- - total"),
    ("姓名,人数:n\nMax,3\nMin,4", "- -"),
    ("姓名,人数:n\n王合,3\n合计划,4\n王小计,5", "- - -"),
    ("档次:合计|单列,人数:n\n合计,3\n单列,4", "- -"),
    // Totals without a label.
    ("月份,人数:n\n\(months)\n,150", "- - - - - totalNumbers"),
    ("月份,人数:n\n\(months)\n,30", "- - - - - meanNumbers"),
    ("月份,人数:n\n\(months)\n,31", "- - - - - -"),
    ("月份,人数:n\n,150\n\(months)", "totalNumbers - - - - -"),
    ("人数:n\n3\n4\n7", "- - -"),
    ("月份,人数:n\n1月,3\n2月,4\n3月,7", "- - -"),
    ("月份,人数:n\n1月,0\n2月,0\n,0", "- - zeros"),
    ("月份,人数:n,工时:n\n1月,10,1\n2月,20,2\n,30,3", "- - totalNumbers"),
    // Headers.
    ("月份,人数:n\n1月,1\n月份,人数\n2月,2", "- repeatedHeader -"),
    ("月份,人数:n\n1月,1\n登记表（续）,\n月份,人数\n2月,2", "- title repeatedHeader -"),
    ("配合程度:n\n4\n配合程度\n5", "- repeatedHeader -"),
    ("月份,人数:n\n,（人）\n\(months)", "secondHeader - - - - -"),
    ("日期:d,站名\n,（人）\n2024-01-02,甲站\n2024-02-02,乙站", "secondHeader - -"),
    ("月份,人数:n\nMonth,Participants\n\(months)", "secondHeader - - - - -"),
    ("月份,人数:n\nA,B\n\(months)", "secondHeader - - - - -"),
    ("月份,人数:n\n1,2\n2024年1月,10\n2024年2月,11", "secondHeader - -"),
    ("月份,人数:n\n必填,必填\n\(months)", "secondHeader - - - - -"),
    ("月份,人数:n\n文本,整数\n\(months)", "secondHeader - - - - -"),
    ("月份,人数:n\n#date,#affected\n\(months)", "secondHeader - - - - -"),
    ("月份,人数:n\n示例：2024年1月,10\n\(months)", "secondHeader - - - - -"),
    ("日期:d,人数:n\nyyyy-mm-dd,人\n2024-01-01,3", "secondHeader -"),
    ("月份,人数:n\n1,2\n2,15\n3,15", "- - -"),
    ("评分:n,配合:n\n1,2\n3,4", "- -"),
    ("月份,人数:n\n2024年1月,约30\n2024年2月,10", "- -"),
    ("姓名,年薪:n\n张三,待核\n李四,10", "- -"),
    ("姓名,年薪:n\n张三,（待定）\n李四,10", "- -"),
    ("name,pay:n\nJane,unknown\nJoan,10", "- -"),
    // Notes.
    ("月份,人数:n\n\(months)\n注：12月未召开,", "- - - - - note"),
    ("月份,人数:n\n\(months)\n填表人：01,审核人：02", "- - - - - note"),
    ("月份,人数:n\n\(months)\n填表日期：,2024-12-31", "- - - - - note"),
    ("月份,人数:n\n\(months)\n12月因镇街换届没有召开交流会。,", "- - - - - note"),
    ("月份,人数:n,备注!\n1月,3,注：含临时\n2月,4,", "- -"),
    ("日期:d,事由\n2024-01-01,未报送季度报告，口头提醒\n,未按期提交年度报告，情节轻微", "- -"),
    ("项目,人数:n\n一、困难家庭,\n个案,3\n小组,4", "note - -"),
    ("项目,人数:n\n一、个案,\n二、小组,4\n三、活动,5", "- - -"),
    ("事项,经手人\n审核人员培训,张三\n一、党建,李四", "- -"),
    // Blank rows.
    ("日期:d,事由\n无,", "blank"), ("日期:d,事由\n—,—", "blank"), ("日期:d,事由\n0,0", "blank"),
    ("日期:d,事由\n本年度无违规记录,", "blank"), ("日期:d,事由,已核实:b\n无,无,无", "blank"),
    ("序号!,日期:d,事由,备注!\n1,,,见另册", "blank"),
    ("序号!,月份,人数:n\n1,1月,3\n2,2月,4\n3,,", "- - blank"),
    ("编号,类别\n1001,甲\n1002,\n1003,乙", "- - -"),
    ("月份,人数:n\n1月,3\n2月,4\n3月,", "- - -"),
    ("甲:A|B|C,乙:A|B|C\nA,B\nC,A", "- -"),
    ("序号:n,月份,人数:n\n1,1月,3\n2,2月,4\n3,,", "- - blank"),
    ("月份:n,人数:n,事由\n1,3,a\n2,4,b\n3,,", "- - nothingDeclared"),
    ("序号!,月份,人数:n\n1,1月,3\n2,,#DIV/0!\n3,□,", "- blank blank"),
    ("月份,人数:n\n1月,3\n,0", "- zeros"), ("人数:n\n3\n0", "- -"),
    ("持证:b\n是\n无", "- zeros"), ("姓名!,持证:b\n张三,是\n李四,无", "- -"),
    ("姓名!,持证:b\n张三,是\n李四,", "- nothingDeclared"),
    ("证书:无|初级,到期:d\n初级,2026-01-01\n无,/", "- -"),
    ("到期:d?\n2026-01-01\n/", "- nothingDeclared"), ("到期:d?\n无", "blank"),
  ]

  @Test(arguments: tables)
  func sieves(table: String, fates: String) {
    #expect(words(for: table) == fates)
  }

  @Test func anUnansweredQuestionnaireIsARespondent() {
    #expect(words(for: "序号!,评分:n\n1,85\n2,\n3,无", isSurvey: true) == "- - -")
    #expect(words(for: "序号!,评分:n\n1,85\n2,75\n合计,160", isSurvey: true) == "- - total")
    #expect(words(for: "序号!,评分:n\n1,85\n2,75\n,160", isSurvey: true) == "- - totalNumbers")
  }

  private func words(for table: String, isSurvey: Bool = false) -> String {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let columns = lines[0].map(column)
    let rows = Array(lines.dropFirst())
    let fates = RecordSieve.fates(of: columns, isSurvey: isSurvey, rowCount: rows.count) {
      rows[$0].indices.contains($1) ? rows[$0][$1] : ""
    }
    return rows.indices.map { row in
      switch fates[row] {
      case nil: "-"
      case .noRecord(let why): "\(why)"
      case .doubtful(let why): "\(why)"
      }
    }.joined(separator: " ")
  }

  /// `名称:n` is a declared column of numbers, `名称:甲|乙` one of texts that are allowed.
  private func column(_ written: String) -> RecordSieve.Column {
    if written.last == "!" { return RecordSieve.Column(String(written.dropLast())) }
    let parts = written.split(separator: ":").map(String.init)
    let type = parts.count > 1 ? parts[1] : ""
    let kind: CellKind =
      ["n": .number, "b": .boolean, "d": .date][String(type.prefix(1))] ?? .string
    let allowed = type.contains("|") ? type.split(separator: "|").map(String.init) : nil
    let reader = CellReader(kind)
    return RecordSieve.Column(
      parts[0],
      RecordSieve.Column.Declared(
        kind: kind, allowed: allowed, isMeaningfulWhenBlank: type.hasSuffix("?"),
        fits: { text in
          if let allowed { return allowed.contains(text) }
          if case .mismatch = reader.read(text) { return false }
          return true
        }))
  }
}
