/// What kind of a no a refusal is: exit codes, HTTP's status and the docs follow from it, each by a switch
/// that names every kind.
package enum RefusalKind: Sendable, Equatable {
    /// What was given cannot be read.
    case input
    /// A rule of state, money, time or registers says no.
    case rule
    /// Somebody else may.
    case right
    /// It names a thing that is not there.
    case unknown
    /// A name or a number is taken, or things have moved since they were looked at.
    case moved
    /// Not the command, but where it runs.
    case surroundings(Surroundings)

    package enum Surroundings: Sendable {
        /// The program was called wrongly.
        case usage
        /// What is to be read is not there, or is not what it should be.
        case missing, unreadable
        /// What is to be written cannot be.
        case unwritable
        /// Something that works at other times does not: a lock, a disk, a server.
        case broken
        /// Something was set up wrongly.
        case configuration
    }

    /// As docs/ERRORS.md has it.
    package var title: Phrase {
        switch self {
        case .input: Phrase("输入", "input")
        case .rule: Phrase("规则", "rule")
        case .right: Phrase("权限", "right")
        case .unknown: Phrase("不存在", "unknown thing")
        case .moved: Phrase("已占用或已变动", "taken or moved")
        case .surroundings: Phrase("环境", "surroundings")
        }
    }

    /// The status of an answer over HTTP (web.md 4.3): 409 for whatever is well formed and refused, 400 for
    /// whatever is not.
    package var status: Int {
        switch self {
        case .input: 400
        case .right: 403
        case .rule, .unknown, .moved: 409
        case .surroundings(.broken): 503
        case .surroundings(.usage), .surroundings(.missing), .surroundings(.unreadable), .surroundings(.unwritable),
             .surroundings(.configuration): 500
        }
    }
}

extension RefusalCode {
    /// What kind of a no it is. Every code stands here once.
    package var kind: RefusalKind {
        switch self {
        case .inputMalformed, .inputTruncated, .inputEncoding, .inputBOM, .inputCRLF, .inputTooLong,
             .inputDuplicateKey, .inputUnknownField, .inputMissingField, .inputNull, .inputWrongType,
             .inputValue, .inputEmpty, .inputTextTooLong, .inputControl, .inputUnknownCommand, .inputColumn,
             .inputBalance, .inputTotal, .inputDuplicateRow, .inputAccount, .inputDoctype, .inputLimit,
             .inputWorkbook, .photoType, .photoBytes, .photoSize, .photoBroken,
             .moneyFormat, .moneyRange, .quantityFormat, .percentFormat:
            .input
        case .roleRequired, .rightRequired, .dutySurveyor, .dutySlipAuthor, .dutyCrew, .dutyPublish, .dutyClaimant,
             .dutyReviewer, .dutySettler, .dutyPayee, .tierRole:
            .right
        case .orgUnknown, .userUnknown, .reportUnknown, .contractorUnknown, .estateUnknown, .categoryUnknown,
             .hazardUnknown, .sourceUnknown, .appropriationUnknown, .chartNone, .paperMissing, .correctUnknown, .voucherUnknown,
             .recordUnknown, .jobUnknown, .slipUnknown, .invoiceUnknown, .settlementUnknown, .paymentUnknown,
             .statementUnknown, .accountNew, .lineUnknown, .matchUnknown, .yearUnknown:
            .unknown
        case .idConflict, .orgExists, .jobMoved, .codeTaken, .creditCodeTaken, .agreementTaken,
             .appropriationTaken, .receiveTaken, .documentTaken, .entryTaken, .refTaken, .invoiceTaken,
             .paymentTaken, .recoverTaken, .statementKnown, .matchTaken, .copyDiverged, .copyAhead,
             .copyMoving, .yearClosed:
            .moved
        case .creditCodeInvalid, .timeFuture, .timeOrder, .timeBeforeOpening, .timeSealed, .orgMixed, .userDisabled,
             .userLastAdmin, .userContractor, .policyMissing, .policyInvalid, .estateNotTransferred, .contractorSame,
             .agreementDays, .agreementLines, .fundsInsufficient, .fundsLapsed, .amountZero, .appropriationFixed,
             .appropriationYear, .transferSame, .transferSource, .fundingTenure, .fundingSum, .fundingForm,
             .receiveChannel, .receiveDay, .receiveExceeds, .carriedYear, .carriedCash, .transferKind, .returnChannel,
             .returnExceeds, .correctDone, .correctNothing, .correctSame, .entryChannel, .entryExceeds, .entryClears,
             .policyInUse, .yearOpen, .yearOrder, .yearEarly, .yearUnready, .jobEnded, .jobState, .jobSuspended,
             .jobNotSuspended, .jobDisputed, .jobNotDisputed,
             .mergeInto, .scopeEstate, .scopeManaged, .dispatchUnsigned, .dispatchSameCrew, .authorizeOrdinary,
             .authorizeCeiling, .authorizeSame, .suspendUntil, .callbackForm, .closePayable, .closeCallback,
             .closeUnsolved, .rateDone, .rateLate, .paperReturned, .returnSlip, .regradeSame, .regradeHeld, .refEnded,
             .refReopen, .scopeBackstop, .linesTotal, .quantityPositive, .surveyVisitors, .slipSigned, .slipTotal,
             .claimExceeds, .reviewLine, .reviewExceeds, .reviewReason, .reviewAgreedPrice, .invoiceSeller,
             .invoiceBuyer, .invoiceAmounts, .invoiceSum, .invoicePresent, .invoiceRed, .settleRetention, .payExceeds,
             .payNothing, .payDay, .payBank, .payCustody, .paymentRefunded, .refundMatched, .refundRecovered,
             .releaseEarly, .recoverExceeds, .withholdExceeds, .reversePaid, .statementDiffers, .statementFormat,
             .statementCustody, .statementRepeats, .statementFuture, .statementMatched, .statementVoided, .matchEmpty,
             .matchSum, .matchAccounts, .matchItem, .matchUndone, .storeUnclean:
            .rule
        case .storeLocked, .storeDamaged, .storeIO, .storeUnreachable, .storeUnknown, .storeTimeout,
             .storeConflict, .storeCancelled, .toolFailed, .photoBusy:
            .surroundings(.broken)
        case .storeNewer, .storeDenied, .keyMissing, .keyInvalid, .keyDiffers, .toolMissing, .glyphMissing,
             .clockForbidden:
            .surroundings(.configuration)
        case .storeMissing, .fileMissing:
            .surroundings(.missing)
        case .storeNotDatabase, .backupFormat, .backupSchema, .fileUnreadable:
            .surroundings(.unreadable)
        case .storeExists, .storeLeftover, .storeReadOnly, .storeFull, .fileUnwritable:
            .surroundings(.unwritable)
        case .settingMissing, .settingInvalid, .settingUsage, .settingExposed:
            .surroundings(.usage)
        }
    }
}
