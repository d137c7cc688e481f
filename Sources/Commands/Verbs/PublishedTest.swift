import Diagnostics
import Formats
import Hengxing

/// `test RUBRIC --facts FILE --expect …`: a whole file of published results against what comes out.
enum PublishedTest {
  static let options: [Option] = [
    Option(
      "facts", .value("FILE"),
      Wording(
        en:
          "compare published results: one row a subject with its facts and its result, CSV or a sheet",
        zh: "与公布的结果对照：每行一个对象，有事实也有结果，CSV 或工作表")),
    Option(
      "expect", .value("WHAT=COLUMN"),
      Wording(
        en: "what the columns of the file say: score=总分,grade=等级, or ids of items",
        zh: "文件的哪一列是什么：score=总分,grade=等级，也可写指标的标识"),
      isRepeatable: true),
    Option(
      "except", .value("IDS"),
      Wording(en: "subjects that are left out, with commas", zh: "不对照的对象，用逗号隔开"),
      isRepeatable: true),
    Option(
      "table", .value("NAME=FILE"),
      Wording(en: "rows of many subjects for a declared table", zh: "某张数据表，含多个对象的行"),
      isRepeatable: true),
    Option(
      "key", .value("COLUMN"),
      Wording(en: "the column that names the subject", zh: "标识对象的列名")),
    Option(
      "without", .value("WHAT"),
      Wording(
        en: "leave open what rests on things that are not handed over, as in `batch`",
        zh: "没有提供的内容，与之有关的结果保持未定，同 `batch`"),
      isRepeatable: true),
  ]

  static func run(
    _ invocation: Invocation, _ facts: String, _ terminal: Terminal
  ) throws(UsageMistake) -> ExitCode {
    let expected = try expectations(invocation)
    guard invocation.arguments.count == 1, !expected.isEmpty else {
      throw .missingArgument("test RUBRIC --facts FILE --expect score=COLUMN,grade=COLUMN")
    }
    var request = PortfolioRun.Request(rubric: invocation.arguments[0])
    request.facts = facts
    request.key = invocation.value("key")
    request.without = parts(invocation.values(of: "without"))
    for table in invocation.values(of: "table") {
      guard let equals = table.firstIndex(of: "=") else { throw .notATableOption(table) }
      request.tables.append(
        (String(table[..<equals]), String(table[table.index(after: equals)...])))
    }
    var diagnostics = Diagnostics()
    let tally = PublishedRows.compare(
      request, expected, except: parts(invocation.values(of: "except")), into: &diagnostics)
    let screen = Screen(
      terminal: terminal, language: invocation.language ?? tally?.language ?? .en)
    if invocation.value("format") == "json" {
      terminal.write(DiagnosticsJSON.print(diagnostics))
    } else {
      screen.show(diagnostics)
      if let tally { screen.say(wording(tally)) }
    }
    if diagnostics.meanings.contains(.unreadable) { return .unreadable }
    return screen.code(for: diagnostics, strict: invocation.has("strict"))
  }

  private static func expectations(
    _ invocation: Invocation
  ) throws(UsageMistake) -> [PublishedRows.Expectation] {
    var expected: [PublishedRows.Expectation] = []
    for text in parts(invocation.values(of: "expect")) {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw .notAnExpectation(text)
      }
      expected.append(
        PublishedRows.Expectation(
          String(text[..<equals]), column: String(text[text.index(after: equals)...])))
    }
    return expected
  }

  private static func parts(_ values: [String]) -> [String] {
    values.flatMap { value in value.split(whereSeparator: { ",，、".contains($0) }) }
      .map { part in String(part.trimmingPrefix(while: { $0 == " " })) }
  }

  private static func wording(_ tally: PublishedRows.Tally) -> Wording {
    let compared = tally.rowCount - tally.exceptedCount - tally.silentCount
    var en = "\(tally.agreeingCount) of \(compared) rows come out as published"
    var zh = "对照 \(compared) 行，\(tally.agreeingCount) 行与公布的一致"
    if tally.differingCount > 0 {
      en += "; \(tally.differingCount) of \(tally.cellCount) values differ"
      zh += "；\(tally.cellCount) 个值中有 \(tally.differingCount) 个不同"
    }
    if tally.exceptedCount > 0 {
      en += "; \(tally.exceptedCount) left out"
      zh += "；排除 \(tally.exceptedCount) 行"
    }
    if tally.silentCount > 0 {
      en += "; \(tally.silentCount) without a published result"
      zh += "；\(tally.silentCount) 行没有公布结果"
    }
    return Wording(en: en, zh: zh)
  }
}

extension UsageMistake {
  fileprivate static func notAnExpectation(_ text: String) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en: "`--expect \(text)` does not say which column it is: `--expect score=总分`",
        zh: "`--expect \(text)` 没有写明是哪一列：`--expect score=总分`"))
  }
}
