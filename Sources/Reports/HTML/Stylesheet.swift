/// The looks of every page: one column that reads on a phone, prints on A4 and needs no script.
enum Stylesheet {
  static let css = """
    :root{--ink:#1d2226;--soft:#59636e;--faint:#6c7681;--line:#d5dae0;--wash:#f6f7f9;
    --seal:#9d2222;--good:#2e6b4f;--part:#8a6116;--bad:#a33a2a;--open:#5b5f97;--bar:#3f5f7d}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:#eceef1;color:var(--ink);font:16px/1.65 "Noto Sans CJK SC","Source Han Sans SC",
    "PingFang SC","Microsoft YaHei","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
    main{max-width:52rem;margin:1.5rem auto;background:#fff;padding:3rem 3.25rem;
    border-top:4px solid var(--seal);box-shadow:0 1px 3px rgba(20,30,40,.12)}
    h1,h2,.grade,.score{font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,Georgia,serif}
    h1{font-size:1.75rem;line-height:1.3;margin:.2rem 0 .4rem;font-weight:700}
    h2{font-size:1.2rem;margin:2.6rem 0 .8rem;padding-bottom:.35rem;border-bottom:1px solid var(--ink)}
    h3{font-size:1.02rem;margin:1.6rem 0 .5rem}
    html[lang=en] body{font-family:"Helvetica Neue",Arial,"Liberation Sans","Noto Sans CJK SC",sans-serif}
    html[lang=en] h1,html[lang=en] h2,html[lang=en] .grade,html[lang=en] .score{
    font-family:Georgia,"Liberation Serif","Times New Roman","Noto Serif CJK SC",serif}
    p{margin:.4rem 0}
    a{color:inherit;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:.18em}
    a:hover{text-decoration-color:var(--seal)}
    :target{background:#fff6d9;scroll-margin-top:1rem}
    .small{font-size:.85rem}.soft{color:var(--soft)}
    .fictional{display:inline-block;border:1px solid var(--seal);color:var(--seal);padding:0 .6em;
    font-size:.85rem;letter-spacing:.08em;margin:.1rem 0 .3rem}
    .meta{display:grid;grid-template-columns:auto 1fr;gap:.1rem 1rem;margin:1rem 0 0;font-size:.9rem}
    .meta dt{color:var(--soft)}.meta dd{margin:0}
    .verdict{display:grid;grid-template-columns:minmax(11rem,auto) 1fr;gap:1.5rem 2.2rem;align-items:center;
    margin:1.8rem 0 1rem;padding:1.4rem 1.6rem;background:var(--wash);border-left:4px solid var(--seal)}
    .score{font-size:2.7rem;line-height:1.1;font-weight:700;white-space:nowrap}
    .score small{font-size:1rem;font-weight:400;color:var(--soft);font-family:inherit}
    .score.interval{font-size:1.9rem;white-space:normal}
    .stars{color:var(--seal);font-size:1.25rem;letter-spacing:.12em;white-space:nowrap}
    .stars .off{color:#c9cfd6}
    .grade{font-size:1.45rem;font-weight:700}
    .verdict p{margin:.25rem 0}
    figure{margin:1rem 0}
    svg{display:block;width:100%;height:auto;font-family:inherit}
    svg.defs{position:absolute;width:0;height:0}
    .bars>div{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr 8.5rem;gap:0 1rem;align-items:center;
    font-size:.9rem;margin:.4rem 0;grid-template-areas:"name bar number"}
    .bars .bar{height:.95rem;grid-area:bar}
    .bars .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .scale{margin-top:1.4rem}.scale text{font-size:12px}
    table{border-collapse:collapse;width:100%;font-size:.92rem}
    th,td{padding:.45rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{border-bottom:1.5px solid var(--ink);font-weight:600;white-space:nowrap}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    tr.section td{background:var(--wash);font-weight:600}
    .mark{display:inline-block;font-size:.78rem;line-height:1.5;padding:0 .5em;border:1px solid currentColor;
    border-radius:2px;white-space:nowrap}
    .full{color:var(--good)}.part{color:var(--part)}.none,.void{color:var(--bad)}
    .unknown{color:var(--open)}.excused{color:var(--bar)}.notApplicable{color:var(--soft)}
    .item{border-top:1px solid var(--line);padding:1rem 0 .8rem}
    .item:first-of-type{border-top:0}
    .item header{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;justify-content:space-between}
    .item h3{margin:0}
    .says{margin:.35rem 0;padding-left:.9rem;border-left:3px solid var(--line)}
    .says cite{display:block;font-style:normal;font-size:.83rem;color:var(--soft)}
    .sentence{font-weight:600;margin:.5rem 0}
    .derivation{margin:.4rem 0;padding:0;list-style:none;font-size:.9rem}
    .derivation li{padding:.28rem 0 .28rem 1.4rem;position:relative;border-bottom:1px dotted var(--line)}
    .derivation li:before{content:"·";position:absolute;left:.45rem;color:var(--faint)}
    .derivation li.deciding:before{content:"▸";color:var(--seal);left:.2rem}
    code{font-family:"Noto Sans Mono CJK SC","Sarasa Mono SC",Consolas,Menlo,monospace;font-size:.86em;
    background:var(--wash);padding:.05em .3em;border-radius:2px}
    .value{font-weight:600;font-variant-numeric:tabular-nums}
    .rows{display:block;color:var(--soft);font-size:.83rem}
    table.panel{margin:.5rem 0;font-size:.88rem;table-layout:fixed}
    table.panel th:nth-child(1){width:30%}table.panel th:nth-child(2){width:16%}table.panel th:nth-child(3){width:16%}
    table.panel tr.aside td{color:var(--soft)}
    table.panel tr.aside td.number{text-decoration:line-through}table.panel tr.section .rows{font-weight:400}
    .advice{margin:.5rem 0;padding:.5rem .8rem;background:#f3f7f4;border-left:3px solid var(--good);font-size:.92rem}
    .notice{padding:.5rem .8rem;background:#faf5ec;border-left:3px solid var(--part);margin:.5rem 0;font-size:.92rem}
    .decision{border:1.5px solid var(--ink);padding:1.1rem 1.4rem;margin:1.2rem 0}
    .decision .action{font-size:1.3rem;font-weight:700;margin:0 0 .3rem}
    .decision ul{margin:.3rem 0 .6rem;padding-left:1.2rem}
    .sign{display:grid;grid-template-columns:repeat(3,1fr);gap:1.5rem;margin-top:3rem;font-size:.9rem}
    .sign div{border-top:1px solid var(--ink);padding-top:.35rem;min-height:5.5rem}
    .digest{font-family:Consolas,Menlo,monospace;font-size:.72rem;word-break:break-all;color:var(--soft)}
    .list{margin:.3rem 0;padding-left:1.2rem}
    .stages{margin:.5rem 0 .3rem}.stages table{width:auto;min-width:60%}
    table.index{table-layout:fixed}table.index th:nth-child(1){width:30%}table.index th:nth-child(2){width:14%}
    table.index th:nth-child(3){width:33%}
    .charges td:first-child{width:36%}
    table.visits th:first-child{width:24%}table.visits th:nth-child(2){width:44%}
    .terms{display:grid;grid-template-columns:repeat(6,1fr);gap:.3rem;margin:.4rem 0 1rem;
    padding:0;list-style:none}
    .terms li{border:1px solid var(--line);border-top:3px solid var(--good);padding:.15rem .4rem;font-size:.85rem;
    font-variant-numeric:tabular-nums}
    .terms li.missed{border-color:var(--bad);color:var(--bad);background:#fbf0ee}
    .terms li.open{border-color:var(--open);border-style:dashed;color:var(--open)}
    .terms .term{display:block;color:var(--soft);font-size:.78rem}
    @media (max-width:40rem){
    main{margin:0;padding:1.3rem 1.05rem;box-shadow:none}
    h1{font-size:1.4rem}
    .verdict{grid-template-columns:1fr;padding:1rem 1.1rem}
    table.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .bars>div{grid-template-columns:1fr auto;grid-template-areas:"name number" "bar bar"}
    .scale text{font-size:20px}
    table.cards tr{display:grid;grid-template-columns:1fr 3.5rem 5rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
    table.cards td{border:0;padding:.1rem .2rem}
    table.cards tr.section td{background:none}
    table.cards td.wide{grid-column:1/-1}
    table.feedback tr{grid-template-columns:1fr 1fr 1fr}
    table.feedback td.number{text-align:left;white-space:normal}
    table.feedback td[data-label]:before{content:attr(data-label);display:block;color:var(--soft);font-size:.78rem}
    .sign{grid-template-columns:1fr}.terms{grid-template-columns:repeat(3,1fr)}
    .meta{grid-template-columns:1fr}.meta dd{margin-bottom:.4rem}
    .scroll{overflow-x:auto}
    }
    @page{size:A4;margin:17mm 16mm 18mm}
    @media print{
    body{background:#fff;font-size:9.5pt;line-height:1.5}
    .item{padding:.55rem 0 .45rem}h2{margin:1.7rem 0 .6rem}h3{margin:1rem 0 .3rem}.sentence,.says{margin:.25rem 0}
    .derivation li{padding:.12rem 0 .12rem 1.4rem}th,td{padding:.28rem .5rem}.verdict{margin:1.1rem 0 .8rem}
    main{max-width:none;margin:0;padding:0;box-shadow:none;border-top:0}
    .verdict,tr.section td,.advice,.notice{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    h2,h3,h2+p{break-after:avoid}
    .item,.decision,tr,figure,.verdict,.sign{break-inside:avoid}
    a{text-decoration:none}
    h1{font-size:19pt}h2{font-size:13pt}
    }
    """
}
