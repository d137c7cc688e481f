import Diagnostics
import FEEL
import Values

extension LoseForm {
  func sentences(_ speech: FormSpeech, worth points: Number, lost: Bool) -> [Wording] {
    let value = speech.words(self.value)
    let loss = FormWording.points(step.points)
    let quoted = FormWording.quoted(value)
    var en = lost ? "By \(value.en): " : "From \(points) points, by \(value.en): "
    var zh = lost ? "按\(quoted)：" : "从满分 \(points) 分起，按\(quoted)："
    en += "\(unit.en) loses \(loss.en)"
    zh += "\(unit.zh)扣 \(loss.zh)"
    if free.isPositive {
      en += ", the first \(free) cost nothing"
      zh += "，前 \(free) 不扣"
    }
    if let allFrom {
      en += lost ? ", from \(allFrom) on all \(points)" : ", from \(allFrom) on nothing is left"
      zh += lost ? "，达到 \(allFrom) 扣满" : "，达到 \(allFrom) 记 0 分"
    }
    if lost {
      en += ", at most \(points)"
      zh += "，最多扣 \(points) 分"
    } else {
      en += floor.isZero ? ", down to 0" : ", not below \(floor)"
      zh += floor.isZero ? "，扣完为止" : "，扣到 \(floor) 分为止"
    }
    return [Wording(en: en + ".", zh: zh + "。")]
  }

  /// What a derivation says.
  var lost: Wording {
    let every = step.every.description
    let unit: Wording =
      switch step.units {
      case .full:
        Wording(en: step.every == .one ? "each one" : "each full \(every)", zh: "每满 \(every)")
      case .started: Wording(en: "each started \(every)", zh: "每 \(every)（不足也算）")
      case .exact: Wording(en: "each \(every), in proportion", zh: "每 \(every)（按比例）")
      }
    let points = step.points.description
    return Wording(en: "loses \(points) for \(unit.en)", zh: "\(unit.zh) 扣 \(points) 分")
  }

  /// A unit on a sheet, before the verb.
  private var unit: Wording {
    switch step.units {
    case .full where step.every == .one:
      Wording(en: "each one", zh: counted.map { "每 1 \($0)" } ?? "每满 1 ")
    case .full: Wording(en: "each full \(step.every)", zh: "每满 \(step.every) ")
    case .started: Wording(en: "each started \(step.every)", zh: "每 \(step.every)（不足也算）")
    case .exact: Wording(en: "each \(step.every), in proportion", zh: "每 \(step.every)（按比例）")
    }
  }

  /// The unit of the value where it is a word for something that is counted: `个月`, not `CNY`.
  private var counted: String? {
    let shape = if case .optional(let inner) = value.shape { inner } else { value.shape }
    guard case .number(let unit?) = shape,
      unit.unicodeScalars.allSatisfy({ $0.properties.isIdeographic })
    else { return nil }
    return unit
  }
}
