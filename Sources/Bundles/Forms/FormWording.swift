package import Diagnostics
import Formats

/// What the sheets of a form are called, and what stands in their heads; either language is read.
package enum FormWording {
  package static let factSheet = Wording(en: "Facts", zh: "基本情况")
  package static let requestSheet = Wording(en: "Requests", zh: "材料清单")
  package static let guideSheet = Wording(en: "How to fill in", zh: "填表说明")
  package static let marksSheet = Wording(en: "Marks", zh: "评分")
  /// The tie of somebody who is recused and does not say why.
  package static let tied = Wording(en: "recused", zh: "回避")
  package static let assessorSheet = Wording(en: "Assessor", zh: "评委")

  package static let yes = Wording(en: "yes", zh: "是")
  package static let no = Wording(en: "no", zh: "否")
  /// There is no such thing, which is another answer than that it is not handed in.
  package static let none = Wording(en: "there is none", zh: "没有")

  package static func isNone(_ text: String) -> Bool {
    let said = HeaderName(text)
    return [none.en, none.zh, "无", "none"].contains { HeaderName($0) == said }
  }
}

/// What a form says of the subject itself, above its facts.
package enum FormHead: String, CaseIterable, Sendable {
  case subject, kind, title, from, to, operation, operatorName, region

  package var wording: Wording {
    switch self {
    case .subject: Wording(en: "Subject (id)", zh: "评估对象编号")
    case .kind: Wording(en: "Kind of subject", zh: "评估对象类别")
    case .title: Wording(en: "Name of the subject", zh: "评估对象名称")
    case .from: Wording(en: "Period from", zh: "评估期起")
    case .to: Wording(en: "Period to", zh: "评估期止")
    case .operation: Wording(en: "Way of operation", zh: "运营方式")
    case .operatorName: Wording(en: "Operator", zh: "承接机构")
    case .region: Wording(en: "Region", zh: "所在地区")
    }
  }

  /// - Returns: `nil` for what is a fact.
  static func named(_ text: String) -> FormHead? {
    let name = HeaderName(text)
    return allCases.first {
      HeaderName($0.wording.zh) == name || HeaderName($0.wording.en) == name
    }
  }
}

/// The columns of a sheet of facts: only the first two are read.
package enum FactColumn: Int, CaseIterable, Sendable {
  case name = 1
  case value, unit, remark

  package var wording: Wording {
    switch self {
    case .name: Wording(en: "Input", zh: "项目")
    case .value: Wording(en: "Fill in here", zh: "请在此填写")
    case .unit: Wording(en: "Unit", zh: "单位")
    case .remark: Wording(en: "What is meant", zh: "填写要求")
    }
  }

  static func isHeading(_ text: String) -> Bool {
    let name = HeaderName(text)
    return HeaderName(FactColumn.name.wording.zh) == name
      || HeaderName(FactColumn.name.wording.en) == name
  }
}

/// The columns of a request list.
package enum RequestColumn: Int, CaseIterable, Sendable {
  case kind = 1
  case about, handedIn, pageNumbers, file, dated, from, to, pages, stage, custodian, serves

  package var wording: Wording {
    switch self {
    case .kind: Wording(en: "Requested", zh: "材料")
    case .about: Wording(en: "What is meant", zh: "要求")
    case .handedIn: Wording(en: "Handed in", zh: "已交")
    case .pageNumbers: Wording(en: "Page", zh: "页码")
    case .file: Wording(en: "File", zh: "文件名")
    case .dated: Wording(en: "Date", zh: "日期")
    case .from: Wording(en: "From", zh: "所属期间起")
    case .to: Wording(en: "To", zh: "所属期间止")
    case .pages: Wording(en: "Pages in all", zh: "总页数")
    case .stage: Wording(en: "Stage", zh: "阶段")
    case .custodian: Wording(en: "Kept by", zh: "保管人")
    case .serves: Wording(en: "For items", zh: "用于指标")
    }
  }

  static func named(_ text: String) -> RequestColumn? {
    let name = HeaderName(text)
    return allCases.first {
      HeaderName($0.wording.zh) == name || HeaderName($0.wording.en) == name
    }
  }
}

/// The columns of a sheet of marks: those of the station, then those of each item.
package enum MarkColumn: String, CaseIterable, Sendable {
  case station, title, recused, recusalReason
  case mark, band, value, reason

  package var wording: Wording {
    switch self {
    case .station: Wording(en: "Subject (id)", zh: "编号")
    case .title: Wording(en: "Name", zh: "名称")
    case .recused: Wording(en: "Recused", zh: "回避")
    case .recusalReason: Wording(en: "Why recused", zh: "回避事由")
    case .mark: Wording(en: "Mark", zh: "评分")
    case .band: Wording(en: "Band", zh: "档次")
    case .value: Wording(en: "Value in the band", zh: "档内分值")
    case .reason: Wording(en: "Reason", zh: "理由")
    }
  }

  /// Whether it says something of the station as a whole.
  package var isOfStation: Bool {
    switch self {
    case .station, .title, .recused, .recusalReason: true
    case .mark, .band, .value, .reason: false
    }
  }

  package static func named(_ text: String) -> MarkColumn? {
    let name = HeaderName(text)
    return allCases.first {
      HeaderName($0.wording.zh) == name || HeaderName($0.wording.en) == name
    }
  }
}

/// What a form for marks says of its assessor.
package enum AssessorLine: Int, CaseIterable, Sendable {
  case name = 1
  case role, stage, date

  package var wording: Wording {
    switch self {
    case .name: Wording(en: "Assessor", zh: "评委")
    case .role: Wording(en: "Role", zh: "身份")
    case .stage: Wording(en: "Stage", zh: "阶段")
    case .date: Wording(en: "Date of the marks", zh: "评分日期")
    }
  }
}
