import Rubrics
import Values

extension SectionSum {
  /// What an amount over its parts comes to; a quotient of nothing is nothing.
  func range(of amount: Amount) throws(NumberTooLarge) -> ScoreRange {
    let range = try amount.range { source throws(NumberTooLarge) in
      switch source {
      case .quotient(let points): Amount.Ends(try scaled(to: points ?? possible) ?? .zero)
      case .beside: Amount.Ends(extra)
      case .sections, .extras, .bonus, .losses, .formula:
        preconditionFailure("an amount over parts looks at nothing else")
      }
    }
    guard let range else { preconditionFailure("points of parts are bounded") }
    return range
  }

  /// `nil` where there is none.
  func range(of share: SectionPlan.Share) throws(NumberTooLarge) -> ScoreRange? {
    let range: ScoreRange
    if share.isOfQuotient, extra == .zero, let least, let greatest {
      range = ScoreRange(try least.share, try greatest.share)
    } else {
      guard let otherwise = share.otherwise else { return nil }
      range = try self.range(of: otherwise)
    }
    return try share.rounding?.apply(to: range) ?? range
  }
}
