#!/usr/bin/env python3
"""Writes the score sheets beside it; every one of them is made up.

Run with openpyxl 3.1.5 and python-docx 1.2.0:

    python3 -m venv /tmp/v && /tmp/v/bin/pip install openpyxl==3.1.5 python-docx==1.2.0
    /tmp/v/bin/python Tests/ScoreSheetsTests/Sheets/make.py
"""
import datetime
import pathlib
import zipfile

import docx
import openpyxl

HERE = pathlib.Path(__file__).parent
DAY = datetime.datetime(2024, 1, 1)


def still(path):
    """The same bytes for the same sheet: no clock in the zip."""
    with zipfile.ZipFile(path) as file:
        parts = [(i.filename, file.read(i)) for i in file.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def workbook(name, sheets):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    book.remove(book.active)
    for title, rows, merged in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    path = HERE / name
    book.save(path)
    still(path)


def document(name, blocks):
    paper = docx.Document()
    paper.core_properties.created = paper.core_properties.modified = DAY
    for block in blocks:
        if isinstance(block, str):
            paper.add_paragraph(block)
            continue
        rows, merged = block
        table = paper.add_table(rows=len(rows), cols=max(len(r) for r in rows))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text is not None:
                    table.cell(r, c).text = str(text)
        for (r1, c1), (r2, c2) in merged:
            text = table.cell(r1, c1).text
            cell = table.cell(r1, c1).merge(table.cell(r2, c2))
            cell.text = text
    path = HERE / name
    paper.save(path)
    still(path)


# Shape A: a project's sheet; labels are merged and carry their points, kinds stand in prose.
project = [
    ["社工服务项目末期评估评分表（虚构示例）"],
    ["评估日期：", None, None, "被评估单位：", None, None, None],
    ["序号", "业务类别", "评估项目", "评估内容", "评估标准", "需提供材料", "评分"],
    [1, "运作模式(31)", "硬件设施(4分)", "办公场所", "有独立办公场所得2分", "场所照片、租赁合同", None],
    [2, None, None, "服务场所", "有服务场所得2分", None, None],
    [3, None, "人员配备（12分）", "专职社工", "专职社工不少于6人，每少一人扣2分，扣完为止", "人员名册、劳动合同", None],
    [4, None, "管理制度（15分）", "各项制度", "本项为组合分：有值班制度得5分，有财务制度得5分，有档案制度得5分", "制度汇编", None],
    [5, "服务成效(69)", "服务数量（29分）", "个案服务", "每开展1例个案得1分，最多29分", "个案台账", None],
    [6, None, "服务质量（20分）", "文书质量", "本项为程度分：优得20分，良得15分，中得10分，差不得分", None, None],
    [7, None, "满意度（20分）", "服务对象满意度", "满意率90%以上得20分，80%以上得15分，80%以下不得分", "问卷", None],
    ["合计", None, None, None, None, None, 100],
    ["注：90分（含）以上为优秀，75-89分为良好，60-74分为合格，60分以下为不合格。"],
]
workbook("project.xlsx", [("评分表", project, [
    "A1:G1", "B4:B7", "C4:C5", "B8:B10", "A11:F11", "A12:G12"])])

# Shape B: a check of a public service; points stand in brackets at the end of the text.
check = [
    ["工作内容", "工作要求", "考核方法", "评分标准", "考核结果", "得分"],
    ["组织管理", "建立领导小组", "查阅文件", "建立领导小组并明确分工得满分，否则不得分。（10分）", None, None],
    [None, "召开例会", "查阅记录", "每季度至少召开一次例会，少一次扣2.5分，扣完为止。（10分）", None, None],
    ["服务开展", "走访困难群众", "抽查台账", "走访率达到百分之百得满分，每低5%扣2分，扣完为止。（30分）", None, None],
    [None, "开展活动", "查阅记录", "每开展一场活动得2分，最多20分。（20分）", None, None],
    ["服务效果", "群众满意", "问卷", "满意率95%（含）以上30分，85%（含）以上20分，85%以下0分。（30分）", None, None],
]
document("check.docx", [
    "社工站年度考核表（虚构示例）", (check, [((1, 0), (2, 0)), ((3, 0), (4, 0))]),
    "说明：总分100分。90分及以上为优秀，60分及以上为合格，60分以下为不合格。"])

# Shape C: an indicator system with a header of two rows and weights within weights.
indicators = [
    ["绩效指标体系（虚构示例）"],
    ["一级指标", "权重", "二级指标", "分值", "三级指标", "计量单位", "目标值（标准）", "分值", "采集数据项", None, "指标值"],
    [None, None, None, None, None, None, None, None, "数据项1", "数据项2", None],
    ["投入", 50, "人员投入", 75, "专职人员到位率", "%", "100", 40, None, None, None],
    [None, None, None, None, "持证社工", "人", "不少于3人，每少1人扣10分", 35, None, None, None],
    [None, None, "经费投入", 25, "经费拨付率", "%", "达到90%得满分，否则不得分", 25, None, None, None],
    ["产出", 50, "服务数量", 60, "个案数", "例", "每完成1例得2分，最多60分", 60, None, None, None],
    [None, None, "服务质量", 40, "满意率", "%", "90%以上得40分，80%以上得30分", 40, None, None, None],
]
workbook("indicators.xlsx", [
    ("填表说明", [["请先阅读本说明。"], ["一、本表由街道填写。"]], []),
    ("指标", indicators, [
        "A1:K1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:H3", "I2:J2", "K2:K3",
        "A4:A6", "B4:B6", "C4:C5", "D4:D5", "A7:A8", "B7:B8"])])

# Shape D: a tender of the public benefit; four levels, the method and the weight stand in the first.
tender = [
    ["一级指标", "二级指标", "三级指标", "四级指标", "评分标准"],
    ["项目设计\n（文献法）（权重25%）", "需求", "需求调研", "调研报告（10分）", "有调研报告得10分，没有不得分"],
    [None, None, "目标设定", "目标清晰（15分）", "目标清晰、可衡量的得15分；较清晰的得10分；不清晰的不得分"],
    ["项目实施\n（问卷法、访谈法）（权重75%）", "过程", "进度", "按期完成（25分）", "按期完成得25分，每延迟一周扣5分，扣完为止"],
    [None, None, "投诉", "投诉处理（20分）", "未及时处理投诉的，每起扣5分；造成不良影响的，扣10分；扣完为止"],
    [None, "结果", "受益人数", "受益人数（30分）", "按受益人数完成率得分，完成率×30分"],
]
document("tender.docx", [
    "公益创投项目评估指标（虚构示例）", (tender, [((1, 0), (2, 0)), ((1, 1), (2, 1)), ((3, 0), (5, 0)), ((3, 1), (4, 1))])])

# A station's sheet with headings over the width, subtotals, a bonus, deductions and a veto; one sum is wrong.
station = [
    ["某县社工站评估细则（虚构示例）"],
    ["指标", "标准分", "评分标准", "自评分", "专家组评分", "扣分原因"],
    ["一、基础建设（30分）"],
    ["场所", "10分", "面积100平方米以上得10分，60平方米以上不足100平方米得6分，不足60平方米不得分"],
    ["制度", "（10分）", "有值班、财务、档案、督导、安全制度，每项2分"],
    ["队伍", "10", "持证社工3人以上得10分，两人得6分，一人得3分，没有不得分"],
    ["小计", "30"],
    ["二、服务开展（70分）"],
    ["走访", "30", "走访覆盖率100%得30分；每少5个百分点扣3分"],
    ["活动", "20", "全年开展活动不少于十二次，得20分；每少一次扣2分，扣完为止"],
    ["创新", "15", "有创新做法，由专家酌情给分"],
    ["三、加分项（5分）"],
    ["表彰", "5", "国家级表彰加5分，省级表彰加3分，市级表彰加1分"],
    ["四、扣分项（10分）"],
    ["投诉", "10", "每发生一起有效投诉扣2分，最多扣10分"],
    ["五、一票否决项"],
    ["安全", None, "发生重大安全责任事故的，一票否决"],
    ["总分", "100"],
    ["评估人签字：", None, None, "日期："],
]
workbook("station.xlsx", [("评估细则", station, ["A1:F1", "A3:F3", "A8:F8", "A12:F12", "A14:F14", "A16:F16"])])

# Parts in tables of their own, the second without a header; points in words.
document("parts.docx", [
    "社工站星级评定评分标准（虚构示例）",
    "一、阵地建设（40分）",
    ([["评估内容", "分值", "评分细则"],
      ["有固定场所", "二十分", "有固定场所得二十分，没有不得分"],
      ["标识", "20", "标识统一得10分，制度上墙得10分"]], []),
    "二、服务管理（60分）",
    ([["评估内容", "分值", "评分细则"],
      ["督导", "30", "每月开展督导，缺一次扣3分，扣完为止"],
      ["档案", "30", "查阅资料"]], []),
    "90分以上为五星级，80分以上不足90分为四星级，60分以上不足80分为三星级，60分以下为无星级。"])

# What is no score sheet: a list of names with a hidden sheet, and a cell far away.
book = openpyxl.Workbook()
book.properties.created = book.properties.modified = DAY
book.active.title = "名单"
book.active.append(["姓名", "电话"])
book.active["A5000"] = "远"
hidden = book.create_sheet("旧表")
hidden.append(["项目", "分值", "评分标准"])
hidden.sheet_state = "hidden"
book.save(HERE / "unlike.xlsx")
still(HERE / "unlike.xlsx")
