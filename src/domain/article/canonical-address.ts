/** Parameters by which campaigns, mails and networks follow a reader; none of them names a page. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|ns_\w+|mc_[ce]id|mkt_tok|fbclid|gclid|yclid|gclsrc|dclid|msclkid|twclid|igshid|igsh|wbraid|gbraid|yclid|_ga|_gl|_hsenc|_hsmi|hsctatracking|ref|ref_?src|ref_?url|referrer|source|src|smid|smtyp|cmpid?|icid|ito|ncid|ocid|sr_share|share|shared|sh|s_cid|sc_cid|spm|xtor|wt_mc|wt\.mc_id|taid|trk|tpcc|guccounter|guce_\w+|feature|fb_\w+|soc_src|soc_trk|mbid|bxid|cndid|esrc|partner|rss|feed|from|via|cid|campaign|newsletter|embedded|outputtype|amp)$/i;

const HOST_PREFIX = /^(?:www\d?|m|mobile|amp|edition)\./;

function pathOf(url: URL): string {
  return url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/(?:\/amp|\.amp(?=\.html$))\/?$/i, '')
    .replace(/\/+$/, '');
}

/**
 * An address by which two copies of it are known to be one: without scheme, `www.`, tracking, fragment, AMP and a last
 * slash, the parameters in order. Undefined for what is no web address, or only a site's front page.
 */
export function canonicalAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const host = url.host
    .toLowerCase()
    .replace(/\.(?=:|$)/, '')
    .replace(HOST_PREFIX, '');
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  const path = pathOf(url);
  if (path === '' && query === '') return undefined;
  return `${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** Parameters that follow a reader and never name a page, whatever the site. */
const FOLLOWS =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|mc_[ce]id|mkt_tok|igshid|_hsenc|_hsmi)=/i;

/** An address as it may be handed on to readers: as it is, without what campaigns hang on it. */
export function withoutTracking(address: string): string {
  const [, before = address, query, fragment = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const kept = query.split('&').filter((parameter) => !FOLLOWS.test(parameter));
  return `${before}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
