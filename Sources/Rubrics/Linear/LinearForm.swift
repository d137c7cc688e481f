package import Values

/// A product of quantities, by their names in order; without any it is the number one.
package struct Monomial: Hashable, Sendable {
  package let factors: [String]

  package init(_ factors: [String] = []) {
    self.factors = factors.sorted()
  }

  package static let one = Monomial()

  func times(_ other: Monomial) -> Monomial { Monomial(factors + other.factors) }
}

/// A sum of quantities and products of quantities, each with a number before it.
package struct LinearForm: Hashable, Sendable {
  /// None of the numbers is zero.
  package private(set) var terms: [Monomial: Number]

  package init(_ terms: [Monomial: Number] = [:]) {
    self.terms = terms.filter { !$0.value.isZero }
  }

  package init(_ number: Number) {
    self.init([.one: number])
  }

  package init(named name: String) {
    self.init([Monomial([name]): .one])
  }

  package subscript(_ monomial: Monomial) -> Number { terms[monomial] ?? .zero }

  /// The number, where there is nothing else.
  package var constant: Number? {
    terms.keys.allSatisfy { $0 == .one } ? self[.one] : nil
  }

  package var degree: Int { terms.keys.map(\.factors.count).max() ?? 0 }

  /// - Returns: `nil` where a number grows too large.
  func adding(_ other: LinearForm) -> LinearForm? {
    var sum = terms
    for (monomial, number) in other.terms {
      guard let next = (sum[monomial] ?? .zero).adding(number) else { return nil }
      sum[monomial] = next
    }
    return LinearForm(sum)
  }

  func scaled(by factor: Number) -> LinearForm? {
    var scaled: [Monomial: Number] = [:]
    for (monomial, number) in terms {
      guard let next = number.multiplied(by: factor) else { return nil }
      scaled[monomial] = next
    }
    return LinearForm(scaled)
  }

  func subtracting(_ other: LinearForm) -> LinearForm? {
    other.scaled(by: Number(-1)).flatMap { adding($0) }
  }

  /// - Returns: `nil` where a number grows too large.
  func multiplied(by other: LinearForm) -> LinearForm? {
    var product = LinearForm()
    for (monomial, number) in other.terms {
      guard let part = scaled(by: number) else { return nil }
      let moved = Dictionary(
        part.terms.map { ($0.key.times(monomial), $0.value) }, uniquingKeysWith: { one, _ in one })
      guard let next = product.adding(LinearForm(moved)) else { return nil }
      product = next
    }
    return product
  }
}

/// A form that is not negative, or positive.
package struct Inequality: Hashable, Sendable {
  package let form: LinearForm
  package let isStrict: Bool

  package init(_ form: LinearForm, isStrict: Bool = false) {
    self.form = form
    self.isStrict = isStrict
  }

  /// Whether it cannot hold, whatever the quantities are.
  var isContradiction: Bool {
    guard let constant = form.constant else { return false }
    return constant.isNegative || (isStrict && constant.isZero)
  }

  var isEmpty: Bool { form.constant != nil && !isContradiction }
}
