/// Names and order of the elements of 公共档案.xml and 总账.xml (audit.md B3 §3): element names of GB/T
/// 24589.1-2010 as its exporters write them; the text of the standard was not at hand, and no conformance
/// is claimed. Another edition is a change of these lines: before `=` stand our keys, `!D` marks a date of
/// eight digits.
package enum NationalNames {
    package static let version = "GB/T 24589.1-2010（元素名）"

    /// The files with the tables of each, in order.
    package static let files: [(name: String, tables: [FieldList])] = [
        ("公共档案", FieldList.read(archive)), ("总账", FieldList.read(ledger)),
    ]

    private static let archive = """
        ledger=电子账簿: number=电子账簿编号 name=电子账簿名称 unit=会计核算单位 code=组织机构代码 nature=单位性质 industry=行业 \
        developer=开发单位 software=版本号 currency=本位币 year=会计年度 version=标准版本号
        period=会计期间: year=会计年度 n=会计期间号 first=会计期间起始日期!D last=会计期间结束日期!D
        voucherKind=记账凭证类型: code=记账凭证类型编号 name=记账凭证类型名称 short=记账凭证类型简称
        rateKind=汇率类型: code=汇率类型编号 name=汇率类型名称
        currency=币种: code=币种编码 name=币种名称
        method=结算方式: code=结算方式编码 name=结算方式名称
        department=部门档案: code=部门编码 name=部门名称 parent=上级部门编码
        staff=员工档案: code=员工编码 name=员工姓名 paper=证件类别 paperNo=证件号码 sex=性别 born=出生日期!D department=部门编码 \
        joined=入职日期!D left=离职日期!D
        supplier=供应商档案: code=供应商编码 name=供应商名称 short=供应商简称
        customer=客户档案: code=客户编码 name=客户名称 short=客户简称
        list=自定义档案项: code=档案编码 name=档案名称 about=档案描述 levels=是否有层级特征 rule=档案编码规则
        listValue=自定义档案项值: list=档案编码 code=档案值编码 name=档案值名称 about=档案值描述 parent=档案值父节点 level=档案值级次
        """

    private static let ledger = """
        basis=总账基础信息: separator=结构分隔符 accountRule=会计科目编号规则 cashRule=现金流量项目编码规则 headFields=凭证头可扩展字段结构 \
        headLists=凭证头可扩展结构对应档案 lineFields=分录行可扩展字段结构 lineLists=分录行可扩展字段对应档案
        account=会计科目: number=科目编号 name=科目名称 level=科目级次 kind=科目类型 side=余额方向
        auxiliary=科目辅助核算: account=科目编号 n=辅助项编号 name=辅助项名称 list=对应档案 about=辅助项描述
        balance=科目余额及发生额: account=科目编号 aux*30=辅助项*编号 openingSide=期初余额方向 closingSide=期末余额方向 currency=币种编码 \
        unit=计量单位 year=会计年度 month=会计期间号 openingQuantity=期初数量 opening=期初原币余额 openingOwn=期初本币余额 \
        debitQuantity=借方数量 debit=借方原币金额 debitOwn=借方本币金额 creditQuantity=贷方数量 credit=贷方原币金额 creditOwn=贷方本币金额 \
        closingQuantity=期末数量 closing=期末原币余额 closingOwn=期末本币余额
        voucher=记账凭证: day=记账凭证日期!D year=会计年度 month=会计期间号 kind=记账凭证类型编号 number=记账凭证编号 n=记账凭证行号 \
        summary=记账凭证摘要 account=科目编号 aux*30=辅助项*编号 currency=币种编码 unit=计量单位 debitQuantity=借方数量 \
        debit=借方原币金额 debitOwn=借方本币金额 creditQuantity=贷方数量 credit=贷方原币金额 creditOwn=贷方本币金额 rateKind=汇率类型编号 \
        rate=汇率 price=单价 headValues=凭证头可扩展字段结构值 lineValues=分录行可扩展字段结构值 method=结算方式编码 billKind=票据类型 \
        bill=票据号 billDay=票据日期!D attachments=附件数 maker=制单人 checker=审核人 keeper=记账人 booked=记账标志 void=作废标志 \
        source=凭证来源系统
        statement=报表集: code=报表编号 name=报表名称 day=报表报告日!D period=报表报告期 unit=编制单位 currency=货币单位
        item=报表项数据: statement=报表编号 code=报表项编号 name=报表项名称 formula=报表项公式 value=报表项数值
        """
}
