// The ledger, with real files and real SQLite.

import Foundation
import GRDB
import ServiceTestSupport
import Testing

@testable import PromptSubmit

@Suite struct LedgerTests {
  private let folder: ServiceFolder
  private var path: String { "\(folder.path)/state/ledger.sqlite" }

  init() throws { folder = try ServiceFolder() }

  private func entry(
    _ key: String, _ prompt: String = "a pond --v 7", line: Int = 1, isByLine: Bool = false
  ) -> PlannedSubmission {
    PlannedSubmission(
      key: key, isByLine: isByLine, input: "in.prompt", line: line, prompt: prompt,
      target: "ohmygpt", type: nil, images: [], webhook: nil)
  }

  private func plan(
    _ ledger: Ledger, _ entries: [PlannedSubmission], again: Bool = false, hash: String = "h"
  ) throws -> (run: Int64, added: Int, known: Int) {
    try ledger.plan(input: "in.prompt", hash: hash, isAgain: again) { plan in
      for entry in entries { _ = try plan.add(entry) }
    }
  }

  // MARK: The file

  @Test func logIsSynchronizedAndFilesArePrivate() throws {
    let ledger = try Ledger(path)
    #expect(try ledger.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try ledger.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    _ = try plan(ledger, [entry("a")])
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state") {
      let path = "\(folder.path)/state/\(name)"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func oneWriterAndManyReaders() throws {
    let first = try Ledger(path)
    _ = try plan(first, [entry("a")])
    let link = "\(folder.path)/link.sqlite"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    for name in [path, link] {
      do throws(LedgerError) {
        _ = try Ledger(name)
        Issue.record("a second writer")
      } catch { #expect(error.kind == .locked) }
    }
    #expect(try Ledger(path, isReadOnly: true).submissions().map(\.plan.key) == ["a"])
    withExtendedLifetime(first) {}
  }

  @Test func otherFilesAreRefused() throws {
    let text = try folder.write("this is no database, however long it may be\n", to: "text.sqlite")
    #expect(throws: LedgerError.self) { try Ledger(text) }
    let other = "\(folder.path)/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    do throws(LedgerError) {
      _ = try Ledger(other)
      Issue.record("another program's file")
    } catch { #expect(error.kind == .foreign) }
    #expect(throws: LedgerError.self) { try Ledger("/dev/null/ledger.sqlite") }
  }

  /// Cut or changed anywhere, a ledger is refused or read; nothing ends the program.
  @Test func damageIsSaid() throws {
    do {
      let ledger = try Ledger(path)
      _ = try plan(ledger, (0..<200).map { entry("key \($0)", "a pond, number \($0) --v 7") })
      try ledger.queue.writeWithoutTransaction { db in
        _ = try db.checkpoint(.truncate)
      }
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    #expect(whole.count > 40_000)
    for index in 0..<60 {
      var damaged = whole
      if index % 2 == 0 {
        damaged = damaged.prefix(damaged.count * index / 60)
      } else {
        let start = damaged.count * index / 60
        for place in start..<min(start + 700, damaged.count) { damaged[place] ^= 0xA5 }
      }
      let copy = "\(folder.path)/damaged\(index).sqlite"
      try damaged.write(to: URL(filePath: copy))
      do {
        let ledger = try Ledger(copy)
        let keys = Set(try ledger.submissions(count: 1000).map(\.plan.key))
        #expect(keys.isEmpty || keys.count == 200)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  /// A run that was killed at once leaves an empty file, which holds nothing and is gone on with.
  @Test func aBegunLedgerIsGoneOnWith() throws {
    let begun = try folder.write("", to: "begun.sqlite")
    #expect(try Ledger(begun, isReadOnly: true).submissions().isEmpty)
    #expect(try plan(try Ledger(begun), [entry("a")]).added == 1)
    #expect(throws: LedgerError.self) { try Ledger("\(folder.path)/none", isReadOnly: true) }
  }

  // MARK: Planning

  @Test func theSameAgainIsKnown() throws {
    let ledger = try Ledger(path)
    let entries = (1...3).map { entry("k\($0)", line: $0) }
    let first = try plan(ledger, entries)
    #expect(first.added == 3 && first.known == 0)
    let second = try plan(ledger, entries)
    #expect(second.added == 0 && second.known == 3 && second.run > first.run)
    #expect(try ledger.submissions(run: second.run).count == 3)
    #expect(try ledger.submissions(run: first.run).isEmpty)
  }

  @Test func againIsAnotherGeneration() throws {
    let ledger = try Ledger(path)
    _ = try plan(ledger, [entry("a")])
    let again = try plan(ledger, [entry("a", "another prompt --v 7")], again: true)
    #expect(again.added == 1)
    #expect(try ledger.submissions().map(\.generation) == [1, 2])
    // From now on, the last one is meant.
    #expect(throws: PlanConflict.otherRequest(key: "a", line: 1)) { try plan(ledger, [entry("a")]) }
    #expect(try plan(ledger, [entry("a", "another prompt --v 7")]).known == 1)
  }

  @Test func conflictsLeaveNothing() throws {
    let ledger = try Ledger(path)
    _ = try plan(ledger, [entry("a")])
    let other = [entry("new"), entry("a", "another --v 7", line: 2)]
    #expect(throws: PlanConflict.otherRequest(key: "a", line: 2)) { try plan(ledger, other) }
    let twice = [entry("x"), entry("x", line: 2)]
    #expect(throws: PlanConflict.twice(key: "x", line: 2)) { try plan(ledger, twice) }
    #expect(try ledger.submissions().map(\.plan.key) == ["a"])
    #expect(throws: PlanConflict.unseen) {
      try ledger.plan(input: "in.prompt", hash: "h", mustBeKnown: true) {
        _ = try $0.add(entry("z"))
      }
    }
  }

  @Test func aChangedFileDoesntSendItsOldLines() throws {
    let ledger = try Ledger(path)
    _ = try plan(
      ledger, [entry("h1:1", "a --v 7", isByLine: true), entry("h1:2", "b --v 7", isByLine: true)])
    let changed = [
      entry("h2:1", "a --v 7", isByLine: true), entry("h2:2", "c --v 7", isByLine: true),
    ]
    #expect(throws: PlanConflict.changed(count: 1)) { try plan(ledger, changed, hash: "h2") }
    #expect(try plan(ledger, changed, again: true, hash: "h2").added == 2)
  }

  // MARK: States

  @Test func changesAreKept() throws {
    let ledger = try Ledger(path)
    _ = try plan(ledger, [entry("a"), entry("b")])
    let numbers = try ledger.submissions().map(\.number)
    func store(_ state: SubmissionState, _ task: UInt64?, of number: Int64) throws
      -> SubmissionState
    {
      try ledger.store(
        .init(state: state, attempts: 1, task: task, answer: String(repeating: "x", count: 9999)),
        of: number)
    }
    #expect(try store(.sending, nil, of: numbers[0]) == .sending)
    #expect(try store(.accepted, .max, of: numbers[0]) == .accepted)
    // A task has one owner.
    #expect(try store(.accepted, .max, of: numbers[1]) == .unknown)
    let kept = try ledger.submissions()
    #expect(kept.map(\.state) == [.accepted, .unknown] && kept.map(\.task) == [.max, nil])
    #expect(kept[0].answer?.count == 2048 && kept[0].sentAt != nil && kept[1].sentAt == nil)
    #expect(try ledger.counts(run: 1) == [.accepted: 1, .unknown: 1])
    #expect(Set(kept.map(\.nonce)).count == 2)
  }

  @Test func whatWasOnItsWayIsSettled() throws {
    do {
      let ledger = try Ledger(path)
      _ = try plan(ledger, (0..<600).map { entry("k\($0)") })
      for submission in try ledger.submissions(count: 600) {
        _ = try ledger.store(.init(state: .sending, attempts: 1), of: submission.number)
      }
    }
    let ledger = try Ledger(path)
    #expect(try Recovery.settle(ledger) == 600)
    #expect(try ledger.counts(run: 1) == [.unknown: 600])
    #expect(try Recovery.resend(ledger, run: 2) == 600)
    #expect(try ledger.counts(run: 1) == [.unknown: 600])
    _ = try Recovery.resend(ledger, run: 1)
    #expect(try ledger.counts(run: 1) == [.planned: 600])
  }
}
