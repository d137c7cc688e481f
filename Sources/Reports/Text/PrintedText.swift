import Diagnostics

/// Text for a terminal in the making: literals stand as they are, and whatever is put into one stays on its line.
///
///     var screen: PrintedText = ""
///     screen += "\(title)\n"  // a line end in the title is a space
struct PrintedText: ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral value: String) {
    text = value
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += TextEscape.line(value.description)
    }

    /// What was printed before.
    mutating func appendInterpolation(_ printed: PrintedText) {
      text += printed.text
    }
  }

  static func += (left: inout PrintedText, right: PrintedText) {
    left.text += right.text
  }
}
