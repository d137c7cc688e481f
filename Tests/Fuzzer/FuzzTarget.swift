/// Something that reads what anybody may hand in.
struct FuzzTarget: Sendable {
  /// As it is called on the command line, and its folder in `Corpus`.
  let name: String
  /// Pieces that its format gives a meaning to.
  let pieces: [String]
  /// How many bytes an input may have.
  var longest = 4000
  /// Inputs of its own, beside those in the corpus.
  var seeds: @Sendable () -> [[UInt8]] = { [] }
  /// Inputs that are tried as they stand in a run of some length.
  var deep: @Sendable () -> [[UInt8]] = { [] }
  /// Reads one input; what it trips over is a trap, a hang, or the sentence it returns.
  ///
  /// `isThorough` is now and then true: then what is dear is looked at, too.
  let feed: @Sendable (_ bytes: [UInt8], _ isThorough: Bool) -> String?

  static let all = [feel, yaml, rubric, csv, json, zip, kept, cells, xlsx]
}
