/// The invented people and firms of the street.
enum People {
    static let users: [(user: String, name: String, roles: [String])] = [
        ("li.wei", "李维", ["officer"]), ("qian.yu", "钱玉", ["officer"]), ("zhou.hai", "周海", ["officer",
        "head"]),
        ("zhao.ming", "赵明", ["head"]), ("sun.yan", "孙燕", ["leader"]), ("ma.jun", "马骏", ["committee"]),
        ("wu.fang", "吴芳", ["finance"]), ("zheng.li", "郑莉", ["finance"]), ("feng.jie", "冯洁", ["cashier"]),
        ("chen.lu", "陈露", ["dispatcher"]), ("gu.lin", "顾林", ["dispatcher", "inspector"]),
        ("yan.hua", "严华", ["inspector"]), ("wang.mei", "王梅", ["grid"]), ("jiang.tao", "江涛", ["grid"]),
        ("shen.yi", "沈怡", ["grid"]), ("han.bing", "韩冰", ["grid"]), ("cao.yun", "曹云", ["grid"]),
        ("tang.lei", "汤磊", ["grid"]), ("xu.gang", "徐刚", ["crew"]), ("luo.qiang", "罗强", ["crew"]),
        ("pan.feng", "潘峰", ["crew"]), ("jumin", "居民自助上报", ["resident"]),
    ]

    /// Who signs or settles, in the order of the tiers: head, leader, committee.
    static let heads = ["zhao.ming", "zhou.hai"]
    static let leader = "sun.yan"
    static let committee = "ma.jun"

    static let contractors: [(code: String, name: String, credit: String, bank: String, crew: String)] = [
        ("SZ", "宁安市政养护有限公司（样例）", "91320199MA1EXMPL1J", "样例银行宁安支行 3200 0000 0000 1001", "xu.gang"),
        ("QL", "清澜管道疏通服务部（样例）", "91320199MA2EXMPL2U", "样例银行双桥支行 3200 0000 0000 2002", "luo.qiang"),
        ("LJ", "绿筑建筑修缮有限公司（样例）", "91320199MA3EXMPL35", "样例银行南苑支行 3200 0000 0000 3003", "pan.feng"),
    ]

    static func contractor(for category: String) -> String {
        switch category {
        case "drain", "septic", "water": "QL"
        case "wall", "roof", "tree": "LJ"
        case _: "SZ"
        }
    }

    static func crew(of contractor: String) -> String {
        contractors.first { $0.code == contractor }?.crew ?? "xu.gang"
    }

    private static let surnames = Array("王李张刘陈杨黄吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩冯邓曹彭曾").map(String.init)
    private static let calls = ["先生", "女士", "阿姨", "师傅", "老师", "奶奶", "大爷"]

    static func caller(_ dice: Dice) -> String { dice.pick(surnames) + dice.pick(calls) }
    /// 13800000xxx: fictitious.
    static func phone(_ dice: Dice) -> String { "13800000" + dice.digits(3) }
}
