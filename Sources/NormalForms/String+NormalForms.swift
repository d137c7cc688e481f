/// The normal forms of Unicode, the same on every system.
///
/// - Source: Unicode Standard Annex 15; the mappings stand in `CanonicalMappings` and `CompatibleMappings`.
extension String {
  /// Form C: a letter and its marks are one sign where there is such a sign.
  package var normalFormC: String {
    isUntouched ? self : Self(Normaliser(.canonical).composed(self))
  }

  /// Form D: a letter and its marks stand one after the other.
  package var normalFormD: String {
    isUntouched ? self : Self(Normaliser(.canonical).decomposed(self))
  }

  /// Form KC: as form C, and signs that only look otherwise (full width, ligatures, ringed digits) are plain ones.
  package var normalFormKC: String {
    isUntouched ? self : Self(Normaliser(.compatible).composed(self))
  }

  /// Whether the text is ASCII and Chinese letters alone, which are the same in every form.
  private var isUntouched: Bool { unicodeScalars.allSatisfy(\.isUntouched) }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// Takes texts apart and puts them together again.
private struct Normaliser {
  enum Mapping {
    case canonical, compatible
  }

  private let mapping: Mapping

  init(_ mapping: Mapping) {
    self.mapping = mapping
  }

  func decomposed(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &scalars) }
    order(&scalars)
    return scalars
  }

  private func append(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
    if scalar.isUntouched { return scalars.append(scalar) }
    if let letters = Hangul.letters(of: scalar) { return scalars.append(contentsOf: letters) }
    if mapping == .compatible, let parts = MappingTable.compatible[scalar] {
      scalars.append(contentsOf: parts)
    } else if let parts = MappingTable.canonical[scalar] {
      scalars.append(contentsOf: parts)
    } else {
      scalars.append(scalar)
    }
  }

  /// Marks behind a letter in the order of their classes; those of one class stay as they are.
  private func order(_ scalars: inout [Unicode.Scalar]) {
    for index in scalars.indices.dropFirst() {
      let scalar = scalars[index]
      let own = scalar.markClass
      guard own != 0 else { continue }
      var place = index
      while place > 0, scalars[place - 1].markClass > own {
        scalars[place] = scalars[place - 1]
        place -= 1
      }
      scalars[place] = scalar
    }
  }

  func composed(_ text: String) -> [Unicode.Scalar] {
    let parts = decomposed(text)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(parts.count)
    /// Where the letter stands to which marks are added.
    var letter: Int?
    /// The class of the last sign behind it that was left standing.
    var last: UInt8?
    for scalar in parts {
      let own = scalar.markClass
      if let place = letter, !scalar.isUntouched, last.map({ $0 != 0 && $0 < own }) ?? true,
        let whole = Hangul.syllable(scalars[place], scalar)
          ?? Compositions.whole(of: scalars[place], scalar)
      {
        scalars[place] = whole
        continue
      }
      scalars.append(scalar)
      if own == 0 {
        (letter, last) = (scalars.count - 1, nil)
      } else {
        last = own
      }
    }
    return scalars
  }
}

extension Unicode.Scalar {
  /// ASCII, Chinese letters and their stops: taken apart into nothing, put together with nothing before them.
  fileprivate var isUntouched: Bool {
    switch value {
    case 0..<0xA0, 0x3001...0x3029, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// By which marks on one letter are ordered; 0 of letters.
  fileprivate var markClass: UInt8 {
    isUntouched ? 0 : properties.canonicalCombiningClass.rawValue
  }
}
