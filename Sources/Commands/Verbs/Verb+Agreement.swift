import Analyses
import Diagnostics
import Hengxing
import Reports

extension Verb {
  static let agreement = Verb(
    "agreement",
    Wording(
      en: "how well the assessors agree, and what they should discuss",
      zh: "评委打分是否一致，哪些需要商议"
    ),
    synopsis: "ROUND | --rubric RUBRIC BUNDLE…",
    options: [
      Option(
        "rubric", .value("RUBRIC"), Wording(en: "for bundles: a rubric file", zh: "给证据包用的评分细则")),
      Option(
        "seed", .value("N"),
        Wording(en: "seed of the resampling (default 1)", zh: "重抽样的种子（默认 1）")),
      Option(
        "resamples", .value("N"),
        Wording(
          en: "how often units are drawn again (default 1000)", zh: "重抽样次数（默认 1000）")),
      .format(["text", "json"]), .strict,
    ],
    example: "hengxing agreement samples/county-panel/round.yaml"
  ) { invocation, terminal in
    let asked = invocation.language ?? .en
    guard let first = invocation.arguments.first,
      invocation.value("rubric") != nil || invocation.arguments.count == 1
    else {
      return Program.complain(
        .missingArgument("agreement ROUND"), verb: "agreement", in: asked, on: terminal)
    }
    let seed = invocation.value("seed") ?? "\(Agreement.Options.defaultSeed)"
    let resamples = invocation.value("resamples") ?? "\(Agreement.Options.defaultResamples)"
    guard let seed = UInt64(seed) else {
      return Program.complain(
        .notACount("seed", seed, 0...UInt64.max), verb: "agreement", in: asked, on: terminal)
    }
    guard let resamples = Int(resamples), (0...Agreement.Options.mostResamples).contains(resamples)
    else {
      let most = UInt64(Agreement.Options.mostResamples)
      return Program.complain(
        .notACount("resamples", resamples, 0...most), verb: "agreement", in: asked, on: terminal)
    }
    let options = Agreement.Options(seed: seed, resamples: resamples)
    var diagnostics = Diagnostics()
    let found =
      invocation.value("rubric").map {
        Pipeline.agreement(
          ofBundles: invocation.arguments, rubric: $0, options, into: &diagnostics)
      } ?? Pipeline.agreement(ofRound: first, options, into: &diagnostics)
    let language = invocation.language ?? found?.language ?? .zh
    let screen = Screen(terminal: terminal, language: language)
    screen.show(diagnostics)
    guard let found else {
      return diagnostics.meanings.contains(.unreadable) ? .unreadable : .faults
    }
    terminal.write(
      invocation.value("format") == "json"
        ? ReportJSON.print(found.faces) : TextAgreement.print(found.faces, in: language))
    return screen.code(for: diagnostics, strict: invocation.has("strict"))
  }
}

extension UsageMistake {
  static func notACount(
    _ option: String, _ value: String, _ range: ClosedRange<UInt64>
  ) -> UsageMistake {
    UsageMistake(
      wording: Wording(
        en:
          "`--\(option)` cannot be `\(value)`; it is a whole number from \(range.lowerBound) to \(range.upperBound)",
        zh: "`--\(option)` 不能是 `\(value)`，应为 \(range.lowerBound) 到 \(range.upperBound) 的整数"))
  }
}
