import Foundation

/// Puts the input on which the process dies, or hangs, where the next run begins with it.
enum Guard {
  nonisolated(unsafe) private static var current: [UInt8] = []
  nonisolated(unsafe) private static var path: [CChar] = [0]
  private static let secondsAtMost: UInt32 = 20

  static func look(at input: [UInt8]) {
    current = input
    alarm(secondsAtMost)
  }

  /// - Parameter path: the file that an input is written to.
  static func stand(before path: String) {
    self.path = path.utf8CString.map { $0 }
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGALRM] { watch(signal) }
  }

  /// A thread whose stack is full needs another one to say so.
  static func layAside() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  static func keep() {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return }
    _ = current.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    say(path.dropLast().map { UInt8(bitPattern: $0) } + [0x0A])
  }

  private static func say(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  private static func watch(_ number: Int32) {
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { number in
      Guard.keep()
      _exit(number)
    }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
      action.sa_flags = Int32(SA_ONSTACK)
    #else
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK))
    #endif
    sigaction(number, &action, nil)
  }
}
