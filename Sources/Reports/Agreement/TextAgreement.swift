package import Diagnostics
import Scoring
import Values

/// Agreement for a terminal.
package struct TextAgreement {
  private let face: AgreementFace
  private let language: Language

  package static func print(_ faces: [AgreementFace], in language: Language) -> String {
    guard !faces.isEmpty else { return AgreementWording.nobody.text(in: language) + "\n" }
    return faces.map { TextAgreement(face: $0, language: language).screen }
      .joined(separator: "\n")
  }

  private func say(_ wording: Wording) -> String { wording.text(in: language) }

  private var screen: String {
    var screen: PrintedText =
      "\(say(AgreementWording.heading))  \(say(face.title)) \(face.edition)\n"
    screen += "\(say(AgreementWording.scope(face)))\n\n"
    screen += "\(items)\n\(assessors)"
    if !face.pairs.isEmpty { screen += "\n\(pairs)" }
    screen += "\n\(discussed)\n\(say(AgreementWording.explanation(face)))\n"
    return screen.text
  }

  private var items: PrintedText {
    let metrics = ["interval", "ordinal", "nominal"]
    var rows = [
      [say(ReportsWording.item), say(AgreementWording.shared)]
        + metrics.map { say(AgreementWording.metric($0)) } + [say(AgreementWording.spread)]
    ]
    for item in face.items {
      rows.append(
        [
          say(item.title), "\(item.sharedUnits)",
          say(AgreementWording.alpha(item.coefficients["interval"]))
            + (item.isLow ? "  " + say(AgreementWording.lowMark) : ""),
          AgreementWording.bare(item.coefficients["ordinal"]),
          AgreementWording.bare(item.coefficients["nominal"]),
          item.meanSpread?.percentText ?? "–",
        ])
    }
    rows.append([
      say(AgreementWording.total), "\(face.sharedUnits)",
      say(AgreementWording.alpha(face.total["interval"])),
      AgreementWording.bare(face.total["ordinal"]), AgreementWording.bare(face.total["nominal"]),
      "",
    ])
    return table(rows, right: [1])
  }

  private var assessors: PrintedText {
    table(
      [
        [
          say(AgreementWording.assessor), say(AgreementWording.marks),
          say(AgreementWording.shared), say(AgreementWording.deviation),
        ]
      ]
        + face.assessors.map {
          [$0.name, "\($0.marks)", "\($0.sharedUnits)", say(AgreementWording.deviation($0))]
        }, right: [1, 2])
  }

  private var pairs: PrintedText {
    table(
      [
        [
          say(AgreementWording.pair), say(AgreementWording.shared), say(AgreementWording.apart),
          say(AgreementWording.greatest),
        ]
      ]
        + face.pairs.map {
          [
            "\($0.first) / \($0.second)", "\($0.sharedUnits)", $0.mean.percentText,
            $0.greatest.percentText,
          ]
        }, right: [1, 2, 3])
  }

  private var discussed: PrintedText {
    var screen: PrintedText = "\(say(AgreementWording.discuss))\n"
    if face.discussed.isEmpty { screen += "  \(say(AgreementWording.nothingToDiscuss))\n" }
    for line in face.discussed {
      let stage = line.stage.map { " (\($0))" } ?? ""
      screen += "  \(say(line.subjectTitle)) · \(say(line.itemTitle))\(stage)\n"
      screen += "    \(line.markText)\n"
      screen +=
        """
            \(say(AgreementWording.spread(line)))\(language == .zh ? "，" : ", ")\
        \(say(AgreementWording.contribution(line.contribution)))

        """
    }
    return screen
  }

  private func table(_ rows: [[String]], right: Set<Int>) -> PrintedText {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    var screen: PrintedText = ""
    for row in rows {
      var line = row.enumerated().map { column, cell in
        padded(cell, to: widths[column], alignedRight: right.contains(column))
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      screen += "\(line)\n"
    }
    return screen
  }
}
