/// Every address of the server. A new one also needs its row in the table of who may see what
/// (Tests/WebTests/golden/routes.txt).
enum Routes {
    static let all: [Route] = door + desk + money + street

    /// A method as logs and counts have it: what is none of ours is one word.
    static func method(_ text: String) -> String { ["GET", "HEAD", "POST"].contains(text) ? text : "OTHER" }

    private static let door: [Route] = [
        .openGet("/", StreetsPage.show), .openGet("/healthz", StreetsPage.health), .openGet("/metrics", MetricsPage.show),
            .openGet("/look", LookCookies.choose),
        .openGet("/assets/:hash/:file", Asset.show), .openGet("/:o", StreetsPage.street),
        .openGet("/:o/sign-in", SignInPage.show), .openPost("/:o/sign-in", SignInPage.send),
            .post("/:o/sign-out", SignInPage.out),
        .openGet("/:o/second", SecondPage.show), .openPost("/:o/second", SecondPage.send),
        .openGet("/:o/welcome/:code", WelcomePage.show), .openPost("/:o/welcome/:code", WelcomePage.send),
    ]

    static let bundle = "/:o/audit/bundles/:file"
    static let picture = "/:o/photos/:hash/:size"
    /// Bytes of several photos at once, as they come without a script (web.md 3.3).
    private static let photos = 60_000_000

    private static let desk: [Route] = [
        .get("/:o/desk", DeskPage.show), .get("/:o/jobs", JobsPage.show), .get("/:o/jobs/new", CallPage.show),
            .post("/:o/jobs/new", CallPage.send),
        .kept("/:o/jobs/board", BoardPage.show), .kept("/:o/jobs/plan", PlanPage.show),
        .get("/:o/jobs.csv", JobsFile.csv), .get("/:o/jobs.xlsx", JobsFile.xlsx),
        .kept("/:o/jobs/:n", JobPage.show), .post("/:o/jobs/:n/caller", CallerSheet.show),
        .get("/:o/jobs/:n/do/:verb", StepPage.show), .upload("/:o/jobs/:n/do/:verb", limit: photos, StepPage.send),
        .get("/:o/me", MePage.show),
        .upload("/:o/photos", limit: photos, PhotoPage.send), .get(picture, PhotoPage.show),
        .get("/:o/drafts", DraftsPage.show), .post("/:o/drafts", DraftsPage.drop), .get("/:o/drafts/:id", DraftsPage.open),
        .get("/:o/search", SearchPage.show), .post("/:o/search", SearchPage.send),
        .get("/:o/views", ViewsPage.show), .post("/:o/views", ViewsPage.send),
        .get("/:o/me/sessions", SessionsPage.show), .post("/:o/me/sessions", SessionsPage.end),
        .get("/:o/me/second", FactorPage.show), .post("/:o/me/second", FactorPage.send),
    ]

    private static let money: [Route] = [
        .kept("/:o/funds", ListPages.funds), .kept("/:o/funds/:code", FundPage.show),
        .upload("/:o/finance/invoices", limit: 4 << 20, InvoicesPage.send), .get("/:o/finance/invoices", InvoicesPage.show),
        .kept("/:o/finance", ListPages.finance),
        .get("/:o/finance/statements", StatementsPage.show),
            .upload("/:o/finance/statements", limit: 8 << 20, StatementsPage.send),
        .get("/:o/finance/match", MatchPage.show), .post("/:o/finance/match", MatchPage.send),
        .kept("/:o/reports", ReportsPage.list),
        .kept("/:o/reports/:name", ReportsPage.show), .get("/:o/audit", AuditPage.show),
            .post("/:o/audit/verify", AuditPage.verify), .get("/:o/audit/verify/:run", VerifyPage.show),
        .get("/:o/audit/access", AccessPage.show), .get("/:o/audit/bundles", BundlesPage.show),
            .post("/:o/audit/bundles", BundlesPage.make), .post(bundle, BundlesPage.load),
        .get("/:o/audit/records", RecordsPage.show), .get("/:o/audit/records/:seq", RecordPage.show),
    ]

    private static let street: [Route] = [
        .kept("/:o/contractors", ListPages.contractors), .kept("/:o/contractors/:code", ContractorPage.show),
            .kept("/:o/estates", EstatesPage.show), .kept("/:o/policy", ListPages.policy),
            .get("/:o/policy/adopt", PolicyPage.show), .upload("/:o/policy/adopt", limit: 1 << 20, PolicyPage.send),
            .get("/:o/admin/users", UsersPage.show),
        .get("/:o/admin/backups", BackupsPage.show), .post("/:o/admin/backups", BackupsPage.make),
        .post("/:o/admin/invite", UsersPage.invite), .get("/:o/do/:does", StreetStepPage.show),
            .post("/:o/do/:does", StreetStepPage.send),
    ]
}
