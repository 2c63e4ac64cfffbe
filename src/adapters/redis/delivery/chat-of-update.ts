/** The chat in whose order an update stands: the chat it came from, else the person, else the update alone. */
export function chatOfUpdate(update: { readonly update_id: number }): string {
  for (const event of Object.values(update)) {
    if (typeof event !== 'object' || event === null) continue;
    const id =
      idAt(event, ['chat']) ??
      idAt(event, ['message', 'chat']) ??
      idAt(event, ['from']) ??
      idAt(event, ['user']);
    if (id !== undefined) return id;
  }
  return `update ${update.update_id}`;
}

function idAt(event: object, path: readonly string[]): string | undefined {
  let value: unknown = event;
  for (const name of [...path, 'id']) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return typeof value === 'number' ? String(value) : undefined;
}
