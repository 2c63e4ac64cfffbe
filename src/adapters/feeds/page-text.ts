import { isElement, type PageNode } from './page-document.ts';

/** Elements whose words are no part of the running text; captions are kept apart. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'BUTTON',
  'FORM',
  'SELECT',
  'OPTION',
  'TEXTAREA',
  'INPUT',
  'IFRAME',
  'OBJECT',
  'VIDEO',
  'AUDIO',
  'FIGCAPTION',
  'NAV',
  'DIALOG',
  'HEAD',
]);

const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'MAIN',
  'HEADER',
  'FOOTER',
  'ASIDE',
  'BLOCKQUOTE',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'LI',
  'PRE',
  'TABLE',
  'THEAD',
  'TBODY',
  'TFOOT',
  'TR',
  'HR',
  'ADDRESS',
  'DETAILS',
  'SUMMARY',
  'CAPTION',
  'BODY',
  'HTML',
]);

/** A line break within a paragraph while it is built; no page contains it, since white space is folded. */
const BREAK = '\n';

type Writing = {
  readonly paragraphs: string[];
  readonly links: Set<string>;
  open: string;
  /** Letters of the open paragraph, and those of them within links; its links are none in a heading. */
  letters: number;
  linked: number;
  linkDepth: number;
};

/** A paragraph of which so much is a link is nothing else. */
const WHOLE_LINK = 0.9;

function close(writing: Writing): void {
  const isLink = writing.letters > 0 && writing.linked >= WHOLE_LINK * writing.letters;
  const paragraph = writing.open
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, BREAK)
    .replace(/^(?:\n|\s|•\s*$|\|\s*$)+|\s+$/g, '');
  if (/[\p{L}\p{N}]/u.test(paragraph)) {
    // Not all in one call: a call takes so many arguments and no more.
    for (const part of paragraph.split(/\n{2,}/)) {
      writing.paragraphs.push(part);
      if (isLink) writing.links.add(part);
    }
  }
  writing.open = '';
  writing.letters = 0;
  writing.linked = 0;
}

const OPENING: Readonly<Record<string, string>> = { LI: '• ', TD: ' | ', TH: ' | ' };

function write(text: string, writing: Writing): void {
  const letters = text.replace(/\s+/g, '').length;
  writing.open += text.replace(/\s+/g, ' ');
  writing.letters += letters;
  if (writing.linkDepth > 0) writing.linked += letters;
}

type Step = { readonly node: PageNode; readonly leaving: boolean };

function enterElement(element: PageNode, name: string, writing: Writing, steps: Step[]): void {
  const isBlock = BLOCKS.has(name);
  if (isBlock) close(writing);
  const isFirstCell = (name === 'TD' || name === 'TH') && writing.open.trim() === '';
  writing.open += isFirstCell ? '' : (OPENING[name] ?? '');
  if (/^H[1-6]$/.test(name)) writing.linked = Number.NEGATIVE_INFINITY;
  if (name === 'A') writing.linkDepth += 1;
  if (isBlock || name === 'A') steps.push({ node: element, leaving: true });
  for (const child of [...element.childNodes].toReversed()) steps.push({ node: child, leaving: false });
}

function enter(node: PageNode, writing: Writing, steps: Step[]): void {
  const name = node.nodeName.toUpperCase();
  if (name === '#TEXT') write(node.textContent ?? '', writing);
  else if (name === 'BR') writing.open += BREAK;
  else if (isElement(node) && !SILENT.has(name)) enterElement(node, name, writing, steps);
}

function leave(node: PageNode, writing: Writing): void {
  if (node.nodeName.toUpperCase() === 'A') writing.linkDepth -= 1;
  else close(writing);
}

/** The text of a part of a page, and those of its paragraphs that are links and nothing else. */
export type PageText = { readonly text: string; readonly links: ReadonlySet<string> };

/**
 * The running text of a part of a page: a paragraph a block, with a blank line between; list items begin with `•`,
 * cells of a table row stand on one line. Walks without recursion, so that no depth of nesting is too deep.
 */
export function textOf(root: PageNode): PageText {
  const writing: Writing = {
    paragraphs: [],
    links: new Set(),
    open: '',
    letters: 0,
    linked: 0,
    linkDepth: 0,
  };
  const steps: Step[] = [{ node: root, leaving: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.leaving) leave(step.node, writing);
    else enter(step.node, writing, steps);
  }
  close(writing);
  return { text: writing.paragraphs.join('\n\n'), links: writing.links };
}
