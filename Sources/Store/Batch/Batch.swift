package import Jobs
package import Journal
package import Kernel
package import SQL
package import Seal

/// The commands of one transaction, decided in memory and written once (design §10).
///
/// A frame is looked at again at its first use: whoever else has written to the street has made it
/// worthless. What is decided is written by ``write()``, at the latest before the transaction ends; when
/// that fails, the transaction and the frames are lost together.
package final class Batch {
    package let connection: any SQLConnection
    private let keys: KeyRing
    private let loader: StateLoader
    private var frames: [Code: Frame]
    /// The streets whose frames are known to be what the database holds.
    private var looked: Set<Code> = []
    /// Where streets are that were locked.
    private var marks: [Code: HeadMark]
    /// Why nothing of the transaction may be kept.
    package private(set) var fault: Refusal?

    /// Begins with frames that earlier transactions left, and with the marks of streets that are locked.
    package init(
        _ connection: any SQLConnection, keys: KeyRing = .empty, loader: StateLoader = StateLoader(),
        frames: [Code: Frame] = [:], marks: [Code: HeadMark] = [:]
    ) {
        self.marks = marks
        self.connection = connection
        self.keys = keys
        self.loader = loader
        self.frames = frames
    }

    /// Reads what commands name, at once. What is not foreseen is read when its turn comes.
    package func foresee(_ commands: [Command]) throws(Refusal) {
        var order: [Code] = []
        var streets: [Code: [Command]] = [:]
        for command in commands {
            if streets[command.org] == nil { order.append(command.org) }
            streets[command.org, default: []].append(command)
        }
        for org in order {
            try with(org) { [connection] (frame) throws(Refusal) in
                let commands = streets[org] ?? []
                if !takesAtItsWord(commands, &frame) { try frame.read(for: commands, connection) }
            }
        }
    }

    /// Whether a command that is alone needs nothing but an id that is new: on a server that is seen to when
    /// it is written (``TrustedStreet``).
    private func takesAtItsWord(_ commands: [Command], _ frame: inout Frame) -> Bool {
        guard let trusted = connection as? TrustedStreet, commands.count == 1, frame.knowsAll(of: commands[0]),
            trusted.expect(new: commands[0].id)
        else { return false }
        frame.asked.insert(.id(commands[0].id))
        return true
    }

    /// Lends the frame of a street, which is loaded when there is none that is still good.
    package func with<T>(_ org: Code, _ body: (inout Frame) throws(Refusal) -> T) throws(Refusal) -> T {
        if let fault { throw fault }
        var frame = try frame(of: org)
        defer { frames[org] = frame }
        return try body(&frame)
    }

    private func frame(of org: Code) throws(Refusal) -> Frame {
        if looked.contains(org), let frame = frames.removeValue(forKey: org) { return frame }
        let mark = if let known = marks.removeValue(forKey: org) { known } else { try HeadMark.of(org, connection) }
        looked.insert(org)
        if var frame = frames.removeValue(forKey: org), frame.mark == mark {
            // The same place, seen by this transaction.
            frame.mark = mark
            return frame
        }
        return Frame(org, try loader.frame(org, connection), mark)
    }

    /// What a command needs is here when this returns, and the state is narrowed to it.
    package func prepare(_ frame: inout Frame, for command: Command) throws(Refusal) {
        try frame.read(for: [command], connection)
        try frame.complete(for: command, connection) { [self] (frame) throws(Refusal) in try write(&frame) }
    }

    /// Appends a record that its frame's state is about to become.
    package func append(_ record: Record, to frame: inout Frame, hasher: Chain.Hasher) throws(Refusal) {
        do throws(Refusal) {
            frame.pending.records.append(try JournalWriter.link(record, to: &frame.state, hasher: hasher))
        } catch {
            // Half of the record is in the state.
            fault = error
            throw error
        }
        frame.pending.lines += record.lineRows
        frame.pending.rows += record.rows
        frame.made[record.id] = record
        if let job = record.job { frame.looked(at: job) }
        if case .streetOpened? = record.events.first { frame.pending.opened = true }
    }

    /// Notes a refusal in the access log.
    package func note(_ refusal: Refusal, of command: Command, seen: Instant, in frame: inout Frame) {
        frame.pending.access.append(AccessLog.row(
            command.id.text, by: command.by, in: command.org, does: command.does, answer: refusal.code.rawValue, seen: seen))
    }

    /// Keeps a caller of a job, sealed.
    package func keep(_ caller: Caller, of job: Code, eraseAfter: Day, in frame: inout Frame) {
        frame.pending.callers.append(.init(caller: caller, job: job, eraseAfter: eraseAfter))
    }

    /// The record that a command's id led to; nil when the id is new.
    package func record(_ id: Code, in frame: inout Frame) throws(Refusal) -> Record? {
        if let made = frame.made[id] { return made }
        if !frame.has(.id(id)) {
            let question = Wanted.id(id).question(frame.org)
            try frame.take(try connection.rows(question.sql, question.parameters), for: .id(id))
        }
        guard let seq = frame.earlier[id] else { return nil }
        return try JournalReader(connection).record(frame.org, seq: seq)
    }

    /// Runs `body` all or nothing: what it decided is taken back when it throws, what it wrote too.
    package func together<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        let (frames, looked, marks) = (frames, looked, marks)
        do throws(Refusal) {
            return try connection.savepoint(body)
        } catch {
            (self.frames, self.looked, self.marks) = (frames, looked, marks)
            throw error
        }
    }

    /// Runs `body` on the database as it is after everything decided so far. What it may have changed is
    /// read again.
    package func beside<T>(
        _ body: (any SQLConnection) throws(Refusal) -> T
    ) throws(Refusal) -> Result<T, Refusal> {
        try write()
        (frames, looked, marks) = ([:], [], [:])
        return Result { () throws(Refusal) in
            try connection.savepoint { () throws(Refusal) in try body(connection) }
        }
    }

    /// Writes what was decided: the last thing of a transaction. Gives the frames to be kept once it is
    /// durable. Throws what makes all of it void.
    package func finish() throws(Refusal) -> [Code: Frame] {
        if let fault { throw fault }
        var writes: [SQLWrite] = []
        for org in frames.keys.sorted(by: { $0.text < $1.text }) {
            guard var frame = frames.removeValue(forKey: org) else { continue }
            writes += try writing(&frame)
            frames[org] = frame
        }
        try failing { () throws(Refusal) in try connection.runLast(writes, after: nil) }
        return left()
    }

    private func left() -> [Code: Frame] {
        var kept: [Code: Frame] = [:]
        for org in Array(frames.keys) {
            guard var frame = frames.removeValue(forKey: org), frame.state.street != nil else { continue }
            frame.mark = frame.mark.moved(to: frame.state.head)
            frame.rest()
            kept[org] = frame
        }
        return kept
    }

    private func write() throws(Refusal) {
        if let fault { throw fault }
        for org in frames.keys.sorted(by: { $0.text < $1.text }) {
            guard var frame = frames.removeValue(forKey: org) else { continue }
            try write(&frame)
            frames[org] = frame
        }
    }

    /// One wave of writing: records and lines as they are, every other row once.
    private func write(_ frame: inout Frame) throws(Refusal) {
        let writes = try writing(&frame)
        try failing { () throws(Refusal) in try connection.runAll(writes) }
    }

    private func writing(_ frame: inout Frame) throws(Refusal) -> [SQLWrite] {
        if frame.pending.isEmpty { return [] }
        return try failing { () throws(Refusal) in try BatchWriter(connection, keys: keys).writes(of: &frame) }
    }

    /// What fails while it is written fails all of it.
    private func failing<T>(_ body: () throws(Refusal) -> T) throws(Refusal) -> T {
        do throws(Refusal) {
            return try body()
        } catch {
            fault = error
            throw error
        }
    }
}
