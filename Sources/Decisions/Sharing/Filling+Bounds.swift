import Values

extension Filling {
  /// One who asks, as far as is known.
  struct Asker {
    var asked: Asked
    var weight: Asked
  }

  /// The least and the greatest share of one of those who ask; the latter `nil` where nothing bounds it.
  ///
  /// A share grows with what its own subject asks for, with its own weight and with the limit, and shrinks with what
  /// others ask for and with their weights; so its ends are those of the corners. Rounding gives a whole step at most.
  func bounds(of own: Int, among askers: [Asker], limit: Asked) -> (low: Number, high: Number?) {
    let asked = askers[own].asked
    if cut == .notAtAll { return (asked.low, asked.high) }
    return (
      least(own, askers, limit.least) ?? .zero,
      greatest(own, askers, limit.high)
    )
  }

  private func least(_ own: Int, _ askers: [Asker], _ limit: Number) -> Number? {
    let others = askers.indices.filter { $0 != own }
    let isOpen = others.contains { askers[$0].weight.high == nil }
    var share: Number?
    if isOpen, cut == .inProportion {
      // Somebody may weigh as much as can be: whoever it is comes first.
      share = Number.sum(others.map { min(askers[$0].asked.high ?? limit, limit) })
        .flatMap { limit.subtracting($0) }
    } else {
      let parts = askers.indices.map { index in
        let asker = askers[index]
        return index == own
          ? Part(asks: asker.asked.low, weight: asker.weight.low)
          : Part(asks: asker.asked.high ?? limit, weight: asker.weight.high ?? .zero)
      }
      share = plain(parts, limit: limit)?[own]
    }
    return share.map { max(.zero, min($0, askers[own].asked.low)) }?
      .roundedToMultiple(of: step, .floor)
  }

  private func greatest(_ own: Int, _ askers: [Asker], _ limit: Number?) -> Number? {
    let asked = askers[own].asked
    guard let limit else { return asked.high }
    let most = min(asked.high ?? limit, limit)
    guard cut != .inProportion || askers[own].weight.high != nil else { return most }
    let parts = askers.indices.map { index in
      let asker = askers[index]
      return index == own
        ? Part(asks: most, weight: asker.weight.high ?? .one)
        : Part(asks: asker.asked.least, weight: asker.weight.least)
    }
    guard let share = plain(parts, limit: limit)?[own] else { return most }
    return share.roundedToMultiple(of: step, .ceiling).map { min($0, most) } ?? most
  }
}
