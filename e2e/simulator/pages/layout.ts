import { html, raw } from "hono/html";

export type Markup = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --ground: #f6f4f1; --raised: #fff; --ink: #1d2230; --soft: #555b6b; --line: #d8d4cd; --main: #9b1b30; --on-main: #fff; --note: #fdf0d5; --on-note: #5b4200; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14161d; --raised: #1e212b; --ink: #f1eee8; --soft: #b3b6c0; --line: #3a3f4d; --main: #f0a3ad; --on-main: #2b060c; --note: #3a3116; --on-note: #f4dfa8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 24px 16px 48px; }
main.wide { max-width: 68rem; }
h1 { font-size: 26px; line-height: 1.2; margin: 8px 0 4px; }
h2 { font-size: 19px; margin: 32px 0 8px; }
p { margin: 8px 0; }
a { color: var(--main); }
.soft { color: var(--soft); }
.note { background: var(--note); color: var(--on-note); padding: 8px 12px; border-radius: 10px; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 16px 0; }
.amount { font-size: 32px; font-weight: 700; font-variant-numeric: tabular-nums; margin: 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 12px 0 0; }
dt { color: var(--soft); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
fieldset { border: 0; padding: 0; margin: 0 0 12px; display: flex; gap: 24px; }
legend { font-weight: 600; padding: 0; margin-bottom: 4px; }
label { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; }
button { font: inherit; min-height: 44px; padding: 8px 16px; border-radius: 10px; border: 1px solid var(--main); background: var(--raised); color: var(--main); cursor: pointer; }
.stack button { display: block; width: 100%; margin: 8px 0; }
button.main { background: var(--main); color: var(--on-main); font-weight: 600; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.lines { white-space: pre-line; overflow-wrap: anywhere; }
.letter { width: 100%; height: 80vh; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
nav { display: flex; flex-wrap: wrap; gap: 0 12px; font-size: 15px; border-bottom: 1px solid var(--line); }
nav a { display: inline-flex; align-items: center; min-height: 44px; }
.cards { list-style: none; padding: 0; margin: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.cards .card { margin: 0; }
.cards p { margin: 0 0 4px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 0; }
.fields { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); align-items: end; }
.fields label { display: grid; gap: 4px; align-items: end; }
.fields button { justify-self: start; }
select, .fields input { font: inherit; min-height: 44px; width: 100%; padding: 8px; border-radius: 10px; border: 1px solid var(--soft); background: var(--raised); color: var(--ink); }
dl.list { display: block; }
dl.list dt { color: var(--ink); margin-top: 12px; }
dl.list dd { text-align: left; }
.messages { list-style: none; padding: 0; margin: 0; }
.messages li { border-bottom: 1px solid var(--line); }
summary { min-height: 44px; padding: 10px 0; overflow-wrap: anywhere; cursor: pointer; }
code { font-size: 14px; overflow-wrap: anywhere; }
`;

export function layout(title: string, body: Markup, wide = false): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main class="${wide ? "wide" : ""}">${body}</main>
      </body>
    </html>`;
}

export function rupees(paisa: number): string {
  return `Rs ${(paisa / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
}
