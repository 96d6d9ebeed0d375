import Jobs
package import Journal
import Kernel
import Testing

extension MemoryStreet {
    /// Opened on 2026-01-02 as a sandbox, with three users of every role (`head1`, `head2`, `head3` …;
    /// `admin1` opened it), a policy, two contractors, a transferred estate `e1` and another one `e2`. No
    /// money.
    package static let standard = staffed(
        "2026-01-02T09:00 admin1 org.open code=NHL name=南湖里 year:=2026 sandbox:=true")

    /// The standard street with 600,000.00 of `M26` and 200,000.00 of `S26`.
    package static let funded: MemoryStreet = {
        var street = standard
        street.play("""
            finance1 fund.appropriate appropriation=M26 source=minsheng amount=600000.00
            finance1 fund.appropriate appropriation=S26 source=sangong amount=200000.00
            """)
        return street
    }()

    /// A street opened by the line given, with everything of ``standard``.
    package static func staffed(_ opening: String) -> MemoryStreet {
        var street = MemoryStreet()
        street.play(opening)
        for role in Role.allCases {
            for number in 1...3 {
                let name = "\(role.rawValue)\(number)"
                street.play("admin1 user.add user=\(name) name=\(name) roles:=['\(role.rawValue)']")
            }
        }
        street.play("""
            admin1   policy.adopt    effective=2026-01-01
            officer1 contractor.add  code=c1 name=疏通一队 creditCode=\(creditCode(1)) bank=622200001
            officer1 contractor.add  code=c2 name=修缮二队 creditCode=\(creditCode(2))
            officer1 estate.add      code=e1 name=机床厂家属院 community=厂前 transferred:=true
            officer1 estate.add      code=e2 name=南湖花园 community=湖滨 transferred:=false
            """)
        return street
    }

    /// Adopts the tests' policy with one part of its text replaced.
    package mutating func adopt(replacing part: String, with replacement: String, effective: String) -> Answer {
        let command = envelope("leader1 policy.adopt effective=\(effective)")
        let text = StreetPolicy.text.replacing(part, with: replacement)
        guard text != StreetPolicy.text, let with = command["with"] else {
            preconditionFailure("the tests' policy has no \(part)")
        }
        return run(command.with("with", with.with("policy", quoted(text))))
    }

    /// A valid credit code made from a number of one digit: the last character is the one that checks.
    package static func creditCode(_ number: Int) -> String {
        let start = "9111010555555555" + String(number)
        let ends = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { start + String($0) }
        return ends.first { (try? CreditCode($0)) != nil } ?? start
    }
}
