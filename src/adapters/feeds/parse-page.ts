import { parseHTML } from 'linkedom';
import { isElement, type PageDocument, type PageElement, type PageNode } from './page-document.ts';

/** A parsed page while it is put right. */
type RawElement = PageElement & {
  readonly outerHTML: string;
  readonly append: (...nodes: readonly PageNode[]) => void;
  readonly prepend: (...nodes: readonly PageNode[]) => void;
};
type RawDocument = Omit<PageDocument, 'documentElement' | 'querySelector'> & {
  readonly documentElement: RawElement;
  readonly querySelector: (selector: string) => RawElement | null;
  readonly createElement: (name: string) => RawElement;
};

const METADATA: ReadonlySet<string> = new Set([
  'META',
  'TITLE',
  'LINK',
  'SCRIPT',
  'STYLE',
  'BASE',
  'NOSCRIPT',
]);

function child(page: RawDocument, name: string): RawElement {
  const found = [...page.documentElement.childNodes].find((node) => node.nodeName === name);
  return (found as RawElement | undefined) ?? page.createElement(name.toLowerCase());
}

/**
 * Browsers give every page a head and a body, in this order and nothing beside them, however it was written; this
 * parser does not, and whoever asks it for the body of such a page gets an empty one.
 */
function putRight(page: RawDocument): void {
  const root = page.documentElement;
  const children = [...root.childNodes].filter(
    (node) => node.nodeType !== 3 || node.textContent?.trim() !== '',
  );
  if (children.length === 2 && children[0]?.nodeName === 'HEAD' && children[1]?.nodeName === 'BODY') return;
  const [head, body] = [child(page, 'HEAD'), child(page, 'BODY')];
  const begins = (node: PageNode): boolean =>
    node === body || (node !== head && isElement(node) && !METADATA.has(node.tagName));
  const bodyAt = children.findIndex(begins);
  const before = children.slice(0, bodyAt === -1 ? children.length : bodyAt);
  const content = children
    .slice(before.length)
    .flatMap((node) => (node === body ? [...body.childNodes] : [node]));
  for (const node of before) if (node !== head) head.append(node);
  for (const node of content) if (node !== head) body.append(node);
  root.append(head, body);
}

/** A page as a tree that has a head and a body, whatever was left out or stands in front of it. */
export function parsePage(html: string): PageDocument {
  const isWhole = /<html[\s>]/i.test(html);
  const isHalf = /<(?:head|body)[\s>]/i.test(html);
  const inner = isHalf ? html : `<body>${html}</body>`;
  let page: RawDocument = parseHTML(isWhole ? html : `<!doctype html><html>${inner}</html>`).document;
  if (page.documentElement.tagName !== 'HTML') {
    const root = page.querySelector('html');
    if (root !== null) page = parseHTML(root.outerHTML).document;
  }
  putRight(page);
  return page;
}
