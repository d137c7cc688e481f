import Diagnostics
import FEEL
import Values

extension StepsForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let parts = lines.map {
      FormWording.line(
        FormWording.threshold($0.written, direction), FormWording.points($0.points, lost: lost))
    }
    let rest = FormWording.otherwise(FormWording.points(otherwise, lost: lost))
    return [FormWording.by(speech.words(value), parts + [rest])]
  }
}

extension LinesForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let parts = lines.map {
      FormWording.line(tested($0, speech), FormWording.points($0.points, lost: lost))
    }
    return [FormWording.by(speech.words(value), parts)]
  }

  static func tooMany(_ count: Int, at place: Place) -> Diagnostic {
    .tooMany(Wording(en: "lines", zh: "行"), count, mostLines, at: place)
  }

  private func tested(_ line: Line, _ speech: FormSpeech) -> Wording {
    let set = Reduction(tested: speech.tested).numbers(line.tests.step)
    guard let set, !set.intervals.isEmpty else { return Wording("`\(line.text)`") }
    let words = set.intervals.map(Self.interval)
    return words.count == 1 ? words[0] : speech.any(words)
  }

  /// The numbers that a test admits, as words.
  private static func interval(_ interval: NumberSet.Interval) -> Wording {
    func threshold(_ end: NumberSet.End, _ including: LadderDirection, _ excluding: LadderDirection)
      -> Wording
    {
      FormWording.threshold("\(end.number)", end.isIncluded ? including : excluding)
    }
    switch (interval.low, interval.high) {
    case (nil, nil): return Wording(en: "any number", zh: "任意数")
    case (let low?, nil): return threshold(low, .atLeast, .moreThan)
    case (nil, let high?): return threshold(high, .atMost, .lessThan)
    case (let low?, let high?):
      if low.number == high.number { return Wording("\(low.number)") }
      let (one, other) = (low.number, high.number)
      return Wording(
        en:
          "\(low.isIncluded ? "from" : "above") \(one) \(high.isIncluded ? "to" : "to below") \(other)",
        zh: "\(one)（\(low.isIncluded ? "含" : "不含")）至 \(other)（\(high.isIncluded ? "含" : "不含")）")
    }
  }
}

extension Wording {
  static func line(_ text: String) -> Wording {
    Wording(en: "the line `\(text)`", zh: "符合 `\(text)`")
  }
}
