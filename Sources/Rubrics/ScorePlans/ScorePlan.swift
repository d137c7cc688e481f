package import Diagnostics
package import FEEL
package import Values

/// What an item earns, told once: a quantity, and what it is worth.
///
///     each: persons          quantity  persons
///     from: 3, points: 2     worth     less than 3: 0
///     more: 1 for every 2              else: 2, and 1 for every full 2 above 3, at most 5
///
/// Whoever scores, proves, counts or compiles an item reads this and knows no form. The points are kept between the least
/// and the greatest that the item can give.
package struct ScorePlan: Sendable {
  package let quantity: Quantity
  package let worth: Worth
  /// What counts where a list that the quantity ranges over has no members; `nil` where that is said of no list.
  package let ifEmpty: EmptyLists?
  /// The least points: zero or less.
  package let least: Number

  init(
    _ quantity: Quantity, worth: Worth, ifEmpty: EmptyLists? = nil, least: Number = .zero
  ) {
    (self.quantity, self.worth, self.ifEmpty) = (quantity, worth, ifEmpty)
    self.least = least
  }

  /// Whether some points come with each unit of the quantity.
  package var isPaced: Bool {
    guard case .ladder(let ladder) = worth else { return false }
    return (ladder.rungs + [ladder.otherwise].compactMap(\.self)).contains { rung in
      if case .paced = rung.worth { true } else { false }
    }
  }

  package struct EmptyLists: Sendable {
    /// The lists: expressions over tables.
    package let lists: [Plan]
    package let meaning: EmptyRule.Meaning
  }

  /// What is looked at.
  package enum Quantity: Sendable {
    /// A number, which `if empty` of the item may fill.
    case number(Plan)
    case truth(Plan)
    /// One of some values.
    case choice(Plan)
    case table(RuleTable)
    /// The sum of the weights of those that hold.
    case held(Terms)
    /// What people, answers, relatives or the comparison with others give, by a rule of its own.
    case given(Given)
  }

  package enum Given: Sendable {
    case degree(Degree)
    case judge(Judge)
    case survey(SurveyRule)
    case children(ChildrenRule)
    case rank(RankRule)
    case imported(ImportRule)
  }

  /// Conditions, of which some hold.
  package struct Terms: Sendable {
    package struct Term: Sendable {
      package let when: Plan
      package let weight: Number
      package let says: Wording
      package let place: Place
    }

    package let terms: [Term]
    /// The weights are points, and a condition that comes out null may count as one that does not hold.
    package let arePoints: Bool
  }

  /// What a quantity is worth, in points.
  package indirect enum Worth: Sendable {
    /// The quantity itself.
    case itself
    case points(Number)
    case paced(PacedPoints)
    case straight(StraightPoints)
    case ladder(Ladder)
  }

  /// The first rung that holds; where none does and there is no last one, it comes out null.
  package struct Ladder: Sendable {
    package let rungs: [Rung]
    package let otherwise: Rung?

    init(rungs: [Rung], otherwise: Rung?) { (self.rungs, self.otherwise) = (rungs, otherwise) }

    /// The first rung that holds for a number, or the last one.
    package func rung(for number: Number) -> Rung? {
      rungs.first { rung in
        if case .compares(let comparison, let threshold) = rung.test {
          comparison.holds(number, threshold)
        } else {
          false
        }
      } ?? otherwise
    }
  }

  package struct Rung: Sendable {
    /// `nil` for what is left.
    package let test: Test?
    package let worth: Worth
    /// What a derivation says of it; `nil` for nothing.
    package let says: Wording?
    /// Its place among the lines of the item that tests of a rubric reach; `nil` where there are none.
    package let line: Int?
    /// What a report of coverage calls it; `nil` without words.
    package let name: String?
    package let place: Place?

    /// The points where they are the same for every quantity.
    package var points: Number? { if case .points(let points) = worth { points } else { nil } }

    init(
      _ test: Test?, _ worth: Worth, says: Wording? = nil, line: Int? = nil, at place: Place? = nil,
      named name: String? = nil
    ) {
      (self.test, self.worth, self.says) = (test, worth, says)
      (self.line, self.place, self.name) = (line, place, name ?? says?.en)
    }
  }

  package enum Test: Sendable {
    /// Of a number.
    case compares(Operator.Comparison, Number)
    /// Unary tests over the slot `.tested`; of all rungs exactly one holds, by proof.
    case tests(Plan)
    case equals(Value)
  }
}
