/** Says who asks, as polite programs do. */
export const USER_AGENT: string = 'Dateline/0.1 (Telegram channel bot of a newsroom)';

/** `host:port` of an address, with the port that its scheme stands for. */
export function hostOf(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
