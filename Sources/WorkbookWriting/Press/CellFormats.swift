import CXLSXWriter

/// The formats of one workbook, one for each style.
struct CellFormats {
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  private static let line: lxw_color_t = 0xBFBFBF
  private static let grey: lxw_color_t = 0x7F7F7F
  private static let headingFill: lxw_color_t = 0xDDEBF7
  private static let givenFill: lxw_color_t = 0xF2F2F2
  private static let reckonedFill: lxw_color_t = 0xEAF4EA
  private static let openFill: lxw_color_t = 0xFFFBE6

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    for style in CellStyle.allCases where style != .plain {
      guard let format = workbook_add_format(workbook) else { continue }
      Self.set(format, style)
      formats[style] = format
    }
  }

  /// `nil` is the format of cells of which nothing is said.
  subscript(style: CellStyle) -> UnsafeMutablePointer<lxw_format>? { formats[style] }

  private static func set(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
    if style != .title {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if style != .title, style != .remark {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, line)
    }
    switch style {
    case .plain: break
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .heading:
      format_set_bold(format)
      fill(format, headingFill)
    case .given: fill(format, givenFill)
    case .givenDate:
      fill(format, givenFill)
      format_set_num_format(format, "yyyy-mm-dd")
    case .reckoned: fill(format, reckonedFill)
    case .check: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .remark: format_set_font_color(format, grey)
    case .open: fill(format, openFill)
    case .openDate:
      fill(format, openFill)
      format_set_num_format(format, "yyyy-mm-dd")
    }
    if style.isOpen { format_set_unlocked(format) }
  }

  private static func fill(_ format: UnsafeMutablePointer<lxw_format>, _ colour: lxw_color_t) {
    format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    format_set_bg_color(format, colour)
  }
}
