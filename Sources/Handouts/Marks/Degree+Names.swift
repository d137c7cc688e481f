package import Diagnostics
package import Rubrics

extension Degree {
  /// What a list offers for a band: its title, or its id where two have one title.
  package func name(of band: Band, in language: Language) -> String {
    guard let title = band.title?.text(in: language),
      bands.count(where: { $0.title?.text(in: language) == title }) == 1
    else { return band.id }
    return title
  }
}
