package import Jobs
package import Kernel

/// The commands that are no step of a job: name, title, and who may do it. One table, as the transition
/// table is for the steps of jobs.
package enum StreetCommand: String, Sendable, CaseIterable {
    case openStreet = "org.open"
    case join = "org.join"
    case addUser = "user.add"
    case disableUser = "user.disable"
    case adoptPolicy = "policy.adopt"
    case addContractor = "contractor.add"
    case updateContractor = "contractor.update"
    case agree = "contractor.agree"
    case addEstate = "estate.add"
    case appropriate = "fund.appropriate"
    case transferFunds = "fund.transfer"
    case recall = "fund.recall"
    case receive = "fund.receive"
    case returnFunds = "fund.return"
    case correct = "fund.correct"
    case enterBank = "bank.entry"
    case importStatement = "bank.import"
    case voidStatement = "bank.void"
    case makeMatch = "match.make"
    case undoMatch = "match.undo"
    case closeYear = "year.close"
    case assessYear = "year.assess"
    case sealAccess = "access.seal"

    package var title: Phrase { row.title }

    /// Whoever has one of them may do it, in the first of them that is held; none for opening a street,
    /// which makes its first user.
    package var roles: [Role] { row.roles }

    private var row: (title: Phrase, roles: [Role]) {
        switch self {
        case .openStreet: (Phrase("开设街道", "open a street"), [])
        case .join: (Phrase("划归上级", "join a district"), [.admin, .leader])
        case .addUser: (Phrase("添加用户", "add a user"), [.admin])
        case .disableUser: (Phrase("停用用户", "disable a user"), [.admin])
        case .adoptPolicy: (Phrase("采用制度", "adopt a policy"), [.leader])
        case .addContractor: (Phrase("登记施工单位", "add a contractor"), [.officer])
        case .updateContractor: (Phrase("变更施工单位", "update a contractor"), [.officer, .finance])
        case .agree: (Phrase("登记单价协议", "register a rate agreement"), [.officer, .finance])
        case .addEstate: (Phrase("登记小区", "add an estate"), [.officer])
        case .appropriate: (Phrase("下达指标", "appropriate"), [.finance])
        case .transferFunds: (Phrase("调剂", "transfer"), [.finance])
        case .recall: (Phrase("收回", "recall"), [.finance])
        case .receive: (Phrase("登记到账", "receive"), [.cashier, .finance])
        case .returnFunds: (Phrase("缴回", "give back"), [.cashier])
        case .correct: (Phrase("更正", "correct"), [.leader])
        case .enterBank: (Phrase("登记银行流水", "enter what the bank knows"), [.finance])
        case .importStatement: (Phrase("导入对账单", "import a statement"), [.finance, .cashier])
        case .voidStatement: (Phrase("作废导入", "void an import"), [.finance])
        case .makeMatch: (Phrase("勾对", "match statement lines"), [.finance])
        case .undoMatch: (Phrase("撤销勾对", "undo a match"), [.finance])
        case .closeYear: (Phrase("年终结账", "close a year"), [.leader])
        case .assessYear: (Phrase("绩效自评", "assess a year"), [.leader])
        case .sealAccess: (Phrase("封存访问记录", "seal the access log"), [.machine])
        }
    }
}
