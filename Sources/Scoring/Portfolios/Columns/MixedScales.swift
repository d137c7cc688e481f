import Diagnostics
import Formats
import Rubrics
import Values

/// A column of a file in which numbers with a percent sign stand beside numbers above 1.
struct MixedScales: Sendable {
  private struct Side: Sendable {
    var text = ""
    var line: BlockLine?
    var count = 0
  }

  let column: Int
  private var percent = Side()
  private var plain = Side()
  private var holdsAmounts = false

  init(column: Int) {
    self.column = column
  }

  var isMixed: Bool { percent.count > 0 && plain.count > 0 && !holdsAmounts }

  /// Cells come in the order of the file.
  mutating func add(_ side: ScaleSide, at line: BlockLine, _ text: () -> String) {
    switch side {
    case .percent:
      if percent.count == 0 { (percent.text, percent.line) = (text(), line) }
      percent.count += 1
    case .plain:
      if plain.count == 0 { (plain.text, plain.line) = (text(), line) }
      plain.count += 1
    case .amount: holdsAmounts = true
    }
  }

  fileprivate func diagnostic(
    of declarations: [Declaration], in reading: BlockReading
  ) -> Diagnostic {
    let declaration = declarations[column]
    return .mixedScales(
      declaration, percent: percent.text, plain: plain.text, (percent.count, plain.count),
      at: percent.line.map { reading.place($0, column: declaration.name) })
  }
}

extension Diagnostic {
  static func mixedScales(
    _ scales: MixedScales, of declarations: [Declaration], in reading: BlockReading
  ) -> Diagnostic {
    scales.diagnostic(of: declarations, in: reading)
  }
}

extension Value {
  /// A number as it stands.
  var shown: String { if case .number(let number) = self { number.description } else { "" } }
}
