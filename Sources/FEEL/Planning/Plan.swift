package import Diagnostics
package import Values

/// Whether a mistake in an expression is an error, or a null with a reason.
package enum Mode: Sendable {
  /// Rubrics and policies: unknown names and unlike types are errors; a null condition is unknown.
  case strict
  /// FEEL as the standard has it: only the grammar can be wrong.
  case lenient
}

/// A checked expression, ready to run on slots.
package struct Plan: Sendable {
  /// What a step was written as, for observers.
  package struct Note: Sendable {
    package let span: Span
    package let shape: Shape

    package init(_ span: Span, _ shape: Shape) {
      self.span = span
      self.shape = shape
    }
  }

  package let step: Step
  package let shape: Shape
  package let mode: Mode
  package let passage: Passage
  /// The slots of the scope that the expression looks at, ascending, each once.
  package let slotsUsed: [Int]
  /// How many locals a frame needs.
  package let frameSize: Int
  /// By `Step.id`.
  package let notes: [Note]

  /// The words that `step` was written as.
  package func text(of step: Step) -> Substring {
    text(at: notes[Int(step.id)].span)
  }

  package func text(at span: Span) -> Substring {
    let bytes = passage.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: min(span.start, bytes.count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(span.end, bytes.count))
    return passage.text[start..<max(start, end)]
  }
}
