package import FEEL
package import Values

/// A number of points, made of what has been counted before it.
///
///     plus(quotient, beside)                        what a section has earned
///     clipped(plus(minus(sections, losses), bonus)) the total, before it is rounded
///
/// Whoever counts in ranges, columns, bounds or words says what the sources come to; how they come together is told here.
package indirect enum Amount: Sendable {
  package enum Source: Sendable {
    /// `to` x earned / applicable over the parts around, multiplied first and divided once; `nil`: all points of the parts.
    case quotient(to: Number?)
    /// What parts give beside the quotient.
    case beside
    /// What the sections come to together.
    case sections
    /// What the items of the bonus give together, before its cap.
    case extras
    /// What the bonus gives.
    case bonus
    /// What all deductions take away.
    case losses
    case formula(Plan)
  }

  case of(Source)
  case plus(Amount, Amount)
  case minus(Amount, Amount)
  /// Divided once, by what is above zero.
  case over(Amount, Number)
  /// `nil` does not bind.
  case clipped(Amount, from: Number?, to: Number?)
  case rounded(Amount, Rounding)
}

extension Amount {
  func rounded(_ rounding: Rounding?) -> Amount { rounding.map { .rounded(self, $0) } ?? self }
}
