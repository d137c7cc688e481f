extension PatternReader {
  /// Reads what follows `[`, to the `]` that closes it.
  mutating func readClass() throws(PatternFault) -> ScalarSet {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw .tooLarge }
    let isNegated = take("^")
    var members: [ScalarSet] = []
    var subtracted: ScalarSet?
    while let scalar = peek(), scalar != "]" {
      if scalar == "-" && peek(1) == "[" && !members.isEmpty {
        position += 2
        subtracted = try readClass()
        break
      }
      members.append(try readClassMember(isFirst: members.isEmpty))
    }
    guard take("]"), !members.isEmpty else { throw .notAPattern }
    var set = members.count == 1 ? members[0] : .union(members)
    if isNegated { set = .not(set) }
    return subtracted.map { .difference(set, minus: $0) } ?? set
  }

  private mutating func readClassMember(isFirst: Bool) throws(PatternFault) -> ScalarSet {
    guard let scalar = next() else { throw .notAPattern }
    let low: UInt32
    switch scalar {
    case "[": throw .notAPattern
    case "\\":
      let set = try readEscapedSet()
      guard case .range(let range) = set, range.lowerBound == range.upperBound else { return set }
      low = range.lowerBound
    case "-":
      // A hyphen stands for itself at either end only.
      guard isFirst || peek() == "]" || (peek() == "-" && peek(1) == "[") else {
        throw .notAPattern
      }
      low = scalar.value
    default: low = scalar.value
    }
    guard peek() == "-", let after = peek(1), after != "]", after != "[" else {
      return .range(low...low)
    }
    // `[a--[b]]` is an `a`, a hyphen, and a subtraction.
    if after == "-" && peek(2) == "[" { return .range(low...low) }
    position += 1
    let high = try readRangeEnd()
    guard low <= high else { throw .notAPattern }
    return .range(low...high)
  }

  private mutating func readRangeEnd() throws(PatternFault) -> UInt32 {
    guard let scalar = next() else { throw .notAPattern }
    if scalar != "\\" { return scalar.value }
    guard case .range(let range) = try readEscapedSet(), range.lowerBound == range.upperBound else {
      throw .notAPattern
    }
    return range.lowerBound
  }

  /// Reads what follows a backslash; a single character is a range of one.
  mutating func readEscapedSet() throws(PatternFault) -> ScalarSet {
    guard let scalar = next() else { throw .notAPattern }
    switch scalar {
    case "n": return .range(0xA...0xA)
    case "r": return .range(0xD...0xD)
    case "t": return .range(0x9...0x9)
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      return .range(scalar.value...scalar.value)
    case "s": return .space
    case "S": return .not(.space)
    case "d": return .digit
    case "D": return .not(.digit)
    case "w": return .word
    case "W": return .not(.word)
    case "i": return .nameStart
    case "I": return .not(.nameStart)
    case "c": return .nameCharacter
    case "C": return .not(.nameCharacter)
    case "p": return try readProperty()
    case "P": return .not(try readProperty())
    default: throw .notAPattern
    }
  }

  /// Reads `{Lu}` or `{IsGreek}`.
  private mutating func readProperty() throws(PatternFault) -> ScalarSet {
    guard take("{") else { throw .notAPattern }
    var name = String.UnicodeScalarView()
    while let scalar = next() {
      if scalar != "}" {
        name.append(scalar)
        continue
      }
      let name = String(name)
      if name.hasPrefix("Is") {
        guard let range = UnicodeBlocks.range(named: String(name.dropFirst(2))) else { break }
        return .block(range)
      }
      guard let categories = CategorySet(named: name) else { break }
      return .category(categories)
    }
    throw .notAPattern
  }
}
