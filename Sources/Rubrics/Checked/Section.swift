package import Diagnostics
package import FEEL
package import Values

/// A part of a rubric with points of its own.
package struct Section: Sendable {
  package let id: String
  package let title: Wording
  package let points: Number
  /// Earns points x earned / applicable instead of the plain sum; what is combined otherwise always does.
  package let isScaled: Bool
  package let combining: Combining
  package let appliesWhen: Plan?
  /// What happens when it does not apply; has no meaning without `appliesWhen`.
  package let otherwise: NotApplicable
  package let rounding: Rounding?
  package let shareRounding: Rounding?
  package let content: Content
  package let place: Place

  package indirect enum Content: Sendable {
    case sections([Section])
    case items([Item])
  }

  /// Depth first, in the order of writing.
  package var allItems: [Item] {
    switch content {
    case .sections(let sections): sections.flatMap(\.allItems)
    case .items(let items): items
    }
  }

  package var subsections: [Section] {
    if case .sections(let sections) = content { sections } else { [] }
  }
}

package struct Bonus: Sendable {
  package let cap: Number
  /// Whether bonus points count when the grade is sought.
  package let mayLiftGrade: Bool
  package let items: [Item]
  package let place: Place
}

/// An item whose form gives a loss, and the most it may take away.
package struct Deduction: Sendable {
  package let item: Item
  package let cap: Number
}

package struct Total: Sendable {
  package let rounding: Rounding
  package let whenClosed: Closing
  /// Instead of sections and bonus less deductions.
  package let formula: Plan?
  /// How the sections are combined, before bonus and deductions.
  package let combining: Combining
  /// Full marks, where they are not the sum of the sections'.
  package let points: Number?
  package let clip: Clip?
  package let place: Place

  package struct Clip: Sendable {
    package let low: Number?
    package let high: Number?
  }
}
