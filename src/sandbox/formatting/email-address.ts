const LOCAL = /^(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9_-]{0,28}[a-z0-9])?\.){1,6}[a-z]{2,8}$/i;

/** What Telegram takes for an address of e-mail. */
export function isEmailAddress(text: string): boolean {
  const at = text.indexOf('@');
  return at > 0 && text.length < 1000 && LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}
