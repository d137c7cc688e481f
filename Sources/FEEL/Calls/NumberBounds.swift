import Values

/// Between which numbers a value lies, as far as that is known.
struct NumberBounds {
  /// `nil` is without end.
  let low: Number?
  let high: Number?
  let isWhole: Bool
  let mayBeNull: Bool

  init(low: Number?, high: Number?, isWhole: Bool = false, mayBeNull: Bool = false) {
    self.low = low
    self.high = high
    self.isWhole = isWhole
    self.mayBeNull = mayBeNull
  }

  /// - Returns: `nil` where the value can never be a number.
  init?(_ value: Value) {
    switch value {
    case .number(let number):
      self.init(low: number, high: number, isWhole: number.isInteger)
    case .unknown(let unknown):
      self.init(unknown.bounds)
    default: return nil
    }
  }

  private init?(_ bounds: Bounds) {
    switch bounds.kind {
    case .any:
      self.init(low: nil, high: nil, mayBeNull: true)
    case .number(let low, let high, let isWhole):
      self.init(low: low, high: high, isWhole: isWhole, mayBeNull: bounds.mayBeNull)
    case .oneOf(let values):
      let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
      guard let low = numbers.min(), let high = numbers.max() else { return nil }
      self.init(
        low: low, high: high, isWhole: numbers.allSatisfy(\.isInteger),
        mayBeNull: bounds.mayBeNull || numbers.count < values.count)
    case .boolean, .shaped: return nil
    }
  }

  /// The value that lies within: known where the ends meet and it cannot be null.
  func value(missing: [Missing]) -> Value {
    if let low, let high, low == high, !mayBeNull { return .number(low) }
    return .unknown(
      Unknown(
        Bounds(.number(low: low, high: high, isWhole: isWhole), mayBeNull: mayBeNull),
        missing: missing))
  }

  /// Both ends through a function that never turns the order around.
  ///
  /// An end that has no image, because it would be too large, is open.
  func mapped(isWhole: Bool? = nil, by image: (Number) -> Number?) -> NumberBounds {
    NumberBounds(
      low: low.flatMap(image), high: high.flatMap(image), isWhole: isWhole ?? self.isWhole,
      mayBeNull: mayBeNull)
  }
}

extension Call {
  /// Applies a function that never turns the order around to the number at 0, which is not known.
  ///
  /// The other arguments must be known; else there are no bounds.
  func monotone(isWhole: Bool? = nil, by image: (Number) -> Number?) -> Value {
    guard arguments.dropFirst().allSatisfy(\.isSettled) else { return nothingKnown }
    guard let bounds = NumberBounds(self[0]) else { return null() }
    return bounds.mapped(isWhole: isWhole, by: image).value(missing: missing)
  }
}

/// Bounds of a figure over candidates that are numbers.
struct NumberCandidates {
  struct Member {
    let bounds: NumberBounds
    let isOpen: Bool
  }

  let members: [Member]
  /// Whether a member may be something that is no number, so that the figure is null.
  let mayBeNull: Bool

  /// - Returns: `nil` where a member that is certainly in the list is certainly no number.
  init?(_ candidates: [Candidate]) {
    var members: [Member] = []
    var mayBeNull = false
    for candidate in candidates {
      guard let bounds = NumberBounds(candidate.value) else {
        guard candidate.isOpen else { return nil }
        mayBeNull = true
        continue
      }
      mayBeNull = mayBeNull || bounds.mayBeNull
      members.append(Member(bounds: bounds, isOpen: candidate.isOpen))
    }
    self.members = members
    self.mayBeNull = mayBeNull
  }

  var mayBeEmpty: Bool { members.allSatisfy(\.isOpen) }
  var isWhole: Bool { members.allSatisfy(\.bounds.isWhole) }

  /// The low ends of the members that are certain, or of those that are open.
  ///
  /// - Returns: `nil` where one has no end.
  func lows(open: Bool) -> [Number]? {
    Self.all(members.filter { $0.isOpen == open }.map(\.bounds.low))
  }

  func highs(open: Bool) -> [Number]? {
    Self.all(members.filter { $0.isOpen == open }.map(\.bounds.high))
  }

  private static func all(_ ends: [Number?]) -> [Number]? {
    let known = ends.compactMap { $0 }
    return known.count == ends.count ? known : nil
  }
}
