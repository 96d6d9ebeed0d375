package import Documents
package import Jobs
import Kernel

/// Who called, in clear: for those who may see it, each look written down.
package enum CallerDocument {
    package static func make(_ job: Job, _ caller: Caller?, sandbox: Bool) -> Document {
        let number = job.number.text
        let wish = Phrase("※ 来电人要求保密 ※", "※ The caller wants to stay unnamed ※")
        let sight: CallerSight = job.call.caller == nil ? .unknown : .erased
        let words = caller == nil ? sight.words : caller?.confidential == true ? wish : nil
        return Document(
            name: "caller", title: Phrase("工单 \(number) 的来电人", "Caller of job \(number)"),
            facts: [
                Pair("姓名", "name", .text(caller?.name?.text)), Pair("电话", "phone", .text(caller?.phone?.text)),
            ],
            sections: words.map { [Section(nil, [.text($0)])] } ?? [], sandbox: sandbox)
    }
}
