/// A pattern as instructions, which a matcher runs without recursion.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(Unicode.Scalar)
    case anyScalar
    case set(ScalarSet)
    case lineStart
    case lineEnd
    case reference(Int)
    /// Keeps the position in a register: two for each group, then one for each loop that may be empty.
    case keep(Int)
    case jump(Int)
    /// Goes on at the first, and at the second if that fails.
    case split(Int, Int)
    /// Goes to `exit` where nothing was matched since the register was kept; else splits.
    case loop(register: Int, again: Int, exit: Int, isReluctant: Bool)
    case accept
  }

  // `{n,m}` is written out, so this bounds repetitions too: `(.{100}){100}` just fits.
  static let maximumLength = 20_000

  private(set) var instructions: [Instruction] = []
  private(set) var registerCount: Int
  private(set) var hasReferences = false

  init(_ node: PatternNode, groupCount: Int) throws(PatternFault) {
    registerCount = 2 * (groupCount + 1)
    try emit(.keep(0))
    try write(node)
    try emit(.keep(1))
    try emit(.accept)
  }

  private mutating func emit(_ instruction: Instruction) throws(PatternFault) {
    guard instructions.count < Self.maximumLength else { throw .tooLarge }
    instructions.append(instruction)
  }

  private mutating func write(_ node: PatternNode) throws(PatternFault) {
    switch node {
    case .scalar(let scalar): try emit(.scalar(scalar))
    case .anyScalar: try emit(.anyScalar)
    case .set(let set): try emit(.set(set))
    case .lineStart: try emit(.lineStart)
    case .lineEnd: try emit(.lineEnd)
    case .reference(let number):
      hasReferences = true
      try emit(.reference(number))
    case .group(let inner, let number):
      if let number { try emit(.keep(2 * number)) }
      try write(inner)
      if let number { try emit(.keep(2 * number + 1)) }
    case .sequence(let nodes):
      for node in nodes { try write(node) }
    case .choice(let nodes): try writeChoice(nodes)
    case .repetition(let inner, let least, let most, let isReluctant):
      try writeRepetition(inner, least: least, most: most, isReluctant: isReluctant)
    }
  }

  private mutating func writeChoice(_ nodes: [PatternNode]) throws(PatternFault) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let split = instructions.count
      try emit(.split(split + 1, split))
      try write(node)
      jumps.append(instructions.count)
      try emit(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = nodes.last { try write(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func writeRepetition(
    _ node: PatternNode, least: Int, most: Int?, isReluctant: Bool
  ) throws(PatternFault) {
    for _ in 0..<least {
      let before = instructions.count
      try write(node)
      // What writes nothing would be written for ever.
      if instructions.count == before { return }
    }
    guard let most else { return try writeLoop(node, isReluctant: isReluctant) }
    var splits: [Int] = []
    for _ in least..<max(least, most) {
      let split = instructions.count
      splits.append(split)
      try emit(.split(split, split))
      try write(node)
      if instructions.count == split + 1 { break }
    }
    for split in splits {
      let exit = instructions.count
      instructions[split] = isReluctant ? .split(exit, split + 1) : .split(split + 1, exit)
    }
  }

  private mutating func writeLoop(
    _ node: PatternNode, isReluctant: Bool
  ) throws(PatternFault) {
    let enter = instructions.count
    try emit(.jump(enter))
    let start = instructions.count
    if node.mayBeEmpty {
      let register = registerCount
      registerCount += 1
      try emit(.keep(register))
      try write(node)
      let exit = instructions.count + 1
      try emit(.loop(register: register, again: start, exit: exit, isReluctant: isReluctant))
    } else {
      try write(node)
      let exit = instructions.count + 1
      try emit(isReluctant ? .split(exit, start) : .split(start, exit))
    }
    let exit = instructions.count
    instructions[enter] = isReluctant ? .split(exit, start) : .split(start, exit)
  }
}
