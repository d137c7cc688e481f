package import Diagnostics

/// What is said about rubrics that stand on others.
extension Diagnostic {
  static func baseChangedTwice(_ id: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "base-changed-twice", at: place,
      Wording(en: "`\(id)` is changed in two ways", zh: "`\(id)` 有两处改动"),
      label: Wording(en: "second change", zh: "第二处"),
      help: Wording(
        en: "keep one of the two; whoever replaces an item writes its points there",
        zh: "请只保留一处；替换指标时，分值写在新的指标里")
    ).pointing(at: .first(first))
  }

  static func baseCircle(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "base-circle", at: place,
      Wording(
        en: "`\(name)` stands on the file that stands on it", zh: "`\(name)` 又以依托它的文件为底本，成了循环"),
      label: Wording(en: "a circle", zh: "成环"),
      help: Wording(
        en: "let one of them stand without `base`", zh: "请让其中一份不写 `base`")
    ).pointing(at: .first(first))
  }

  static func baseDeclares(_ name: String, at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      "base-declares", at: place,
      Wording(en: "the base declares `\(name)` already", zh: "底本已声明 `\(name)`"),
      label: Wording(en: "second declaration", zh: "重复声明"),
      help: Wording(
        en: "use the base's, or give this one another name", zh: "请沿用底本的声明，或另取一个名字")
    ).pointing(at: .declared(first))
  }

  static func baseForm(at place: Place) -> Diagnostic {
    Diagnostic(
      "base-form", at: place,
      Wording(en: "`base` names no rubric", zh: "`base` 没有写明是哪份细则"),
      label: Wording(en: "not a name", zh: "不是名称"),
      help: Wording(
        en: "write its file, `base: city.yaml`, or its id and edition, `base: city@2020`",
        zh: "请写文件名，如 `base: city.yaml`，或标识加版次，如 `base: city@2020`"))
  }

  static func baseHasNo(_ id: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "base-has-no", at: place,
      Wording(en: "the base has no `\(id)`", zh: "底本里没有 `\(id)`"),
      label: Wording(en: "not there", zh: "没有这一项"),
      help: remedy(for: id, among: known)
    ).remedied(by: .nearest(to: id, among: known, at: place))
  }

  static func baseIsNoRubric(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "base-is-no-rubric", at: place,
      Wording(en: "`\(name)` is no rubric", zh: "`\(name)` 不是细则"),
      label: Wording(en: "something else", zh: "不是细则"),
      help: Wording(
        en: "name a file that begins with `rubric:`", zh: "请写以 `rubric:` 开头的文件"))
  }

  static func baseMeansTwo(_ id: String, at place: Place, _ places: [Place]) -> Diagnostic {
    Diagnostic(
      "base-means-two", at: place,
      Wording(en: "the base has more than one `\(id)`", zh: "底本里不止一处叫 `\(id)`"),
      label: Wording(en: "which one", zh: "指哪一处"),
      help: Wording(
        en: "an item, a section and a gate share this id; let the base give them ids of their own",
        zh: "指标、部分或门槛用了同一个标识；请在底本里改成各不相同")
    ).pointing(at: places.map { .declared($0) })
  }

  /// `known` are the rubrics that stand beside the file.
  package static func baseMissing(
    _ name: String, among known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "base-missing", at: place,
      Wording(
        en: "the rubric `\(name)`, on which this one stands, is not there",
        zh: "找不到所依托的细则 `\(name)`"),
      label: Wording(en: "not found", zh: "找不到"),
      help: known.isEmpty
        ? Wording(
          en: "put the file beside this one, or write its path", zh: "请把该文件放在本文件旁边，或写明路径")
        : remedy(for: name, among: known)
    ).remedied(by: .nearest(to: name, among: known, at: place))
  }

  /// Several files beside it answer to the name.
  package static func baseSeveral(
    _ name: String, _ files: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "base-several", at: place,
      Wording(en: "several rubrics are called `\(name)`", zh: "名为 `\(name)` 的细则不止一份"),
      label: Wording(en: "more than one", zh: "不止一份"),
      notes: [Wording(files.prefix(6).joined(separator: ", "))],
      help: Wording(
        en: "add the edition, `\(name)@2020`, or write the file", zh: "请写明版次，如 `\(name)@2020`，或写文件名"
      ))
  }

  static func baseTooDeep(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      "base-too-deep", at: place,
      Wording(
        en: "more than \(most) rubrics stand on each other", zh: "层层依托的细则超过 \(most) 份"),
      label: Wording(en: "one too many", zh: "超出"),
      help: Wording(
        en: "write one of them as a whole", zh: "请把其中一份写成完整的细则"))
  }

  static func changesWithoutBase(at place: Place) -> Diagnostic {
    Diagnostic(
      "changes-without-base", at: place,
      Wording(en: "there is nothing to change: no `base`", zh: "没有 `base`，无从改起"),
      label: Wording(en: "changes of nothing", zh: "没有底本"),
      help: Wording(
        en: "add `base: city@2020`, or move the changes into the sections",
        zh: "请加上 `base: city@2020`，或直接改写各部分"))
  }

  static func replacesWithoutID(at place: Place) -> Diagnostic {
    Diagnostic(
      "replaces-without-id", at: place,
      Wording(en: "it is not said which item this replaces", zh: "没有写明替换哪一项"),
      label: Wording(en: "no id", zh: "没有标识"),
      help: Wording(
        en: "add `id:` with the id of the base's item", zh: "请加上 `id:`，写底本里那一项的标识"))
  }
}
