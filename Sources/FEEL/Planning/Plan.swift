package import Diagnostics
package import Values

/// A checked expression, ready to run on slots.
package struct Plan: Sendable {
  /// What a step was written as, for observers.
  package struct Note: Sendable {
    /// Where it stands in `Plan.passages[passage]`.
    package let span: Span
    package let shape: Shape
    package let passage: Int
  }

  package let step: Step
  package let shape: Shape
  package let mode: Mode
  /// What was read; more than one where boxed expressions hold each other.
  package let passages: [Passage]
  /// The slots of the scope that the expression looks at, ascending, each once.
  package let slotsUsed: [Int]
  /// How many locals a frame needs.
  package let frameSize: Int
  /// By `Step.id`.
  package let notes: [Note]

  /// The text of the expression, where it is not boxed; otherwise the first text inside.
  package var passage: Passage { passages.first ?? Passage("") }

  /// The words that `step` was written as.
  package func text(of step: Step) -> Substring {
    text(of: notes[Int(step.id)])
  }

  package func text(of note: Note) -> Substring {
    let text = passages[note.passage].text
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: min(note.span.start, bytes.count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(note.span.end, bytes.count))
    return text[start..<max(start, end)]
  }

  /// Where `step` was written.
  package func place(of step: Step) -> Place {
    let note = notes[Int(step.id)]
    return passages[note.passage].place(of: note.span)
  }
}
