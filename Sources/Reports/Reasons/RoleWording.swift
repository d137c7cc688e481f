package import Diagnostics

/// The roles that rubrics usually name, as people call them.
package enum RoleWording {
  private static let roles: [String: Wording] = [
    "town": Wording(en: "town", zh: "镇（街道）"),
    "bureau": Wording(en: "department in charge", zh: "主管部门"),
    "operator": Wording(en: "operator", zh: "承接机构"),
    "evaluator": Wording(en: "evaluating agency", zh: "评估机构"),
    "supervisor": Wording(en: "supervisor", zh: "督导方"),
    "station": Wording(en: "station", zh: "社工站"),
    "county": Wording(en: "county", zh: "县（市、区）"), "city": Wording(en: "city", zh: "市级部门"),
    "community": Wording(en: "community", zh: "社区（村）"),
    "finance": Wording(en: "finance department", zh: "财政部门"),
    "self": Wording(en: "self-assessment", zh: "自评"),
    "referee": Wording(en: "third reader", zh: "复评人"),
    "panel": Wording(en: "panel", zh: "评委"), "expert": Wording(en: "expert", zh: "专家"),
    "client": Wording(en: "client", zh: "服务对象"),
    "contract": Wording(en: "contract", zh: "合同"),
  ]

  /// An unknown role is named as it is written.
  package static func role(_ id: String) -> Wording {
    roles[id] ?? Wording(en: "“\(id)”", zh: "“\(id)”")
  }
}
