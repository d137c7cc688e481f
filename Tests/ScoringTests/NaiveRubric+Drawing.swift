extension NaiveRubric {
  /// With so many of a hundred chances of a gate of each kind.
  init(_ numbers: inout SeededNumbers, gates chance: Int = 15, onGateFact: Bool = false) {
    var sections: [Section] = []
    for number in 0..<Int.random(in: 1...3, using: &numbers) {
      let items = (0..<Int.random(in: 1...3, using: &numbers)).map {
        Item("s\(number)i\($0)", &numbers)
      }
      let isScaled = numbers.flip(30)
      let sum = items.map(\.points).reduce(0, +)
      sections.append(
        Section(
          id: "s\(number)", points: isScaled ? Int.random(in: 5...20, using: &numbers) : sum,
          isScaled: isScaled, items: items))
    }
    self.sections = sections
    deduction =
      numbers.flip(30)
      ? (Int.random(in: 0...2, using: &numbers), 1, Int.random(in: 1...3, using: &numbers)) : nil
    gates = Gate.Kind.allCases.flatMap { kind in
      (0..<2).compactMap { number in
        numbers.flip(chance) ? Gate(kind, number, &numbers, onGateFact: onGateFact) : nil
      }
    }
    whenClosed = ["zero", "proved", "drop", "open"].randomElement(using: &numbers) ?? "zero"
    floorPercent = numbers.flip(40) ? Int.random(in: 3...9, using: &numbers) * 10 : nil
    for index in sections.indices where numbers.flip(20) {
      self.sections[index].combine = numbers.flip(60) ? "worst of" : "best of"
    }
    if numbers.flip(15) {
      combine = numbers.flip(60) ? "worst of" : "best of"
      combinedPoints = Int.random(in: 5...30, using: &numbers)
    }
  }
}

extension NaiveRubric.Condition {
  init(_ numbers: inout SeededNumbers) {
    fact = Int.random(in: 0...2, using: &numbers)
    least = Int.random(in: 1...4, using: &numbers)
  }
}

extension NaiveRubric.Item {
  init(_ id: String, _ numbers: inout SeededNumbers) {
    self.id = id
    let points = Int.random(in: 2...9, using: &numbers)
    self.points = points
    applies = numbers.flip(25) ? NaiveRubric.Condition(&numbers) : nil
    isFullOtherwise = numbers.flip(30)
    void = numbers.flip(15) ? NaiveRubric.Condition(&numbers) : nil
    excuse =
      numbers.flip(30)
      ? (
        NaiveRubric.Condition(&numbers),
        ["drop", "full", "mean"].randomElement(using: &numbers) ?? ""
      )
      : nil
    let fact = Int.random(in: 0...2, using: &numbers)
    switch Int.random(in: 0...4, using: &numbers) {
    case 0:
      let low = Int.random(in: 1...2, using: &numbers)
      form = .steps(
        fact: fact, lines: [(low + 2, points), (low, points / 2)], otherwise: 0)
    case 1: form = .check(NaiveRubric.Condition(&numbers))
    case 2:
      form = .each(
        fact: fact, baseAt: Int.random(in: 0...2, using: &numbers), base: 1,
        every: Int.random(in: 1...2, using: &numbers), step: Int.random(in: 1...3, using: &numbers),
        isFull: numbers.flip(50))
    case 3:
      form = .lose(
        fact: fact, every: Int.random(in: 1...2, using: &numbers),
        step: Int.random(in: 1...4, using: &numbers), isFull: numbers.flip(50),
        free: Int.random(in: 0...1, using: &numbers), floor: Int.random(in: 0...1, using: &numbers))
    default:
      form = .formula(
        fact: fact, factor: Int.random(in: 1...4, using: &numbers),
        less: Int.random(in: 0...3, using: &numbers))
    }
  }
}

// MARK: the same rules as YAML

extension NaiveRubric {
  var yaml: String {
    var text = """
      rubric: drawn
      edition: "1"
      language: en
      title: Drawn at random
      subject: station
      facts:
        f0: {type: number, whole: true, must be: "[0..4]"}
        f1: {type: number, whole: true, must be: "[0..4]"}
        f2: {type: number, whole: true, must be: "[0..4]"}
        f3: {type: number, whole: true, must be: "[0..4]"}
      sections:

      """
    for section in sections {
      text += "- id: \(section.id)\n  title: Section\n  points: \(section.points)\n"
      if let combine = section.combine {
        text += "  combine: \(combine)\n"
      } else if section.isScaled {
        text += "  scaled: true\n"
      }
      text += "  items:\n"
      for item in section.items { item.write(to: &text) }
    }
    if let deduction {
      text += """
        deductions:
        - id: loss
          title: Loss
          cap: \(deduction.cap)
          says: a loss
          basis: {rule: illustrative, points: illustrative}
          score:
            lose: f\(deduction.fact)
            step: {every: 1, points: \(deduction.step), units: full}
            free: 0
            floor: 0

        """
    }
    text += """
      total: {round: {to: 0.01, mode: half up}, when closed: \(whenClosed), clip: {from: 0, to: 100}\(combining)}

      """
    for kind in Gate.Kind.allCases {
      let gates = gates.filter { $0.kind == kind }
      if !gates.isEmpty { text += "\(kind.rawValue):\n" + gates.map(\.yaml).joined() }
    }
    let floor = floorPercent.map { ", every section: \($0)%" } ?? ""
    return text + """
      grades:
      - {id: good, title: Good, stars: 3, at least: \(tenths(possible * 8))\(floor)}
      - {id: fair, title: Fair, stars: 2, at least: \(tenths(possible * 5))}
      - {id: poor, title: Poor, stars: 1}

      """
  }

  private var combining: String {
    combine.map { ", combine: \($0), points: \(combinedPoints)" } ?? ""
  }

  private func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }
}

extension NaiveRubric.Item {
  fileprivate func write(to text: inout String) {
    text += """
        - id: \(id)
          title: Item
          points: \(points)
          says: a rule
          basis: {rule: illustrative, points: illustrative}

      """
    if let applies {
      text += "    applies when: \(applies.text)\n"
      text += "    otherwise: \(isFullOtherwise ? "full" : "drop")\n"
    }
    if let void { text += "    void: {when: \(void.text), says: void}\n" }
    if let excuse {
      text += "    excused: {when: \(excuse.when.text), then: \(excuse.then), says: excused}\n"
    }
    text += "    score:\n"
    func write(_ lines: String...) { for line in lines { text += "      \(line)\n" } }
    switch form {
    case .steps(let fact, let lines, let otherwise):
      let pairs = lines.map { "\($0.threshold): \($0.points)" }.joined(separator: ", ")
      write("steps: f\(fact)", "at least: {\(pairs)}", "else: \(otherwise)")
    case .check(let condition): write("check: \(condition.text)")
    case .each(let fact, let baseAt, let base, let every, let step, let isFull):
      write(
        "each: f\(fact)", "base: {at: \(baseAt), points: \(base)}",
        "step: {every: \(every), points: \(step), units: \(isFull ? "full" : "started")}",
        "cap: \(points)", "below base: 0")
    case .lose(let fact, let every, let step, let isFull, let free, let floor):
      write(
        "lose: f\(fact)",
        "step: {every: \(every), points: \(step), units: \(isFull ? "full" : "started")}",
        "free: \(free)", "floor: \(floor)")
    case .formula(let fact, let factor, let less):
      write("formula: f\(fact) * \(factor) - \(less)", "from: 0", "to: \(points)")
    }
  }
}
