"""The sessions of the demo's next edition. People and titles are invented."""
# ruff: noqa: E501  (texts in rows, as a table)

# key: day, from, to, room, sub-forum, kind, title, in Chinese, summary, in Chinese, chairs
SESSIONS = {
    "welcome": (0, "08:30", "09:00", None, None, "common", "Registration and coffee", "报到与咖啡", "", "", ()),
    "opening": (0, "09:00", "10:15", "hall", None, "session", "Opening plenary: what surgery is for, after the first response", "开幕大会：首次缓解之后，外科何为", "When a tumour has shrunk, what should still be taken out? Three answers, from three specialties.", "肿瘤缩小之后，还应切除什么？三个专科给出三种回答。", ("host", "ludovica")),
    "tea-1": (0, "10:15", "10:45", None, None, "common", "Tea", "茶歇", "", "", ()),
    "sleeve": (0, "10:45", "12:15", "room1", "tumours", "session", "Sleeve resection after immunotherapy", "免疫治疗后的袖式切除", "Hilar tissue after immunotherapy is not what it was. How to plan the resection, and when to stop.", "免疫治疗后的肺门组织已非原貌。如何规划切除，何时应当停手。", ("reviewer4",)),
    "perfusion": (0, "10:45", "12:15", "room2", "lung", "session", "Ex vivo lung perfusion: which lungs come back", "离体肺灌注：哪些供肺能够挽回", "Four hours on the circuit, one decision. Criteria, cost and the lungs that were given up too early.", "灌注四小时，做出一个决定。标准、成本，以及过早放弃的供肺。", ("capucine",)),
    "tavi": (0, "10:45", "12:15", "room3", "heart", "session", "The valve first, or the lung cancer first", "先换瓣，还是先治肺癌", "Aortic stenosis and an early lung cancer in one patient: the order, the interval, the anticoagulation.", "同一患者合并主动脉瓣狭窄与早期肺癌：先后次序、间隔时间与抗凝。", ("host2", "dalimil")),
    "lunch-1": (0, "12:15", "13:30", None, None, "common", "Lunch", "午餐", "", "", ()),
    "live": (0, "13:30", "15:00", "hall", "tumours", "live", "Live surgery: robotic segmentectomy", "手术直播：机器人肺段切除", "From Theatre 6, with questions from the hall while the plane is found.", "6号手术室直播，寻找段间平面时接受现场提问。", ("joris", "host")),
    "car-t": (0, "13:30", "15:00", "room1", "tumours", "session", "CAR-T for the lung: what we ask before the first patient", "CAR-T治疗肺癌：首例患者之前要问的问题", "Cells that work in the blood and not yet as well in solid tumours: targets, access, toxicity, and who looks after the night.", "在血液肿瘤有效、在实体瘤尚欠理想的细胞：靶点、入路、毒性，以及夜间由谁值守。", ("reviewer2",)),
    "arch": (0, "15:30", "16:30", "room3", "heart", "session", "Hybrid repair of the arch, a working session", "主动脉弓杂交修复工作坊", "Bring your own images.", "请携带您自己的影像资料。", ("joerg",)),
    "uniportal": (1, "09:00", "10:30", "room1", "tumours", "session", "Uniportal surgery: from the first port to the first sleeve", "单孔手术：从第一个切口到第一例袖式切除", "What a learning curve costs, who pays for it, and how to make it shorter.", "学习曲线的代价由谁承担，又如何缩短。", ("ettore",)),
    "nodules": (1, "09:00", "10:30", "room2", "lung", "session", "Nodules found by screening: whom to leave alone", "筛查发现的结节：哪些可以不处理", "Growth is the argument. How long to wait for it, and how to tell the patient.", "生长才是依据。等待多久，又如何向患者说明。", ("reviewer",)),
    "root": (1, "09:00", "10:30", "room3", "heart", "session", "The aortic root in the young", "年轻患者的主动脉根部", "Repair, replace or exchange: thirty years of life expectancy in one afternoon.", "修复、置换或自体移植：一台手术关系三十年的预期寿命。", ("host2", "joerg")),
    "tea-2": (1, "10:30", "11:00", None, None, "common", "Tea", "茶歇", "", "", ()),
    "oesophagus": (1, "11:00", "12:30", "room1", "tumours", "session", "The oesophagus by small holes, and when not", "食管微创手术及其边界", "Leaks, recurrent nerves and honest numbers.", "吻合口瘘、喉返神经与真实的数据。", ("thanos",)),
    "eras": (1, "11:00", "12:30", "room3", "lung", "session", "Home on the second day: early recovery after lung resection", "术后第二天回家：肺切除后的加速康复", "Tubes, pain and stairs: what to leave out, and what to insist on.", "管路、疼痛与爬楼：哪些可以省去，哪些必须坚持。", ("hedwig",)),
    "lunch-2": (1, "12:30", "13:30", None, None, "common", "Lunch", "午餐", "", "", ()),
    "worst": (1, "13:30", "15:00", "hall", None, "session", "Closing plenary: your worst case, in eight minutes", "闭幕大会：八分钟讲述最棘手的病例", "Six surgeons, six cases that went wrong, no applause before the end.", "六位外科医师，六个失败的病例，结束之前不鼓掌。", ("host", "liesbeth")),
}  # fmt: skip

# session: talks: title, in Chinese, speaker, minutes
TALKS = {
    "opening": (
        ("What the pathologist finds when the scan finds nothing", "影像阴性时病理医师看到了什么", "ludovica", 25),
        ("The operation that was no longer needed: 40 patients who were watched", "不再需要的手术：40例观察随访", "radovan", 25),
        ("Lobes saved: parenchyma-sparing surgery after response", "保住的肺叶：缓解后的保肺手术", "host", 25),
    ),
    "sleeve": (
        ("Planes that are gone: the hilum after three cycles", "消失的层面：三周期治疗后的肺门", "radovan", 30),
        ("Double sleeve: pulmonary artery first", "双袖式切除：先处理肺动脉", "doctor", 30),
        ("Frozen sections that changed the operation", "改变手术方式的术中冰冻", "zdzislaw", 30),
    ),
    "perfusion": (
        ("Four hours at 37 degrees: what we measure and what we believe", "37度灌注四小时：测什么，信什么", "liesbeth", 30),
        ("A lung by night train: when the circuit travels", "夜车上的供肺：可移动的灌注回路", "capucine", 30),
        ("The first twenty perfusions of a young programme", "起步阶段的前二十例灌注", "doctor3", 30),
    ),
    "tavi": (
        ("Stenosis and a nodule of 18 mm: a register of 212 patients", "瓣膜狭窄合并18毫米结节：212例登记研究", "svetluse", 30),
        ("Catheter valve on Monday, lobectomy on the Monday after", "周一换瓣，下周一切肺", "gaetan", 30),
        ("Anticoagulation between two operations", "两次手术之间的抗凝", "host2", 30),
    ),
    "live": (
        ("Operating: segment 3 of the right upper lobe", "术者：右上叶尖前段切除", "joris", 60),
        ("In the hall: the plane by fluorescence, and where it misleads", "会场讲解：荧光显示段间平面及其误区", "host", 30),
    ),
    "car-t": (
        ("From leukaemia to the lung: what did not travel", "从白血病到肺癌：未能照搬的经验", "bogumila", 35),
        ("Choosing a target that the healthy lung does not wear", "选择正常肺组织不表达的靶点", "reviewer2", 35),
        ("Intensive care for a treatment that peaks at night", "疗效高峰在夜间：重症监护的准备", "doctor5", 20),
    ),
    "arch": (("Landing zones, drawn by hand", "手绘锚定区", "joerg", 60),),
    "uniportal": (
        ("A hundred first lobectomies: what trainees touch last", "一百例首次肺叶切除：学员最后触碰的结构", "ettore", 45),
        ("Uniportal sleeve: sutures that one can tie", "单孔袖式切除：打得了结的缝合", "host", 45),
    ),
    "nodules": (
        ("Volume, doubling, patience: 1,900 nodules over five years", "体积、倍增与耐心：五年1900个结节", "zdzislaw", 30),
        ("Ground glass that stayed: twelve years of reading", "不变的磨玻璃影：十二年判读", "aspasia", 30),
        ("Words for waiting: a trial of two letters to patients", "如何告知等待：两种患者信函的对照研究", "doctor3", 30),
    ),
    "root": (
        ("Valve-sparing replacement at twenty: the second decade", "二十岁的保瓣置换：第二个十年", "joerg", 45),
        ("Pregnancy after root replacement", "根部置换后的妊娠", "svetluse", 45),
    ),
    "oesophagus": (
        ("Every leak of seven years, shown", "七年全部吻合口瘘病例公开", "inigo", 45),
        ("Prone, by robot, and the nerve on a monitor", "俯卧位机器人手术与喉返神经监测", "thanos", 45),
    ),
    "eras": (
        ("No drain, no catheter, no opioid: who qualifies", "无引流、无导尿、无阿片：哪些患者适合", "hedwig", 30),
        ("Out of bed after four hours: a ward that counts steps", "术后四小时下床：会计步的病房", "regula", 30),
        ("Tubeless anaesthesia, 60 patients later", "无管化麻醉：60例之后", "doctor5", 30),
    ),
    "worst": (
        ("A bronchial stump on day nine", "术后第九天的支气管残端", "ettore", 30),
        ("The vessel that was not on the scan", "影像上不存在的血管", "aspasia", 30),
        ("What we wrote to the family", "我们写给家属的信", "liesbeth", 30),
    ),
}  # fmt: skip
