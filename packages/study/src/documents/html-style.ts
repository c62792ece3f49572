/** How a document looks on a screen, light or dark, and on paper. Figures keep their white ground: they are print. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#23201c;--muted:#5e574e;--paper:#fff;--line:#e3e0d9;--soft:#f6f4f0;--accent:#0b5563;--mark:#fff6cf;--mark-line:#e2cf7a;--mark-ink:#23201c;color:var(--ink);background:var(--paper);font:16px/1.55 "Noto Sans",system-ui,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#ece8e1;--muted:#b3aca1;--paper:#1b1a18;--line:#3b3833;--soft:#262421;--accent:#7cc4d1;--mark:#3d3615;--mark-line:#8a7a2e;--mark-ink:#f6eec2}}
body{max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;padding-top:.5rem;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.75rem 0 .35rem}p{margin:.6rem 0}a{color:var(--accent)}
figure{margin:1.25rem 0;break-inside:avoid}figcaption{font-size:.875rem;margin-top:.4rem;color:var(--muted)}
figure svg{font-family:"Noto Sans",system-ui,sans-serif;display:block;max-width:100%;height:auto;background:#fff;border-radius:4px}
nav{font-size:.9rem;margin:1.5rem 0}nav ol{list-style:none;margin:.25rem 0;padding:0}nav ol ol{padding-left:1.25rem}nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.mark{position:sticky;top:0;z-index:1;background:var(--mark);color:var(--mark-ink);border:1px solid var(--mark-line);border-radius:8px;padding:.25rem .6rem;text-align:center;font-size:.85rem}
.wide{overflow-x:auto;margin-top:1.25rem}table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{caption-side:top;text-align:left;padding-bottom:.35rem;font-size:.9rem}
th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}tbody th{font-weight:400}
thead th{border-top:1px solid var(--ink);border-bottom-color:var(--ink);vertical-align:bottom}tbody tr:last-child>*{border-bottom-color:var(--ink)}
.number{text-align:right;white-space:nowrap}thead .number{white-space:normal}td:not(.number),tbody th:not(.number){min-width:8rem}.note{font-size:.85rem;color:var(--muted)}
pre{font-size:.8rem;line-height:1.45;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.5rem .75rem;border-radius:8px}
h2,h3{scroll-margin-top:2.5rem}
ul{padding-left:1.25rem}.numbered{list-style:none;padding:0}.numbered li{padding-left:1.75rem;text-indent:-1.75rem}li{margin:.2rem 0;overflow-wrap:anywhere}
.code,.article h1,.authors,.affiliation{break-after:avoid}.code{font-weight:700;margin:.1rem 0}.article h1{text-align:center;font-size:1.3rem;margin:1.5rem 0 .75rem}
.authors{text-align:center;font-weight:700;margin:.2rem 0}.affiliation{text-align:center;font-style:italic;margin:.2rem 0}
@page{size:A4;margin:18mm 16mm}
@media print{:root{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;padding:0;max-width:none}
a{color:inherit;text-decoration:none}.mark{position:static}.wide{overflow:visible}h2,h3,caption{break-after:avoid}tr,svg{break-inside:avoid}figure svg{max-height:225mm}thead{display:table-header-group}p,li{orphans:3;widows:3}}
.article figure svg{font-family:"Noto Serif","Times New Roman",serif}
@media print{.article{font:14pt/1.15 "Times New Roman","Noto Serif",serif}.article p:not([class]){text-align:justify}}
`;
