/// What a column of a score sheet holds, told from its head.
enum ColumnRole: Equatable {
  /// 序号.
  case number
  /// 业务类别, 评估项目, 二级指标: a level of the outline.
  case label
  /// 分值, 权重, 标准分.
  case points
  /// 评分标准, 计分办法.
  case standard
  /// 需提供材料.
  case material
  /// 考核方法.
  case method
  /// 计量单位, 目标值: what belongs to the standard.
  case unit
  case target
  /// 得分, 自评, 扣分原因: left for whoever fills it in.
  case fill
  /// 备注: read as a remark.
  case remark

  private static let exact: [(ColumnRole, [String])] = [
    (.number, ["序号", "编号", "序", "号", "指标编号", "代码", "No", "NO", "no"]),
    (
      .points,
      [
        "分值", "标准分", "标准分值", "满分", "权重", "分数", "配分", "分", "指标分值", "满分值", "基准分", "总分", "分值权重",
        "指标权重", "权重分", "本项满分", "项目分值", "评分分值", "标准得分", "应得分",
      ]
    ),
    (
      .standard,
      [
        "评分标准", "评估标准", "评分细则", "评分办法", "评分方法", "计分标准", "计分办法", "计分方法", "考核标准", "考评标准", "评价标准",
        "扣分标准", "给分标准", "赋分标准", "评分说明", "计分说明", "评分要点", "评分规则", "计分规则", "打分标准", "评定标准", "考核细则",
        "评估细则", "考核评分标准", "考核办法", "评分依据", "扣分细则", "得分标准", "指标说明及评分标准", "评审标准", "指标解释及评分标准",
        "考评办法", "标准", "评价细则", "计分细则",
      ]
    ),
    (
      .material,
      [
        "需提供材料", "佐证材料", "证明材料", "所需材料", "备查材料", "查阅资料", "资料", "材料", "提供材料", "支撑材料", "需提供的材料",
        "评估材料", "材料清单", "备查资料", "所需资料", "应提供材料", "佐证资料", "印证材料", "查验材料", "需准备材料", "提交材料", "证明资料",
      ]
    ),
    (
      .method,
      [
        "考核方法", "评估方法", "评价方式", "检查方法", "考核方式", "评估方式", "评价方法", "数据来源", "资料来源", "检查方式", "考评方式",
        "考评方法", "核查方式", "查验方式", "证据来源", "信息来源", "评估形式",
      ]
    ),
    (.unit, ["计量单位", "单位"]),
    (
      .target,
      ["目标值", "标准值", "目标值标准", "指标值标准", "目标", "参考值", "年度目标", "绩效目标", "绩效目标值"]
    ),
    (
      .fill,
      [
        "得分", "评分", "自评", "自评分", "自评得分", "自评分数", "自评情况", "专家组", "委员会", "复评", "复评分", "初评", "终评",
        "扣分", "扣分原因", "扣分说明", "考核结果", "考核得分", "评估得分", "评估分", "实际得分", "实得分", "专家评分", "评委评分",
        "考评得分", "评审得分", "指标值", "数据项1", "数据项2", "数据项3", "采集数据项", "加减分", "审核分", "复核分", "检查得分",
        "评估结果", "评定结果", "评估情况", "检查情况", "完成情况", "现场评分", "第三方评分", "核定得分", "最终得分", "评分结果", "打分",
        "检查结果", "自查得分", "考核分", "失分原因", "得分原因", "评估组评分", "街道评分", "民政局评分", "自评说明", "完成值", "实际完成值",
        "实际值", "是否达标", "核实情况", "评估人", "签字",
      ]
    ),
    (.remark, ["备注", "说明", "注"]),
    (
      .label,
      [
        "一级指标", "二级指标", "三级指标", "四级指标", "五级指标", "业务类别", "类别", "评估项目", "评估内容", "考核项目", "考核内容",
        "工作内容", "工作要求", "项目", "内容", "指标", "评估指标", "考核指标", "评价指标", "指标名称", "评价内容", "评分项目", "评分内容",
        "考评项目", "考评内容", "检查项目", "检查内容", "一级", "二级", "三级", "四级", "大类", "小类", "维度", "评估维度", "要素",
        "评价要素", "评估要素", "考核要点", "评估要点", "指标要点", "具体指标", "具体内容", "评审项目", "评审内容", "指标类别", "项目类别",
        "评分指标", "评分因素", "评审因素", "考核要素", "工作任务", "任务", "考核事项", "事项", "服务内容", "服务项目", "指标内容", "要求",
        "考核要求", "评估要求", "子项", "主项", "分项", "部分", "板块", "模块", "评价项目", "基本要求", "指标解释", "指标说明", "评分项",
        "考核项", "评估项", "考评指标", "一级项目", "二级项目", "三级项目",
      ]
    ),
  ]

  private static let byHead: [String: ColumnRole] = {
    var roles: [String: ColumnRole] = [:]
    for (role, words) in exact {
      for word in words { roles[word] = role }
    }
    return roles
  }()

  /// Heads that hold one of these words and are none of the above; the first that fits.
  private static let holding: [(ColumnRole, [String])] = [
    (.fill, ["自评", "得分", "评委", "专家", "复评", "初评", "扣分原因", "实得", "审核", "签字", "完成情况"]),
    (.standard, ["评分标准", "评估标准", "计分", "评分细则", "评分办法", "考核标准", "评分说明", "评分方法", "扣分标准", "赋分"]),
    (.material, ["材料", "资料", "佐证", "台账"]),
    (.points, ["分值", "权重", "标准分", "满分"]),
    (.method, ["方法", "方式", "来源"]),
    (.label, ["指标", "项目", "内容", "类别", "要点", "要求"]),
    (.standard, ["标准", "细则", "办法"]),
  ]

  /// - Returns: `nil` where the words are no head of a column.
  init?(head: String) {
    let plain = Self.plain(head)
    guard !plain.isEmpty, plain.count <= 16 else { return nil }
    if let role = Self.byHead[plain] {
      self = role
      return
    }
    for (role, words) in Self.holding where words.contains(where: { plain.contains($0) }) {
      self = role
      return
    }
    return nil
  }

  /// Without blanks, marks and what stands in brackets: 分值（分）, 评 分 标 准.
  static func plain(_ head: String) -> String {
    var plain = ""
    var depth = 0
    for letter in Letters(head).all {
      if letter == "（" || letter == "[" || letter == "【" || letter == "{" { depth += 1 }
      if depth == 0, letter.isLetter || letter.isNumber { plain.append(letter) }
      if letter == "）" || letter == "]" || letter == "】" || letter == "}" {
        depth = max(0, depth - 1)
      }
    }
    return plain
  }
}
