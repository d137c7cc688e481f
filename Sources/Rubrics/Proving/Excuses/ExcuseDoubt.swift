package import Diagnostics

/// Something that a rule rests on and that no proof can look into.
package struct ExcuseDoubt: Sendable {
  package enum Reason: Sendable, Hashable {
    /// Assessors give the marks.
    case judged
    /// People answer a survey.
    case answered
    /// The results of subjects below decide.
    case children
    /// The place among others decides.
    case compared
    /// Somebody else's result decides.
    case imported
    /// An expression that is not taken apart, as written.
    case words(String)
    /// A decision table that gives a list.
    case list
    case tooLarge
    /// It may come out as null, and then nobody loses anything for certain.
    case mayBeNull
    /// Rounding may give a small loss back.
    case rounded
    /// The mark of this stage may not count beside those that feed it.
    case unweighted(String)
    /// It is scored again in every term of the period.
    case repeated(String)
  }

  /// The item of the party that is charged, or the one that is excused.
  package let item: String
  package let reason: Reason
  package let place: Place
}

extension ExcuseDoubt: Hashable {
  package static func == (left: ExcuseDoubt, right: ExcuseDoubt) -> Bool {
    left.item == right.item && left.reason == right.reason
      && left.place.description == right.place.description
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(item)
    hasher.combine(reason)
  }
}
