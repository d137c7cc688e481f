import Values

extension ResultValues.Contract {
  /// What several say together: the sum of their amounts, from the first day of any to the last day of any; nothing
  /// where one of them does not say it.
  package init(together all: [ResultValues.Contract]) {
    let amounts = all.compactMap(\.amount)
    let first = all.compactMap(\.from)
    let last = all.compactMap(\.until)
    self.init(
      amount: all.isEmpty || amounts.count < all.count ? nil : Number.sum(amounts),
      from: first.count < all.count ? nil : first.min(),
      until: last.count < all.count ? nil : last.max())
  }

  var value: Value {
    .context(
      Context([
        Context.Entry("amount", amount.map(Value.number) ?? .null),
        Context.Entry("from", from.map(Value.date) ?? .null),
        Context.Entry("until", until.map(Value.date) ?? .null),
      ]))
  }
}
