import Kernel

/// The street is opened, its people, firms, estates and policy are put in, and the money of the two funds;
/// with the mistakes that are made there.
struct Opening {
    let script: Script
    let policy: JSON

    func write() {
        openStreet()
        addPeople()
        adoptPolicy()
        addFirmsAndEstates()
        appropriate()
        changePeople()
        changePolicy()
        changeFunds()
        closeYear()
    }

    private func on(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Instant(Day.first(of: 2026).adding(months: month - 1) + (day - 1), hour: hour, minute: minute)
    }

    private func openStreet() {
        let form: KeyValuePairs<String, JSON?> = [
            "code": .string(Script.org), "name": .string("宁安路街道（样例）"), "year": .int(2026),
            "sandbox": .bool(true),
        ]
        // Too early. When the file is applied again it is refused as well, then because the code is taken: no
        // refused line may become acceptable by what follows it.
        script.add(on(1, 4, 8, 50), "li.wei", "contractor.add", contractor(0), refused: .orgUnknown)
        // The year mistyped, and not as a practice street, whose clock would follow.
        script.add(
            Instant(Day(number: Day.first(of: 2062).number + 3), hour: 8, minute: 55), "admin", "org.open",
            ["code": .string(Script.org), "name": .string("宁安路街道（样例）"), "year": .int(2062)],
            refused: .timeFuture, sent: on(1, 4, 8, 55))
        script.add(on(1, 4, 9), "admin", "org.open", form)
        script.add(on(1, 4, 9, 1), "admin", "org.open", form, refused: .orgExists)
    }

    private func user(_ user: String, _ name: String, _ roles: [String]) -> KeyValuePairs<String, JSON?> {
        ["user": .string(user), "name": .string(name), "roles": .array(roles.map { .string($0) })]
    }

    private func addPeople() {
        for (index, one) in People.users.enumerated() {
            script.add(on(1, 4, 9, 5 + index), "admin", "user.add", user(one.user, one.name, one.roles))
        }
        // A line sent twice by a lost connection is answered the same again; another content under its id is
        // not.
        script.add(on(1, 4, 9, 40), "admin", "user.add", user("huang.lan", "黄兰", ["grid"]))
        script.add(on(1, 4, 9, 40), "admin", "user.add", user("huang.lan", "黄兰", ["grid"]), repeats: true)
        script.add(
            on(1, 4, 9, 40), "admin", "user.add", user("huang.lan", "黄岚", ["grid"]), refused: .idConflict,
            repeats: true)
        script.add(on(1, 4, 9, 45), "admin", "user.disable", ["user": .string("admin")],
            refused: .userLastAdmin)
    }

    private func adoptPolicy() {
        let form = { (policy: JSON) -> KeyValuePairs<String, JSON?> in
            ["effective": .string("2026-01-01"), "policy": policy]
        }
        grant(on(1, 4, 10), "MS-2026-01", "minsheng", "original", Self.minsheng, "宁财预〔2026〕3号",
            refused: .policyMissing)
        let tiers = policy["tiers"]?.array ?? []
        script.add(
            on(1, 4, 10, 5), "admin", "policy.adopt", form(policy.with("tiers", .array(tiers.reversed()))),
            refused: .policyInvalid)
        script.add(on(1, 4, 10, 20), "admin", "policy.adopt", form(policy))
    }

    private func contractor(_ index: Int) -> KeyValuePairs<String, JSON?> {
        let firm = People.contractors[index]
        return [
            "code": .string(firm.code), "name": .string(firm.name), "creditCode": .string(firm.credit),
            "bank": .string(firm.bank),
        ]
    }

    private func addFirmsAndEstates() {
        for index in People.contractors.indices {
            script.add(on(1, 4, 14, 10 + index * 4), "li.wei", "contractor.add", contractor(index))
        }
        let first = People.contractors[0]
        script.add(on(1, 4, 14, 25), "qian.yu", "contractor.add", [
            "code": .string("SZ2"), "name": .string("宁安市政公司"), "creditCode": .string(first.credit),
        ], refused: .creditCodeTaken)
        for (index, estate) in Place.estates.enumerated() {
            script.add(on(1, 4, 15, index * 3), "qian.yu", "estate.add", [
                "code": .string(estate.code), "name": .string(estate.name),
                "community": .string(estate.community),
                "transferred": .bool(estate.transferred),
            ])
        }
        script.add(on(1, 4, 15, 20), "qian.yu", "estate.add", [
            "code": .string("HJ"), "name": .string("红机二村"), "community": .string("双桥社区"),
            "transferred": .bool(true),
        ], refused: .codeTaken)
    }

    func grant(
        _ at: Instant, _ code: String, _ source: String, _ kind: String, _ amount: String, _ document: String,
        origin: Int? = nil, refused: RefusalCode? = nil, sent: Instant? = nil
    ) {
        script.add(at, "wu.fang", "fund.appropriate", [
            "appropriation": .string(code), "source": .string(source), "kind": .string(kind),
            "amount": .string(amount),
            "documentNo": .string(document), "originYear": origin.map { .int($0) },
        ], refused: refused, sent: sent)
    }

    private func changePeople() {
        script.add(on(4, 30, 16), "admin", "user.disable", ["user": .string("tang.lei")])
        // The cashier is on leave in June and July, then the deputy head stands in: each may do less than the
        // roles say.
        script.add(on(6, 1, 9, 5), "admin", "user.add", user("wu.fang", "吴芳", ["finance", "cashier"]))
        script.add(on(7, 31, 17, 30), "admin", "user.add", user("wu.fang", "吴芳", ["finance"]))
        script.add(on(7, 31, 17, 35), "admin", "user.add", user("zhou.hai", "周海", ["officer", "head",
            "cashier"]))
        script.add(on(9, 30, 17, 30), "admin", "user.add", user("zhou.hai", "周海", ["officer", "head"]))
    }

    private func changePolicy() {
        let changed = policy.with("splitAlarm", .members(["days": .int(45)]))
        let form: KeyValuePairs<String, JSON?> = ["effective": .string("2026-07-01"), "policy": changed]
        script.add(on(6, 26, 10), "zhao.ming", "policy.adopt", form, refused: .roleRequired)
        script.add(on(6, 26, 15), "sun.yan", "policy.adopt", form)
    }
}
