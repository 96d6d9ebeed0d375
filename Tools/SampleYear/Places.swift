/// A yard or a lane of the invented street, and whose it is.
struct Place {
    let community: String
    let road: String
    let yard: String
    let estate: String?
    let tenure: String
    let grid: String

    private init(_ community: String, _ road: String, _ yard: String, _ estate: String?, _ tenure: String,
        _ grid: String) {
        (self.community, self.road, self.yard) = (community + "社区", road, yard)
        (self.estate, self.tenure, self.grid) = (estate, tenure, grid)
    }

    static let estates: [(code: String, name: String, community: String, transferred: Bool)] = [
        ("HJ", "红机新村", "双桥社区", true), ("DC", "电瓷厂宿舍", "染坊巷社区", true),
        ("TL", "铁路南苑", "南苑社区", true), ("FZ", "纺织一村", "青石社区", true),
        ("JH", "锦华苑", "槐树里社区", false), ("YS", "雅舍花园", "南苑社区", false),
    ]

    static let unowned = [
        Place("青石", "青石巷6号", "院内", nil, "unowned", "wang.mei"),
        Place("青石", "青石巷21号", "大院", nil, "unowned", "wang.mei"),
        Place("青石", "学府巷14号", "老教工楼", nil, "unowned", "wang.mei"),
        Place("双桥", "双桥街33号", "院内", nil, "unowned", "jiang.tao"),
        Place("双桥", "水闸路9号", "河边片区", nil, "unowned", "jiang.tao"),
        Place("双桥", "双桥街58号", "杂院", nil, "unowned", "jiang.tao"),
        Place("南苑", "南苑路102号", "院内", nil, "unowned", "shen.yi"),
        Place("南苑", "南苑路77号", "百货公司旧宿舍", nil, "unowned", "shen.yi"),
        Place("槐树里", "槐树里3号", "院内", nil, "unowned", "han.bing"),
        Place("槐树里", "槐树里18号", "筒子楼", nil, "unowned", "han.bing"),
        Place("槐树里", "宁安路211号", "后院", nil, "unowned", "han.bing"),
        Place("染坊巷", "染坊巷5号", "院内", nil, "unowned", "cao.yun"),
        Place("染坊巷", "染坊巷40号", "沿街平房", nil, "unowned", "cao.yun"),
        Place("染坊巷", "宁安路168号", "粮站旧宿舍", nil, "unowned", "cao.yun"),
    ]
    static let transferred = [
        Place("双桥", "水闸路25号", "红机新村", "HJ", "transferred", "jiang.tao"),
        Place("染坊巷", "染坊巷88号", "电瓷厂宿舍", "DC", "transferred", "cao.yun"),
        Place("南苑", "南苑路15号", "铁路南苑", "TL", "transferred", "shen.yi"),
        Place("青石", "学府巷30号", "纺织一村", "FZ", "transferred", "wang.mei"),
    ]
    static let managed = [
        Place("槐树里", "宁安路236号", "锦华苑", "JH", "managed", "han.bing"),
        Place("南苑", "南苑路139号", "雅舍花园", "YS", "managed", "shen.yi"),
    ]

    /// Where exactly, so that two calls from one yard do not read alike.
    func spot(_ dice: Dice) -> String {
        let house = dice.int(1...14)
        return dice.pick([
            "\(house)幢与\(house + 1)幢之间", "\(house)幢\(dice.int(1...4))单元门前", "\(house)幢北侧", "\(house)幢东山墙外",
            "院门内侧", "自行车棚旁", "\(house)幢西侧通道", "\(house)幢\(dice.int(1...4))单元楼下",
        ])
    }
}
