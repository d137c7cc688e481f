import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import FEEL

/// The files of cases leave nothing out: no rule of the grammar, no parameter, no reason of a null.
@Suite(.timed) struct CaseCoverageTests {
  private static func file(_ name: String) throws -> CaseFile {
    let url = CasesTests.files.first { $0.lastPathComponent == name }
    return try CaseFile(#require(url, "\(name)"))
  }

  @Test func everyRuleOfTheGrammarHasACase() throws {
    let answered = try Self.file("10.3.1.2-grammar.cases").cases.filter { $0.value != nil }
    let covered = Set(answered.map(\.section))
    let missing = GrammarRules.headings.filter { !covered.contains($0) }
    #expect(missing.isEmpty)
    let strange = covered.subtracting(GrammarRules.headings)
    #expect(strange.isEmpty, "no rule of the grammar")
  }

  /// By its name; where the last parameter stands for several arguments, all of them by place.
  @Test func everyParameterOfEveryFunctionIsPassed() throws {
    var passed: Set<String> = []
    for url in CasesTests.files {
      let file = try CaseFile(url)
      for one in file.cases where one.value != nil {
        for call in file.calls(in: one) {
          guard let overloads = Builtins.named(call.name) else { continue }
          let found = Self.parameters(of: overloads, passedIn: call.arguments)
          passed.formUnion(found.filter { one.value != "null" || $0.isEmptyList }.map(\.name))
        }
      }
    }
    let missing = Builtins.all.flatMap(Self.parameters).map(\.name).filter { !passed.contains($0) }
    #expect(missing.isEmpty)
  }

  /// What may be left out may be given as null as well: as if it were left out, or the call is null.
  @Test func everyOptionalParameterIsGivenAsNull() throws {
    let file = try Self.file("10.3.4-optional-parameters.cases")
    var given: Set<String> = []
    for one in file.cases where one.value != nil {
      for call in file.calls(in: one) {
        guard let overloads = Builtins.named(call.name),
          case .named(let arguments) = call.arguments,
          let (builtin, positions) = overloads.arrangement(of: arguments.map(\.name.name))
        else { continue }
        for (argument, position) in zip(arguments, positions) {
          guard case .null = argument.value.form else { continue }
          given.insert("\(builtin.signature): \(builtin.parameters[position].name)")
        }
      }
    }
    let optional = Builtins.all.flatMap { builtin in
      builtin.parameters.filter(\.isOptional).map { "\(builtin.signature): \($0.name)" }
    }
    #expect(optional.filter { !given.contains($0) } == [])
  }

  @Test func everyReasonOfANullHasACase() throws {
    let given = Set(try CasesTests.files.flatMap { try CaseFile($0).cases.compactMap(\.reason) })
    let missing = NullReason.Kind.allCases.map { "\($0)" }.filter { !given.contains($0) }
    #expect(missing.isEmpty)
  }

  /// The same lines under the same reasons, so that the two files show what strict mode changes.
  @Test func everyReasonOfANullIsAskedForInBothModes() throws {
    let lenient = try Self.file("null-reasons.cases")
    let strict = try Self.file("null-reasons-strict.cases")
    #expect(lenient.mode == .lenient && strict.mode == .strict)
    for kind in NullReason.Kind.allCases {
      let mine = lenient.cases.filter { $0.section == "\(kind)" }
      let theirs = strict.cases.filter { $0.section == "\(kind)" }
      #expect(mine.contains { $0.reason == "\(kind)" }, "\(kind)")
      #expect(mine.map(\.expression) == theirs.map(\.expression), "\(kind)")
    }
  }

  @Test func everyHitPolicyAndAggregationHasACase() throws {
    let tables = try Self.file("10.3.2.10-decision-tables.cases").cases.compactMap(\.table)
    let policies = Set(tables.map(\.hitPolicy))
    #expect(policies == Set(DecisionTable.HitPolicy.allCases))
    let aggregations = Set(tables.compactMap(\.aggregation))
    #expect(aggregations == Set(DecisionTable.Aggregation.allCases))
  }

  /// A parameter with its function, or the empty list of parameters.
  private typealias Passed = (name: String, isEmptyList: Bool)

  private static func parameters(of builtin: Builtin) -> [Passed] {
    if builtin.parameters.isEmpty { return [(builtin.signature, true)] }
    return builtin.parameters.map { ("\(builtin.signature): \($0.name)", false) }
  }

  private static func parameters(
    of overloads: Builtin.Overloads, passedIn arguments: ArgumentsSyntax
  ) -> [Passed] {
    switch arguments {
    case .named(let all):
      guard let (builtin, positions) = overloads.arrangement(of: all.map(\.name.name)) else {
        return []
      }
      return positions.map { ("\(builtin.signature): \(builtin.parameters[$0].name)", false) }
    case .positional(let all):
      return overloads.all.filter { builtin in
        // One argument more than there are parameters: the last parameter stands for two.
        builtin.greatestCount == nil && all.count > builtin.parameters.count
          || builtin.parameters.isEmpty && all.isEmpty
      }.flatMap(parameters)
    }
  }
}

extension CaseFile {
  /// The calls that the text of a case holds.
  fileprivate func calls(in one: Case) -> [Syntax.Call] {
    var reader = Reader(Passage(one.expression), in: scope, mode: mode)
    if one.tested == nil { return reader.readWholeExpression().calls }
    return reader.readWholeTests().tests.flatMap(\.syntax.calls)
  }
}
