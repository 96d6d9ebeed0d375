import Kernel

extension JobRules {
    /// 退回修改: no state changes, but the paper can be neither signed nor reviewed until a new one is filed; a
    /// slip that was sent back counts no longer. Throws `return.slip`, `slip.unknown`, `slip.signed`,
    /// `paper.returned`.
    static func sendBack(_ form: ReturnForm, _ job: Job) throws(Refusal) -> JobEvent {
        guard (form.what == .slip) == (form.slip != nil) else { throw Refusal(.returnSlip) }
        if let number = form.slip { try checkOpen(slip: number, job) }
        return .returned(form: form)
    }

    private static func checkOpen(slip number: Int, _ job: Job) throws(Refusal) {
        guard let slip = job.slips.first(where: { $0.number == number }) else {
            throw Refusal(.slipUnknown, ["slip": String(number)])
        }
        if slip.signedBy != nil { throw Refusal(.slipSigned, ["slip": String(number)]) }
        if let reason = slip.returned { throw ReturnForm.What.slip.returned(reason) }
    }
}

extension ReturnForm.What {
    /// `paper.returned`: it was sent back for a reason, and has not been filed anew.
    func returned(_ reason: Prose) -> Refusal {
        Refusal(.paperReturned, ["reason": reason.text]).adding("what", rawValue, title)
    }
}
