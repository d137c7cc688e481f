package import Diagnostics
package import Values

/// An amount that an earlier round granted, as the history of a subject has it.
package struct Grant: Sendable {
  /// In whose history it stands.
  package let subject: String
  /// What policies call the amount.
  package let name: String
  /// As it is written: `2024年上半年`.
  package let period: String?
  package let amount: Number
  package let place: Place?

  package init(subject: String, name: String, period: String?, amount: Number, place: Place?) {
    (self.subject, self.name, self.period) = (subject, name, period)
    (self.amount, self.place) = (amount, place)
  }
}

/// What earlier rounds granted of one limit, by the books of the party and of its subjects.
struct EarlierGrants {
  /// A period, and what it was granted for; several books of one period are held against each other.
  private struct Term {
    let text: String?
    /// `nil`: nobody can read when it was.
    let span: DaySpan?
    var ofParty: [Grant] = []
    var ofSubjects: [Grant] = []

    var partySum: Number? { ofParty.isEmpty ? nil : Number.sum(ofParty.map(\.amount)) }
    var subjectSum: Number? { ofSubjects.isEmpty ? nil : Number.sum(ofSubjects.map(\.amount)) }

    /// The party's book holds what was granted to subjects that are no longer there, too; it cannot hold less.
    var amount: NumberInterval {
      switch (partySum, subjectSum) {
      case (let party?, let subjects?) where party < subjects: NumberInterval(party, subjects)
      case (let party?, _): NumberInterval(party)
      case (nil, let subjects?): NumberInterval(subjects)
      case (nil, nil): NumberInterval(.zero)
      }
    }
  }

  private var terms: [Term] = []
  let step: Number

  init(_ grants: [Grant], of party: String?, among subjects: Set<String>, step: Number) {
    self.step = step
    for grant in grants where grant.subject == party || subjects.contains(grant.subject) {
      let period = grant.period.flatMap(WrittenPeriod.init)
      let span = period.flatMap { DaySpan($0.start, $0.end) }
      let known = terms.firstIndex { term in
        span == nil ? term.span == nil && term.text == grant.period : term.span == span
      }
      let index = known ?? terms.count
      if known == nil { terms.append(Term(text: grant.period, span: span)) }
      if grant.subject == party {
        terms[index].ofParty.append(grant)
      } else {
        terms[index].ofSubjects.append(grant)
      }
    }
  }

  var isEmpty: Bool { terms.isEmpty }

  /// The days of those whose period can be read.
  var spans: [DaySpan] { terms.compactMap(\.span) }

  /// What belongs to a calendar year by its days; `nil`: all of it.
  func granted(in year: Int?) -> NumberInterval {
    var low = Number.zero
    var high: Number? = .zero
    for term in terms {
      let part = part(of: term, in: year)
      low = low.adding(part.low ?? .zero) ?? low
      high = high.flatMap { sum in part.high.flatMap { sum.adding($0) } }
    }
    return NumberInterval(low, high)
  }

  private func part(of term: Term, in year: Int?) -> NumberInterval {
    let amount = term.amount
    guard let year else { return amount }
    // Whenever it was, it may have been in this year.
    guard let span = term.span else { return NumberInterval(.zero, amount.high) }
    let own = span.days(of: year).count
    guard own > 0 else { return NumberInterval(.zero) }
    if span.years.count == 1 { return amount }
    let all = span.years.reduce(0) { $0 + span.days(of: $1).count }
    func scaled(_ number: Number, _ mode: RoundingMode) -> Number? {
      number.multiplied(by: Number(own))?.divided(by: Number(all))?
        .roundedToMultiple(of: step, mode)
    }
    guard amount.low == amount.high else {
      return NumberInterval(
        amount.low.flatMap { scaled($0, .floor) } ?? .zero,
        amount.high.flatMap { scaled($0, .ceiling) })
    }
    return amount.low.flatMap { scaled($0, .halfUp) }.map { NumberInterval($0) } ?? amount
  }

  /// Two books of one period, of which that of the party holds less.
  var contradictions: [(period: String, party: Number, subjects: Number, places: [Place])] {
    terms.compactMap { term in
      guard let party = term.partySum, let subjects = term.subjectSum, party < subjects else {
        return nil
      }
      return (
        term.text ?? "", party, subjects,
        (term.ofParty.prefix(1) + term.ofSubjects).compactMap(\.place)
      )
    }
  }

  /// Those of which nobody can tell when they were.
  var undated: [Grant] {
    terms.filter { $0.span == nil }.flatMap { $0.ofParty + $0.ofSubjects }
  }
}
