/** The look of the page about quality: ink on white, teal for what is well, orange for what asks for attention. */
export const QUALITY_STYLE = `
:root{color:#23201c;font:14px/1.5 "Noto Sans",system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums}
body{max-width:60rem;margin:2.5rem auto;padding:0 1.25rem}
h1{font-size:26px;line-height:1.2;margin:0 0 4px}h2{font-size:17px;margin:0 0 8px}
p{margin:6px 0;max-width:46rem}p,li,small,dd{text-wrap:pretty}ul{margin:6px 0;padding-left:1.2rem;max-width:46rem}li{margin:3px 0}
section{margin-top:32px;border-top:1px solid #e3e0d9;padding-top:16px}
.muted,figcaption{color:#5e574e;font-size:13px}.sum{font-size:16px}
.mark{display:inline-block;background:#fff6cf;border:1px solid #e2cf7a;border-radius:8px;padding:4px 10px}
.verdict{margin:20px 0;padding:16px 20px;border:1px solid #e3e0d9;border-left:6px solid #0b5563;border-radius:10px;background:#fbfaf8}
.verdict.with-care{border-left-color:#c2410c}.verdict.not-usable{border-left-color:#8c1d04;background:#fff8f4}
.use{font-size:20px;line-height:1.3;font-weight:600;margin:0 0 8px}
details{margin-top:10px}summary{cursor:pointer;color:#0b5563;font-size:13px}
b.stop,b.default,b.centroid,b.station,b.vanishes,b.shrinks,b.appears{color:#c2410c}b.facility{color:#0b5563}b.ordinary,b.stays{font-weight:400}
.scroll{overflow-x:auto;margin:10px 0}
table{border-collapse:collapse;font-size:13px;min-width:22rem}th{font-weight:600;color:#5e574e;vertical-align:bottom}
th,td{border-bottom:1px solid #e3e0d9;padding:5px 14px 5px 0;text-align:right;vertical-align:top}
th.word,td.word{text-align:left}td svg{vertical-align:middle}
small{display:block;color:#5e574e;font-size:12px}.point,.point+small{white-space:nowrap}
code{font:12px/1.4 ui-monospace,Consolas,monospace;white-space:nowrap}
dl{margin:10px 0;flex:1 1 17rem}dt{color:#5e574e;font-size:13px}dd{margin:0 0 10px;overflow-wrap:anywhere;max-width:34rem}
.pair{display:flex;flex-wrap:wrap;gap:8px 40px;align-items:flex-start}.pair table{min-width:0}.pair>ul{flex:1 1 20rem}
figure{margin:10px 0}figure svg{max-width:100%;height:auto;display:block}
.key{display:inline-block;width:10px;height:10px;background:#c2410c;border-radius:2px}
footer{margin-top:32px}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,figure,.verdict{break-inside:avoid}}
`;
