package import Jobs
package import Kernel

/// Takes the caller out of a `job.call` before it can reach the journal: the name and the phone go to the
/// encrypted store beside it, and the command keeps a mark (design §10).
package enum CallerVault {
    /// The envelope with a mark in the caller's place, and the caller; the same envelope and nil when there
    /// is none. `digest` is keyed: useless without the street's key. Throws what a ``Caller`` refuses, and
    /// `input.empty` when it has neither name nor phone.
    package static func take(
        _ envelope: JSON, digest: (String) throws(Refusal) -> String
    ) throws(Refusal) -> (envelope: JSON, caller: Caller?) {
        guard envelope["do"]?.string == "job.call", let with = envelope["with"], let given = with["caller"] else {
            return (envelope, nil)
        }
        let caller = try given.decode(Caller.self, at: "with.caller")
        if caller.name == nil && caller.phone == nil { throw Refusal(.inputEmpty, ["field": "with.caller"]) }
        let phone: Code? = if let phone = caller.phone { try Code(try self.digest(ofPhone: phone.text, digest)) } else { nil }
        let mark = CallerMark(
            digest: try Code(try digest("caller:" + given.canonical.text)), phone: phone,
            confidential: caller.confidential, notify: caller.notify)
        return (envelope.with("with", with.with("caller", JSON(mark))), caller)
    }

    /// What a mark keeps of a phone, however it was typed: its digest finds the other calls of that number.
    package static func digest<E: Error>(ofPhone phone: String, _ digest: (String) throws(E) -> String) throws(E) -> String {
        try digest("phone:" + phone.comparedPhone)
    }
}
