package import Diagnostics
import Formats
package import Rubrics
import Values

/// Reads declared facts, of rubrics and of policies.
package enum FactReader {
  /// One result a declaration, in their order; `rubric` is the id of the rubric that they serve.
  package static func read(
    _ declarations: [Declaration], for rubric: String, _ source: EvidenceSource,
    in setting: EvidenceSetting, into diagnostics: inout Diagnostics
  ) -> [InputResult] {
    declarations.map {
      read(DeclaredReader($0), for: rubric, source, setting, into: &diagnostics)
    }
  }

  /// Reads one declared fact where its origin says.
  static func read(
    _ reader: DeclaredReader, for rubric: String, _ source: EvidenceSource,
    _ setting: EvidenceSetting, into diagnostics: inout Diagnostics
  ) -> InputResult {
    let declaration = reader.declaration
    if let taken = declaration.origin.taken, !isWritten(declaration, source, setting) {
      return TakenResultReader(reader, taken, for: rubric, in: setting).read(into: &diagnostics)
    }
    if declaration.origin == .subject, !setting.ignoresOrigins {
      return setting.operation.read(reader)
    }
    guard let facts = facts(of: declaration.origin, source, setting) else {
      return InputResult(
        declaration: declaration, value: reader.absent(named: declaration.name, .noParty),
        place: nil, notes: [], provenance: nil)
    }
    let names = (declaration.headers + [declaration.name]).map(HeaderName.init)
    guard let fact = names.lazy.compactMap({ facts[$0] }).first else {
      return InputResult(
        declaration: declaration, value: reader.absent(named: declaration.name, .absent),
        place: nil, notes: notes(absent: declaration), provenance: nil)
    }
    let value: Value
    let notes: [Wording]
    switch reader.read(fact, named: declaration.name) {
    case .value(let read, let done): (value, notes) = (read, done.wordings)
    case .absent(let absent): (value, notes) = (absent, self.notes(absent: declaration))
    case .unreadable(let unknown, let fault):
      (value, notes) = (unknown, [])
      if case .mismatch(.otherUnit) = fault, let unit = fact.unit, let declared = declaration.unit {
        diagnostics.report(
          .unitDiffers(declaration.name, written: unit, declared: declared, at: fact.place))
      } else {
        diagnostics.report(
          .unfittingCell(fault, of: declaration, holding: fact.text, at: fact.place))
      }
    }
    return InputResult(
      declaration: declaration, value: value, place: fact.place, notes: notes,
      provenance: fact.provenance)
  }

  /// - Returns: `nil` where the party is not known.
  private static func facts(
    of origin: Origin, _ source: EvidenceSource, _ setting: EvidenceSetting
  ) -> [HeaderName: EvidenceSource.Fact]? {
    if setting.ignoresOrigins { return source.facts }
    return switch origin {
    case .bundle: source.facts
    case .round: setting.roundFacts
    case .reference: setting.references
    case .party(let role): setting.parties[role]?.facts
    case .result, .subject: nil
    }
  }

  /// A test, or a portfolio, may write down a result as it writes any fact.
  private static func isWritten(
    _ declaration: Declaration, _ source: EvidenceSource, _ setting: EvidenceSetting
  ) -> Bool {
    setting.ignoresOrigins
      && (declaration.headers + [declaration.name]).contains {
        source.facts[HeaderName($0)] != nil
      }
  }

  private static func notes(absent declaration: Declaration) -> [Wording] {
    if case .value(let value) = declaration.absent { [.countsAs(value)] } else { [] }
  }
}

extension DeclaredReader {
  /// Reads a fact; a unit that is given beside it counts as written behind it.
  fileprivate func read(_ fact: EvidenceSource.Fact, named name: String) -> Reading {
    guard let unit = fact.unit, let declared = declaration.unit, unit != declared,
      case .value = read(fact.text, named: name, at: fact.place)
    else { return read(fact.text, named: name, at: fact.place) }
    return read(fact.text + " " + unit, named: name, at: fact.place)
  }
}
