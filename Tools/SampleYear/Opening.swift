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
        enterBank()
        closeYear()
    }

    private func openStreet() {
        let form: KeyValuePairs<String, JSON?> = [
            "code": .string(Script.org), "name": .string(Script.street), "year": .int(2026),
            "sandbox": .bool(true),
        ]
        // The code mistyped.
        user(Script.on(1, 4, 8, 50), "li.wei", "李维", ["officer"], org: "NLH", refused: .orgUnknown)
        script.add(Script.on(1, 4, 9), "admin", "org.open", form)
        script.add(Script.on(1, 4, 9, 1), "admin", "org.open", form, refused: .orgExists)
    }

    private func user(
        _ at: Instant, _ user: String, _ name: String, _ roles: [String], org: String = Script.org,
        refused: RefusalCode? = nil, repeats: Bool = false
    ) {
        script.add(at, "admin", "user.add", [
            "user": .string(user), "name": .string(name), "roles": .array(roles.map { .string($0) }),
        ], org: org, refused: refused, repeats: repeats)
    }

    private func addPeople() {
        for (index, one) in People.users.enumerated() {
            user(Script.on(1, 4, 9, 5 + index), one.user, one.name, one.roles)
        }
        // A line sent twice by a lost connection is answered the same again; another content under its id is
        // not.
        let at = Script.on(1, 4, 9, 40)
        user(at, "huang.lan", "黄兰", ["grid"])
        user(at, "huang.lan", "黄兰", ["grid"], repeats: true)
        user(at, "huang.lan", "黄岚", ["grid"], refused: .idConflict, repeats: true)
        script.add(Script.on(1, 4, 9, 45), "admin", "user.disable", ["user": .string("admin")],
            refused: .userLastAdmin)
    }

    private func adoptPolicy() {
        script.add(Script.on(1, 4, 10, 20), "admin", "policy.adopt", [
            "effective": .string("2026-01-01"), "policy": policy,
        ])
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
            script.add(Script.on(1, 4, 14, 10 + index * 4), "li.wei", "contractor.add", contractor(index))
        }
        let first = People.contractors[0]
        script.add(Script.on(1, 4, 14, 25), "qian.yu", "contractor.add", [
            "code": .string("SZ2"), "name": .string("宁安市政公司"), "creditCode": .string(first.credit),
        ], refused: .creditCodeTaken)
        for (index, estate) in Place.estates.enumerated() {
            script.add(Script.on(1, 4, 15, index * 3), "qian.yu", "estate.add", [
                "code": .string(estate.code), "name": .string(estate.name),
                "community": .string(estate.community),
                "transferred": .bool(estate.transferred),
            ])
        }
        script.add(Script.on(1, 4, 15, 20), "qian.yu", "estate.add", [
            "code": .string("HJ"), "name": .string("红机二村"), "community": .string("双桥社区"),
            "transferred": .bool(true),
        ], refused: .codeTaken)
    }

    func grant(
        _ at: Instant, _ code: String, _ source: String, _ kind: String, _ amount: String, _ document: String,
        origin: Int? = nil, channel: String? = nil, cash: String? = nil, refused: RefusalCode? = nil,
        sent: Instant? = nil, tag: String? = nil
    ) {
        script.add(at, "wu.fang", "fund.appropriate", [
            "appropriation": .string(code), "source": .string(source), "kind": .string(kind),
            "amount": .string(amount),
            "documentNo": .string(document), "originYear": origin.map { .int($0) },
            "channel": channel.map { .string($0) }, "cash": cash.map { .string($0) },
        ], refused: refused, sent: sent, tag: tag)
    }

    private func changePeople() {
        script.add(Script.on(4, 30, 16), "admin", "user.disable", ["user": .string("tang.lei")])
        // December brings more payments than one cashier can make. Two others may pay too, but each less
        // than the roles say.
        user(Script.on(12, 1, 9, 5), "wu.fang", "吴芳", ["finance", "cashier"])
        user(Script.on(12, 1, 9, 10), "zhou.hai", "周海", ["officer", "head", "cashier"])
    }

    private func changePolicy() {
        let changed = policy.with("splitAlarm", .members(["days": .int(45)]))
        let form = { (policy: JSON) -> KeyValuePairs<String, JSON?> in
            ["effective": .string("2026-07-01"), "policy": policy]
        }
        let tiers = JSON.array((policy["tiers"]?.array ?? []).reversed())
        script.add(Script.on(6, 26, 10), "zhao.ming", "policy.adopt", form(changed), refused: .roleRequired)
        script.add(Script.on(6, 26, 11), "sun.yan", "policy.adopt", form(changed.with("tiers", tiers)),
                   refused: .policyInvalid)
        script.add(Script.on(6, 26, 15), "sun.yan", "policy.adopt", form(changed))
    }
}
