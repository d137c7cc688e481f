/// Runs a pattern over one text, with its own stack and a limit of steps.
///
/// Where a pattern has no back references, what follows depends only on the instruction and the
/// position, so a pair that has failed once is never tried again: time grows with pattern x text.
struct PatternMatcher {
  struct Match {
    /// Two positions for each group, the whole match first; -1 where a group took no part.
    let registers: [Int]

    var start: Int { registers[0] }
    var end: Int { registers[1] }

    func group(_ number: Int) -> Range<Int>? {
      let at = 2 * number
      guard at >= 0, at + 1 < registers.count, registers[at] >= 0,
        registers[at + 1] >= registers[at]
      else { return nil }
      return registers[at]..<registers[at + 1]
    }
  }

  /// The steps were used up before an answer was found.
  struct LimitExceeded: Error {}

  // About a second: far more than any honest pattern takes, and little enough to wait for.
  static let maximumSteps = 20_000_000
  // Bits of the table of pairs that have failed: 32 megabytes.
  static let maximumPairs = 1 << 28

  private let program: PatternProgram
  private let flags: PatternFlags
  private let text: [Unicode.Scalar]
  private var steps = 0
  private var registers: [Int]
  private var stack: [Retreat] = []
  private var tried: [UInt64]
  private var touched: [Int] = []

  /// Where to go on when the present way fails.
  private enum Retreat {
    case resume(instruction: Int, position: Int)
    case restore(register: Int, position: Int)
  }

  init(_ pattern: Pattern, over text: [Unicode.Scalar]) throws(LimitExceeded) {
    program = pattern.program
    flags = pattern.flags
    self.text = text
    registers = []
    tried = []
    if program.hasReferences { return }
    let (pairs, overflow) = program.instructions.count
      .multipliedReportingOverflow(by: text.count + 1)
    guard !overflow, pairs <= Self.maximumPairs else { throw LimitExceeded() }
    tried = Array(repeating: 0, count: pairs / 64 + 1)
  }

  /// The first match that starts at `start` or after it.
  mutating func firstMatch(from start: Int) throws(LimitExceeded) -> Match? {
    for word in touched { tried[word] = 0 }
    touched.removeAll(keepingCapacity: true)
    var at = start
    while at <= text.count {
      registers = Array(repeating: -1, count: program.registerCount)
      stack.removeAll(keepingCapacity: true)
      if try matches(from: at) { return Match(registers: registers) }
      at += 1
    }
    return nil
  }

  private mutating func matches(from start: Int) throws(LimitExceeded) -> Bool {
    var instruction = 0
    var position = start
    while true {
      steps += 1
      guard steps <= Self.maximumSteps else { throw LimitExceeded() }
      var goesOn = !isTried(instruction, position)
      if goesOn {
        switch program.instructions[instruction] {
        case .accept: return true
        case .jump(let target): instruction = target
        case .split(let first, let second):
          stack.append(.resume(instruction: second, position: position))
          instruction = first
        case .loop(let register, let again, let exit, let isReluctant):
          if registers[register] == position {
            instruction = exit
          } else {
            let (first, second) = isReluctant ? (exit, again) : (again, exit)
            stack.append(.resume(instruction: second, position: position))
            instruction = first
          }
        case .keep(let register):
          stack.append(.restore(register: register, position: registers[register]))
          registers[register] = position
          instruction += 1
        case .reference(let number):
          goesOn = repeats(number, at: &position)
          instruction += 1
        case .lineStart:
          goesOn = isLineStart(position)
          instruction += 1
        case .lineEnd:
          goesOn = isLineEnd(position)
          instruction += 1
        case .scalar, .anyScalar, .set:
          goesOn = position < text.count && accepts(instruction, text[position])
          position += 1
          instruction += 1
        }
      }
      if !goesOn {
        guard let (resumed, place) = retreat() else { return false }
        (instruction, position) = (resumed, place)
      }
    }
  }

  private mutating func retreat() -> (Int, Int)? {
    while let last = stack.popLast() {
      switch last {
      case .resume(let instruction, let position): return (instruction, position)
      case .restore(let register, let position): registers[register] = position
      }
    }
    return nil
  }

  /// Notes the pair, and tells whether it was noted before.
  private mutating func isTried(_ instruction: Int, _ position: Int) -> Bool {
    if program.hasReferences { return false }
    let pair = position * program.instructions.count + instruction
    let (word, bit) = (pair >> 6, UInt64(1) << UInt64(pair & 63))
    if tried[word] & bit != 0 { return true }
    if tried[word] == 0 { touched.append(word) }
    tried[word] |= bit
    return false
  }

  private func accepts(_ instruction: Int, _ scalar: Unicode.Scalar) -> Bool {
    switch program.instructions[instruction] {
    case .scalar(let expected): same(expected, scalar)
    case .anyScalar: flags.dotMatchesNewline || (scalar != "\n" && scalar != "\r")
    case .set(let set): set.contains(scalar, ignoresCase: flags.ignoresCase)
    default: false
    }
  }

  private func same(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    one == other || (flags.ignoresCase && CaseVariants.areVariants(one, other))
  }

  /// Whether the text goes on with what a group matched.
  ///
  /// A group that took no part matched nothing.
  private mutating func repeats(_ number: Int, at position: inout Int) -> Bool {
    let (start, end) = (registers[2 * number], registers[2 * number + 1])
    guard start >= 0, end > start else { return true }
    guard text.count - position >= end - start else { return false }
    steps += end - start
    for offset in 0..<(end - start) where !same(text[start + offset], text[position + offset]) {
      return false
    }
    position += end - start
    return true
  }

  private func isLineStart(_ position: Int) -> Bool {
    if position == 0 { return true }
    return flags.isMultiline && position < text.count && text[position - 1] == "\n"
  }

  private func isLineEnd(_ position: Int) -> Bool {
    if position == text.count { return true }
    return flags.isMultiline && text[position] == "\n"
  }
}
