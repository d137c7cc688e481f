/// Reads the regular expressions of XPath into a tree.
///
/// - Source: Functions and Operators 3.1, section 5.6.1, over XML Schema 1.1 part 2, appendix G.
struct PatternReader {
  // A pattern of a person nests a handful of groups; 100 keeps every walk over the tree shallow.
  static let maximumDepth = 100

  var scalars: [Unicode.Scalar]
  var position = 0
  var depth = 0
  private let flags: PatternFlags
  /// Groups opened so far.
  private(set) var groupCount = 0
  /// Groups that are closed: only these may be referred to.
  private var closedGroups: Set<Int> = []

  init(_ text: String, flags: PatternFlags) {
    self.flags = flags
    scalars = Array(text.unicodeScalars)
    if flags.ignoresSpace && !flags.isLiteral { scalars = Self.withoutSpace(scalars) }
  }

  mutating func readPattern() throws(PatternFault) -> PatternNode {
    if flags.isLiteral { return .sequence(scalars.map { .scalar($0) }) }
    let node = try readChoice()
    guard position == scalars.count else { throw .notAPattern }
    return node
  }

  /// Flag `x` takes white space away everywhere but inside of `[…]`.
  private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var classDepth = 0
    var isEscaped = false
    for scalar in scalars {
      if classDepth == 0 && ScalarSet.space.contains(scalar, ignoresCase: false) { continue }
      kept.append(scalar)
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[": classDepth += 1
      case "]": classDepth = max(0, classDepth - 1)
      default: break
      }
    }
    return kept
  }

  private mutating func readChoice() throws(PatternFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw .tooLarge }
    var branches = [try readSequence()]
    while take("|") { branches.append(try readSequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func readSequence() throws(PatternFault) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      let atom = try readAtom()
      nodes.append(try readQuantifier(of: atom))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func readAtom() throws(PatternFault) -> PatternNode {
    guard let scalar = next() else { throw .notAPattern }
    switch scalar {
    case "(": return try readGroup()
    case "[":
      return .set(try readClass())
    case ".": return .anyScalar
    case "^": return .lineStart
    case "$": return .lineEnd
    case "\\": return try readEscape()
    case "?", "*", "+", "{", "}", "]", ")", "|": throw .notAPattern
    default: return .scalar(scalar)
    }
  }

  private mutating func readGroup() throws(PatternFault) -> PatternNode {
    var number: Int?
    if take("?") {
      guard take(":") else { throw .notAPattern }
    } else {
      groupCount += 1
      number = groupCount
    }
    let inner = try readChoice()
    guard take(")") else { throw .notAPattern }
    if let number { closedGroups.insert(number) }
    return .group(inner, number: number)
  }

  private mutating func readEscape() throws(PatternFault) -> PatternNode {
    guard let scalar = peek() else { throw .notAPattern }
    if let digit = digit(scalar), digit > 0 { return try readReference() }
    switch try readEscapedSet() {
    case .range(let range) where range.lowerBound == range.upperBound:
      return Unicode.Scalar(range.lowerBound).map { .scalar($0) } ?? .set(.range(range))
    case let set: return .set(set)
    }
  }

  /// A number of more digits is read only while so many groups have been opened before it.
  private mutating func readReference() throws(PatternFault) -> PatternNode {
    var number = 0
    while let scalar = peek(), let digit = digit(scalar) {
      guard number == 0 || number * 10 + digit <= groupCount else { break }
      number = number * 10 + digit
      position += 1
    }
    guard closedGroups.contains(number) else { throw .notAPattern }
    return .reference(number: number)
  }

  private mutating func readQuantifier(of atom: PatternNode) throws(PatternFault) -> PatternNode {
    let least: Int
    let most: Int?
    if take("?") {
      (least, most) = (0, 1)
    } else if take("*") {
      (least, most) = (0, nil)
    } else if take("+") {
      (least, most) = (1, nil)
    } else if take("{") {
      (least, most) = try readCounts()
    } else {
      return atom
    }
    return .repetition(atom, least: least, most: most, isReluctant: take("?"))
  }

  private mutating func readCounts() throws(PatternFault) -> (Int, Int?) {
    let least = try readCount()
    var most: Int? = least
    if take(",") { most = peek() == "}" ? nil : try readCount() }
    guard take("}") else { throw .notAPattern }
    if let most, most < least { throw .notAPattern }
    return (least, most)
  }

  private mutating func readCount() throws(PatternFault) -> Int {
    let start = position
    var count = 0
    while let scalar = peek(), let digit = digit(scalar) {
      // More can never fit a program; staying there keeps the sum from overflowing.
      count = min(count * 10 + digit, PatternProgram.maximumLength + 1)
      position += 1
    }
    guard position > start else { throw .notAPattern }
    return count
  }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    position += 1
    return scalar
  }

  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == expected else { return false }
    position += 1
    return true
  }

  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
  }
}
