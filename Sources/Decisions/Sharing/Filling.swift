import Values

/// How a limit is divided among those who together ask for more.
struct Filling {
  /// One who asks: how much, and with what weight.
  struct Part {
    var asks: Number
    var weight: Number
  }

  let cut: ShareRule.Cut
  /// Every share is a multiple of it.
  let step: Number

  /// Shares that are multiples of the step and add up to no more than the limit: what is left below a step goes to those
  /// to whom the most was rounded off, and among equals to whom comes first.
  ///
  /// - Returns: `nil` where a number gets too large.
  func shares(of parts: [Part], limit: Number) -> [Number]? {
    guard let limit = limit.roundedToMultiple(of: step, .floor),
      let plain = plain(parts, limit: max(.zero, limit)),
      let sum = Number.sum(parts.map(\.asks))
    else { return nil }
    if cut == .notAtAll || sum <= limit { return parts.map(\.asks) }
    return onSteps(plain, notAbove: parts.map(\.asks), sum: max(.zero, limit))
  }

  /// A sum, a multiple of the step, divided by weights into multiples of it that make it up again.
  func divided(_ sum: Number, by weights: [Number]) -> [Number]? {
    guard let whole = Number.sum(weights), whole.isPositive else { return nil }
    var plain: [Number] = []
    for weight in weights {
      guard let part = sum.multiplied(by: weight)?.divided(by: whole) else { return nil }
      plain.append(part)
    }
    return onSteps(plain, notAbove: weights.map { $0.isPositive ? sum : .zero }, sum: sum)
  }

  private func onSteps(_ plain: [Number], notAbove most: [Number], sum: Number) -> [Number]? {
    var shares: [Number] = []
    for share in plain {
      guard let floor = share.roundedToMultiple(of: step, .floor) else { return nil }
      shares.append(floor)
    }
    guard let given = Number.sum(shares), var left = sum.subtracting(given) else { return nil }
    let rests = zip(plain, shares).map { $0.subtracting($1) ?? .zero }
    let order = plain.indices.sorted { rests[$0] != rests[$1] ? rests[$0] > rests[$1] : $0 < $1 }
    for index in order where left >= step {
      guard let more = shares[index].adding(step), let less = left.subtracting(step) else {
        return nil
      }
      guard more <= most[index] else { continue }
      shares[index] = more
      left = less
    }
    return shares
  }

  /// Shares as they are before anything is rounded.
  func plain(_ parts: [Part], limit: Number) -> [Number]? {
    guard let sum = Number.sum(parts.map(\.asks)) else { return nil }
    if sum <= limit { return parts.map(\.asks) }
    switch cut {
    case .notAtAll: return parts.map(\.asks)
    case .inOrder: return inOrder(parts, limit)
    case .inProportion: return filled(parts, limit)
    case .equally:
      return filled(parts.map { Part(asks: $0.asks, weight: .one) }, limit)
    }
  }

  private func inOrder(_ parts: [Part], _ limit: Number) -> [Number]? {
    var left = limit
    var shares: [Number] = []
    for part in parts {
      let share = min(part.asks, left)
      guard let rest = left.subtracting(share) else { return nil }
      shares.append(share)
      left = rest
    }
    return shares
  }

  /// By weight, but nobody gets more than was asked for: what that leaves goes to the others, again by weight.
  private func filled(_ parts: [Part], _ limit: Number) -> [Number]? {
    var shares = parts.map { _ in Number.zero }
    var left = limit
    var open = Array(parts.indices)
    while !open.isEmpty {
      guard var whole = Number.sum(open.map { parts[$0].weight }) else { return nil }
      // Where nobody who is left has any weight, all have the same.
      let isEven = !whole.isPositive
      if isEven { whole = Number(open.count) }
      var served: [Int] = []
      for index in open {
        let weight = isEven ? Number.one : parts[index].weight
        guard let own = left.multiplied(by: weight),
          let asks = parts[index].asks.multiplied(by: whole)
        else { return nil }
        if asks <= own {
          served.append(index)
        } else if let share = own.divided(by: whole) {
          shares[index] = share
        } else {
          return nil
        }
      }
      if served.isEmpty { return shares }
      for index in served {
        shares[index] = parts[index].asks
        guard let rest = left.subtracting(shares[index]) else { return nil }
        left = max(.zero, rest)
      }
      let done = Set(served)
      open.removeAll { done.contains($0) }
    }
    return shares
  }
}
