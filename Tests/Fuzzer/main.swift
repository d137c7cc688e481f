import Foundation

// Reads inputs that are almost right. Properties: no trap, no hang, one megabyte of stack is enough, and what each target says of
// itself.
//
//     fuzzer TARGET COUNT SEED
//
// An input that is a fault is written into the corpus of its target; the next run begins with it.

private let stackSize = 1 << 20
/// Runs shorter than this leave out what is only deep.
private let long = 10_000

private func fuzz(_ target: FuzzTarget, _ count: Int, seed: UInt64) {
  Guard.layAside()
  let corpus = Corpus(of: target.name)
  let seeds = corpus.files + target.seeds()
  guard !seeds.isEmpty else {
    print("there is nothing to begin with in \(corpus.folder.path)")
    exit(2)
  }
  Guard.stand(before: corpus.place(of: "fault-\(seed)"))
  func feed(_ input: [UInt8], _ isThorough: Bool) {
    Guard.look(at: input)
    guard let fault = target.feed(input, isThorough) else { return }
    Guard.keep()
    print("\(target.name): \(fault)")
    exit(1)
  }
  for input in seeds { feed(input, true) }
  if count >= long { for input in target.deep() { feed(input, false) } }
  var mutator = Mutator(seed: seed, seeds: seeds, pieces: target.pieces, longest: target.longest)
  for index in 0..<count { feed(mutator.next(), index % 8 == 0) }
  alarm(0)
  FuzzTarget.clearAway()
  print("\(target.name): \(count) inputs out of \(seeds.count), seed \(seed): no fault")
}

private func start(_ words: [String]) {
  let count = words.count > 1 ? Int(words[1]) ?? 1000 : 1000
  let seed = words.count > 2 ? UInt64(words[2]) ?? 1 : 1
  guard let target = FuzzTarget.all.first(where: { $0.name == words.first }) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: " ")
    print("fuzzer TARGET COUNT SEED; targets: \(names)")
    exit(2)
  }
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    fuzz(target, count, seed: seed)
    done.signal()
  }
  thread.stackSize = stackSize
  thread.start()
  done.wait()
}

start(Array(ProcessInfo.processInfo.arguments.dropFirst()))
