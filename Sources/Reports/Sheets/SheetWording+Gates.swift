import Diagnostics
import Rubrics

/// What a sheet says of gates.
extension SheetWording {
  /// A gate, and what it does where nobody has decided it.
  static func gate(_ says: Wording, _ closing: GateClosing?, isBar: Bool = false) -> Wording {
    guard let closing else { return says }
    let undecided: Wording =
      switch closing {
      case .open:
        Wording(en: "Undecided at closing, it leaves the result open.", zh: "截止时仍无定论的，结果待定。")
      case .fires where isBar:
        Wording(en: "Undecided at closing, it means no evaluation.", zh: "截止时仍无定论的，不予评定。")
      case .fires:
        Wording(en: "Undecided at closing, it counts as so.", zh: "截止时仍无定论的，视为如此。")
      }
    return Wording(
      en: "\(sentence(says.en, ".")) \(undecided.en)", zh: sentence(says.zh, "。") + undecided.zh)
  }
}
