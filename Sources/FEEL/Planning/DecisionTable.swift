package import Diagnostics
package import Values

/// A decision table as written.
package struct DecisionTable: Sendable {
  package enum HitPolicy: String, Sendable, CaseIterable {
    case unique = "UNIQUE"
    case any = "ANY"
    case priority = "PRIORITY"
    case first = "FIRST"
    case outputOrder = "OUTPUT ORDER"
    case ruleOrder = "RULE ORDER"
    case collect = "COLLECT"
  }

  package enum Aggregation: String, Sendable, CaseIterable {
    case sum = "SUM"
    case count = "COUNT"
    case min = "MIN"
    case max = "MAX"
  }

  package struct Input: Sendable {
    package let expression: Passage
    /// Unary tests that the value must satisfy.
    package let allowed: Passage?

    package init(_ expression: Passage, allowed: Passage? = nil) {
      self.expression = expression
      self.allowed = allowed
    }
  }

  package struct Output: Sendable {
    /// May be absent where there is one output only.
    package let name: String?
    /// Unary tests; their order is the order of PRIORITY and OUTPUT ORDER.
    package let values: Passage?
    /// The result where no rule holds.
    package let otherwise: Passage?

    package init(_ name: String? = nil, values: Passage? = nil, otherwise: Passage? = nil) {
      self.name = name
      self.values = values
      self.otherwise = otherwise
    }
  }

  package struct Rule: Sendable {
    /// As many as the table has inputs.
    package let tests: [Passage]
    /// As many as the table has outputs.
    package let outputs: [Passage]

    package init(tests: [Passage], outputs: [Passage]) {
      self.tests = tests
      self.outputs = outputs
    }
  }

  package let hitPolicy: HitPolicy
  package let aggregation: Aggregation?
  package let inputs: [Input]
  package let outputs: [Output]
  package let rules: [Rule]

  package init(
    _ hitPolicy: HitPolicy, aggregation: Aggregation? = nil, inputs: [Input], outputs: [Output],
    rules: [Rule]
  ) {
    self.hitPolicy = hitPolicy
    self.aggregation = aggregation
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}

/// A checked decision table.
///
/// Every step of it runs in one frame.
package struct DecisionTablePlan: Sendable {
  package struct Input: Sendable {
    package let value: Step
    /// Where the value is kept for the tests, in the frame.
    package let slot: Int
    /// Every value is allowed where there is none.
    ///
    /// The match reads the value from its slot.
    package let allowed: MatchStep?
  }

  package struct Output: Sendable {
    package let name: String?
    /// The allowed values in order of priority, best first; empty where none are declared or where
    /// they are not a plain list.
    package let order: [Step]
    package let allowed: MatchStep?
    /// Where an output value is kept for `allowed`, in the frame.
    package let slot: Int
    package let otherwise: Step?
  }

  package struct Rule: Sendable {
    /// One an input; a match without tests is always true.
    package let tests: [MatchStep]
    package let outputs: [Step]
  }

  package let hitPolicy: DecisionTable.HitPolicy
  package let aggregation: DecisionTable.Aggregation?
  package let inputs: [Input]
  package let outputs: [Output]
  package let rules: [Rule]
  package let shape: Shape
  package let mode: Mode
  package let slotsUsed: [Int]
  package let frameSize: Int
  /// The plain questions among the cells, where they can give the answer.
  let cells: TableCells?

  init(
    hitPolicy: DecisionTable.HitPolicy, aggregation: DecisionTable.Aggregation?, inputs: [Input],
    outputs: [Output], rules: [Rule], shape: Shape, mode: Mode, slotsUsed: [Int], frameSize: Int
  ) {
    self.hitPolicy = hitPolicy
    self.aggregation = aggregation
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.shape = shape
    self.mode = mode
    self.slotsUsed = slotsUsed
    self.frameSize = frameSize
    cells = TableCells(hitPolicy, inputs: inputs, rules: rules)
  }

  /// The output of a table that has only one.
  var onlyOutput: Output? { outputs.count == 1 ? outputs[0] : nil }
}
