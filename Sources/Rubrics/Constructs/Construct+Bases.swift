import Formats

extension Construct {
  /// What a rubric changes of the one that it stands on; `item` is how items are read.
  static func changes(item: Kind) -> [Construct] {
    [
      Construct(
        "changes", en: "What becomes of the rubric that this one stands on.",
        zh: "对所依托的细则作哪些改动。",
        [
          .optional(
            "leave out", .list(.identifier),
            en: "Items, sections and gates that it has not, by id.",
            zh: "去掉的指标、部分和门槛（按标识）。"),
          .optional(
            "replace", .list(item), en: "Items that take the place of those with the same id.",
            zh: "替换的指标：取代标识相同的一项。"),
          .optional(
            "add", .list(.record("added items")), en: "Items that it has besides.", zh: "增加的指标。"),
          .optional(
            "points", .map(.number),
            en: "Other points, by the id of an item or a section; `bonus` is the cap of the bonus.",
            zh: "改动的分值（按指标或部分的标识；bonus 为加分上限）。"),
        ]),
      Construct(
        "added items", en: "Items that come to a section.", zh: "加到某一部分的指标。",
        [
          .required("to", .identifier, en: "The section, or `bonus`.", zh: "加到哪一部分；加分项写 bonus。"),
          .optional(
            "after", .identifier, en: "The item behind which they stand; at the end by default.",
            zh: "排在哪一项之后，默认排在最后。"),
          .required("items", .list(item), en: "The items.", zh: "各项指标。"),
        ]),
    ]
  }
}
