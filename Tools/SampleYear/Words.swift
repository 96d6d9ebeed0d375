/// What people write into the small fields.
enum Words {
    static let starts = ["人员设备已到位，现场已围挡", "已张贴告示，占用通道半天", "安全员在岗，已提醒居民绕行", "已通知沿线居民"]

    /// What is said of the finished work, of a failed and of a passed inspection, by the kind of trouble.
    static func finishes(_ category: String) -> [String] {
        let any = ["已完工，场地清理干净", "工完料清，围挡已撤", "完成全部内容，附完工照片", "与踏勘内容一致，已请居民代表到场看过"]
        return isWet(category) ? any + ["试水正常，无渗漏", "放水试验通畅，井盖已复位"] : any + ["已恢复通行，请验收", "已完成并做好成品保护"]
    }

    static func failures(_ category: String) -> [String] {
        isWet(category)
            ? ["检查井内仍有积泥，流水不畅，返工", "接口处仍有渗水，请重做"]
            : ["建筑垃圾未清运，收口不整齐，返工", "局部固定不牢，须加固后复验"]
    }

    static func passes(_ category: String) -> [String] {
        let any = ["按踏勘表逐项核对，数量属实", "现场整洁，质量合格", "居民代表在场，验收通过", "复核尺寸无误，合格"]
        return isWet(category) ? any + ["通水试验合格，同意验收"] : any + ["外观平整，牢固可靠，同意验收"]
    }

    private static func isWet(_ category: String) -> Bool {
        ["drain", "septic", "water"].contains(category)
    }

    /// What a caller adds.
    static let tails = ["", "", "", "，已经反映过一次了", "，麻烦尽快派人", "，我们这栋老人多", "，希望给个说法", "，可以随时联系我看现场"]
    static let thanks = ["居民表示很满意，说第二天就修好了", "老人专门打电话感谢", "问题已解决，希望以后定期清理", "满意，建议公示费用", "确认修好，没有别的要求",
        "居民说师傅们收拾得很干净", "已解决，邻居们都知道了"]
    static let complaints = ["大体好了，但雨天还有一点味道", "修的那段好了，旁边一段仍有裂缝", "觉得来得慢了些，效果尚可", "希望把剩下的半截路也做了"]

    /// Why a line is cut, by its kind.
    static func cuts(_ kind: String) -> [String] {
        switch kind {
        case "labour": ["与同类工单相比工日偏多，按实际考勤核减", "考勤表少一个工日，按实核减"]
        case "plant": ["台班签单不足，按实际使用时间核减", "单价高于制度约定单价，按约定价计"]
        case "material": ["现场实测数量少于送审数量", "材料按实际进场单核减"]
        case _: ["垃圾清运车次与签单不符", "外运方量偏大，按实核减"]
        }
    }

    static let emergencies = ["影响多户，须当天处理", "险情随时可能扩大，先排险后补手续", "天气预报夜间有雨雪，须赶在之前完成", "影响居民正常生活，不能等签认",
        "紧邻通学路，先行处置"]

    /// Why a slip adds to a line of that kind, or takes from it.
    static func slip(_ kind: String, up: Bool) -> String {
        switch kind {
        case "labour": up ? "现场条件比踏勘时复杂，增加工日" : "居民自行清理了部分杂物，减少工日"
        case "plant": up ? "实际使用时间超过估计，增加台班" : "一个台班即可完成，减少台班"
        case "material": up ? "拆开后发现相邻一段也已损坏，增加材料" : "部分旧料尚可利用，减少材料"
        case _: up ? "外运量超过踏勘估计，增加车次" : "外运量少于踏勘估计，减少车次"
        }
    }

    static let disputes = ["施工单位对核减有异议，已补交考勤和签单，要求复核", "双方对实际工程量的记录不一致，要求到现场复核",
        "施工单位认为价格与签认表不一致，请重新核对"]
    static let resolutions = ["三方现场核对考勤和签单，按实办理", "约谈施工单位并到现场复量，已达成一致", "经核对以签认表为准"]

    /// Whose it is, when it is not the street's.
    static func elsewhere(_ category: String) -> (unit: String, reason: String) {
        switch category {
        case "drain", "septic", "manhole": ("区排水管理所", "堵点在市政主管道，属区级管养")
        case "water": ("自来水公司南片营业所", "漏点在水表之前，属供水单位管养")
        case "light", "other": ("供电公司城区营业部", "线路和杆件资产属供电公司")
        case "tree": ("区园林绿化所", "属行道树，由区园林所养护")
        case "road": ("区市政设施养护所", "属市政道路，不在院内")
        case _: ("区住房保障中心", "属直管公房，由房管部门维修")
        }
    }
}
