import Diagnostics

/// What derivations say of stages that are held again and again.
extension Wording {
  static func notHeld(_ stage: Wording) -> Wording {
    Wording(en: "\(stage.en): nobody came, so it is left out", zh: "\(stage.zh)：没有进行，不计")
  }

  static func stageWithoutPeriod(_ stage: Wording) -> Wording {
    Wording(
      en: "\(stage.en) is held again and again, and no period says when",
      zh: "\(stage.zh)按期进行，而没有写明评估期")
  }
}
