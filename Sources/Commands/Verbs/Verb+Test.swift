import Diagnostics
import Formats
import Hengxing
import Scoring
import Values

extension Verb {
  static let test = Verb(
    "test",
    Wording(
      en: "run rubric tests, and count the items and lines they reach",
      zh: "运行细则测试，并统计覆盖到的指标和计分行"
    ),
    synopsis: "PATH…",
    options: [.format(["text", "json"]), .strict] + PublishedTest.options,
    example: "hengxing test rubrics"
  ) { invocation, terminal in
    if let facts = invocation.value("facts") {
      do throws(UsageMistake) {
        return try PublishedTest.run(invocation, facts, terminal)
      } catch {
        return Program.complain(
          error, verb: "test", in: invocation.language ?? .en, on: terminal)
      }
    }
    guard !invocation.arguments.isEmpty else {
      return Program.complain(
        .missingArgument("test PATH…"), verb: "test", in: invocation.language ?? .en, on: terminal
      )
    }
    var proofing = Proofing()
    for path in invocation.arguments { proofing.run(path) }
    let screen = Screen(
      terminal: terminal, language: invocation.language ?? proofing.language ?? .en)
    if invocation.value("format") == "json" {
      terminal.write(TestWording.json(proofing).prettyText)
      return screen.code(for: proofing.diagnostics, strict: invocation.has("strict"))
    }
    screen.show(proofing.diagnostics)
    for tally in proofing.tallies {
      screen.say(TestWording.tally(tally))
      // Where nothing is a test yet, nothing is missed.
      if let coverage = tally.coverage, tally.caseCount > 0 || tally.toTickCount == 0 {
        for item in coverage.missedItems { screen.say(TestWording.missed(item)) }
      }
    }
    screen.say(TestWording.summary(proofing.tallies))
    if proofing.diagnostics.meanings.contains(.unreadable) {
      return .unreadable
    }
    let isUncovered = proofing.tallies.contains {
      $0.caseCount > 0 && !($0.coverage?.missedItems.isEmpty ?? true)
    }
    if invocation.has("strict") && isUncovered { return .faults }
    return screen.code(for: proofing.diagnostics, strict: invocation.has("strict"))
  }
}

enum TestWording {
  static func json(_ proofing: Proofing) -> JSON {
    let files = proofing.tallies.map { tally -> JSON in
      .object([
        .init("file", .string(tally.path)), .init("tested", .string(tally.tested)),
        .init("cases", .number(Number(tally.caseCount))),
        .init("passed", .number(Number(tally.passedCount))),
        .init("toTick", .number(Number(tally.toTickCount))),
        .init("missedItems", .array((tally.coverage?.missedItems ?? []).map(JSON.string))),
      ])
    }
    return .object([
      .init("files", .array(files)),
      .init("diagnostics", DiagnosticsJSON.array(proofing.diagnostics)),
    ])
  }

  static func tally(_ tally: Proofing.Tally) -> Wording {
    var en = "\(tally.path): \(tally.passedCount) of \(tally.caseCount) cases pass"
    var zh = "\(tally.path)：\(tally.caseCount) 个用例通过 \(tally.passedCount) 个"
    if let coverage = tally.coverage {
      let items = "\(coverage.items.count - coverage.missedItems.count)/\(coverage.items.count)"
      let lines = "\(coverage.lines.count - coverage.missedLines.count)/\(coverage.lines.count)"
      en += "; items \(items), lines \(lines)"
      zh += "；指标 \(items)，计分行 \(lines)"
    }
    if tally.toTickCount > 0 {
      en += "; \(tally.toTickCount) to be ticked"
      zh += "；待核 \(tally.toTickCount) 个"
    }
    return Wording(en: en, zh: zh)
  }

  static func missed(_ item: String) -> Wording {
    Wording(en: "  no case reaches item `\(item)`", zh: "  没有用例覆盖指标 `\(item)`")
  }

  static func summary(_ tallies: [Proofing.Tally]) -> Wording {
    let cases = tallies.map(\.caseCount).reduce(0, +)
    let passed = tallies.map(\.passedCount).reduce(0, +)
    let toTick = tallies.map(\.toTickCount).reduce(0, +)
    return Wording(
      en: "\(tallies.count) files, \(passed) of \(cases) cases pass"
        + (toTick > 0 ? "; \(toTick) to be ticked" : ""),
      zh: "\(tallies.count) 个测试文件，\(cases) 个用例通过 \(passed) 个"
        + (toTick > 0 ? "；待核 \(toTick) 个" : "")
    )
  }
}
