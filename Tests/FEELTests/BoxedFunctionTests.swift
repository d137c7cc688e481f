import Diagnostics
import TestSupport
import Testing
import Values

@testable import FEEL

/// Functions that stand in boxes: as the entry of a context, as what a list is sorted by, and calling themselves.
@Suite(.timed) struct BoxedFunctionTests {
  private func value(of boxed: Boxed) throws -> String {
    var diagnostics = Diagnostics()
    let plan = try #require(
      Plan.boxed(boxed, in: Scope([]), mode: .lenient, into: &diagnostics))
    #expect(diagnostics.all.map(\.code) == [])
    return plan.run([]).spelling
  }

  private func text(_ expression: String) -> Boxed { .expression(Passage(expression)) }

  @Test func aBoxedFunctionCallsItself() throws {
    let factorial = Boxed.function(
      [("数", Passage("number"))], body: text("if 数 > 1 then 数 * 阶乘(数 - 1) else 1"))
    #expect(try value(of: .context([("阶乘", factorial)], result: text("阶乘(5)"))) == "120")
  }

  @Test func aFunctionWrittenAsTextInABoxCallsItself() throws {
    let factorial = text("function(数) if 数 > 1 then 数 * 阶 乘(数 - 1) else 1")
    #expect(try value(of: .context([("阶 乘", factorial)], result: text("阶 乘(4)"))) == "24")
  }

  /// The name is that of the function alone: another entry does not see itself.
  @Test func anEntryThatIsNoFunctionDoesNotSeeItself() throws {
    let boxed = Boxed.context([("甲", text("if 甲 = null then 1 else 2"))], result: text("甲"))
    #expect(try value(of: boxed) == "1")
  }

  /// Cases wait for a worker; those who wait longest of the urgent ones come first, and each gets the
  /// first worker who has room for one more.
  @Test func aDecisionSortsByABoxedFunctionAndGoesOnByItself() throws {
    let urgency = DecisionTable(
      .unique,
      inputs: [
        DecisionTable.Input(Passage("甲.级别"), allowed: Passage("\"急\", \"缓\"")),
        DecisionTable.Input(Passage("乙.级别"), allowed: Passage("\"急\", \"缓\"")),
        DecisionTable.Input(Passage("甲.天数")),
      ],
      outputs: [DecisionTable.Output(values: Passage("true, false"), otherwise: Passage("false"))],
      rules: [
        DecisionTable.Rule(
          tests: [Passage("\"急\""), Passage("\"缓\""), Passage("-")], outputs: [Passage("true")]),
        DecisionTable.Rule(
          tests: [Passage("\"急\""), Passage("\"急\""), Passage("> 乙.天数")],
          outputs: [Passage("true")]),
        DecisionTable.Rule(
          tests: [Passage("\"缓\""), Passage("\"缓\""), Passage("> 乙.天数")],
          outputs: [Passage("true")]),
      ])
    let assign = Boxed.function(
      [("等候", Passage("list<context<级别: string, 天数: number>>")), ("已派", nil), ("社工", nil)],
      body: .context(
        [
          ("下一个", text("等候[1]")),
          (
            "有空", .function([("谁", nil)], body: text("谁.余额 > count(已派[派给 = 谁.姓名])"))
          ),
          ("派给谁", text("社工[有空(item)][1]")),
          (
            "新的",
            .context([("个案", text("下一个.个案")), ("派给", text("派给谁.姓名"))], result: nil)
          ),
          ("其余", text("remove(等候, 1)")), ("派后", text("append(已派, 新的)")),
        ], result: text("if count(其余) > 0 then 派下去(其余, 派后, 社工) else 派后")))
    let boxed = Boxed.context(
      [
        ("更急", .function([("甲", nil), ("乙", nil)], body: .table(urgency))),
        (
          "顺序",
          .context(
            [
              (
                "个案",
                text(
                  """
                  [{个案: "A", 级别: "缓", 天数: 9}, {个案: "B", 级别: "急", 天数: 2},
                   {个案: "C", 级别: "急", 天数: 5}, {个案: "D", 级别: "缓", 天数: 1}]
                  """)
              )
            ], result: text("sort(个案, 更急)"))
        ), ("派下去", assign),
      ],
      result: .invocation(
        callee: text("派下去"),
        arguments: [
          ("等候", text("顺序")), ("已派", text("[]")),
          ("社工", text("[{姓名: \"李\", 余额: 1}, {姓名: \"王\", 余额: 2}]")),
        ]))
    #expect(
      try value(of: boxed)
        == #"[{个案: "C", 派给: "李"}, {个案: "B", 派给: "王"}, {个案: "A", 派给: "王"}, {个案: "D", 派给: null}]"#)
  }
}
