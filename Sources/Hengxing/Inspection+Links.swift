import Diagnostics
import Formats
import Rubrics

/// Follows the excuses of rubrics to the items of other parties where the same fact counts.
struct ExcuseLinks {
  /// By subject of the round.
  private let rubrics: [String: [Rubric]]
  /// Each link is told once, however many subjects and parties share the rubrics.
  private var told = Set<String>()

  init(_ rubrics: [String: [Rubric]]) {
    self.rubrics = rubrics
  }

  mutating func follow(from round: Round, into diagnostics: inout Diagnostics) {
    for subject in round.subjects {
      let own = rubrics[subject.id] ?? []
      reportParties(of: subject, own, into: &diagnostics)
      for rubric in own {
        for item in rubric.everyItem {
          guard let excuse = item.excuse, !excuse.by.isEmpty else { continue }
          var charged: [ExcuseProof.Charged] = []
          var isWhole = true
          for link in excuse.by {
            guard let party = subject.parties[link.party], let others = rubrics[party.text],
              !others.isEmpty
            else {
              isWhole = false
              continue
            }
            let found = others.flatMap { other in
              other.everyItem.filter { $0.id == link.item }.map {
                ExcuseProof.Charged(role: link.party, rubric: other, item: $0)
              }
            }
            charged += found
            if found.isEmpty, isNew("nowhere", rubric, item, others) {
              diagnostics.report(
                .excuseLeadsNowhere(
                  link.text, item.id, party.text, others.map(\.id), at: item.place))
            }
            if found.isEmpty { isWhole = false }
          }
          guard isWhole, isNew("proof", rubric, item, charged.map(\.rubric)) else { continue }
          Self.prove(excuse, of: item, in: rubric, charged, into: &diagnostics)
        }
      }
    }
    reportCircles(round, into: &diagnostics)
  }

  /// Rubrics that say by which rubric their parties are evaluated, without any round.
  static func follow(among rubrics: [Rubric], into diagnostics: inout Diagnostics) {
    for rubric in rubrics {
      for item in rubric.everyItem {
        guard let excuse = item.excuse, !excuse.by.isEmpty else { continue }
        var charged: [ExcuseProof.Charged] = []
        for link in excuse.by {
          let declared = rubric.parties.first { $0.role == link.party }
          guard let other = rubrics.first(where: { $0.id == declared?.rubric }) else { continue }
          let found = other.everyItem.first { $0.id == link.item }
          if let found {
            charged.append(.init(role: link.party, rubric: other, item: found))
          } else {
            diagnostics.report(
              .excuseLeadsNowhere(link.text, item.id, link.party, [other.id], at: item.place))
          }
        }
        guard charged.count == excuse.by.count else { continue }
        prove(excuse, of: item, in: rubric, charged, into: &diagnostics)
      }
    }
  }

  private static func prove(
    _ excuse: Excuse, of item: Item, in rubric: Rubric,
    _ charged: [ExcuseProof.Charged], into diagnostics: inout Diagnostics
  ) {
    let links = excuse.by.map(\.text)
    switch ExcuseProof.judge(excuse, of: item, in: rubric, charged: charged) {
    case .proven: break
    case .refuted(let witness):
      diagnostics.report(.excuseChargesNobody(item.id, links, witness, at: item.place))
    case .unproven(let witness, let doubts):
      diagnostics.report(.excuseNotProven(item.id, links, witness, doubts, at: item.place))
    case .otherFacts:
      diagnostics.report(.excuseAboutOtherFacts(item.id, links, at: item.place))
    case .ownWord: diagnostics.report(.excuseByOwnWord(item.id, at: item.place))
    }
  }

  private mutating func isNew(
    _ kind: String, _ rubric: Rubric, _ item: Item, _ others: [Rubric]
  ) -> Bool {
    told.insert("\(kind) \(rubric.path) \(item.id) \(others.map(\.id))").inserted
  }

  // MARK: parties

  private func reportParties(
    of subject: Round.Subject, _ rubrics: [Rubric], into diagnostics: inout Diagnostics
  ) {
    for (role, party) in subject.parties.sorted(by: { $0.key < $1.key })
    where party.text == subject.id {
      diagnostics.report(.partyIsItself(subject.id, role, at: party.place))
    }
    for rubric in rubrics {
      for role in rubric.rolesUsed where role != "contract" && subject.parties[role] == nil {
        diagnostics.report(
          .partyMissing(
            role, subject.id, rubric.id, at: subject.place, asked: rubric.placeAsking(for: role)))
      }
    }
  }

  /// Items whose excuses charge each other leave nobody charged.
  private func reportCircles(_ round: Round, into diagnostics: inout Diagnostics) {
    struct Node: Hashable {
      let subject: String
      let item: String
    }
    var next: [Node: [Node]] = [:]
    var order: [(node: Node, place: Place)] = []
    for subject in round.subjects {
      for rubric in rubrics[subject.id] ?? [] {
        for item in rubric.everyItem {
          guard let excuse = item.excuse else { continue }
          let node = Node(subject: subject.id, item: item.id)
          next[node] = excuse.by.compactMap { link in
            subject.parties[link.party].map { Node(subject: $0.text, item: link.item) }
          }
          order.append((node, item.place))
        }
      }
    }
    var told = Set<Node>()
    for (start, place) in order where !told.contains(start) {
      var open = next[start] ?? []
      var seen: [Node] = []
      while let node = open.popLast() {
        if node == start {
          told.formUnion(seen + [start])
          diagnostics.report(
            .chargeCircle(
              ([start] + seen).map { "\($0.subject).\($0.item)" }, at: place))
          break
        }
        guard !seen.contains(node) else { continue }
        seen.append(node)
        open += next[node] ?? []
      }
    }
  }
}
