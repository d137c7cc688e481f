import Diagnostics
import FEEL

/// Something in an expression of which there may be nothing.
struct RangedList {
  enum Way {
    /// `some`: false over nothing.
    case some
    /// `every`: true over nothing.
    case every
    /// `sum`, `min`, `max`, `mean` and their like, and a member by its position: null over nothing.
    case statistic
    /// What something is divided by: null where it is 0.
    case divisor
    /// What the rules of a table that hold are made into: null where none does.
    case collected
  }

  let way: Way
  /// As the rubric writes it.
  let text: String
  /// The list by itself; `nil` for what is no list.
  let list: Plan?
  /// The slots that it looks at.
  let slots: Set<Int>
  let place: Place
  /// Its own expression asks whether there is any.
  var isThoughtOf: Bool

  /// Functions of one list that are null, or as good as null, over nothing.
  static let statistics: Set<String> = [
    "sum", "min", "max", "mean", "median", "mode", "product", "stddev",
  ]

  /// Whether a value that looks at it is null over nothing.
  var givesNull: Bool { way != .some && way != .every }
}
