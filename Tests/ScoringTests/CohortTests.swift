import Diagnostics
import Formats
import Rubrics
import TestSupport
import Testing
import Values

@testable import Scoring

/// Properties of comparison: places, means of groups, and what is open about them.
@Suite(.timed) struct CohortTests {
  /// Places, shares, means and pro rata over one small number, so that every completion can be tried.
  static func rubric(best: String, ties: String, key: String) throws -> Rubric {
    let lines = key == "top" ? "{30%: 10, 60%: 6}" : "{1: 10, 2: 6, 3: 5}"
    let text = """
      rubric: compared
      edition: "1"
      language: en
      title: Compared
      subject: s
      facts:
        v: {type: number, whole: true, must be: "[0..3]"}
        w: {type: number, whole: true, must be: "[0..3]", absent: "null"}
        fits: {type: boolean}
      cohort:
        if fewer: compare
        define:
          group mean: {mean: v}
          group best: {max: v}
      sections:
        - id: all
          title: All
          points: 40
          items:
            - id: place
              title: Place
              points: 10
              says: Place.
              basis: {rule: illustrative, points: illustrative}
              score: {rank: v, best: \(best), \(key): \(lines), others: {pro rata to: first, at most: 4}, ties: \(ties)}
              "null": "0"
            - id: distance
              title: Distance
              points: 10
              says: Distance to the mean.
              basis: {rule: illustrative, points: illustrative}
              score: {formula: 5 + v - group mean, from: 0, to: 10}
            - id: share
              title: Share of the best
              points: 10
              says: Share of the best.
              basis: {rule: illustrative, points: illustrative}
              score: {formula: 2 * (group best - v), from: 0, to: 10}
            - id: mean
              title: Mean where it does not apply
              points: 10
              says: Mean.
              basis: {rule: illustrative, points: illustrative}
              applies when: fits
              otherwise: cohort mean
              score: {formula: 2 * v, from: 0, to: 10}
      total: {round: {to: 0.0001, mode: half up}, when closed: zero}
      grades:
        - {id: good, title: good, at least: 20}
        - {id: fail, title: fail}
      """
    var found = Diagnostics()
    let rubric = Rubric.read(
      SourceText(text, path: "compared.yaml"), digest: "", into: &found)
    for diagnostic in found.all where diagnostic.severity == .error {
      Issue.record("\(diagnostic.code) \(diagnostic.headline.en)")
    }
    return try #require(rubric)
  }

  /// `nil` is a number that nobody gave.
  struct Member: Equatable {
    var v: Int?
    var fits: Bool?

    func source() -> EvidenceSource {
      var source = EvidenceSource()
      if let v { source.facts[HeaderName("v")] = .init("\(v)", at: nil) }
      if let fits { source.facts[HeaderName("fits")] = .init("\(fits)", at: nil) }
      return source
    }
  }

  static func evaluations(_ rubric: Rubric, _ members: [Member]) -> [Evaluation] {
    let scorer = Scorer(rubric)
    let evidence = members.enumerated().map { number, member in
      EvidenceReader(rubric).read(
        member.source(), in: EvidenceSetting(subject: EvaluatedSubject(id: "s\(number)")))
    }
    let first = evidence.map { scorer.score($0, mode: .selfAssessment) }
    let cohorts = Cohorts(rubric, first.map(\.member), mode: .selfAssessment)
    return evidence.indices.map {
      scorer.score(evidence[$0], mode: .selfAssessment, in: cohorts?.view(of: $0))
    }
  }

  static func points(_ evaluation: Evaluation) -> [String: ScoreRange] {
    Dictionary(
      evaluation.everyItem.map { ($0.item.id, $0.points ?? .zero) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every way of giving what nobody gave.
  static func completions(of members: [Member]) -> [[Member]] {
    members.reduce([[]]) { ways, member in
      let numbers = member.v.map { [$0] } ?? [0, 1, 2, 3]
      let conditions = member.fits.map { [$0] } ?? [true, false]
      return ways.flatMap { way in
        numbers.flatMap { v in conditions.map { way + [Member(v: v, fits: $0)] } }
      }
    }
  }

  static let kinds = ["high", "low"].flatMap { best in
    ["better", "mean"].flatMap { ties in ["places", "top"].map { (best, ties, $0) } }
  }

  static func draw(_ numbers: inout SeededNumbers, openNumbers: Int) -> [Member] {
    var members = (0..<Int.random(in: 2...5, using: &numbers)).map { _ in
      Member(
        v: Int.random(in: 0...3, using: &numbers), fits: Int.random(in: 0...3, using: &numbers) > 0)
    }
    for _ in 0..<openNumbers {
      members[Int.random(in: members.indices, using: &numbers)].v = nil
    }
    if openNumbers > 0, Bool.random(using: &numbers) {
      members[Int.random(in: members.indices, using: &numbers)].fits = nil
    }
    return members
  }

  @Test(arguments: kinds)
  func placesAndMeansHoldEveryCompletion(best: String, ties: String, key: String) throws {
    let rubric = try Self.rubric(best: best, ties: ties, key: key)
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<3 {
      let members = Self.draw(&numbers, openNumbers: 2)
      let open = Self.evaluations(rubric, members)
      for way in Self.completions(of: members) {
        for (wide, exact) in zip(open, Self.evaluations(rubric, way)) {
          let bounds = Self.points(wide)
          for (id, points) in Self.points(exact) where exact.total != nil {
            let isHeld = bounds[id]?.contains(points) ?? false
            #expect(
              isHeld,
              "\(id): \(points) of \(way) not in \(String(describing: bounds[id])) of \(members)")
            if !isHeld { return }
          }
        }
      }
    }
  }

  @Test(arguments: kinds)
  func theOrderOfSubjectsChangesNothing(best: String, ties: String, key: String) throws {
    let rubric = try Self.rubric(best: best, ties: ties, key: key)
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<12 {
      let members = Self.draw(&numbers, openNumbers: 1)
      let order = Array(members.indices).shuffled(using: &numbers)
      let straight = Self.evaluations(rubric, members).map(\.total)
      let turned = Self.evaluations(rubric, order.map { members[$0] }).map(\.total)
      #expect(order.map { straight[$0] } == turned)
    }
  }

  @Test(arguments: kinds)
  func aBetterNumberNeverGivesAWorsePlace(best: String, ties: String, key: String) throws {
    let rubric = try Self.rubric(best: best, ties: ties, key: key)
    var numbers = SeededNumbers(seed: 13)
    for _ in 0..<10 {
      var members = Self.draw(&numbers, openNumbers: 0)
      let ladder = (0...3).map { v -> Number in
        members[0].v = v
        return Self.points(Self.evaluations(rubric, members)[0])["place"]?.low ?? .zero
      }
      #expect(best == "high" ? ladder == ladder.sorted() : ladder == ladder.sorted(by: >))
    }
  }

  @Test func equalOnesShareTheBetterPlaceAndTheNextIsSkipped() throws {
    let rubric = try Self.rubric(best: "high", ties: "better", key: "places")
    let members = [3, 2, 2, 1].map { Member(v: $0, fits: true) }
    let places = Self.evaluations(rubric, members).map { Self.points($0)["place"]?.low }
    #expect(places.prefix(3) == [10, 6, 6])
    // The fourth: 10 x 1 / 3.
    #expect(places[3]?.description.hasPrefix("3.333") == true)
  }

  @Test func aMemberThatIsNotAdmittedIsComparedWithNobody() throws {
    let rubric = try Self.rubric(best: "high", ties: "better", key: "places")
    let scorer = Scorer(rubric)
    let evidence = [1, 3].map { v in
      EvidenceReader(rubric).read(
        Member(v: v, fits: true).source(),
        in: EvidenceSetting(subject: EvaluatedSubject(id: "s")))
    }
    let members = evidence.map { scorer.score($0, mode: .final).member }
    let cohorts = Cohorts(rubric, [members[0], nil], mode: .final)
    #expect(cohorts?.view(of: 1) == nil)
    let alone = scorer.score(evidence[0], mode: .final, in: cohorts?.view(of: 0))
    #expect(Self.points(alone)["place"] == ScoreRange(10))
    let open = scorer.score(evidence[0], mode: .final)
    #expect(open.status == .open)
    #expect(open.missing.contains { $0.missing.cause == .noCohort })
  }

  @Test func theMeanOfChildrenLiesBetweenTheWorstAndTheBest() throws {
    let text = """
      rubric: town
      edition: "1"
      language: en
      title: Town
      subject: town
      sections:
        - id: all
          title: All
          points: 100
          items:
            - id: mean
              title: Mean
              points: 100
              says: Mean.
              basis: {rule: illustrative, points: illustrative}
              score: {children: room, take: mean, weight: people, full at: 100, zero at: 0, if none: fail}
      total: {round: {to: 0.0001, mode: half up}, when closed: zero}
      grades:
        - {id: good, title: good, at least: 20}
        - {id: fail, title: fail}
      """
    var found = Diagnostics()
    let rubric = try #require(
      Rubric.read(SourceText(text, path: "town.yaml"), digest: "", into: &found))
    var numbers = SeededNumbers(seed: 17)
    func points(_ children: [(Int, Int, Int, Int?)]) -> ScoreRange {
      var setting = EvidenceSetting(subject: EvaluatedSubject(id: "t"))
      setting.related.children = children.enumerated().map { number, child in
        RelatedResult(
          subject: "r\(number)", title: Wording("r"), kind: nil, rubric: "room",
          state: .evaluated, score: NumberInterval(Number(child.0), Number(child.1)), grades: [],
          values: [
            "people": child.3.map {
              child.2 == $0
                ? .number(Number($0))
                : .unknown(
                  Unknown(Bounds(NumberInterval(Number(child.2), Number($0))), missing: []))
            }
              ?? .unknown(Unknown(Bounds(NumberInterval(Number(child.2), nil)), missing: []))
          ])
      }
      let evidence = EvidenceReader(rubric).read(EvidenceSource(), in: setting)
      return Scorer(rubric).score(evidence, mode: .selfAssessment).total ?? .zero
    }
    for _ in 0..<100 {
      let children = (0..<Int.random(in: 1...4, using: &numbers)).map {
        _ -> (Int, Int, Int, Int?) in
        let low = Int.random(in: 0...100, using: &numbers)
        let weight = Int.random(in: 1...9, using: &numbers)
        return (
          low, Int.random(in: low...100, using: &numbers), weight,
          Int.random(in: 0...4, using: &numbers) == 0
            ? nil : weight + Int.random(in: 0...3, using: &numbers)
        )
      }
      let bounds = points(children)
      #expect(bounds.low >= Number(children.map(\.0).min() ?? 0))
      #expect(bounds.high <= Number(children.map(\.1).max() ?? 0))
      // Some completions.
      for _ in 0..<6 {
        let exact = children.map { child -> (Int, Int, Int, Int?) in
          let score = Int.random(in: child.0...child.1, using: &numbers)
          let weight = Int.random(in: child.2...(child.3 ?? child.2 + 20), using: &numbers)
          return (score, score, weight, weight)
        }
        #expect(bounds.contains(points(exact)), "\(exact) in \(children)")
      }
    }
  }
}
