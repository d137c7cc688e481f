import Diagnostics
import Hengxing

extension Verb {
  static let collect = Verb(
    "collect",
    Wording(
      en: "take returned workbooks and documents into a round, and say what is wrong with each",
      zh: "把收回的 Excel 表和材料收进一轮评估，并指出每份的问题"
    ),
    synopsis: "ROUND RETURNED [--accept]",
    options: [
      Option(
        "accept", .flag,
        Wording(
          en: "take documents for what their names propose", zh: "接受按文件名提出的材料种类建议")),
      .strict,
    ],
    example: "hengxing collect my-round/round.yaml returned"
  ) { invocation, terminal in
    guard invocation.arguments.count == 2 else {
      return Program.complain(
        .missingArgument("collect ROUND RETURNED"), verb: "collect",
        in: invocation.language ?? .en, on: terminal)
    }
    var diagnostics = Diagnostics()
    let opened = RoundCollection(
      round: invocation.arguments[0], returned: invocation.arguments[1],
      acceptsProposals: invocation.has("accept"), into: &diagnostics)
    guard var collection = opened else {
      Screen(terminal: terminal, language: invocation.language ?? .en).show(diagnostics)
      return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
    }
    collection.collect()
    diagnostics.append(collection.diagnostics)
    let screen = Screen(
      terminal: terminal, language: invocation.language ?? collection.language)
    screen.show(diagnostics)
    for line in collection.lines { screen.say(line) }
    return screen.code(for: diagnostics, strict: invocation.has("strict"))
  }
}
