import { escapeMarkup } from './escape.ts';

const SECTIONS = ['City', 'Harbour', 'Politics', 'Health', 'Sport', 'Culture', 'Weather'];

const STYLE = `body{margin:0;background:#faf8f4;color:#1d2428;font:18px/1.6 Georgia,serif}
.top,.foot,main{max-width:44rem;margin:0 auto;padding:1rem}
.top{border-bottom:3px double #1d2428;text-align:center}.top .name{font-size:2.2rem;font-weight:700;color:inherit;text-decoration:none}
nav a{margin:0 .5rem;font:14px system-ui,sans-serif}a{color:#0b5570}h1{line-height:1.2;font-size:2rem;margin:.2rem 0}
.kicker{color:#a3341f;font:700 14px system-ui,sans-serif;margin:0;text-transform:uppercase}.standfirst{font-size:1.15rem;color:#4a5459}
.meta,figcaption,.foot,aside{font:14px/1.5 system-ui,sans-serif;color:#4a5459}figure{margin:1rem 0}img{width:100%;height:auto}
aside{background:#efeae0;padding:.5rem 1rem;margin:1rem 0}aside h2{font-size:1rem;margin:.3rem 0}.correction{border-left:4px solid #a3341f;padding-left:1rem}
.list{list-style:none;padding:0}.list li{border-bottom:1px solid #d8d2c6;padding:.6rem 0}`;

/** What a page puts round its own part. `head` and `main` are markup already; `root` is the newsroom's address. */
export type Page = {
  readonly title: string;
  readonly root: string;
  readonly head: string;
  readonly main: string;
};

/** Header, navigation and footer of the paper round a page's own part. */
export function pageFrame({ title, root, head, main }: Page): string {
  const sections = SECTIONS.map((name) => `<a href="${root}/#${name.toLowerCase()}">${name}</a>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)} | The Aldwick Courier</title>
<link rel="alternate" type="application/rss+xml" title="The Aldwick Courier" href="${root}/feed.xml">
${head}
<style>${STYLE}</style>
</head>
<body>
<header class="top"><a class="name" href="${root}/">The Aldwick Courier</a><p>An invented paper from an invented city</p><nav>${sections}</nav></header>
<main>
${main}
</main>
<footer class="foot"><p>The Aldwick Courier, 4 Ropewalk, Port Aldwick. All people, places and events are invented for Dateline.</p>
<p>We use cookies to remember that we have told you about cookies.</p></footer>
</body>
</html>
`;
}
