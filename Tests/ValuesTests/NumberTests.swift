import TestSupport
import Testing
import Values

@Suite(.timed) struct NumberTests {
  @Test func valueStaysAtThirtyTwoBytes() {
    #expect(MemoryLayout<Value>.stride == 32)
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3", "-0.1", "0.02", "0.5"),
    ("1", "3", "4", "-2", "3", "0.3333333333333333333333333333333333"),
    ("2", "3", "5", "-1", "6", "0.6666666666666666666666666666666667"),
    ("1", "8", "9", "-7", "8", "0.125"),
    ("-7.5", "2.50", "-5", "-10", "-18.75", "-3"),
    (
      "12345678901234567890123456789", "10", "12345678901234567890123456799",
      "12345678901234567890123456779", "123456789012345678901234567890",
      "1234567890123456789012345678.9"
    ),
  ])
  func reckonsAsOnPaper(_ row: (String, String, String, String, String, String)) throws {
    let (left, right) = (try #require(Number(row.0)), try #require(Number(row.1)))
    #expect(left.adding(right)?.description == row.2)
    #expect(left.subtracting(right)?.description == row.3)
    #expect(left.multiplied(by: right)?.description == row.4)
    #expect(left.divided(by: right)?.description == row.5)
  }

  @Test func rootsAndPowersAreCorrectToTheLastDigit() {
    #expect(Number(2).squareRoot()?.description == "1.414213562373095048801688724209698")
    #expect(Number(1).exponential()?.description == "2.718281828459045235360287471352662")
    #expect(Number(10).naturalLogarithm()?.description == "2.302585092994045684017991454684364")
    #expect(Number(2).power(10)?.description == "1024")
    #expect(Number(4).power(Number("1.5") ?? 0)?.description == "8")
    #expect(Number(-2).power(-3)?.description == "-0.125")
  }
}
