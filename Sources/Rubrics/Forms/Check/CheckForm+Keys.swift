extension CheckForm {
  static let constructs = [
    Construct(
      "check", en: "A condition: full points or none.", zh: "一个条件：满分或零分。",
      [
        .required("check", .feel, en: "The condition.", zh: "条件。"),
        .optional(
          "if empty", .choice(Construct.emptyWords), en: "What a table without rows gives.",
          zh: "表中没有行时的结果。"),
      ])
  ]
}
