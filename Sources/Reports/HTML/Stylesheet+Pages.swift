extension Stylesheet {
  /// What reports and the desk of a round have beside the looks of every page.
  static let pages = """
    .skip{position:absolute;left:-999rem}.skip:focus{left:.5rem;top:.5rem;background:#fff;padding:.4rem .8rem;z-index:9}
    main:focus{outline:0}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .ways{position:sticky;top:0;z-index:5;display:flex;gap:.2rem .4rem;overflow-x:auto;background:#fff;
    border-bottom:1px solid var(--line);padding:.15rem max(1rem,calc((100% - 52rem)/2));font-size:.9rem}
    body.wide .ways{padding:.15rem max(1rem,calc((100% - 84rem)/2))}
    .ways a{white-space:nowrap;padding:.45rem .55rem;min-height:2.5rem;text-decoration:none}
    .ways a:hover,.ways a:focus{text-decoration:underline}
    .ways .other{margin-left:auto}
    body.wide main{max-width:84rem}
    h2{scroll-margin-top:3.5rem}.item,:target{scroll-margin-top:3.5rem}
    .verdict .told{font-size:1.05rem;line-height:1.75}
    .verdict p.grade{margin:.15rem 0}
    .gates{margin:-.6rem 0 1rem;border-left:4px solid var(--seal)}
    .gate{margin:0;padding:.55rem 1.6rem;background:#f9e9e7;border-bottom:1px solid #fff;color:#6f1717}
    .gate.open{background:#ecedf6;color:#3c4076}
    .gains{padding-left:1.4rem}.gains li{margin:.5rem 0}.gain,.stake{color:var(--seal);white-space:nowrap}
    .tag{margin-left:.3em;display:inline-block;padding:.12rem 0;min-height:1.6rem}
    .missing li{margin:.35rem 0}
    .lines{display:grid;grid-template-columns:auto 1fr;gap:.9rem 1rem;margin:1.2rem 0 .2rem}
    .lines dt{font-size:.9rem}.lines dd{margin:0;border-bottom:1px solid var(--ink);min-height:1.6rem}
    .scores td:first-child,.scores th:first-child{width:2.6rem}
    .scores th:nth-child(2){width:24%}.scores th:nth-child(6){width:15%}
    .scores .basis{font-size:.8rem;color:var(--soft)}
    .scores tr.lost .earned{font-weight:700;color:var(--bad)}
    .scores tr.whole td{color:var(--soft)}.scores tr.whole a{color:inherit}
    .scores tr.total td{border-top:1.5px solid var(--ink)}
    .scores td a,.plain td a,.index td a,.list a,.desk td a{display:inline-block;padding:.12rem 0;min-height:1.6rem}
    .formula code{color:var(--soft);background:none;padding:0;font-size:.92em}
    .annex{margin-top:2.5rem;border-top:1.5px solid var(--ink);padding-top:.6rem}
    .annex>summary{cursor:pointer;padding:.5rem 0;font-size:1.05rem}
    .scroll{overflow-x:auto}.scroll:focus-visible{outline:2px solid var(--bar)}
    .figures{display:grid;grid-template-columns:repeat(5,1fr);gap:.8rem;margin:1.2rem 0;padding:0}
    .figures div{background:var(--wash);border-top:3px solid var(--bar);padding:.6rem .9rem}
    .figures dt{font-size:.85rem;color:var(--soft)}
    .figures dd{margin:0;font-size:1.9rem;line-height:1.2;font-variant-numeric:tabular-nums}
    .figures .due{border-color:var(--seal)}
    .strip{display:flex;gap:2px;margin:.5rem 0 .2rem;padding:0;list-style:none}
    .strip li{padding:.3rem .5rem;min-width:3.2rem;font-size:.85rem;color:#fff;background:var(--bar);white-space:nowrap}
    .strip .g1{background:#56718c}.strip .g2{background:#6b6f3f}.strip .g3{background:#8a6116}.strip .g4{background:#8c3326}
    .strip .none{background:#59636e}
    svg.field circle{fill:#3f5f7d;fill-opacity:.75}svg.field circle.near{fill:#fff;stroke:#9d2222;stroke-width:2}
    .field-box{max-width:52rem}.field-box text{font-size:12px}
    .desk{font-size:.88rem}.desk td,.desk th{padding:.4rem .5rem}
    .desk thead th{white-space:normal;vertical-align:bottom;font-size:.82rem}.desk .name{min-width:9.5rem}
    .desk .grade-cell{min-width:12rem}.desk .when{white-space:nowrap}.desk td.number{white-space:normal}
    .desk td:not(.rank),.desk th:not(.rank){min-width:4.4rem}.desk .rank{white-space:nowrap;width:2.6rem;text-align:right;font-variant-numeric:tabular-nums}
    .desk .dot{display:block;width:60px;height:8px}
    .desk .share{text-align:right;font-variant-numeric:tabular-nums}
    .desk .s0{background:#f7dcd8}.desk .s1{background:#f8ecd6}.desk .s2{background:#eef1e6}.desk .s3{background:#dfeee6}
    .desk .fired{color:var(--bad);font-weight:700;white-space:nowrap}
    .desk th button,.desk th a{font:inherit;font-weight:600;background:none;border:0;padding:.3rem 0;color:inherit;
    cursor:pointer;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:.18em;min-height:1.6rem}
    .desk th[aria-sort] button:after{content:" ↕";color:var(--soft)}
    .desk th[aria-sort=ascending] button:after{content:" ↑";color:var(--ink)}
    .desk th[aria-sort=descending] button:after{content:" ↓";color:var(--ink)}
    .filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;margin:.8rem 0;font-size:.9rem}
    .filters select{font:inherit;padding:.25rem .4rem;margin-left:.4rem;max-width:16rem}
    .orders{font-size:.88rem;color:var(--soft)}.orders a{padding:.3rem .3rem;display:inline-block}
    .tree{list-style:none;padding-left:0}.tree .tree{padding-left:1.4rem;border-left:1px solid var(--line)}
    .tree li{padding:.25rem 0 .25rem .6rem}
    .matrix td{text-align:center}.matrix td:first-child{text-align:left}.matrix .no{color:var(--bad);font-weight:700}
    .matrix .yes{color:var(--good)}.matrix thead th{white-space:normal;vertical-align:bottom;min-width:4.5rem}
    @media (max-width:40rem){
    .ways{padding:.15rem .4rem}
    .verdict .told{font-size:1rem}
    .cards td.number{white-space:normal}
    .gate{padding:.5rem 1rem}
    table.scores tr,table.plain tr{grid-template-columns:2.2rem 1fr 4.2rem 4.2rem}
    table.plain tr{grid-template-columns:1fr 4rem 6rem}
    table.scores td:first-child{width:auto;color:var(--soft)}
    table.scores td.wide,table.scores td.basis{grid-column:2/-1}
    table.scores td:empty{display:none}
    table.scores tr.section td:first-child{display:block;padding:0}
    table.cards td[data-label]:before{content:attr(data-label);display:block;color:var(--soft);font-size:.72rem}
    .figures{grid-template-columns:repeat(2,1fr)}.figures dd{font-size:1.5rem}
    .strip{flex-wrap:wrap}.strip li{flex-grow:1!important}
    .lines{grid-template-columns:1fr;gap:.3rem}.lines dd{margin-bottom:.8rem}
    table.desk,table.desk tbody,table.desk tr,table.desk td{display:block}
    table.desk thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table.desk tr{border-bottom:1px solid var(--line);padding:.5rem 0;display:grid;grid-template-columns:repeat(3,1fr);gap:.1rem .6rem}
    table.desk td{border:0;padding:.1rem 0;text-align:left}
    table.desk td.name{grid-column:1/-1;font-size:1rem}
    table.desk td:empty{display:none}
    table.desk td[data-label]:before{content:attr(data-label);display:block;color:var(--soft);font-size:.72rem}
    .field-box text{font-size:20px}
    }
    @page{size:A4;margin:20mm 16mm 18mm}
    @page desk{size:A4 landscape;margin:16mm 12mm 15mm}
    @media print{
    .ways,.skip,.filters,.orders,.annex>summary .small{display:none}
    .verdict .told{font-size:10pt;line-height:1.6}
    .gate,.desk td,.figures div,.strip li{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    details::details-content{content-visibility:visible;block-size:auto;opacity:1}
    .gains li,.list li{break-inside:avoid}.decision{break-inside:auto}.lines{break-inside:avoid}
    .meta{grid-template-columns:auto 1fr auto 1fr;font-size:8.8pt;gap:.05rem .8rem}
    h2{margin:1.1rem 0 .45rem}.lines{gap:.5rem .8rem;margin:.6rem 0 0}.decision{padding:.7rem 1rem;margin:.6rem 0}
    .bars>div{margin:.15rem 0}.scale{margin:.5rem 0}.rows{font-size:8pt}.formula{display:none}
    .annex .formula{display:block}
    .annex{break-before:page;border:0;margin:0;padding:0}
    .annex .item{break-inside:auto}.annex .item header{break-after:avoid}
    .annex{font-size:8.5pt}
    .scores{font-size:8.6pt}.scores td,.scores th{padding:.14rem .35rem}
    .scores td a,.desk td a,.list a{min-height:0;padding:0}
    .scroll{overflow:visible}
    body.wide main{page:desk}.desk{font-size:8pt}.desk td,.desk th{padding:.16rem .3rem}
    .figures dd{font-size:15pt}.sign{margin-top:.6rem;break-before:avoid}.sign div{min-height:2.6rem}
    thead{display:table-header-group}
    }

    """
}
