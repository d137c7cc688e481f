package import Diagnostics

/// A small rubric with comments, to be changed into one's own; it passes `check` and its own tests.
package enum RubricSkeleton {
  /// - Returns: the rubric and its tests, in that order.
  package static func files(id: String, language: Language) -> [SkeletonFile] {
    [
      SkeletonFile("\(id).yaml", rubric(id).text(in: language)),
      SkeletonFile("\(id).tests.yaml", tests(id).text(in: language)),
    ]
  }

  private static func rubric(_ id: String) -> Wording {
    Wording(
      en: """
        # A rubric: what is asked, how many points it earns, and which grade the total gives.
        # Check it with `hengxing check \(id).yaml`, test it with `hengxing test \(id).tests.yaml`.
        rubric: \(id)
        edition: "1"
        language: en
        title: My rubric
        subject: station

        # The texts that rules are cited from. `basis: {rule: source}` then needs a `cite`.
        sources:
          rule2024:
            title: The document that the rules come from
            issuer: Who issued it
            date: 2024-01-01

        # Single inputs. `must be` is a test; a value outside it counts as unreadable.
        facts:
          budget: {type: number, unit: CNY, must be: "> 0"}
          spent: {type: number, unit: CNY, must be: ">= 0"}

        # Inputs with rows: one CSV file each, in the folder `tables` of a bundle.
        tables:
          staff:
            name: {type: string, private: true}
            certified: {type: boolean}

        # Kinds of documents that items ask for.
        documents:
          contract: {accept: [pdf, jpg, png], dated: in the period}

        # Named figures: FEEL expressions over inputs and other figures.
        define:
          certified workers: count(staff[certified])
          spent share: spent / budget

        sections:
          - id: team
            title: Staff
            points: 100
            items:
              - id: certified
                title: Certified workers
                points: 60
                says: Four certified workers earn 60 points, two earn 30.
                cite: rule2024, article 1
                basis: {rule: source, points: illustrative}
                measures: input
                evidence: [contract]
                score:
                  steps: certified workers
                  at least: {4: 60, 2: 30}
                  else: 0
              - id: spending
                title: Spending
                points: 40
                says: At least 90 percent of the budget is spent.
                basis: {rule: illustrative, points: illustrative}
                measures: process
                score:
                  check: spent share >= 0.9

        total:
          round: {to: 0.1, mode: half up}
          when closed: zero

        # Best first; the last line takes the rest.
        grades:
          - {id: excellent, title: excellent, stars: 5, at least: 90}
          - {id: pass, title: pass, stars: 3, at least: 60}
          - {id: fail, title: fail, stars: 1}

        """,
      zh: """
        # 细则：问什么，得几分，总分对应哪个等级。
        # 检查：hengxing check \(id).yaml    测试：hengxing test \(id).tests.yaml
        rubric: \(id)
        edition: "1"
        language: zh
        title: 我的细则
        subject: station

        # 规则所依据的文件。写了 `basis: {rule: source}` 的指标要用 `cite` 注明出处。
        sources:
          rule2024:
            title: 规则所出自的文件
            issuer: 发布机构
            date: 2024-01-01

        # 单项输入。`must be` 是条件，不满足的值视为无法读取。
        facts:
          应拨经费: {type: number, unit: CNY, must be: "> 0"}
          实拨经费: {type: number, unit: CNY, must be: ">= 0"}

        # 成表的输入：每张表一个 CSV 文件，放在证据包的 tables 文件夹里。
        tables:
          专职人员:
            姓名: {type: string, private: true}
            持证: {type: boolean}

        # 指标需要的文件种类。
        documents:
          劳动合同: {accept: [pdf, jpg, png], dated: in the period}

        # 具名的中间数：用 FEEL 表达式写，可引用输入和其他中间数。
        define:
          持证人数: count(专职人员[持证])
          拨付率: 实拨经费 / 应拨经费

        sections:
          - id: team
            title: 人员与经费
            points: 100
            items:
              - id: certified
                title: 持证社工数
                points: 60
                says: 持证社工 4 人得 60 分，2 人得 30 分。
                cite: rule2024, 第一条
                basis: {rule: source, points: illustrative}
                measures: input
                evidence: [劳动合同]
                score:
                  steps: 持证人数
                  at least: {4: 60, 2: 30}
                  else: 0
              - id: funds
                title: 经费拨付
                points: 40
                says: 经费拨付率不低于 90%。
                basis: {rule: illustrative, points: illustrative}
                measures: process
                score:
                  check: 拨付率 >= 0.9

        total:
          round: {to: 0.1, mode: half up}
          when closed: zero

        # 从高到低；最后一行收下其余。
        grades:
          - {id: excellent, title: 优秀, stars: 5, at least: 90}
          - {id: pass, title: 合格, stars: 3, at least: 60}
          - {id: fail, title: 不合格, stars: 1}

        """)
  }

  private static func tests(_ id: String) -> Wording {
    Wording(
      en: """
        # Small evidence and what must come out of it.
        tests: \(id).yaml
        cases:
          - name: four certified workers and a spent budget earn everything
            facts: {budget: 100, spent: 95}
            tables:
              staff:
                - {name: A, certified: true}
                - {name: B, certified: true}
                - {name: C, certified: true}
                - {name: D, certified: true}
            documents: {contract: [{file: a.pdf, dated: 2024-03-01}]}
            period: {from: 2024-01-01, to: 2024-12-31}
            expect: {score: 100, grade: excellent, items: {certified: 60, spending: 40}}

          - name: no staff at all earns only the second item
            facts: {budget: 100, spent: 95}
            tables: {staff: []}
            documents: {contract: [{file: a.pdf, dated: 2024-03-01}]}
            period: {from: 2024-01-01, to: 2024-12-31}
            expect: {score: 40, grade: fail}

        """,
      zh: """
        # 一小份证据，和应当得出的结果。
        tests: \(id).yaml
        cases:
          - name: 四名持证社工且经费到位，得满分
            facts: {应拨经费: 100, 实拨经费: 95}
            tables:
              专职人员:
                - {姓名: 甲, 持证: 是}
                - {姓名: 乙, 持证: 是}
                - {姓名: 丙, 持证: 是}
                - {姓名: 丁, 持证: 是}
            documents: {劳动合同: [{file: a.pdf, dated: 2024-03-01}]}
            period: {from: 2024-01-01, to: 2024-12-31}
            expect: {score: 100, grade: excellent, items: {certified: 60, funds: 40}}

          - name: 没有人员，只得经费一项
            facts: {应拨经费: 100, 实拨经费: 95}
            tables: {专职人员: []}
            documents: {劳动合同: [{file: a.pdf, dated: 2024-03-01}]}
            period: {from: 2024-01-01, to: 2024-12-31}
            expect: {score: 40, grade: fail}

        """)
  }
}
