package import Diagnostics
package import Values

extension Report {
  /// An earlier result of the subject by the same rubric.
  package struct PastLine: Sendable, Codable, Equatable {
    package var period: String?
    package var edition: String?
    package var grade: String?
    /// The grade by its title, where the rubric still has it.
    package var title: Wording?
    package var score: Number?
    package var date: String?

    package init(
      period: String?, edition: String?, grade: String?, title: Wording?, score: Number?,
      date: String?
    ) {
      self.period = period
      self.edition = edition
      self.grade = grade
      self.title = title
      self.score = score
      self.date = date
    }
  }

  /// What the round says of the subject's contract.
  package struct ContractFace: Sendable, Codable, Equatable {
    /// Who runs it by the contract.
    package var holder: Wording?
    package var amount: Number?
    package var from: String?
    package var until: String?

    package init(holder: Wording?, amount: Number?, from: String?, until: String?) {
      self.holder = holder
      self.amount = amount
      self.from = from
      self.until = until
    }
  }

  /// What was found about the subject, by whom and when.
  package struct FindingLine: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable { case alleged, confirmed, dismissed }

    package var what: String
    package var title: Wording
    package var state: State
    package var by: String?
    package var date: String?
    package var citation: String?

    package init(
      what: String, title: Wording, state: State, by: String?, date: String?, citation: String?
    ) {
      self.what = what
      self.title = title
      self.state = state
      self.by = by
      self.date = date
      self.citation = citation
    }
  }

  /// Until when, to whom and how one may object.
  package struct ObjectionFace: Sendable, Codable, Equatable {
    package var until: String?
    package var to: Wording?
    package var form: Wording?

    package init(until: String?, to: Wording?, form: Wording?) {
      self.until = until
      self.to = to
      self.form = form
    }
  }

  /// What the round says around a result: nothing of it changes a point.
  package struct Surroundings: Sendable, Codable, Equatable {
    /// The most recent first.
    package var history: [PastLine]
    package var contract: ContractFace?
    package var findings: [FindingLine]
    package var objections: ObjectionFace?
    /// Where it stands in the round, once that is closed and its standings are kept.
    package var place: RoundPlace?
    /// The page of the round, relative to the folder of this report, without language and ending.
    package var index: String?

    package init(
      history: [PastLine] = [], contract: ContractFace? = nil, findings: [FindingLine] = [],
      objections: ObjectionFace? = nil, place: RoundPlace? = nil, index: String? = nil
    ) {
      self.history = history
      self.contract = contract
      self.findings = findings
      self.objections = objections
      self.place = place
      self.index = index
    }
  }

  /// A place among the results of a closed round.
  package struct RoundPlace: Sendable, Codable, Equatable {
    package var place: Int
    package var among: Int
    package var mean: Number?
    package var lowerQuartile: Number?
    package var upperQuartile: Number?

    package init(
      place: Int, among: Int, mean: Number?, lowerQuartile: Number?, upperQuartile: Number?
    ) {
      self.place = place
      self.among = among
      self.mean = mean
      self.lowerQuartile = lowerQuartile
      self.upperQuartile = upperQuartile
    }
  }
}
