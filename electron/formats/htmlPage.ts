/** Text as HTML shows it. Everything that a person wrote goes through here. */
export const html = (text: string): string => text.replace(/[\u0000-\u0008\v\f\u000E-\u001F]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

// Colours and sizes are those of the workbench's light theme; on paper everything is drawn in them.
const look = `
:root { color-scheme: light; --ink: #1d1b16; --ink-2: #57524a; --ink-3: #6a6459; --line: #d6d2c8; --edge: #87837a; --paper: #fcfbf8; --pane: #f5f2ec; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/24px Inter, "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; }
:lang(zh) body { font-family: Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-height: 27px; }
main { max-width: 980px; margin: 0 auto; padding: 48px 24px 96px; }
h1 { font-size: 26px; line-height: 34px; margin: 0 0 8px; } h2 { font-size: 20px; line-height: 28px; margin: 40px 0 8px; } h3 { font-size: 16px; line-height: 24px; margin: 0; } h4 { font-size: 13px; line-height: 20px; margin: 16px 0 4px; }
p { margin: 0 0 12px; max-width: 70ch; white-space: pre-line; }
nav ol { list-style: none; padding: 0; margin: 4px 0 32px; } nav li.under { padding-left: 20px; } nav a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--edge); }
.exhibit { margin: 32px 0 40px; } .exhibit header { margin-bottom: 10px; }
.subtitle, .lead { color: var(--ink-2); }
.scroll { overflow-x: auto; } .paper { display: none; }
table { border-collapse: collapse; border-block: 1.5px solid var(--ink); font-size: 13px; line-height: 18px; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: 4px 10px; text-align: right; vertical-align: top; } th { font-weight: 400; } thead th { font-weight: 600; vertical-align: bottom; max-width: 150px; }
thead tr:last-child th { border-bottom: 1px solid var(--ink); } thead th.over { text-align: center; border-bottom: 1px solid var(--edge); } thead small { display: block; font-weight: 400; font-size: 12px; color: var(--ink-3); }
th[scope=row], th.corner { text-align: left; min-width: 150px; max-width: 320px; position: sticky; left: 0; background: var(--paper); } td.words { text-align: left; min-width: 90px; }
tbody tr + tr > * { border-top: 1px solid #ebe8e0; } td.zero { color: var(--ink-3); } td.unasked { background: repeating-linear-gradient(135deg, transparent 0 4px, #d6d2c8 4px 5px); color: var(--ink-3); }
.picture svg { max-width: 100%; height: auto; }
.note, .stamp { font-size: 12px; line-height: 18px; color: var(--ink-2); margin: 6px 0 0; max-width: 90ch; } .stamp { color: var(--ink-3); }
blockquote { margin: 0 0 12px; padding-left: 14px; border-left: 3px solid var(--line); font-family: "Source Serif 4", Georgia, "Noto Serif CJK SC", serif; white-space: pre-line; } blockquote footer { font: 12px/18px Inter, "Segoe UI", system-ui, sans-serif; color: var(--ink-2); }
@page { size: A4; margin: 18mm; } @page wide { size: A4 landscape; }
@media print { body { background: none; font-size: 10.5pt; line-height: 1.5; } main { max-width: none; padding: 0; } .wide { page: wide; } .wide .scroll { display: none; } .wide .paper { display: block; } .paper table { table-layout: fixed; overflow-wrap: anywhere; } .paper table + .note { margin-top: 14pt; break-after: avoid; } .paper th, .paper td { min-width: 0; max-width: none; } .scroll { overflow: visible; } th[scope=row], th.corner { position: static; background: none; } thead { display: table-header-group; } tr, blockquote, .picture, .exhibit header { break-inside: avoid; } h2, h3, h4, .exhibit header { break-after: avoid; } table { font-size: 8.5pt; line-height: 1.35; } th, td { padding: 2pt 5pt; } .paper th, .paper td { padding: 2pt 3.5pt; } .picture svg { max-height: 210mm; width: auto; } .wide .picture svg { max-height: 140mm; } * { print-color-adjust: exact; } }
`;

/** A page that needs nothing else: no script, no picture or face from elsewhere, and nothing that could fetch one. */
export function htmlPage(title: string, tag: string, body: string): Uint8Array {
  return new TextEncoder().encode(`<!doctype html>
<html lang="${html(tag)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${look}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`);
}
