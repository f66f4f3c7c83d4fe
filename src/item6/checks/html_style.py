"""The look of a checked text as a page of its own: light, dark, phone and paper."""

from __future__ import annotations

STYLE = """
:root { --ink: #1b2526; --quiet: #52605f; --paper: #fbfaf7; --panel: #f1efe9; --line: #d5d2c8; --link: #0b4f6c;
  --agrees: #0b4f6c; --open: #6b5310; --look: #7a1f5c; --unknown: #52605f; --look-panel: #f6e6ef; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebe9; --quiet: #a9b5b2; --paper: #141a1b; --panel: #1e2627;
  --line: #3a4546; --link: #8fd0ea; --agrees: #8fd0ea; --open: #e3c36f; --look: #f0a6d2; --unknown: #a9b5b2;
  --look-panel: #3a2233; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-inline-size: 76rem; margin-inline: auto; padding: 1rem clamp(1rem, 4vw, 3rem) 3rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.25rem; max-inline-size: 72ch; }
p, dd, li { max-inline-size: 72ch; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.lead, .quiet { color: var(--quiet); } .lead { font-size: 1.1rem; margin: 0 0 1rem; } .quiet { font-size: 0.9rem; }
table { border-collapse: collapse; margin: 1rem 0; } .wide { overflow-x: auto; }
th, td { text-align: start; padding: 0.35rem 1.25rem 0.35rem 0; border-block-end: 1px solid var(--line);
  font-weight: 400; vertical-align: top; overflow-wrap: normal; }
thead th { font-weight: 600; font-size: 0.9rem; }
.n { text-align: end; font-variant-numeric: tabular-nums; }
.links a { display: inline-block; min-inline-size: 1.5rem; min-block-size: 1.5rem; }
.pair { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 6fr); gap: 0 2.5rem; }
.said { font-family: Georgia, "Times New Roman", "Noto Serif", serif; margin: 0 0 1rem; }
mark { background: transparent; color: inherit; padding-block: 0.1em; border-block-end: 2px solid var(--unknown); }
mark.agrees { border-block-end: 2px solid var(--agrees); }
mark.open { border-block-end: 3px dashed var(--open); }
mark.look { border-block-end: 4px double var(--look); background: var(--look-panel); font-weight: 600; }
mark.unknown { border-block-end: 2px dotted var(--unknown); }
sup { font: 0.72rem/1 system-ui, sans-serif; } sup a { text-decoration: none; padding: 0.2em; }
.agrees > b, .sign.agrees, a.agrees { color: var(--agrees); } .open > b, .sign.open, a.open { color: var(--open); }
.look b, .sign.look, a.look { color: var(--look); } .sign.unknown, a.unknown { color: var(--unknown); }
.sign { display: inline-block; min-inline-size: 1.1em; font-weight: 700; text-align: center; }
.notes { list-style: none; margin: 0 0 1rem; padding: 0; font-size: 0.9rem; }
.notes li { border-inline-start: 3px solid var(--line); padding: 0 0 0 0.75rem; margin-block-end: 0.9rem;
  break-inside: avoid; }
.notes li.look { border-inline-start: 5px double var(--look); } .notes li.agrees { border-color: var(--agrees); }
.notes li.open { border-inline-start: 3px dashed var(--open); }
.notes li.unknown { border-inline-start: 3px dotted var(--unknown); }
.notes li:target, section:target { background: var(--panel); }
.notes p { margin: 0; }
.notes dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.1rem 0.75rem; margin: 0.2rem 0 0; }
dt { color: var(--quiet); } dd { margin: 0; } dd ul { margin: 0; padding-inline-start: 1.1rem; }
code { font-size: 0.85em; word-break: break-all; }
summary { cursor: pointer; padding-block: 0.25rem; }
.rows { columns: 15rem; column-gap: 2rem; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
footer { border-block-start: 1px solid var(--line); margin-block-start: 3rem; color: var(--quiet); font-size: 0.85rem; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 48rem) { .pair { grid-template-columns: minmax(0, 1fr); }
  th, td { padding-inline-end: 0.6rem; font-size: 0.9rem; }
  .notes { margin-inline-start: 0.5rem; } }
@page { margin: 1.6cm; }
@media print { :root { --ink: #000; --quiet: #333; --paper: #fff; --panel: #fff; --line: #999; --link: #000;
  --agrees: #000; --open: #000; --look: #000; --unknown: #333; --look-panel: #eee; }
  body { font-size: 9.5pt; } main { padding: 0; max-inline-size: none; } a { color: inherit; text-decoration: none; }
  .pair { grid-template-columns: minmax(0, 7fr) minmax(0, 6fr); gap: 0 1.2rem; } h2, h3 { break-after: avoid; }
  mark.look { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; } }
"""
"""In order of the page; colours go with a line of their own kind and a word, never alone."""
