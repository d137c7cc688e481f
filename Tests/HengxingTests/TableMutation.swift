import Foundation

/// A line that an office puts into a table beside its records.
enum TableMutation: String, CaseIterable, Sendable {
  case total, wrongTotal, totalAbove, totalWithoutLabel, average, title, titleAndUnit
  case note, signature, units, repeatedHeader, formRow

  /// The table with that line in it.
  ///
  /// - Returns: `nil` where the table has no room for such a line: no numbers to add up, no rows.
  func applied(to text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map {
      String($0).trimmingCharacters(in: ["\r"])
    }
    guard let header = lines.first, !text.contains("\"") else { return nil }
    let width = header.split(separator: ",", omittingEmptySubsequences: false).count
    func line(_ first: String) -> String { first + String(repeating: ",", count: width - 1) }
    switch self {
    case .total: lines.append(sums(lines, "合计", addend: 0) ?? line("合计"))
    case .wrongTotal: lines.append(sums(lines, "总计：", addend: 1) ?? line("总计："))
    case .totalAbove: lines.insert(sums(lines, "合　计", addend: 0) ?? line("合　计"), at: 1)
    case .totalWithoutLabel:
      guard width > 1, lines.count > 3, let sums = sums(lines, "", addend: 0) else { return nil }
      lines.append(sums)
    case .average: lines.append(line("平均"))
    case .title: lines.insert("附件1：登记表（虚构）", at: 0)
    case .titleAndUnit:
      guard width > 1 else { return nil }
      lines.insert(contentsOf: [line("登记表（虚构）"), line(""), line("单位：某站")], at: 0)
    case .note: lines.append(line("注：数据截至年底"))
    case .signature: lines.append(contentsOf: [line(""), "填表人：01，审核人：02"])
    case .units:
      guard width > 1 else { return nil }
      lines.insert(String(repeating: ",（人）", count: width - 1), at: 1)
    case .repeatedHeader:
      guard lines.count > 2 else { return nil }
      lines.insert(header, at: lines.count - 1)
    case .formRow:
      guard width > 1 else { return nil }
      lines.append(contentsOf: [line("/"), line("□")])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row of the sums of columns in which nothing but whole numbers stands; `nil` where there is none.
  private func sums(_ lines: [String], _ label: String, addend: Int) -> String? {
    let rows = lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let width = rows.first?.count, width > 1, rows.allSatisfy({ $0.count == width }) else {
      return nil
    }
    var hasSum = false
    let cells = (0..<width).map { column -> String in
      guard column > 0 else { return label }
      let numbers = rows.compactMap { Decimal(string: $0[column]) }
      guard numbers.count == rows.count, rows.allSatisfy({ !$0[column].contains("-") }) else {
        return ""
      }
      hasSum = true
      return "\(numbers.reduce(0, +) + Decimal(addend))"
    }
    return hasSum ? cells.joined(separator: ",") : nil
  }
}
