BEGIN TRANSACTION;
CREATE TABLE access (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    who TEXT NOT NULL,
    refusal TEXT NOT NULL,
    does TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (org, id, who, refusal)
) STRICT, WITHOUT ROWID;
CREATE TABLE appropriation (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "appropriation" VALUES('NHL','M26',1,'{"code":"M26","source":"minsheng","originYear":2026,"channel":"direct","documentNo":"财预〔2026〕1号","position":1}');
CREATE TABLE balance (
    org TEXT NOT NULL,
    day INTEGER NOT NULL,
    book TEXT NOT NULL,
    account TEXT NOT NULL,
    appropriation TEXT NOT NULL,
    debit INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    PRIMARY KEY (org, day, book, account, appropriation)
) STRICT, WITHOUT ROWID;
INSERT INTO "balance" VALUES('NHL',20455,'I','I1001','M26',60000000,0);
INSERT INTO "balance" VALUES('NHL',20455,'I','I2101','M26',0,60000000);
INSERT INTO "balance" VALUES('NHL',20514,'I','I2101','M26',100000,10000);
INSERT INTO "balance" VALUES('NHL',20514,'I','I2301','M26',100000,100000);
INSERT INTO "balance" VALUES('NHL',20514,'I','I2401','M26',50000,87300);
INSERT INTO "balance" VALUES('NHL',20514,'I','I2402','M26',0,2700);
INSERT INTO "balance" VALUES('NHL',20514,'I','I2501','M26',0,50000);
INSERT INTO "balance" VALUES('NHL',20515,'I','I2101','M26',100000,0);
INSERT INTO "balance" VALUES('NHL',20515,'I','I2301','M26',0,100000);
INSERT INTO "balance" VALUES('NHL',20516,'I','I2101','M26',100000,0);
INSERT INTO "balance" VALUES('NHL',20516,'I','I2301','M26',0,100000);
INSERT INTO "balance" VALUES('NHL',20517,'I','I2101','M26',100000,10000);
INSERT INTO "balance" VALUES('NHL',20517,'I','I2301','M26',100000,100000);
INSERT INTO "balance" VALUES('NHL',20517,'I','I2401','M26',0,87300);
INSERT INTO "balance" VALUES('NHL',20517,'I','I2402','M26',0,2700);
INSERT INTO "balance" VALUES('NHL',20518,'I','I2101','M26',0,-10000);
INSERT INTO "balance" VALUES('NHL',20518,'I','I2301','M26',-100000,0);
INSERT INTO "balance" VALUES('NHL',20518,'I','I2401','M26',0,-87300);
INSERT INTO "balance" VALUES('NHL',20518,'I','I2402','M26',0,-2700);
CREATE TABLE caller (
    org TEXT NOT NULL,
    job TEXT NOT NULL,
    sealed BLOB NOT NULL,
    erase_after INTEGER NOT NULL,
    PRIMARY KEY (org, job)
) STRICT, WITHOUT ROWID;
CREATE TABLE command (
    org TEXT NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (org, id),
    FOREIGN KEY (org, seq) REFERENCES record (org, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "command" VALUES('NHL','v1',1);
INSERT INTO "command" VALUES('NHL','v10',10);
INSERT INTO "command" VALUES('NHL','v11',11);
INSERT INTO "command" VALUES('NHL','v12',12);
INSERT INTO "command" VALUES('NHL','v13',13);
INSERT INTO "command" VALUES('NHL','v14',14);
INSERT INTO "command" VALUES('NHL','v15',15);
INSERT INTO "command" VALUES('NHL','v16',16);
INSERT INTO "command" VALUES('NHL','v17',17);
INSERT INTO "command" VALUES('NHL','v18',18);
INSERT INTO "command" VALUES('NHL','v19',19);
INSERT INTO "command" VALUES('NHL','v2',2);
INSERT INTO "command" VALUES('NHL','v20',20);
INSERT INTO "command" VALUES('NHL','v21',21);
INSERT INTO "command" VALUES('NHL','v22',22);
INSERT INTO "command" VALUES('NHL','v23',23);
INSERT INTO "command" VALUES('NHL','v24',24);
INSERT INTO "command" VALUES('NHL','v25',25);
INSERT INTO "command" VALUES('NHL','v26',26);
INSERT INTO "command" VALUES('NHL','v27',27);
INSERT INTO "command" VALUES('NHL','v28',28);
INSERT INTO "command" VALUES('NHL','v29',29);
INSERT INTO "command" VALUES('NHL','v3',3);
INSERT INTO "command" VALUES('NHL','v30',30);
INSERT INTO "command" VALUES('NHL','v31',31);
INSERT INTO "command" VALUES('NHL','v32',32);
INSERT INTO "command" VALUES('NHL','v33',33);
INSERT INTO "command" VALUES('NHL','v34',34);
INSERT INTO "command" VALUES('NHL','v35',35);
INSERT INTO "command" VALUES('NHL','v36',36);
INSERT INTO "command" VALUES('NHL','v37',37);
INSERT INTO "command" VALUES('NHL','v38',38);
INSERT INTO "command" VALUES('NHL','v39',39);
INSERT INTO "command" VALUES('NHL','v4',4);
INSERT INTO "command" VALUES('NHL','v40',40);
INSERT INTO "command" VALUES('NHL','v41',41);
INSERT INTO "command" VALUES('NHL','v42',42);
INSERT INTO "command" VALUES('NHL','v43',43);
INSERT INTO "command" VALUES('NHL','v44',44);
INSERT INTO "command" VALUES('NHL','v45',45);
INSERT INTO "command" VALUES('NHL','v46',46);
INSERT INTO "command" VALUES('NHL','v47',47);
INSERT INTO "command" VALUES('NHL','v48',48);
INSERT INTO "command" VALUES('NHL','v49',49);
INSERT INTO "command" VALUES('NHL','v5',5);
INSERT INTO "command" VALUES('NHL','v50',50);
INSERT INTO "command" VALUES('NHL','v51',51);
INSERT INTO "command" VALUES('NHL','v52',52);
INSERT INTO "command" VALUES('NHL','v53',53);
INSERT INTO "command" VALUES('NHL','v54',54);
INSERT INTO "command" VALUES('NHL','v55',55);
INSERT INTO "command" VALUES('NHL','v56',56);
INSERT INTO "command" VALUES('NHL','v57',57);
INSERT INTO "command" VALUES('NHL','v58',58);
INSERT INTO "command" VALUES('NHL','v59',59);
INSERT INTO "command" VALUES('NHL','v6',6);
INSERT INTO "command" VALUES('NHL','v60',60);
INSERT INTO "command" VALUES('NHL','v61',61);
INSERT INTO "command" VALUES('NHL','v62',62);
INSERT INTO "command" VALUES('NHL','v63',63);
INSERT INTO "command" VALUES('NHL','v64',64);
INSERT INTO "command" VALUES('NHL','v65',65);
INSERT INTO "command" VALUES('NHL','v66',66);
INSERT INTO "command" VALUES('NHL','v67',67);
INSERT INTO "command" VALUES('NHL','v68',68);
INSERT INTO "command" VALUES('NHL','v69',69);
INSERT INTO "command" VALUES('NHL','v7',7);
INSERT INTO "command" VALUES('NHL','v70',70);
INSERT INTO "command" VALUES('NHL','v71',71);
INSERT INTO "command" VALUES('NHL','v72',72);
INSERT INTO "command" VALUES('NHL','v73',73);
INSERT INTO "command" VALUES('NHL','v74',74);
INSERT INTO "command" VALUES('NHL','v75',75);
INSERT INTO "command" VALUES('NHL','v76',76);
INSERT INTO "command" VALUES('NHL','v77',77);
INSERT INTO "command" VALUES('NHL','v78',78);
INSERT INTO "command" VALUES('NHL','v79',79);
INSERT INTO "command" VALUES('NHL','v8',8);
INSERT INTO "command" VALUES('NHL','v80',80);
INSERT INTO "command" VALUES('NHL','v81',81);
INSERT INTO "command" VALUES('NHL','v82',82);
INSERT INTO "command" VALUES('NHL','v83',83);
INSERT INTO "command" VALUES('NHL','v84',84);
INSERT INTO "command" VALUES('NHL','v9',9);
CREATE TABLE contractor (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "contractor" VALUES('NHL','c1','{"code":"c1","name":"疏通一队","creditCode":"91110105555555551A","bank":"工商银行 6222 0001"}');
INSERT INTO "contractor" VALUES('NHL','c2','{"code":"c2","name":"修缮二队","creditCode":"91110105555555552D"}');
CREATE TABLE counter (
    org TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('job', 'voucher')),
    year INTEGER NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (org, kind, year)
) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('NHL','job',2026,4);
INSERT INTO "counter" VALUES('NHL','voucher',2026,9);
CREATE TABLE estate (
    org TEXT NOT NULL,
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE job (
    org TEXT NOT NULL,
    number TEXT NOT NULL,
    ref TEXT,
    works TEXT NOT NULL,
    papers TEXT NOT NULL,
    called_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, number)
) STRICT;
INSERT INTO "job" VALUES('NHL','2026-0001',NULL,'passed','settled',1772413200000,'{"number":"2026-0001","call":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"},"calledAt":"2026-03-02T09:00:00+08:00","calledBy":"grid1","works":"passed","papers":"settled","category":"drain","tenure":"unowned","urgency":"ordinary","due":{"arrive":"2026-03-03T10:00:00+08:00","finish":"2026-03-09T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"},"arrivedAt":"2026-03-02T10:00:00+08:00","dispatch":{"form":{"contractor":"c1"},"at":"2026-03-02T09:40:00+08:00"},"crew":["crew1"],"startedAt":"2026-03-02T10:00:00+08:00","finishedAt":"2026-03-02T11:00:00+08:00","passedAt":"2026-03-02T12:00:00+08:00","reworks":0,"surveyors":["officer1"],"survey":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","at":"2026-03-02T09:20:00+08:00","by":"officer1"},"signedTotal":"1000.00","slips":[],"revision":1,"claim":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00","invoice":{"number":"F1","date":"2026-03-02","amount":"1000.00"},"by":"officer1"},"review":{"lines":[{"line":1,"approved":"600.00"},{"line":2,"approved":"300.00","reason":"按实核减"}],"tax":"0.00","approved":"900.00","by":"finance1"},"settlement":{"approved":"900.00","retention":"27.00","retentionRate":"3","retentionDue":"2027-03-02","shares":[{"appropriation":"M26","encumbered":"1000.00","approved":"900.00","retention":"27.00"}],"at":"2026-03-02T15:00:00+08:00","by":"head2","voucher":"2026-000003"},"payments":[{"paymentNo":"P1","kind":"payment","day":"2026-03-02","amount":"500.00","shares":[{"appropriation":"M26","amount":"500.00"}],"voucher":"2026-000004","refunded":false}],"holdings":[{"appropriation":"M26","preEncumbered":"0.00","encumbered":"0.00","payable":"373.00","retention":"27.00","paid":"500.00"}],"disputed":false,"pauses":[],"contacted":false,"callbackAttempts":0,"settledAt":"2026-03-02T15:00:00+08:00","lastWorks":"2026-03-02T12:00:00+08:00","lastPapers":"2026-03-02T16:00:00+08:00"}');
INSERT INTO "job" VALUES('NHL','2026-0002',NULL,'passed','reviewed',1772499600000,'{"number":"2026-0002","call":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"},"calledAt":"2026-03-03T09:00:00+08:00","calledBy":"grid1","works":"passed","papers":"reviewed","category":"drain","tenure":"unowned","urgency":"ordinary","due":{"arrive":"2026-03-04T10:00:00+08:00","finish":"2026-03-10T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"},"arrivedAt":"2026-03-03T10:00:00+08:00","dispatch":{"form":{"contractor":"c1"},"at":"2026-03-03T09:40:00+08:00"},"crew":["crew1"],"startedAt":"2026-03-03T10:00:00+08:00","finishedAt":"2026-03-03T11:00:00+08:00","passedAt":"2026-03-03T12:00:00+08:00","reworks":0,"surveyors":["officer1"],"survey":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","at":"2026-03-03T09:20:00+08:00","by":"officer1"},"signedTotal":"1000.00","slips":[],"revision":1,"claim":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00","invoice":{"number":"F2","date":"2026-03-03","amount":"1000.00"},"by":"officer1"},"review":{"lines":[{"line":1,"approved":"600.00"},{"line":2,"approved":"300.00","reason":"按实核减"}],"tax":"0.00","approved":"900.00","by":"finance1"},"payments":[],"holdings":[{"appropriation":"M26","preEncumbered":"0.00","encumbered":"1000.00","payable":"0.00","retention":"0.00","paid":"0.00"}],"disputed":false,"pauses":[],"contacted":false,"callbackAttempts":0,"lastWorks":"2026-03-03T12:00:00+08:00","lastPapers":"2026-03-03T14:00:00+08:00"}');
INSERT INTO "job" VALUES('NHL','2026-0003',NULL,'passed','claimed',1772586000000,'{"number":"2026-0003","call":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"},"calledAt":"2026-03-04T09:00:00+08:00","calledBy":"grid1","works":"passed","papers":"claimed","category":"drain","tenure":"unowned","urgency":"ordinary","due":{"arrive":"2026-03-05T10:00:00+08:00","finish":"2026-03-11T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"},"arrivedAt":"2026-03-04T10:00:00+08:00","dispatch":{"form":{"contractor":"c1"},"at":"2026-03-04T09:40:00+08:00"},"crew":["crew1"],"startedAt":"2026-03-04T10:00:00+08:00","finishedAt":"2026-03-04T11:00:00+08:00","passedAt":"2026-03-04T12:00:00+08:00","reworks":0,"surveyors":["officer1"],"survey":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","at":"2026-03-04T09:20:00+08:00","by":"officer1"},"signedTotal":"1000.00","slips":[],"revision":1,"claim":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00","invoice":{"number":"F3","date":"2026-03-04","amount":"1000.00"},"by":"officer1"},"payments":[],"holdings":[{"appropriation":"M26","preEncumbered":"0.00","encumbered":"1000.00","payable":"0.00","retention":"0.00","paid":"0.00"}],"disputed":false,"pauses":[],"contacted":false,"callbackAttempts":0,"lastWorks":"2026-03-04T12:00:00+08:00","lastPapers":"2026-03-04T13:00:00+08:00"}');
INSERT INTO "job" VALUES('NHL','2026-0004',NULL,'passed','signed',1772672400000,'{"number":"2026-0004","call":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"},"calledAt":"2026-03-05T09:00:00+08:00","calledBy":"grid1","works":"passed","papers":"signed","category":"drain","tenure":"unowned","urgency":"ordinary","due":{"arrive":"2026-03-06T10:00:00+08:00","finish":"2026-03-12T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"},"arrivedAt":"2026-03-05T10:00:00+08:00","dispatch":{"form":{"contractor":"c1"},"at":"2026-03-05T09:40:00+08:00"},"crew":["crew1"],"startedAt":"2026-03-05T10:00:00+08:00","finishedAt":"2026-03-05T11:00:00+08:00","passedAt":"2026-03-05T12:00:00+08:00","reworks":0,"surveyors":["officer1"],"survey":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","at":"2026-03-05T09:20:00+08:00","by":"officer1"},"signedTotal":"1000.00","slips":[],"revision":2,"payments":[],"holdings":[{"appropriation":"M26","preEncumbered":"0.00","encumbered":"1000.00","payable":"0.00","retention":"0.00","paid":"0.00"}],"disputed":false,"pauses":[],"contacted":false,"callbackAttempts":0,"lastWorks":"2026-03-05T12:00:00+08:00","lastPapers":"2026-03-06T10:00:00+08:00"}');
CREATE TABLE job_record (
    org TEXT NOT NULL,
    job TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (org, job, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "job_record" VALUES('NHL','2026-0001',42);
INSERT INTO "job_record" VALUES('NHL','2026-0001',43);
INSERT INTO "job_record" VALUES('NHL','2026-0001',44);
INSERT INTO "job_record" VALUES('NHL','2026-0001',45);
INSERT INTO "job_record" VALUES('NHL','2026-0001',46);
INSERT INTO "job_record" VALUES('NHL','2026-0001',47);
INSERT INTO "job_record" VALUES('NHL','2026-0001',48);
INSERT INTO "job_record" VALUES('NHL','2026-0001',49);
INSERT INTO "job_record" VALUES('NHL','2026-0001',50);
INSERT INTO "job_record" VALUES('NHL','2026-0001',51);
INSERT INTO "job_record" VALUES('NHL','2026-0001',52);
INSERT INTO "job_record" VALUES('NHL','2026-0001',53);
INSERT INTO "job_record" VALUES('NHL','2026-0002',54);
INSERT INTO "job_record" VALUES('NHL','2026-0002',55);
INSERT INTO "job_record" VALUES('NHL','2026-0002',56);
INSERT INTO "job_record" VALUES('NHL','2026-0002',57);
INSERT INTO "job_record" VALUES('NHL','2026-0002',58);
INSERT INTO "job_record" VALUES('NHL','2026-0002',59);
INSERT INTO "job_record" VALUES('NHL','2026-0002',60);
INSERT INTO "job_record" VALUES('NHL','2026-0002',61);
INSERT INTO "job_record" VALUES('NHL','2026-0002',62);
INSERT INTO "job_record" VALUES('NHL','2026-0002',63);
INSERT INTO "job_record" VALUES('NHL','2026-0003',64);
INSERT INTO "job_record" VALUES('NHL','2026-0003',65);
INSERT INTO "job_record" VALUES('NHL','2026-0003',66);
INSERT INTO "job_record" VALUES('NHL','2026-0003',67);
INSERT INTO "job_record" VALUES('NHL','2026-0003',68);
INSERT INTO "job_record" VALUES('NHL','2026-0003',69);
INSERT INTO "job_record" VALUES('NHL','2026-0003',70);
INSERT INTO "job_record" VALUES('NHL','2026-0003',71);
INSERT INTO "job_record" VALUES('NHL','2026-0003',72);
INSERT INTO "job_record" VALUES('NHL','2026-0004',73);
INSERT INTO "job_record" VALUES('NHL','2026-0004',74);
INSERT INTO "job_record" VALUES('NHL','2026-0004',75);
INSERT INTO "job_record" VALUES('NHL','2026-0004',76);
INSERT INTO "job_record" VALUES('NHL','2026-0004',77);
INSERT INTO "job_record" VALUES('NHL','2026-0004',78);
INSERT INTO "job_record" VALUES('NHL','2026-0004',79);
INSERT INTO "job_record" VALUES('NHL','2026-0004',80);
INSERT INTO "job_record" VALUES('NHL','2026-0004',81);
INSERT INTO "job_record" VALUES('NHL','2026-0004',82);
INSERT INTO "job_record" VALUES('NHL','2026-0004',83);
INSERT INTO "job_record" VALUES('NHL','2026-0004',84);
CREATE TABLE line (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK (n >= 0),
    voucher TEXT NOT NULL,
    day INTEGER NOT NULL,
    book TEXT NOT NULL,
    account TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('debit', 'credit')),
    amount INTEGER NOT NULL,
    appropriation TEXT NOT NULL,
    job TEXT,
    contractor TEXT,
    PRIMARY KEY (org, seq, n),
    FOREIGN KEY (org, seq) REFERENCES record (org, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "line" VALUES('NHL',41,1,'2026-000001',20455,'I','I1001','debit',60000000,'M26',NULL,NULL);
INSERT INTO "line" VALUES('NHL',41,2,'2026-000001',20455,'I','I2101','credit',60000000,'M26',NULL,NULL);
INSERT INTO "line" VALUES('NHL',45,1,'2026-000002',20514,'I','I2101','debit',100000,'M26','2026-0001',NULL);
INSERT INTO "line" VALUES('NHL',45,2,'2026-000002',20514,'I','I2301','credit',100000,'M26','2026-0001',NULL);
INSERT INTO "line" VALUES('NHL',52,1,'2026-000003',20514,'I','I2301','debit',100000,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',52,2,'2026-000003',20514,'I','I2401','credit',87300,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',52,3,'2026-000003',20514,'I','I2402','credit',2700,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',52,4,'2026-000003',20514,'I','I2101','credit',10000,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',53,1,'2026-000004',20514,'I','I2401','debit',50000,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',53,2,'2026-000004',20514,'I','I2501','credit',50000,'M26','2026-0001','c1');
INSERT INTO "line" VALUES('NHL',57,1,'2026-000005',20515,'I','I2101','debit',100000,'M26','2026-0002',NULL);
INSERT INTO "line" VALUES('NHL',57,2,'2026-000005',20515,'I','I2301','credit',100000,'M26','2026-0002',NULL);
INSERT INTO "line" VALUES('NHL',67,1,'2026-000006',20516,'I','I2101','debit',100000,'M26','2026-0003',NULL);
INSERT INTO "line" VALUES('NHL',67,2,'2026-000006',20516,'I','I2301','credit',100000,'M26','2026-0003',NULL);
INSERT INTO "line" VALUES('NHL',76,1,'2026-000007',20517,'I','I2101','debit',100000,'M26','2026-0004',NULL);
INSERT INTO "line" VALUES('NHL',76,2,'2026-000007',20517,'I','I2301','credit',100000,'M26','2026-0004',NULL);
INSERT INTO "line" VALUES('NHL',83,1,'2026-000008',20517,'I','I2301','debit',100000,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',83,2,'2026-000008',20517,'I','I2401','credit',87300,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',83,3,'2026-000008',20517,'I','I2402','credit',2700,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',83,4,'2026-000008',20517,'I','I2101','credit',10000,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',84,1,'2026-000009',20518,'I','I2301','debit',-100000,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',84,2,'2026-000009',20518,'I','I2401','credit',-87300,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',84,3,'2026-000009',20518,'I','I2402','credit',-2700,'M26','2026-0004','c1');
INSERT INTO "line" VALUES('NHL',84,4,'2026-000009',20518,'I','I2101','credit',-10000,'M26','2026-0004','c1');
CREATE TABLE member (
    org TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "member" VALUES('NHL','admin1','{"user":"admin1","name":"admin1","roles":["admin"],"active":true}');
INSERT INTO "member" VALUES('NHL','admin2','{"user":"admin2","name":"admin2","roles":["admin"],"active":true}');
INSERT INTO "member" VALUES('NHL','admin3','{"user":"admin3","name":"admin3","roles":["admin"],"active":true}');
INSERT INTO "member" VALUES('NHL','cashier1','{"user":"cashier1","name":"cashier1","roles":["cashier"],"active":true}');
INSERT INTO "member" VALUES('NHL','cashier2','{"user":"cashier2","name":"cashier2","roles":["cashier"],"active":true}');
INSERT INTO "member" VALUES('NHL','cashier3','{"user":"cashier3","name":"cashier3","roles":["cashier"],"active":true}');
INSERT INTO "member" VALUES('NHL','committee1','{"user":"committee1","name":"committee1","roles":["committee"],"active":true}');
INSERT INTO "member" VALUES('NHL','committee2','{"user":"committee2","name":"committee2","roles":["committee"],"active":true}');
INSERT INTO "member" VALUES('NHL','committee3','{"user":"committee3","name":"committee3","roles":["committee"],"active":true}');
INSERT INTO "member" VALUES('NHL','crew1','{"user":"crew1","name":"crew1","roles":["crew"],"active":true}');
INSERT INTO "member" VALUES('NHL','crew2','{"user":"crew2","name":"crew2","roles":["crew"],"active":true}');
INSERT INTO "member" VALUES('NHL','crew3','{"user":"crew3","name":"crew3","roles":["crew"],"active":true}');
INSERT INTO "member" VALUES('NHL','dispatcher1','{"user":"dispatcher1","name":"dispatcher1","roles":["dispatcher"],"active":true}');
INSERT INTO "member" VALUES('NHL','dispatcher2','{"user":"dispatcher2","name":"dispatcher2","roles":["dispatcher"],"active":true}');
INSERT INTO "member" VALUES('NHL','dispatcher3','{"user":"dispatcher3","name":"dispatcher3","roles":["dispatcher"],"active":true}');
INSERT INTO "member" VALUES('NHL','finance1','{"user":"finance1","name":"finance1","roles":["finance"],"active":true}');
INSERT INTO "member" VALUES('NHL','finance2','{"user":"finance2","name":"finance2","roles":["finance"],"active":true}');
INSERT INTO "member" VALUES('NHL','finance3','{"user":"finance3","name":"finance3","roles":["finance"],"active":true}');
INSERT INTO "member" VALUES('NHL','grid1','{"user":"grid1","name":"grid1","roles":["grid"],"active":true}');
INSERT INTO "member" VALUES('NHL','grid2','{"user":"grid2","name":"grid2","roles":["grid"],"active":true}');
INSERT INTO "member" VALUES('NHL','grid3','{"user":"grid3","name":"grid3","roles":["grid"],"active":true}');
INSERT INTO "member" VALUES('NHL','head1','{"user":"head1","name":"head1","roles":["head"],"active":true}');
INSERT INTO "member" VALUES('NHL','head2','{"user":"head2","name":"head2","roles":["head"],"active":true}');
INSERT INTO "member" VALUES('NHL','head3','{"user":"head3","name":"head3","roles":["head"],"active":true}');
INSERT INTO "member" VALUES('NHL','inspector1','{"user":"inspector1","name":"inspector1","roles":["inspector"],"active":true}');
INSERT INTO "member" VALUES('NHL','inspector2','{"user":"inspector2","name":"inspector2","roles":["inspector"],"active":true}');
INSERT INTO "member" VALUES('NHL','inspector3','{"user":"inspector3","name":"inspector3","roles":["inspector"],"active":true}');
INSERT INTO "member" VALUES('NHL','leader1','{"user":"leader1","name":"leader1","roles":["leader"],"active":true}');
INSERT INTO "member" VALUES('NHL','leader2','{"user":"leader2","name":"leader2","roles":["leader"],"active":true}');
INSERT INTO "member" VALUES('NHL','leader3','{"user":"leader3","name":"leader3","roles":["leader"],"active":true}');
INSERT INTO "member" VALUES('NHL','officer1','{"user":"officer1","name":"officer1","roles":["officer"],"active":true}');
INSERT INTO "member" VALUES('NHL','officer2','{"user":"officer2","name":"officer2","roles":["officer"],"active":true}');
INSERT INTO "member" VALUES('NHL','officer3','{"user":"officer3","name":"officer3","roles":["officer"],"active":true}');
INSERT INTO "member" VALUES('NHL','resident1','{"user":"resident1","name":"resident1","roles":["resident"],"active":true}');
INSERT INTO "member" VALUES('NHL','resident2','{"user":"resident2","name":"resident2","roles":["resident"],"active":true}');
INSERT INTO "member" VALUES('NHL','resident3','{"user":"resident3","name":"resident3","roles":["resident"],"active":true}');
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
INSERT INTO "migration" VALUES(1,'journal and projections');
CREATE TABLE policy (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL,
    effective INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, seq)
) STRICT;
INSERT INTO "policy" VALUES('NHL',38,20454,'{"sources":[{"code":"minsheng","name":{"zh":"为民办实事经费","en":"Livelihood"},"tenures":["unowned","transferred","managed"],"channel":"direct","yearEnd":{"rule":"carry"}},{"code":"sangong","name":{"zh":"三供一业经费","en":"Utilities"},"tenures":["transferred"],"channel":"authorized","yearEnd":{"rule":"recall","afterYears":2}}],"tiers":[{"upTo":"10000.00","role":"head"},{"upTo":"50000.00","role":"leader"},{"role":"committee"}],"emergency":{"ceiling":"20000.00","paperworkDays":3},"retentionCap":"3","categories":[{"code":"drain","name":{"zh":"下水道","en":"Drain"},"arrive":{"ordinary":"8 workingHours","urgent":"4 hours","critical":"2 hours"},"finish":{"ordinary":"5 workingDays","urgent":"48 hours","critical":"24 hours"}},{"code":"wall","name":{"zh":"危墙","en":"Wall"},"arrive":{"ordinary":"1 workingDays","urgent":"4 hours","critical":"1 hours"},"finish":{"ordinary":"15 workingDays","urgent":"5 workingDays","critical":"72 hours"}}],"hazards":[{"code":"collapse","name":{"zh":"坍塌","en":"Collapse"}}],"rates":[{"kind":"labour","item":"普工","unit":"工日","price":"260.00"}],"utilisationTarget":"95","calendar":{"holidays":["2026-01-01","2026-01-02","2026-05-01","2026-05-04","2026-05-05"],"makeUpDays":["2026-05-09"],"hours":["09:00-12:00","14:00-18:00"]},"splitAlarm":{"days":30},"privacy":{"eraseAfterDays":180}}');
CREATE TABLE record (
    org TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (org, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "record" VALUES('NHL',1,'{"seq":1,"org":"NHL","id":"v1","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"org.open","id":"v1","org":"NHL","with":{"code":"NHL","name":"南湖里","sandbox":true,"year":2026}},"events":[{"streetOpened":{"form":{"code":"NHL","name":"南湖里","year":2026,"sandbox":true}}}],"vouchers":[]}','0000000000000000000000000000000000000000000000000000000000000000','778c72f5f9d49fa1f6088e9a3c9cff3c817ff92d712992fb4b9935f9b6ffd946');
INSERT INTO "record" VALUES('NHL',2,'{"seq":2,"org":"NHL","id":"v2","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v2","org":"NHL","with":{"name":"admin1","roles":["admin"],"user":"admin1"}},"events":[{"userAdded":{"user":{"user":"admin1","name":"admin1","roles":["admin"],"active":true}}}],"vouchers":[]}','778c72f5f9d49fa1f6088e9a3c9cff3c817ff92d712992fb4b9935f9b6ffd946','e34432569b8d7d40ffd11782b499e12869e5d7b02cf78d2fef6e48cf514e8c23');
INSERT INTO "record" VALUES('NHL',3,'{"seq":3,"org":"NHL","id":"v3","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v3","org":"NHL","with":{"name":"admin2","roles":["admin"],"user":"admin2"}},"events":[{"userAdded":{"user":{"user":"admin2","name":"admin2","roles":["admin"],"active":true}}}],"vouchers":[]}','e34432569b8d7d40ffd11782b499e12869e5d7b02cf78d2fef6e48cf514e8c23','08c681422500d7d32c9502a9755e5edc6243d21c97a5c118a9ea583f36c01a1c');
INSERT INTO "record" VALUES('NHL',4,'{"seq":4,"org":"NHL","id":"v4","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v4","org":"NHL","with":{"name":"admin3","roles":["admin"],"user":"admin3"}},"events":[{"userAdded":{"user":{"user":"admin3","name":"admin3","roles":["admin"],"active":true}}}],"vouchers":[]}','08c681422500d7d32c9502a9755e5edc6243d21c97a5c118a9ea583f36c01a1c','3c71ea1ccd7118f1eec0901383bef82782c3ed53f7449219555363a872f4f3f1');
INSERT INTO "record" VALUES('NHL',5,'{"seq":5,"org":"NHL","id":"v5","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v5","org":"NHL","with":{"name":"resident1","roles":["resident"],"user":"resident1"}},"events":[{"userAdded":{"user":{"user":"resident1","name":"resident1","roles":["resident"],"active":true}}}],"vouchers":[]}','3c71ea1ccd7118f1eec0901383bef82782c3ed53f7449219555363a872f4f3f1','0cbb043689eb7238fa9cf3a2007073a9a5a85167a18a66271d201d9cbb90f6b0');
INSERT INTO "record" VALUES('NHL',6,'{"seq":6,"org":"NHL","id":"v6","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v6","org":"NHL","with":{"name":"resident2","roles":["resident"],"user":"resident2"}},"events":[{"userAdded":{"user":{"user":"resident2","name":"resident2","roles":["resident"],"active":true}}}],"vouchers":[]}','0cbb043689eb7238fa9cf3a2007073a9a5a85167a18a66271d201d9cbb90f6b0','58fd3bafedf1b4e2c2cfdd167276549097b60f32afc2b4bce968265a276faa77');
INSERT INTO "record" VALUES('NHL',7,'{"seq":7,"org":"NHL","id":"v7","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v7","org":"NHL","with":{"name":"resident3","roles":["resident"],"user":"resident3"}},"events":[{"userAdded":{"user":{"user":"resident3","name":"resident3","roles":["resident"],"active":true}}}],"vouchers":[]}','58fd3bafedf1b4e2c2cfdd167276549097b60f32afc2b4bce968265a276faa77','9b6416ea4a274198d5d107813edbdeb2cb49735d19e590f502feab3a108e7c3d');
INSERT INTO "record" VALUES('NHL',8,'{"seq":8,"org":"NHL","id":"v8","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v8","org":"NHL","with":{"name":"grid1","roles":["grid"],"user":"grid1"}},"events":[{"userAdded":{"user":{"user":"grid1","name":"grid1","roles":["grid"],"active":true}}}],"vouchers":[]}','9b6416ea4a274198d5d107813edbdeb2cb49735d19e590f502feab3a108e7c3d','a83118cecff0f9c7ce8142a3228268ca87e0befa79924ff93c3210e5cc1f6590');
INSERT INTO "record" VALUES('NHL',9,'{"seq":9,"org":"NHL","id":"v9","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v9","org":"NHL","with":{"name":"grid2","roles":["grid"],"user":"grid2"}},"events":[{"userAdded":{"user":{"user":"grid2","name":"grid2","roles":["grid"],"active":true}}}],"vouchers":[]}','a83118cecff0f9c7ce8142a3228268ca87e0befa79924ff93c3210e5cc1f6590','21b563cc8df036ef86f6f1756b066906f8b8f965ccd5f40d47989e2114448e76');
INSERT INTO "record" VALUES('NHL',10,'{"seq":10,"org":"NHL","id":"v10","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v10","org":"NHL","with":{"name":"grid3","roles":["grid"],"user":"grid3"}},"events":[{"userAdded":{"user":{"user":"grid3","name":"grid3","roles":["grid"],"active":true}}}],"vouchers":[]}','21b563cc8df036ef86f6f1756b066906f8b8f965ccd5f40d47989e2114448e76','22468da78c96e901282a0cf10a32922450b9f39445ac88b57e76010efa18da4d');
INSERT INTO "record" VALUES('NHL',11,'{"seq":11,"org":"NHL","id":"v11","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v11","org":"NHL","with":{"name":"dispatcher1","roles":["dispatcher"],"user":"dispatcher1"}},"events":[{"userAdded":{"user":{"user":"dispatcher1","name":"dispatcher1","roles":["dispatcher"],"active":true}}}],"vouchers":[]}','22468da78c96e901282a0cf10a32922450b9f39445ac88b57e76010efa18da4d','980bfbdc0a2e0f7bd387376e3eb248ee988b463717071edc5e8f9f1084e0b8dd');
INSERT INTO "record" VALUES('NHL',12,'{"seq":12,"org":"NHL","id":"v12","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v12","org":"NHL","with":{"name":"dispatcher2","roles":["dispatcher"],"user":"dispatcher2"}},"events":[{"userAdded":{"user":{"user":"dispatcher2","name":"dispatcher2","roles":["dispatcher"],"active":true}}}],"vouchers":[]}','980bfbdc0a2e0f7bd387376e3eb248ee988b463717071edc5e8f9f1084e0b8dd','d97b551634a0b6b7534bc5f6d3191c5ff5aa00e9d3c0f90cc5c886108ca1ca50');
INSERT INTO "record" VALUES('NHL',13,'{"seq":13,"org":"NHL","id":"v13","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v13","org":"NHL","with":{"name":"dispatcher3","roles":["dispatcher"],"user":"dispatcher3"}},"events":[{"userAdded":{"user":{"user":"dispatcher3","name":"dispatcher3","roles":["dispatcher"],"active":true}}}],"vouchers":[]}','d97b551634a0b6b7534bc5f6d3191c5ff5aa00e9d3c0f90cc5c886108ca1ca50','f1efb7c6b64ad35bbc10d32ece831907ce8542d1effaf96968f88b491e6a0603');
INSERT INTO "record" VALUES('NHL',14,'{"seq":14,"org":"NHL","id":"v14","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v14","org":"NHL","with":{"name":"officer1","roles":["officer"],"user":"officer1"}},"events":[{"userAdded":{"user":{"user":"officer1","name":"officer1","roles":["officer"],"active":true}}}],"vouchers":[]}','f1efb7c6b64ad35bbc10d32ece831907ce8542d1effaf96968f88b491e6a0603','65adc3716eb1bee6e4c33b7df17ef0fcb9d6d31e78e985cdf7cc2e27de501a93');
INSERT INTO "record" VALUES('NHL',15,'{"seq":15,"org":"NHL","id":"v15","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v15","org":"NHL","with":{"name":"officer2","roles":["officer"],"user":"officer2"}},"events":[{"userAdded":{"user":{"user":"officer2","name":"officer2","roles":["officer"],"active":true}}}],"vouchers":[]}','65adc3716eb1bee6e4c33b7df17ef0fcb9d6d31e78e985cdf7cc2e27de501a93','707845fe81cf0414dad819c000444910a0caeebcf7727b84f5cadccd8dd46b7f');
INSERT INTO "record" VALUES('NHL',16,'{"seq":16,"org":"NHL","id":"v16","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v16","org":"NHL","with":{"name":"officer3","roles":["officer"],"user":"officer3"}},"events":[{"userAdded":{"user":{"user":"officer3","name":"officer3","roles":["officer"],"active":true}}}],"vouchers":[]}','707845fe81cf0414dad819c000444910a0caeebcf7727b84f5cadccd8dd46b7f','b3a1de4ec078ca64f52279d0ba63a6b870d267d8d23820068b5f1f5c7c615653');
INSERT INTO "record" VALUES('NHL',17,'{"seq":17,"org":"NHL","id":"v17","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v17","org":"NHL","with":{"name":"head1","roles":["head"],"user":"head1"}},"events":[{"userAdded":{"user":{"user":"head1","name":"head1","roles":["head"],"active":true}}}],"vouchers":[]}','b3a1de4ec078ca64f52279d0ba63a6b870d267d8d23820068b5f1f5c7c615653','dd57b1bad498abfb13b47a5b891bb791042871bfbce189665207be2e5469e1c6');
INSERT INTO "record" VALUES('NHL',18,'{"seq":18,"org":"NHL","id":"v18","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v18","org":"NHL","with":{"name":"head2","roles":["head"],"user":"head2"}},"events":[{"userAdded":{"user":{"user":"head2","name":"head2","roles":["head"],"active":true}}}],"vouchers":[]}','dd57b1bad498abfb13b47a5b891bb791042871bfbce189665207be2e5469e1c6','248f26984631750d05d47f429baf1fdc8c31abf66ec5ccaa9ce72ade55b17ade');
INSERT INTO "record" VALUES('NHL',19,'{"seq":19,"org":"NHL","id":"v19","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v19","org":"NHL","with":{"name":"head3","roles":["head"],"user":"head3"}},"events":[{"userAdded":{"user":{"user":"head3","name":"head3","roles":["head"],"active":true}}}],"vouchers":[]}','248f26984631750d05d47f429baf1fdc8c31abf66ec5ccaa9ce72ade55b17ade','b7feb6a79b2265083bd44824637c49e0013c1b0098673e504f57f6e4171b374d');
INSERT INTO "record" VALUES('NHL',20,'{"seq":20,"org":"NHL","id":"v20","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v20","org":"NHL","with":{"name":"leader1","roles":["leader"],"user":"leader1"}},"events":[{"userAdded":{"user":{"user":"leader1","name":"leader1","roles":["leader"],"active":true}}}],"vouchers":[]}','b7feb6a79b2265083bd44824637c49e0013c1b0098673e504f57f6e4171b374d','f420618fdf5010cd84acc36ea295396dfabc10376c76c930e6deb8c6d3d7c113');
INSERT INTO "record" VALUES('NHL',21,'{"seq":21,"org":"NHL","id":"v21","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v21","org":"NHL","with":{"name":"leader2","roles":["leader"],"user":"leader2"}},"events":[{"userAdded":{"user":{"user":"leader2","name":"leader2","roles":["leader"],"active":true}}}],"vouchers":[]}','f420618fdf5010cd84acc36ea295396dfabc10376c76c930e6deb8c6d3d7c113','d4783e5aea183cc240ba3d75a2a8297f31a767da42d9a75b54e7f0f2075ad5d5');
INSERT INTO "record" VALUES('NHL',22,'{"seq":22,"org":"NHL","id":"v22","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v22","org":"NHL","with":{"name":"leader3","roles":["leader"],"user":"leader3"}},"events":[{"userAdded":{"user":{"user":"leader3","name":"leader3","roles":["leader"],"active":true}}}],"vouchers":[]}','d4783e5aea183cc240ba3d75a2a8297f31a767da42d9a75b54e7f0f2075ad5d5','0a0d0921293b7cd4890b81fa8ff47ef5e306e47392a470b641633a68e5bc59fc');
INSERT INTO "record" VALUES('NHL',23,'{"seq":23,"org":"NHL","id":"v23","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v23","org":"NHL","with":{"name":"committee1","roles":["committee"],"user":"committee1"}},"events":[{"userAdded":{"user":{"user":"committee1","name":"committee1","roles":["committee"],"active":true}}}],"vouchers":[]}','0a0d0921293b7cd4890b81fa8ff47ef5e306e47392a470b641633a68e5bc59fc','94c7a0bce5d29b92e00a45d32ebabc7a0822f56537f475c3976e228f4d0477c6');
INSERT INTO "record" VALUES('NHL',24,'{"seq":24,"org":"NHL","id":"v24","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v24","org":"NHL","with":{"name":"committee2","roles":["committee"],"user":"committee2"}},"events":[{"userAdded":{"user":{"user":"committee2","name":"committee2","roles":["committee"],"active":true}}}],"vouchers":[]}','94c7a0bce5d29b92e00a45d32ebabc7a0822f56537f475c3976e228f4d0477c6','5700aef288cb54eab261e72c67e765aeafcc22c4b0e8d0961ef74aad40e9f99c');
INSERT INTO "record" VALUES('NHL',25,'{"seq":25,"org":"NHL","id":"v25","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v25","org":"NHL","with":{"name":"committee3","roles":["committee"],"user":"committee3"}},"events":[{"userAdded":{"user":{"user":"committee3","name":"committee3","roles":["committee"],"active":true}}}],"vouchers":[]}','5700aef288cb54eab261e72c67e765aeafcc22c4b0e8d0961ef74aad40e9f99c','d0cb977ffb3f1df63124cd0a5b1c698d3e2db7e1f3d7b0450d3749acf7d25304');
INSERT INTO "record" VALUES('NHL',26,'{"seq":26,"org":"NHL","id":"v26","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v26","org":"NHL","with":{"name":"crew1","roles":["crew"],"user":"crew1"}},"events":[{"userAdded":{"user":{"user":"crew1","name":"crew1","roles":["crew"],"active":true}}}],"vouchers":[]}','d0cb977ffb3f1df63124cd0a5b1c698d3e2db7e1f3d7b0450d3749acf7d25304','fd3840efe46a5471fba28ab9997028df2deb1a656d052b9b82ececf09df1b617');
INSERT INTO "record" VALUES('NHL',27,'{"seq":27,"org":"NHL","id":"v27","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v27","org":"NHL","with":{"name":"crew2","roles":["crew"],"user":"crew2"}},"events":[{"userAdded":{"user":{"user":"crew2","name":"crew2","roles":["crew"],"active":true}}}],"vouchers":[]}','fd3840efe46a5471fba28ab9997028df2deb1a656d052b9b82ececf09df1b617','371aa64bcda75f4d2987821cda9d5d71f2dbd1160666930725b3bf05b93e9290');
INSERT INTO "record" VALUES('NHL',28,'{"seq":28,"org":"NHL","id":"v28","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v28","org":"NHL","with":{"name":"crew3","roles":["crew"],"user":"crew3"}},"events":[{"userAdded":{"user":{"user":"crew3","name":"crew3","roles":["crew"],"active":true}}}],"vouchers":[]}','371aa64bcda75f4d2987821cda9d5d71f2dbd1160666930725b3bf05b93e9290','e830cf0d9132db570a7d8d60d9c9cd7007a136628fa1e5d66edfafc76f8b65a4');
INSERT INTO "record" VALUES('NHL',29,'{"seq":29,"org":"NHL","id":"v29","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v29","org":"NHL","with":{"name":"inspector1","roles":["inspector"],"user":"inspector1"}},"events":[{"userAdded":{"user":{"user":"inspector1","name":"inspector1","roles":["inspector"],"active":true}}}],"vouchers":[]}','e830cf0d9132db570a7d8d60d9c9cd7007a136628fa1e5d66edfafc76f8b65a4','f4108370b03d3963692c9929b07f8402f44695f0a3802f2e452058ed65a46234');
INSERT INTO "record" VALUES('NHL',30,'{"seq":30,"org":"NHL","id":"v30","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v30","org":"NHL","with":{"name":"inspector2","roles":["inspector"],"user":"inspector2"}},"events":[{"userAdded":{"user":{"user":"inspector2","name":"inspector2","roles":["inspector"],"active":true}}}],"vouchers":[]}','f4108370b03d3963692c9929b07f8402f44695f0a3802f2e452058ed65a46234','f02c33e1a60df2940545ec74d7d0390b8ea817463fd66cabc8de28b75cc50133');
INSERT INTO "record" VALUES('NHL',31,'{"seq":31,"org":"NHL","id":"v31","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v31","org":"NHL","with":{"name":"inspector3","roles":["inspector"],"user":"inspector3"}},"events":[{"userAdded":{"user":{"user":"inspector3","name":"inspector3","roles":["inspector"],"active":true}}}],"vouchers":[]}','f02c33e1a60df2940545ec74d7d0390b8ea817463fd66cabc8de28b75cc50133','0a13538afae761369f1e6c98f87cec168cf81289769ee0de367cd34072ad0c25');
INSERT INTO "record" VALUES('NHL',32,'{"seq":32,"org":"NHL","id":"v32","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v32","org":"NHL","with":{"name":"finance1","roles":["finance"],"user":"finance1"}},"events":[{"userAdded":{"user":{"user":"finance1","name":"finance1","roles":["finance"],"active":true}}}],"vouchers":[]}','0a13538afae761369f1e6c98f87cec168cf81289769ee0de367cd34072ad0c25','f73604c83cd3e72071cc3a270aeac2b145f266c2a95e9bc1f734543e7341696f');
INSERT INTO "record" VALUES('NHL',33,'{"seq":33,"org":"NHL","id":"v33","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v33","org":"NHL","with":{"name":"finance2","roles":["finance"],"user":"finance2"}},"events":[{"userAdded":{"user":{"user":"finance2","name":"finance2","roles":["finance"],"active":true}}}],"vouchers":[]}','f73604c83cd3e72071cc3a270aeac2b145f266c2a95e9bc1f734543e7341696f','220364c8db03e154dafbce80c4a942d4a8ecb164f561c6595c6ee3827fa682fd');
INSERT INTO "record" VALUES('NHL',34,'{"seq":34,"org":"NHL","id":"v34","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v34","org":"NHL","with":{"name":"finance3","roles":["finance"],"user":"finance3"}},"events":[{"userAdded":{"user":{"user":"finance3","name":"finance3","roles":["finance"],"active":true}}}],"vouchers":[]}','220364c8db03e154dafbce80c4a942d4a8ecb164f561c6595c6ee3827fa682fd','14a38df343e665e2a1c081371af9ed5ace3131babac61cced72cf03b9ea1c8f8');
INSERT INTO "record" VALUES('NHL',35,'{"seq":35,"org":"NHL","id":"v35","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v35","org":"NHL","with":{"name":"cashier1","roles":["cashier"],"user":"cashier1"}},"events":[{"userAdded":{"user":{"user":"cashier1","name":"cashier1","roles":["cashier"],"active":true}}}],"vouchers":[]}','14a38df343e665e2a1c081371af9ed5ace3131babac61cced72cf03b9ea1c8f8','ccb96900ccc1f5d67bbdc85895a936eb286f3c48b5b907373bdcef58d44de3f8');
INSERT INTO "record" VALUES('NHL',36,'{"seq":36,"org":"NHL","id":"v36","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v36","org":"NHL","with":{"name":"cashier2","roles":["cashier"],"user":"cashier2"}},"events":[{"userAdded":{"user":{"user":"cashier2","name":"cashier2","roles":["cashier"],"active":true}}}],"vouchers":[]}','ccb96900ccc1f5d67bbdc85895a936eb286f3c48b5b907373bdcef58d44de3f8','e04d5505d866caac8dd174d6578118038a9ad9866387641bb6cfe5ed4b444349');
INSERT INTO "record" VALUES('NHL',37,'{"seq":37,"org":"NHL","id":"v37","by":"admin1","role":"admin","at":"2026-01-02T09:00:00+08:00","recorded":"2026-01-02T09:00:00+08:00","rules":1,"command":{"at":"2026-01-02T09:00:00+08:00","by":"admin1","do":"user.add","id":"v37","org":"NHL","with":{"name":"cashier3","roles":["cashier"],"user":"cashier3"}},"events":[{"userAdded":{"user":{"user":"cashier3","name":"cashier3","roles":["cashier"],"active":true}}}],"vouchers":[]}','e04d5505d866caac8dd174d6578118038a9ad9866387641bb6cfe5ed4b444349','498fdc6e654a33dfc87587c585d112a2f17de9aeb03328f5dfb8fdbdd1a60632');
INSERT INTO "record" VALUES('NHL',38,'{"seq":38,"org":"NHL","id":"v38","by":"admin1","role":"admin","at":"2026-01-02T09:10:00+08:00","recorded":"2026-01-02T09:10:00+08:00","rules":1,"command":{"at":"2026-01-02T09:10:00+08:00","by":"admin1","do":"policy.adopt","id":"v38","org":"NHL","with":{"effective":"2026-01-01","policy":{"calendar":{"holidays":["2026-01-01","2026-01-02","2026-05-01","2026-05-04","2026-05-05"],"hours":["09:00-12:00","14:00-18:00"],"makeUpDays":["2026-05-09"]},"categories":[{"arrive":{"critical":"2 hours","ordinary":"8 workingHours","urgent":"4 hours"},"code":"drain","finish":{"critical":"24 hours","ordinary":"5 workingDays","urgent":"48 hours"},"name":{"en":"Drain","zh":"下水道"}},{"arrive":{"critical":"1 hours","ordinary":"1 workingDays","urgent":"4 hours"},"code":"wall","finish":{"critical":"72 hours","ordinary":"15 workingDays","urgent":"5 workingDays"},"name":{"en":"Wall","zh":"危墙"}}],"emergency":{"ceiling":"20000.00","paperworkDays":3},"hazards":[{"code":"collapse","name":{"en":"Collapse","zh":"坍塌"}}],"privacy":{"eraseAfterDays":180},"rates":[{"item":"普工","kind":"labour","price":"260.00","unit":"工日"}],"retentionCap":"3","sources":[{"channel":"direct","code":"minsheng","name":{"en":"Livelihood","zh":"为民办实事经费"},"tenures":["unowned","transferred","managed"],"yearEnd":{"rule":"carry"}},{"channel":"authorized","code":"sangong","name":{"en":"Utilities","zh":"三供一业经费"},"tenures":["transferred"],"yearEnd":{"afterYears":2,"rule":"recall"}}],"splitAlarm":{"days":30},"tiers":[{"role":"head","upTo":"10000.00"},{"role":"leader","upTo":"50000.00"},{"role":"committee"}],"utilisationTarget":"95"}}},"events":[{"policyAdopted":{"effective":"2026-01-01","policy":{"sources":[{"code":"minsheng","name":{"zh":"为民办实事经费","en":"Livelihood"},"tenures":["unowned","transferred","managed"],"channel":"direct","yearEnd":{"rule":"carry"}},{"code":"sangong","name":{"zh":"三供一业经费","en":"Utilities"},"tenures":["transferred"],"channel":"authorized","yearEnd":{"rule":"recall","afterYears":2}}],"tiers":[{"upTo":"10000.00","role":"head"},{"upTo":"50000.00","role":"leader"},{"role":"committee"}],"emergency":{"ceiling":"20000.00","paperworkDays":3},"retentionCap":"3","categories":[{"code":"drain","name":{"zh":"下水道","en":"Drain"},"arrive":{"ordinary":"8 workingHours","urgent":"4 hours","critical":"2 hours"},"finish":{"ordinary":"5 workingDays","urgent":"48 hours","critical":"24 hours"}},{"code":"wall","name":{"zh":"危墙","en":"Wall"},"arrive":{"ordinary":"1 workingDays","urgent":"4 hours","critical":"1 hours"},"finish":{"ordinary":"15 workingDays","urgent":"5 workingDays","critical":"72 hours"}}],"hazards":[{"code":"collapse","name":{"zh":"坍塌","en":"Collapse"}}],"rates":[{"kind":"labour","item":"普工","unit":"工日","price":"260.00"}],"utilisationTarget":"95","calendar":{"holidays":["2026-01-01","2026-01-02","2026-05-01","2026-05-04","2026-05-05"],"makeUpDays":["2026-05-09"],"hours":["09:00-12:00","14:00-18:00"]},"splitAlarm":{"days":30},"privacy":{"eraseAfterDays":180}}}}],"vouchers":[]}','498fdc6e654a33dfc87587c585d112a2f17de9aeb03328f5dfb8fdbdd1a60632','10e3e928e99195edfc78348d35c556a463092f5ee04d97b80d007b73ba9b48af');
INSERT INTO "record" VALUES('NHL',39,'{"seq":39,"org":"NHL","id":"v39","by":"officer1","role":"officer","at":"2026-01-02T09:20:00+08:00","recorded":"2026-01-02T09:20:00+08:00","rules":1,"command":{"at":"2026-01-02T09:20:00+08:00","by":"officer1","do":"contractor.add","id":"v39","org":"NHL","with":{"bank":"工商银行 6222 0001","code":"c1","creditCode":"91110105555555551A","name":"疏通一队"}},"events":[{"contractorAdded":{"contractor":{"code":"c1","name":"疏通一队","creditCode":"91110105555555551A","bank":"工商银行 6222 0001"}}}],"vouchers":[]}','10e3e928e99195edfc78348d35c556a463092f5ee04d97b80d007b73ba9b48af','05143754578fae933d144f214046da72f431ac3eb35c96dd4a5a2fa8f7662072');
INSERT INTO "record" VALUES('NHL',40,'{"seq":40,"org":"NHL","id":"v40","by":"officer1","role":"officer","at":"2026-01-02T09:21:00+08:00","recorded":"2026-01-02T09:21:00+08:00","rules":1,"command":{"at":"2026-01-02T09:21:00+08:00","by":"officer1","do":"contractor.add","id":"v40","org":"NHL","with":{"code":"c2","creditCode":"91110105555555552D","name":"修缮二队"}},"events":[{"contractorAdded":{"contractor":{"code":"c2","name":"修缮二队","creditCode":"91110105555555552D"}}}],"vouchers":[]}','05143754578fae933d144f214046da72f431ac3eb35c96dd4a5a2fa8f7662072','6875637ec086e1cf2023b7a8c8ba149ba2a88977e668a1d71b55ebd062afc091');
INSERT INTO "record" VALUES('NHL',41,'{"seq":41,"org":"NHL","id":"v41","by":"finance1","role":"finance","at":"2026-01-02T09:30:00+08:00","recorded":"2026-01-02T09:30:00+08:00","rules":1,"command":{"at":"2026-01-02T09:30:00+08:00","by":"finance1","do":"fund.appropriate","id":"v41","org":"NHL","with":{"amount":"600000.00","appropriation":"M26","documentNo":"财预〔2026〕1号","kind":"original","source":"minsheng"}},"events":[{"appropriated":{"kind":"original","appropriation":{"code":"M26","source":"minsheng","originYear":2026,"channel":"direct","documentNo":"财预〔2026〕1号","position":1},"amount":"600000.00","documentNo":"财预〔2026〕1号"}}],"vouchers":[{"number":"2026-000001","day":"2026-01-02","lines":[{"account":"I1001","side":"debit","amount":"600000.00","appropriation":"M26"},{"account":"I2101","side":"credit","amount":"600000.00","appropriation":"M26"}]}]}','6875637ec086e1cf2023b7a8c8ba149ba2a88977e668a1d71b55ebd062afc091','cc75998e50608900bc0d50ea5f57a2e7dfa4860da8a3eaebc234e23ce0e8bff9');
INSERT INTO "record" VALUES('NHL',42,'{"seq":42,"org":"NHL","id":"v42","by":"grid1","role":"grid","at":"2026-03-02T09:00:00+08:00","recorded":"2026-03-02T09:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T09:00:00+08:00","by":"grid1","do":"job.call","id":"v42","org":"NHL","with":{"category":"drain","channel":"电话","description":"下水道堵塞","site":{"address":"幸福里 1 号楼"}}},"events":[{"job":{"job":"2026-0001","event":{"called":{"form":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"}}}}}],"vouchers":[]}','cc75998e50608900bc0d50ea5f57a2e7dfa4860da8a3eaebc234e23ce0e8bff9','225409f7ecc26ef505df51bcb55a2a3c0f4eae5a8b5dd017f20b4cb32a2848c8');
INSERT INTO "record" VALUES('NHL',43,'{"seq":43,"org":"NHL","id":"v43","by":"grid1","role":"grid","at":"2026-03-02T09:10:00+08:00","recorded":"2026-03-02T09:10:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T09:10:00+08:00","by":"grid1","do":"job.accept","id":"v43","org":"NHL","with":{"job":"2026-0001","tenure":"unowned","urgency":"ordinary"}},"events":[{"job":{"job":"2026-0001","event":{"accepted":{"form":{"tenure":"unowned","urgency":"ordinary"},"category":"drain","due":{"arrive":"2026-03-03T10:00:00+08:00","finish":"2026-03-09T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"}}}}}],"vouchers":[]}','225409f7ecc26ef505df51bcb55a2a3c0f4eae5a8b5dd017f20b4cb32a2848c8','d98407509bccae007591e4c018b2d789cf5eb42bc6abab77d8e8d4c844e843c1');
INSERT INTO "record" VALUES('NHL',44,'{"seq":44,"org":"NHL","id":"v44","by":"officer1","role":"officer","at":"2026-03-02T09:20:00+08:00","recorded":"2026-03-02T09:20:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T09:20:00+08:00","by":"officer1","do":"job.survey","id":"v44","org":"NHL","with":{"cause":"年久失修","job":"2026-0001","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"1000.00"}],"plan":"清掏","visitors":["老王","老李"]}},"events":[{"job":{"job":"2026-0001","event":{"surveyed":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","surveyors":["officer1"]}}}}],"vouchers":[]}','d98407509bccae007591e4c018b2d789cf5eb42bc6abab77d8e8d4c844e843c1','ed817fba192dde72672974885ff7e0c23d54347d241a96dad9c03fec6a2e3f52');
INSERT INTO "record" VALUES('NHL',45,'{"seq":45,"org":"NHL","id":"v45","by":"head1","role":"head","at":"2026-03-02T09:30:00+08:00","recorded":"2026-03-02T09:30:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T09:30:00+08:00","by":"head1","do":"job.sign","id":"v45","org":"NHL","with":{"job":"2026-0001"}},"events":[{"job":{"job":"2026-0001","event":{"signed":{"total":"1000.00","released":[],"held":[{"appropriation":"M26","amount":"1000.00"}]}}}}],"vouchers":[{"number":"2026-000002","day":"2026-03-02","lines":[{"account":"I2101","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0001"},{"account":"I2301","side":"credit","amount":"1000.00","appropriation":"M26","job":"2026-0001"}]}]}','ed817fba192dde72672974885ff7e0c23d54347d241a96dad9c03fec6a2e3f52','518f1f57e7856a207d6bd7ef4f907eb421913edc7dac4a4b679e5bf73d11e1f8');
INSERT INTO "record" VALUES('NHL',46,'{"seq":46,"org":"NHL","id":"v46","by":"dispatcher1","role":"dispatcher","at":"2026-03-02T09:40:00+08:00","recorded":"2026-03-02T09:40:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T09:40:00+08:00","by":"dispatcher1","do":"job.dispatch","id":"v46","org":"NHL","with":{"contractor":"c1","job":"2026-0001"}},"events":[{"job":{"job":"2026-0001","event":{"dispatched":{"form":{"contractor":"c1"}}}}}],"vouchers":[]}','518f1f57e7856a207d6bd7ef4f907eb421913edc7dac4a4b679e5bf73d11e1f8','05348814a0be654b384faa14d87ac496f08ef8c3858a0cb26cc4078d17b4bbd0');
INSERT INTO "record" VALUES('NHL',47,'{"seq":47,"org":"NHL","id":"v47","by":"crew1","role":"crew","at":"2026-03-02T10:00:00+08:00","recorded":"2026-03-02T10:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T10:00:00+08:00","by":"crew1","do":"job.start","id":"v47","org":"NHL","with":{"job":"2026-0001"}},"events":[{"job":{"job":"2026-0001","event":{"started":{"form":{}}}}}],"vouchers":[]}','05348814a0be654b384faa14d87ac496f08ef8c3858a0cb26cc4078d17b4bbd0','c527182a03b3354701cc7a699734b900e5d5527ee9725ac13a6f444c1814cec5');
INSERT INTO "record" VALUES('NHL',48,'{"seq":48,"org":"NHL","id":"v48","by":"crew1","role":"crew","at":"2026-03-02T11:00:00+08:00","recorded":"2026-03-02T11:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T11:00:00+08:00","by":"crew1","do":"job.finish","id":"v48","org":"NHL","with":{"job":"2026-0001"}},"events":[{"job":{"job":"2026-0001","event":{"finished":{"form":{}}}}}],"vouchers":[]}','c527182a03b3354701cc7a699734b900e5d5527ee9725ac13a6f444c1814cec5','6d7b3eac591e84f86eb561184e803b468bee51248cf50effc08ce027135ed7b4');
INSERT INTO "record" VALUES('NHL',49,'{"seq":49,"org":"NHL","id":"v49","by":"inspector1","role":"inspector","at":"2026-03-02T12:00:00+08:00","recorded":"2026-03-02T12:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T12:00:00+08:00","by":"inspector1","do":"job.inspect","id":"v49","org":"NHL","with":{"job":"2026-0001","note":"合格","pass":true}},"events":[{"job":{"job":"2026-0001","event":{"inspected":{"form":{"pass":true,"note":"合格"}}}}}],"vouchers":[]}','6d7b3eac591e84f86eb561184e803b468bee51248cf50effc08ce027135ed7b4','854958b6e62c24cd3841c8a1894753881628c91b0fa9f501101107920b35b649');
INSERT INTO "record" VALUES('NHL',50,'{"seq":50,"org":"NHL","id":"v50","by":"officer1","role":"officer","at":"2026-03-02T13:00:00+08:00","recorded":"2026-03-02T13:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T13:00:00+08:00","by":"officer1","do":"job.claim","id":"v50","org":"NHL","with":{"invoice":{"amount":"1000.00","date":"2026-03-02","number":"F1"},"job":"2026-0001","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"600.00"},{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"400.00"}]}},"events":[{"job":{"job":"2026-0001","event":{"claimed":{"revision":1,"form":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"invoice":{"number":"F1","date":"2026-03-02","amount":"1000.00"}},"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00"}}}}],"vouchers":[]}','854958b6e62c24cd3841c8a1894753881628c91b0fa9f501101107920b35b649','509b0e0ab559b07ac428915ded0ed3215174ddac3032b38466275bd5127bbfa8');
INSERT INTO "record" VALUES('NHL',51,'{"seq":51,"org":"NHL","id":"v51","by":"finance1","role":"finance","at":"2026-03-02T14:00:00+08:00","recorded":"2026-03-02T14:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T14:00:00+08:00","by":"finance1","do":"job.review","id":"v51","org":"NHL","with":{"job":"2026-0001","lines":[{"approved":"600.00","line":1},{"approved":"300.00","line":2,"reason":"按实核减"}]}},"events":[{"job":{"job":"2026-0001","event":{"reviewed":{"form":{"lines":[{"line":1,"approved":"600.00"},{"line":2,"approved":"300.00","reason":"按实核减"}]},"tax":"0.00","approved":"900.00"}}}}],"vouchers":[]}','509b0e0ab559b07ac428915ded0ed3215174ddac3032b38466275bd5127bbfa8','30e51bd6dca35212805d4a1d38ab6c655bb37c9ec643659d4bb293a9affcd064');
INSERT INTO "record" VALUES('NHL',52,'{"seq":52,"org":"NHL","id":"v52","by":"head2","role":"head","at":"2026-03-02T15:00:00+08:00","recorded":"2026-03-02T15:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T15:00:00+08:00","by":"head2","do":"job.settle","id":"v52","org":"NHL","with":{"job":"2026-0001","retentionRate":"3","warrantyMonths":12}},"events":[{"job":{"job":"2026-0001","event":{"settled":{"approved":"900.00","retention":"27.00","rate":"3","retentionDue":"2027-03-02","shares":[{"appropriation":"M26","encumbered":"1000.00","approved":"900.00","retention":"27.00"}]}}}}],"vouchers":[{"number":"2026-000003","day":"2026-03-02","lines":[{"account":"I2301","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0001","contractor":"c1"},{"account":"I2401","side":"credit","amount":"873.00","appropriation":"M26","job":"2026-0001","contractor":"c1"},{"account":"I2402","side":"credit","amount":"27.00","appropriation":"M26","job":"2026-0001","contractor":"c1"},{"account":"I2101","side":"credit","amount":"100.00","appropriation":"M26","job":"2026-0001","contractor":"c1"}]}]}','30e51bd6dca35212805d4a1d38ab6c655bb37c9ec643659d4bb293a9affcd064','8201163cefff1c3b009ae48d56098f8988cf22bab71cb70562ae1badf062eaed');
INSERT INTO "record" VALUES('NHL',53,'{"seq":53,"org":"NHL","id":"v53","by":"cashier1","role":"cashier","at":"2026-03-02T16:00:00+08:00","recorded":"2026-03-02T16:00:00+08:00","rules":1,"job":"2026-0001","command":{"at":"2026-03-02T16:00:00+08:00","by":"cashier1","do":"job.pay","id":"v53","org":"NHL","with":{"amount":"500.00","day":"2026-03-02","job":"2026-0001","paymentNo":"P1"}},"events":[{"job":{"job":"2026-0001","event":{"paid":{"paymentNo":"P1","day":"2026-03-02","amount":"500.00","shares":[{"appropriation":"M26","amount":"500.00"}]}}}}],"vouchers":[{"number":"2026-000004","day":"2026-03-02","lines":[{"account":"I2401","side":"debit","amount":"500.00","appropriation":"M26","job":"2026-0001","contractor":"c1"},{"account":"I2501","side":"credit","amount":"500.00","appropriation":"M26","job":"2026-0001","contractor":"c1"}]}]}','8201163cefff1c3b009ae48d56098f8988cf22bab71cb70562ae1badf062eaed','95c8f81bdfefe21711d0aa79e8fadb95262be0ecaf5ed7dda5b691f372bae028');
INSERT INTO "record" VALUES('NHL',54,'{"seq":54,"org":"NHL","id":"v54","by":"grid1","role":"grid","at":"2026-03-03T09:00:00+08:00","recorded":"2026-03-03T09:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T09:00:00+08:00","by":"grid1","do":"job.call","id":"v54","org":"NHL","with":{"category":"drain","channel":"电话","description":"下水道堵塞","site":{"address":"幸福里 1 号楼"}}},"events":[{"job":{"job":"2026-0002","event":{"called":{"form":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"}}}}}],"vouchers":[]}','95c8f81bdfefe21711d0aa79e8fadb95262be0ecaf5ed7dda5b691f372bae028','57d66787c03a8e2500243bc1d3879ee6d43899f0d061317132c9825109569d55');
INSERT INTO "record" VALUES('NHL',55,'{"seq":55,"org":"NHL","id":"v55","by":"grid1","role":"grid","at":"2026-03-03T09:10:00+08:00","recorded":"2026-03-03T09:10:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T09:10:00+08:00","by":"grid1","do":"job.accept","id":"v55","org":"NHL","with":{"job":"2026-0002","tenure":"unowned","urgency":"ordinary"}},"events":[{"job":{"job":"2026-0002","event":{"accepted":{"form":{"tenure":"unowned","urgency":"ordinary"},"category":"drain","due":{"arrive":"2026-03-04T10:00:00+08:00","finish":"2026-03-10T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"}}}}}],"vouchers":[]}','57d66787c03a8e2500243bc1d3879ee6d43899f0d061317132c9825109569d55','d678840c329bb9a118528e959bd64ab8a63f1d0ce6aae7d98ab8b83d8f66020c');
INSERT INTO "record" VALUES('NHL',56,'{"seq":56,"org":"NHL","id":"v56","by":"officer1","role":"officer","at":"2026-03-03T09:20:00+08:00","recorded":"2026-03-03T09:20:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T09:20:00+08:00","by":"officer1","do":"job.survey","id":"v56","org":"NHL","with":{"cause":"年久失修","job":"2026-0002","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"1000.00"}],"plan":"清掏","visitors":["老王","老李"]}},"events":[{"job":{"job":"2026-0002","event":{"surveyed":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","surveyors":["officer1"]}}}}],"vouchers":[]}','d678840c329bb9a118528e959bd64ab8a63f1d0ce6aae7d98ab8b83d8f66020c','1690024ced7b16c1ce94d8a7f668b0ff2af3ae12ffc5061a7af5c045a5ff449f');
INSERT INTO "record" VALUES('NHL',57,'{"seq":57,"org":"NHL","id":"v57","by":"head1","role":"head","at":"2026-03-03T09:30:00+08:00","recorded":"2026-03-03T09:30:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T09:30:00+08:00","by":"head1","do":"job.sign","id":"v57","org":"NHL","with":{"job":"2026-0002"}},"events":[{"job":{"job":"2026-0002","event":{"signed":{"total":"1000.00","released":[],"held":[{"appropriation":"M26","amount":"1000.00"}]}}}}],"vouchers":[{"number":"2026-000005","day":"2026-03-03","lines":[{"account":"I2101","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0002"},{"account":"I2301","side":"credit","amount":"1000.00","appropriation":"M26","job":"2026-0002"}]}]}','1690024ced7b16c1ce94d8a7f668b0ff2af3ae12ffc5061a7af5c045a5ff449f','e8da39bdb7ed78974deafb14a96cd7accebf91ba6701640b894a1a9a2aa393d2');
INSERT INTO "record" VALUES('NHL',58,'{"seq":58,"org":"NHL","id":"v58","by":"dispatcher1","role":"dispatcher","at":"2026-03-03T09:40:00+08:00","recorded":"2026-03-03T09:40:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T09:40:00+08:00","by":"dispatcher1","do":"job.dispatch","id":"v58","org":"NHL","with":{"contractor":"c1","job":"2026-0002"}},"events":[{"job":{"job":"2026-0002","event":{"dispatched":{"form":{"contractor":"c1"}}}}}],"vouchers":[]}','e8da39bdb7ed78974deafb14a96cd7accebf91ba6701640b894a1a9a2aa393d2','a69799a7e31e490928c9e0654de662a12a198f63054a72d3bdbcdbae56c79da5');
INSERT INTO "record" VALUES('NHL',59,'{"seq":59,"org":"NHL","id":"v59","by":"crew1","role":"crew","at":"2026-03-03T10:00:00+08:00","recorded":"2026-03-03T10:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T10:00:00+08:00","by":"crew1","do":"job.start","id":"v59","org":"NHL","with":{"job":"2026-0002"}},"events":[{"job":{"job":"2026-0002","event":{"started":{"form":{}}}}}],"vouchers":[]}','a69799a7e31e490928c9e0654de662a12a198f63054a72d3bdbcdbae56c79da5','231a7bf83e9520d75328b2b719c6e909a0d3bed321a11eb92d9acb4a398b85f5');
INSERT INTO "record" VALUES('NHL',60,'{"seq":60,"org":"NHL","id":"v60","by":"crew1","role":"crew","at":"2026-03-03T11:00:00+08:00","recorded":"2026-03-03T11:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T11:00:00+08:00","by":"crew1","do":"job.finish","id":"v60","org":"NHL","with":{"job":"2026-0002"}},"events":[{"job":{"job":"2026-0002","event":{"finished":{"form":{}}}}}],"vouchers":[]}','231a7bf83e9520d75328b2b719c6e909a0d3bed321a11eb92d9acb4a398b85f5','169b7fa7f110723383bc7583867e16f1bd00ca6819aacaca96775cec4a22e006');
INSERT INTO "record" VALUES('NHL',61,'{"seq":61,"org":"NHL","id":"v61","by":"inspector1","role":"inspector","at":"2026-03-03T12:00:00+08:00","recorded":"2026-03-03T12:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T12:00:00+08:00","by":"inspector1","do":"job.inspect","id":"v61","org":"NHL","with":{"job":"2026-0002","note":"合格","pass":true}},"events":[{"job":{"job":"2026-0002","event":{"inspected":{"form":{"pass":true,"note":"合格"}}}}}],"vouchers":[]}','169b7fa7f110723383bc7583867e16f1bd00ca6819aacaca96775cec4a22e006','e188c32366470fb0dd249cc4b2ec8f1ce85739f65f2b5af5d87d20f55f5f1552');
INSERT INTO "record" VALUES('NHL',62,'{"seq":62,"org":"NHL","id":"v62","by":"officer1","role":"officer","at":"2026-03-03T13:00:00+08:00","recorded":"2026-03-03T13:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T13:00:00+08:00","by":"officer1","do":"job.claim","id":"v62","org":"NHL","with":{"invoice":{"amount":"1000.00","date":"2026-03-03","number":"F2"},"job":"2026-0002","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"600.00"},{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"400.00"}]}},"events":[{"job":{"job":"2026-0002","event":{"claimed":{"revision":1,"form":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"invoice":{"number":"F2","date":"2026-03-03","amount":"1000.00"}},"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00"}}}}],"vouchers":[]}','e188c32366470fb0dd249cc4b2ec8f1ce85739f65f2b5af5d87d20f55f5f1552','705a1fa25c7d6bb72623e01334530d6bd103b844e5b77aa1654e394b665a74cb');
INSERT INTO "record" VALUES('NHL',63,'{"seq":63,"org":"NHL","id":"v63","by":"finance1","role":"finance","at":"2026-03-03T14:00:00+08:00","recorded":"2026-03-03T14:00:00+08:00","rules":1,"job":"2026-0002","command":{"at":"2026-03-03T14:00:00+08:00","by":"finance1","do":"job.review","id":"v63","org":"NHL","with":{"job":"2026-0002","lines":[{"approved":"600.00","line":1},{"approved":"300.00","line":2,"reason":"按实核减"}]}},"events":[{"job":{"job":"2026-0002","event":{"reviewed":{"form":{"lines":[{"line":1,"approved":"600.00"},{"line":2,"approved":"300.00","reason":"按实核减"}]},"tax":"0.00","approved":"900.00"}}}}],"vouchers":[]}','705a1fa25c7d6bb72623e01334530d6bd103b844e5b77aa1654e394b665a74cb','e808916f1130db3680c546a4b942fc54b33db9a390946438f6211f5feb28e361');
INSERT INTO "record" VALUES('NHL',64,'{"seq":64,"org":"NHL","id":"v64","by":"grid1","role":"grid","at":"2026-03-04T09:00:00+08:00","recorded":"2026-03-04T09:00:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T09:00:00+08:00","by":"grid1","do":"job.call","id":"v64","org":"NHL","with":{"category":"drain","channel":"电话","description":"下水道堵塞","site":{"address":"幸福里 1 号楼"}}},"events":[{"job":{"job":"2026-0003","event":{"called":{"form":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"}}}}}],"vouchers":[]}','e808916f1130db3680c546a4b942fc54b33db9a390946438f6211f5feb28e361','14a06defba64f801bfabb136db3f4a66854fec2393b61c538267487b548e2db1');
INSERT INTO "record" VALUES('NHL',65,'{"seq":65,"org":"NHL","id":"v65","by":"grid1","role":"grid","at":"2026-03-04T09:10:00+08:00","recorded":"2026-03-04T09:10:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T09:10:00+08:00","by":"grid1","do":"job.accept","id":"v65","org":"NHL","with":{"job":"2026-0003","tenure":"unowned","urgency":"ordinary"}},"events":[{"job":{"job":"2026-0003","event":{"accepted":{"form":{"tenure":"unowned","urgency":"ordinary"},"category":"drain","due":{"arrive":"2026-03-05T10:00:00+08:00","finish":"2026-03-11T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"}}}}}],"vouchers":[]}','14a06defba64f801bfabb136db3f4a66854fec2393b61c538267487b548e2db1','5fda5d2b6c9f345c33747eabbcc04b029228bea9310af023737fcf50be0688b4');
INSERT INTO "record" VALUES('NHL',66,'{"seq":66,"org":"NHL","id":"v66","by":"officer1","role":"officer","at":"2026-03-04T09:20:00+08:00","recorded":"2026-03-04T09:20:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T09:20:00+08:00","by":"officer1","do":"job.survey","id":"v66","org":"NHL","with":{"cause":"年久失修","job":"2026-0003","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"1000.00"}],"plan":"清掏","visitors":["老王","老李"]}},"events":[{"job":{"job":"2026-0003","event":{"surveyed":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","surveyors":["officer1"]}}}}],"vouchers":[]}','5fda5d2b6c9f345c33747eabbcc04b029228bea9310af023737fcf50be0688b4','edd0732b1d933bea8147563d2cb72ff0b38381d0595585b4b2f59f2c2506bc68');
INSERT INTO "record" VALUES('NHL',67,'{"seq":67,"org":"NHL","id":"v67","by":"head1","role":"head","at":"2026-03-04T09:30:00+08:00","recorded":"2026-03-04T09:30:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T09:30:00+08:00","by":"head1","do":"job.sign","id":"v67","org":"NHL","with":{"job":"2026-0003"}},"events":[{"job":{"job":"2026-0003","event":{"signed":{"total":"1000.00","released":[],"held":[{"appropriation":"M26","amount":"1000.00"}]}}}}],"vouchers":[{"number":"2026-000006","day":"2026-03-04","lines":[{"account":"I2101","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0003"},{"account":"I2301","side":"credit","amount":"1000.00","appropriation":"M26","job":"2026-0003"}]}]}','edd0732b1d933bea8147563d2cb72ff0b38381d0595585b4b2f59f2c2506bc68','c82b9ae527cd4f144b8b81a2550772021c085089cd1eadbb371821c65421f0aa');
INSERT INTO "record" VALUES('NHL',68,'{"seq":68,"org":"NHL","id":"v68","by":"dispatcher1","role":"dispatcher","at":"2026-03-04T09:40:00+08:00","recorded":"2026-03-04T09:40:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T09:40:00+08:00","by":"dispatcher1","do":"job.dispatch","id":"v68","org":"NHL","with":{"contractor":"c1","job":"2026-0003"}},"events":[{"job":{"job":"2026-0003","event":{"dispatched":{"form":{"contractor":"c1"}}}}}],"vouchers":[]}','c82b9ae527cd4f144b8b81a2550772021c085089cd1eadbb371821c65421f0aa','392450dd723fecd0e0bdbce0899fa3cf9b6a96272a1fc67b1f975ca994963ecc');
INSERT INTO "record" VALUES('NHL',69,'{"seq":69,"org":"NHL","id":"v69","by":"crew1","role":"crew","at":"2026-03-04T10:00:00+08:00","recorded":"2026-03-04T10:00:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T10:00:00+08:00","by":"crew1","do":"job.start","id":"v69","org":"NHL","with":{"job":"2026-0003"}},"events":[{"job":{"job":"2026-0003","event":{"started":{"form":{}}}}}],"vouchers":[]}','392450dd723fecd0e0bdbce0899fa3cf9b6a96272a1fc67b1f975ca994963ecc','5860ce16bb3d47a941f73aa0fc8fe0db0fd0e767813e7323207e2c9c9cf9fa82');
INSERT INTO "record" VALUES('NHL',70,'{"seq":70,"org":"NHL","id":"v70","by":"crew1","role":"crew","at":"2026-03-04T11:00:00+08:00","recorded":"2026-03-04T11:00:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T11:00:00+08:00","by":"crew1","do":"job.finish","id":"v70","org":"NHL","with":{"job":"2026-0003"}},"events":[{"job":{"job":"2026-0003","event":{"finished":{"form":{}}}}}],"vouchers":[]}','5860ce16bb3d47a941f73aa0fc8fe0db0fd0e767813e7323207e2c9c9cf9fa82','2397288a6e3498f4fce8868bd79e84c9bd79db1a368807c05acc0311f9a1f191');
INSERT INTO "record" VALUES('NHL',71,'{"seq":71,"org":"NHL","id":"v71","by":"inspector1","role":"inspector","at":"2026-03-04T12:00:00+08:00","recorded":"2026-03-04T12:00:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T12:00:00+08:00","by":"inspector1","do":"job.inspect","id":"v71","org":"NHL","with":{"job":"2026-0003","note":"合格","pass":true}},"events":[{"job":{"job":"2026-0003","event":{"inspected":{"form":{"pass":true,"note":"合格"}}}}}],"vouchers":[]}','2397288a6e3498f4fce8868bd79e84c9bd79db1a368807c05acc0311f9a1f191','32f9b44e171682e672ee19c6d75d7dd7aee1cd84cfc0bffcc5799ef138a23e10');
INSERT INTO "record" VALUES('NHL',72,'{"seq":72,"org":"NHL","id":"v72","by":"officer1","role":"officer","at":"2026-03-04T13:00:00+08:00","recorded":"2026-03-04T13:00:00+08:00","rules":1,"job":"2026-0003","command":{"at":"2026-03-04T13:00:00+08:00","by":"officer1","do":"job.claim","id":"v72","org":"NHL","with":{"invoice":{"amount":"1000.00","date":"2026-03-04","number":"F3"},"job":"2026-0003","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"600.00"},{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"400.00"}]}},"events":[{"job":{"job":"2026-0003","event":{"claimed":{"revision":1,"form":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"invoice":{"number":"F3","date":"2026-03-04","amount":"1000.00"}},"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00"}}}}],"vouchers":[]}','32f9b44e171682e672ee19c6d75d7dd7aee1cd84cfc0bffcc5799ef138a23e10','f4c9e770093996ee3987f8f0d1077059d0cb3692a1b0de48a0e5bac6af0c1174');
INSERT INTO "record" VALUES('NHL',73,'{"seq":73,"org":"NHL","id":"v73","by":"grid1","role":"grid","at":"2026-03-05T09:00:00+08:00","recorded":"2026-03-05T09:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T09:00:00+08:00","by":"grid1","do":"job.call","id":"v73","org":"NHL","with":{"category":"drain","channel":"电话","description":"下水道堵塞","site":{"address":"幸福里 1 号楼"}}},"events":[{"job":{"job":"2026-0004","event":{"called":{"form":{"channel":"电话","site":{"address":"幸福里 1 号楼"},"category":"drain","description":"下水道堵塞"}}}}}],"vouchers":[]}','f4c9e770093996ee3987f8f0d1077059d0cb3692a1b0de48a0e5bac6af0c1174','b8cc18686596432b837184020338b8aacea17d04a5824f3c168fbcb723ddee4f');
INSERT INTO "record" VALUES('NHL',74,'{"seq":74,"org":"NHL","id":"v74","by":"grid1","role":"grid","at":"2026-03-05T09:10:00+08:00","recorded":"2026-03-05T09:10:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T09:10:00+08:00","by":"grid1","do":"job.accept","id":"v74","org":"NHL","with":{"job":"2026-0004","tenure":"unowned","urgency":"ordinary"}},"events":[{"job":{"job":"2026-0004","event":{"accepted":{"form":{"tenure":"unowned","urgency":"ordinary"},"category":"drain","due":{"arrive":"2026-03-06T10:00:00+08:00","finish":"2026-03-12T18:00:00+08:00","arriveUnit":"workingHours","finishUnit":"workingDays"}}}}}],"vouchers":[]}','b8cc18686596432b837184020338b8aacea17d04a5824f3c168fbcb723ddee4f','c71e7b6a2a770a792aa5af8816be597a100778636c19594cd8fbbbe3cfc9c308');
INSERT INTO "record" VALUES('NHL',75,'{"seq":75,"org":"NHL","id":"v75","by":"officer1","role":"officer","at":"2026-03-05T09:20:00+08:00","recorded":"2026-03-05T09:20:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T09:20:00+08:00","by":"officer1","do":"job.survey","id":"v75","org":"NHL","with":{"cause":"年久失修","job":"2026-0004","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"1000.00"}],"plan":"清掏","visitors":["老王","老李"]}},"events":[{"job":{"job":"2026-0004","event":{"surveyed":{"form":{"visitors":["老王","老李"],"cause":"年久失修","plan":"清掏","lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"1000.00"}]},"total":"1000.00","mark":"inTime","surveyors":["officer1"]}}}}],"vouchers":[]}','c71e7b6a2a770a792aa5af8816be597a100778636c19594cd8fbbbe3cfc9c308','7e14fcecd08ec776c40823a919bfe9d45efe3b9477b280f455f82b4cc92fbe8e');
INSERT INTO "record" VALUES('NHL',76,'{"seq":76,"org":"NHL","id":"v76","by":"head1","role":"head","at":"2026-03-05T09:30:00+08:00","recorded":"2026-03-05T09:30:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T09:30:00+08:00","by":"head1","do":"job.sign","id":"v76","org":"NHL","with":{"job":"2026-0004"}},"events":[{"job":{"job":"2026-0004","event":{"signed":{"total":"1000.00","released":[],"held":[{"appropriation":"M26","amount":"1000.00"}]}}}}],"vouchers":[{"number":"2026-000007","day":"2026-03-05","lines":[{"account":"I2101","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0004"},{"account":"I2301","side":"credit","amount":"1000.00","appropriation":"M26","job":"2026-0004"}]}]}','7e14fcecd08ec776c40823a919bfe9d45efe3b9477b280f455f82b4cc92fbe8e','37628bb68f56711364b933582de086302f5fc2eb370cf04ce30dbd0fc3a4f452');
INSERT INTO "record" VALUES('NHL',77,'{"seq":77,"org":"NHL","id":"v77","by":"dispatcher1","role":"dispatcher","at":"2026-03-05T09:40:00+08:00","recorded":"2026-03-05T09:40:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T09:40:00+08:00","by":"dispatcher1","do":"job.dispatch","id":"v77","org":"NHL","with":{"contractor":"c1","job":"2026-0004"}},"events":[{"job":{"job":"2026-0004","event":{"dispatched":{"form":{"contractor":"c1"}}}}}],"vouchers":[]}','37628bb68f56711364b933582de086302f5fc2eb370cf04ce30dbd0fc3a4f452','59edf8b04e2bb95d8426ba6f1d86c0124a6d1c041c50da874a8e73efde0eb786');
INSERT INTO "record" VALUES('NHL',78,'{"seq":78,"org":"NHL","id":"v78","by":"crew1","role":"crew","at":"2026-03-05T10:00:00+08:00","recorded":"2026-03-05T10:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T10:00:00+08:00","by":"crew1","do":"job.start","id":"v78","org":"NHL","with":{"job":"2026-0004"}},"events":[{"job":{"job":"2026-0004","event":{"started":{"form":{}}}}}],"vouchers":[]}','59edf8b04e2bb95d8426ba6f1d86c0124a6d1c041c50da874a8e73efde0eb786','fecf8c959f52ee89c84a490f39887f28627e87b9328d2414dcbbd87fdbd5c097');
INSERT INTO "record" VALUES('NHL',79,'{"seq":79,"org":"NHL","id":"v79","by":"crew1","role":"crew","at":"2026-03-05T11:00:00+08:00","recorded":"2026-03-05T11:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T11:00:00+08:00","by":"crew1","do":"job.finish","id":"v79","org":"NHL","with":{"job":"2026-0004"}},"events":[{"job":{"job":"2026-0004","event":{"finished":{"form":{}}}}}],"vouchers":[]}','fecf8c959f52ee89c84a490f39887f28627e87b9328d2414dcbbd87fdbd5c097','3542b88d5e53548ab03b59a36378a983a7c26a45ddc6bba1dd2b88ac2aaaa679');
INSERT INTO "record" VALUES('NHL',80,'{"seq":80,"org":"NHL","id":"v80","by":"inspector1","role":"inspector","at":"2026-03-05T12:00:00+08:00","recorded":"2026-03-05T12:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T12:00:00+08:00","by":"inspector1","do":"job.inspect","id":"v80","org":"NHL","with":{"job":"2026-0004","note":"合格","pass":true}},"events":[{"job":{"job":"2026-0004","event":{"inspected":{"form":{"pass":true,"note":"合格"}}}}}],"vouchers":[]}','3542b88d5e53548ab03b59a36378a983a7c26a45ddc6bba1dd2b88ac2aaaa679','05a75f24b9723382c789bf07e2ba7ce6e2414f1bc9ae851bd10f3f366024602d');
INSERT INTO "record" VALUES('NHL',81,'{"seq":81,"org":"NHL","id":"v81","by":"officer1","role":"officer","at":"2026-03-05T13:00:00+08:00","recorded":"2026-03-05T13:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T13:00:00+08:00","by":"officer1","do":"job.claim","id":"v81","org":"NHL","with":{"invoice":{"amount":"1000.00","date":"2026-03-05","number":"F4"},"job":"2026-0004","lines":[{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"600.00"},{"item":"疏通","kind":"labour","quantity":"1","unit":"项","unitPrice":"400.00"}]}},"events":[{"job":{"job":"2026-0004","event":{"claimed":{"revision":1,"form":{"lines":[{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"600.00"},{"kind":"labour","item":"疏通","quantity":"1","unit":"项","unitPrice":"400.00"}],"invoice":{"number":"F4","date":"2026-03-05","amount":"1000.00"}},"amounts":["600.00","400.00"],"tax":"0.00","total":"1000.00"}}}}],"vouchers":[]}','05a75f24b9723382c789bf07e2ba7ce6e2414f1bc9ae851bd10f3f366024602d','16f26dc40455e87cb593b0fefe687cd27a760c87d5d566d390f11f8e4b95e090');
INSERT INTO "record" VALUES('NHL',82,'{"seq":82,"org":"NHL","id":"v82","by":"finance1","role":"finance","at":"2026-03-05T14:00:00+08:00","recorded":"2026-03-05T14:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T14:00:00+08:00","by":"finance1","do":"job.review","id":"v82","org":"NHL","with":{"job":"2026-0004","lines":[{"approved":"600.00","line":1},{"approved":"300.00","line":2,"reason":"按实核减"}]}},"events":[{"job":{"job":"2026-0004","event":{"reviewed":{"form":{"lines":[{"line":1,"approved":"600.00"},{"line":2,"approved":"300.00","reason":"按实核减"}]},"tax":"0.00","approved":"900.00"}}}}],"vouchers":[]}','16f26dc40455e87cb593b0fefe687cd27a760c87d5d566d390f11f8e4b95e090','105cff228aa35cdb28ef1cc06813f9200f5a3b89afbbbf6a24e01eb3de42f798');
INSERT INTO "record" VALUES('NHL',83,'{"seq":83,"org":"NHL","id":"v83","by":"head2","role":"head","at":"2026-03-05T15:00:00+08:00","recorded":"2026-03-05T15:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-05T15:00:00+08:00","by":"head2","do":"job.settle","id":"v83","org":"NHL","with":{"job":"2026-0004","retentionRate":"3","warrantyMonths":12}},"events":[{"job":{"job":"2026-0004","event":{"settled":{"approved":"900.00","retention":"27.00","rate":"3","retentionDue":"2027-03-05","shares":[{"appropriation":"M26","encumbered":"1000.00","approved":"900.00","retention":"27.00"}]}}}}],"vouchers":[{"number":"2026-000008","day":"2026-03-05","lines":[{"account":"I2301","side":"debit","amount":"1000.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2401","side":"credit","amount":"873.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2402","side":"credit","amount":"27.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2101","side":"credit","amount":"100.00","appropriation":"M26","job":"2026-0004","contractor":"c1"}]}]}','105cff228aa35cdb28ef1cc06813f9200f5a3b89afbbbf6a24e01eb3de42f798','00f7a70e60fe2c832f19b449c4a80e40258a5e81f1e07a7b56bc54e1b5c691b4');
INSERT INTO "record" VALUES('NHL',84,'{"seq":84,"org":"NHL","id":"v84","by":"leader1","role":"leader","at":"2026-03-06T10:00:00+08:00","recorded":"2026-03-06T10:00:00+08:00","rules":1,"job":"2026-0004","command":{"at":"2026-03-06T10:00:00+08:00","by":"leader1","do":"job.reverse","id":"v84","org":"NHL","with":{"job":"2026-0004","reason":"工程量有误"}},"events":[{"job":{"job":"2026-0004","event":{"reversed":{"revision":2,"reason":"工程量有误","shares":[{"appropriation":"M26","encumbered":"1000.00","approved":"900.00","retention":"27.00"}],"reverses":"2026-000008"}}}}],"vouchers":[{"number":"2026-000009","day":"2026-03-06","reverses":"2026-000008","lines":[{"account":"I2301","side":"debit","amount":"-1000.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2401","side":"credit","amount":"-873.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2402","side":"credit","amount":"-27.00","appropriation":"M26","job":"2026-0004","contractor":"c1"},{"account":"I2101","side":"credit","amount":"-100.00","appropriation":"M26","job":"2026-0004","contractor":"c1"}]}]}','00f7a70e60fe2c832f19b449c4a80e40258a5e81f1e07a7b56bc54e1b5c691b4','cc0f22d2e829f967f5bba689ba980c1811a3dbb096c431dbe743b6fc65e93b79');
CREATE TABLE standing (
    org TEXT NOT NULL,
    appropriation TEXT NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (org, appropriation, account)
) STRICT, WITHOUT ROWID;
INSERT INTO "standing" VALUES('NHL','M26','I1001',60000000);
INSERT INTO "standing" VALUES('NHL','M26','I2101',59610000);
INSERT INTO "standing" VALUES('NHL','M26','I2301',300000);
INSERT INTO "standing" VALUES('NHL','M26','I2401',37300);
INSERT INTO "standing" VALUES('NHL','M26','I2402',2700);
INSERT INTO "standing" VALUES('NHL','M26','I2501',50000);
CREATE TABLE street (
    org TEXT NOT NULL,
    name TEXT NOT NULL,
    year INTEGER NOT NULL,
    parent TEXT,
    sandbox INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
    hash TEXT NOT NULL CHECK (hash IN ('sha256', 'sm3')),
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    head TEXT NOT NULL,
    recorded INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    PRIMARY KEY (org)
) STRICT, WITHOUT ROWID;
INSERT INTO "street" VALUES('NHL','南湖里',2026,NULL,1,'sha256',1767315600000,'admin1',84,'cc0f22d2e829f967f5bba689ba980c1811a3dbb096c431dbe743b6fc65e93b79',1772762400000,1772762400000);
CREATE TABLE taken (
    org TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (org, kind, value)
) STRICT, WITHOUT ROWID;
INSERT INTO "taken" VALUES('NHL','creditCode','91110105555555551A','c1');
INSERT INTO "taken" VALUES('NHL','creditCode','91110105555555552D','c2');
INSERT INTO "taken" VALUES('NHL','invoice','c1/F1','2026-0001');
INSERT INTO "taken" VALUES('NHL','invoice','c1/F2','2026-0002');
INSERT INTO "taken" VALUES('NHL','invoice','c1/F3','2026-0003');
INSERT INTO "taken" VALUES('NHL','invoice','c1/F4','2026-0004');
INSERT INTO "taken" VALUES('NHL','payment','P1','2026-0001');
CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER record_no_replace BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE org = NEW.org AND seq = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER line_no_update BEFORE UPDATE ON line BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER line_no_delete BEFORE DELETE ON line BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER line_no_replace BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM line WHERE org = NEW.org AND seq = NEW.seq AND n = NEW.n) BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
COMMIT;
