import CXLSXWriter

/// Writes the rules of entry of a sheet.
struct RulePress {
  let rule: EntryRule
  let lists: LongLists

  private static let longestPrompt = 255

  func apply(to worksheet: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
    guard let firstRow = SheetPress.row(rule.rows.lowerBound),
      let lastRow = SheetPress.row(rule.rows.upperBound),
      let firstColumn = SheetPress.column(rule.columns.lowerBound),
      let lastColumn = SheetPress.column(rule.columns.upperBound)
    else { return }
    let strings = CStrings()
    var validation = lxw_data_validation()
    if !rule.prompt.isEmpty {
      let prompt = WrittenText.cut(WrittenText.clean(rule.prompt), to: Self.longestPrompt)
      validation.input_message = strings(prompt)
      validation.error_message = strings(prompt)
    }
    validation.error_type = UInt8(
      (rule.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING)
        .rawValue)
    var texts: [UnsafeMutablePointer<CChar>?] = []
    guard set(&validation, &texts, strings) else { return }
    let code = texts.withUnsafeMutableBufferPointer { list in
      if !list.isEmpty { validation.value_list = list.baseAddress }
      return worksheet_data_validation_range(
        worksheet, firstRow, firstColumn, lastRow, lastColumn, &validation)
    }
    try WorkbookPress.check(code)
  }

  /// - Returns: `false` where there is nothing to say.
  private func set(
    _ validation: inout lxw_data_validation, _ texts: inout [UnsafeMutablePointer<CChar>?],
    _ strings: CStrings
  ) -> Bool {
    switch rule.allowed {
    case .list(let list):
      guard !list.isEmpty else { return false }
      if let formula = lists.formula(for: list) {
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        validation.value_formula = strings(formula)
      } else {
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        texts = list.map { strings(WrittenText.clean($0)) } + [nil]
      }
    case .number(let low, let high, let isWhole):
      validation.validate = UInt8(
        (isWhole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL).rawValue)
      setBounds(&validation, low, high)
    case .date:
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_datetime = day(1900, 1, 1)
      validation.maximum_datetime = day(2999, 12, 31)
    case .anything:
      guard !rule.prompt.isEmpty else { return false }
      validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    return true
  }

  private func day(_ year: Int32, _ month: Int32, _ day: Int32) -> lxw_datetime {
    var time = lxw_datetime()
    time.year = year
    time.month = month
    time.day = day
    return time
  }

  private func setBounds(
    _ validation: inout lxw_data_validation, _ low: EntryRule.Bound?, _ high: EntryRule.Bound?
  ) {
    func number(_ text: String) -> Double { Double(text) ?? 0 }
    func one(_ criterion: lxw_validation_criteria, _ text: String) {
      validation.criteria = UInt8(criterion.rawValue)
      validation.value_number = number(text)
    }
    switch (low, high) {
    case (.reaching(let low)?, nil):
      one(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, low)
    case (.beyond(let low)?, nil): one(LXW_VALIDATION_CRITERIA_GREATER_THAN, low)
    case (nil, .reaching(let high)?):
      one(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO, high)
    case (nil, .beyond(let high)?): one(LXW_VALIDATION_CRITERIA_LESS_THAN, high)
    case (let low?, let high?):
      // A rule of two bounds includes both; the prompt says where one is out.
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = number(low.text)
      validation.maximum_number = number(high.text)
    case (nil, nil):
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = -1e15
      validation.maximum_number = 1e15
    }
  }
}

extension EntryRule.Bound {
  fileprivate var text: String {
    switch self {
    case .reaching(let text), .beyond(let text): text
    }
  }
}
