extension Stylesheet {
  /// What a portfolio's summary has besides the looks of every page.
  static let summary = """
    .counts>div,.groups>div{display:grid;grid-template-columns:minmax(6rem,13rem) 1fr 4.5rem 4.5rem;gap:0 1rem;
    align-items:center;font-size:.9rem;margin:.35rem 0;grid-template-areas:"name bar one two"}
    .items>div{grid-template-columns:minmax(8rem,15rem) 1fr 7rem 4rem}
    .counts .bar,.groups .bar{height:.95rem;grid-area:bar}
    .counts .number,.groups .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .counts .stars{font-size:.85rem;letter-spacing:.02em}
    .histogram text{font-size:12px}main>.digest{margin-top:2rem}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin-top:.6rem}
    .swatch{display:inline-block;width:.75em;height:.75em;margin-right:.35em;vertical-align:-.05em}
    @media (max-width:40rem){
    .counts>div,.groups>div,.items>div{grid-template-columns:1fr auto 4.2rem;grid-template-areas:"name one two" "bar bar bar"}
    .histogram text{font-size:20px}
    }
    @media print{
    .counts>div,.groups>div{break-inside:avoid;margin:.18rem 0}
    svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }

    """
}
