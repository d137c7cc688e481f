import Diagnostics
import Values

/// Draws together, for each who answers for others, what the reports of those others say.
package struct FeedbackBuilder {
  private let sources: [FeedbackSource]
  private let engine: String
  private let asOf: String
  /// By subject and item, what an item is called.
  private let titles: [String: [String: Wording]]

  package init(_ sources: [FeedbackSource], engine: String, asOf: String) {
    self.sources = sources
    self.engine = engine
    self.asOf = asOf
    titles = Dictionary(
      sources.map { source in
        (
          source.report.subject.id,
          Dictionary(
            source.items.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, second in first.merging(second) { kept, _ in kept } })
  }

  /// One for every subject that others name as a party, or that stands above others, in the order of the round.
  package var all: [Feedback] {
    let wanted = Set(
      sources.flatMap { source in
        Array(source.parties.values) + source.above
          + (source.followUps.isEmpty ? [] : [source.report.subject.id])
      })
    var seen = Set<String>()
    return sources.compactMap { source in
      let id = source.report.subject.id
      guard wanted.contains(id), seen.insert(id).inserted else { return nil }
      return feedback(for: id, at: source)
    }
  }

  private func feedback(for id: String, at own: FeedbackSource) -> Feedback {
    let others = sources.filter { source in
      source.report.subject.id != id
        && (source.parties.values.contains(id) || source.above.contains(id))
    }
    let scored = others.filter { $0.report.verdict.score != nil }
    func result(_ source: FeedbackSource) -> Feedback.Result {
      Feedback.Result(
        subject: source.report.subject.id, title: source.report.subject.title,
        rubric: source.report.rubric.title, verdict: source.report.verdict,
        folder: path(from: own.folder, to: source.folder))
    }
    let costs = others.flatMap { costsAt($0, to: id, from: own.folder) }
    return Feedback(
      engine: engine, round: own.report.round, asOf: asOf, subject: own.report.subject,
      own: sources.filter { $0.report.subject.id == id }.map(result),
      count: Set(others.map(\.report.subject.id)).count,
      unscored: others.filter { $0.report.verdict.score == nil }.map(result),
      costs: costs,
      excused: Report.Amount(sumOf: costs.filter { $0.kind == .excused }.map(\.cost)),
      lost: Report.Amount(sumOf: costs.filter { $0.kind == .lost }.map(\.cost)),
      costCount: Set(costs.map(\.subject)).count,
      syntheses: syntheses(of: scored), advice: advice(to: id, from: own.folder),
      followUps: own.followUps.isEmpty ? nil : own.followUps)
  }

  /// What papers on others advise it, by its role or by its name, and what those on itself do.
  private func advice(to id: String, from folder: String) -> [Feedback.Advice]? {
    var seen = Set<String>()
    let found = sources.flatMap { source -> [Feedback.Advice] in
      // Two rubrics of one subject read the same papers.
      guard seen.insert(source.report.subject.id).inserted else { return [] }
      return (source.report.advice ?? []).compactMap { line in
        let meant = line.to.map { source.parties[$0] ?? $0 } ?? source.report.subject.id
        guard meant == id else { return nil }
        return Feedback.Advice(
          title: source.report.subject.title, folder: path(from: folder, to: source.folder),
          item: line.item,
          itemTitle: line.item.flatMap { titles[source.report.subject.id]?[$0] },
          says: line.says, by: line.by, date: line.date)
      }
    }
    return found.isEmpty ? nil : found
  }

  // MARK: what it cost others

  private func costsAt(
    _ source: FeedbackSource, to id: String, from folder: String
  ) -> [Feedback.Cost] {
    let roles = Set(source.parties.filter { $0.value == id }.map(\.key))
    return source.items.flatMap { item -> [Feedback.Cost] in
      func cost(
        _ kind: Feedback.Cost.Kind, _ points: NumberInterval, duties: [Feedback.Duty],
        missing: [Wording]
      ) -> Feedback.Cost {
        Feedback.Cost(
          kind: kind, isOpen: kind == .excused && item.isExcused == nil,
          subject: source.report.subject.id, title: source.report.subject.title,
          folder: path(from: folder, to: source.folder), item: item.id, itemTitle: item.title,
          points: item.points, cost: Report.Amount(points), duties: duties, missing: missing,
          says: kind == .excused ? item.says : nil)
      }
      func duty(_ link: (role: String, item: String)) -> Feedback.Duty {
        Feedback.Duty(role: link.role, item: link.item, title: titles[id]?[link.item], count: 1)
      }
      var found: [Feedback.Cost] = []
      let charged = item.excuses.filter { roles.contains($0.role) }
      if item.isExcused != false, !charged.isEmpty, let excused = item.excused {
        found.append(
          cost(
            .excused, excused,
            duties: charged.map(duty), missing: []))
      }
      let absent = item.missing.filter { roles.contains($0.role) }.map(\.sentence)
      // An excuse that holds and would cost is not applied, and the points stay lost.
      let kept = item.isKept ? charged : []
      if found.isEmpty, !absent.isEmpty || !kept.isEmpty, let lost = item.lost, lost.high != .zero {
        found.append(cost(.lost, lost, duties: kept.map(duty), missing: absent))
      }
      return found
    }
  }

  // MARK: what they all lost

  private func syntheses(of others: [FeedbackSource]) -> [Feedback.Synthesis] {
    var order: [String] = []
    var groups: [String: [FeedbackSource]] = [:]
    for source in others {
      let key = "\(source.report.rubric.id)@\(source.report.rubric.edition)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(source)
    }
    return order.compactMap { key in
      guard let members = groups[key], let face = members.first?.report.rubric else { return nil }
      let faults = faultsOf(members)
      return Feedback.Synthesis(
        rubric: face.id, edition: face.edition, title: face.title, count: members.count,
        faults: faults, lost: Report.Amount(sumOf: faults.map(\.lost)),
        excused: Report.Amount(sumOf: faults.map(\.excused)))
    }
  }

  private func faultsOf(_ members: [FeedbackSource]) -> [Feedback.Fault] {
    let faults = (members.first?.items ?? []).enumerated().map { place, first in
      let items = members.compactMap { source -> (FeedbackSource, FeedbackSource.Item)? in
        let at = source.items.indices.contains(place) ? source.items[place] : nil
        guard let item = at?.id == first.id ? at : source.items.first(where: { $0.id == first.id })
        else { return nil }
        return (source, item)
      }
      let lost = items.compactMap { $0.1.lost }.filter { $0.high != .zero }
      let excused = items.compactMap { $0.1.isExcused == true ? $0.1.excused : nil }
      return Feedback.Fault(
        item: first.id, title: first.title, points: first.points,
        count: items.count { $0.1.isApplicable }, lostCount: lost.count,
        lost: Report.Amount(sumOf: lost.map { Report.Amount($0) }),
        excusedCount: excused.count,
        excused: Report.Amount(sumOf: excused.map { Report.Amount($0) }),
        duties: duties(behind: items), advice: first.advice)
    }
    // The dearest first; among equals as the rubric has them.
    return faults.filter { $0.lostCount > 0 || $0.excusedCount > 0 }.enumerated().sorted {
      let (one, other) = (
        $0.element.lost.high.adding($0.element.excused.high) ?? .zero,
        $1.element.lost.high.adding($1.element.excused.high) ?? .zero
      )
      return one != other ? one > other : $0.offset < $1.offset
    }.map(\.element)
  }

  /// Who else may answer for an item, and how often that was so.
  private func duties(behind items: [(FeedbackSource, FeedbackSource.Item)]) -> [Feedback.Duty] {
    var duties: [Feedback.Duty] = []
    for (source, item) in items {
      for link in item.excuses {
        let held = item.isExcused == true || item.isKept ? 1 : 0
        let title = source.parties[link.role].flatMap { titles[$0]?[link.item] }
        if let known = duties.firstIndex(where: { $0.role == link.role && $0.item == link.item }) {
          duties[known].count += held
          duties[known].title = duties[known].title ?? title
        } else {
          duties.append(
            Feedback.Duty(role: link.role, item: link.item, title: title, count: held))
        }
      }
    }
    return duties
  }

  /// `town` and `room/rubric` stand in the same output folder.
  private func path(from folder: String, to other: String) -> String {
    String(repeating: "../", count: folder.split(separator: "/").count) + other
  }
}

extension FeedbackSource.Item {
  /// What it lacks of full marks and is charged with; `nil` where it is in no sum.
  fileprivate var lost: NumberInterval? {
    guard isApplicable, isExcused != true, let earned else { return nil }
    return lacking(earned)
  }

  /// What it would have lacked without the excuse.
  fileprivate var excused: NumberInterval? { computed.map { lacking($0) } }

  private func lacking(_ earned: NumberInterval) -> NumberInterval {
    NumberInterval(
      earned.high.flatMap { points.subtracting($0) }.map { max(.zero, $0) },
      earned.low.flatMap { points.subtracting($0) }.map { max(.zero, $0) })
  }
}

extension Report.Amount {
  /// Points as they are printed, with a few decimals.
  fileprivate init(_ interval: NumberInterval) {
    let (low, high) = (interval.low ?? .zero, interval.high ?? interval.low ?? .zero)
    let (least, most) = (ValueText.short(low, decimals: 4), ValueText.short(high, decimals: 4))
    self.init(low: low, high: high, text: low == high ? least : "\(least) – \(most)")
  }

  fileprivate init(sumOf amounts: [Report.Amount]) {
    self.init(
      NumberInterval(
        Number.sum(amounts.map(\.low)) ?? .zero, Number.sum(amounts.map(\.high)) ?? .zero))
  }
}
