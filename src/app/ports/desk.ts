/** What an editor is in the middle of; forgotten after a day. */
export type DeskDraft = { readonly kind: 'writing a broadcast' };

export type DeskDrafts = {
  readonly get: (chat: number) => Promise<DeskDraft | undefined>;
  readonly set: (chat: number, draft: DeskDraft) => Promise<void>;
  readonly clear: (chat: number) => Promise<void>;
};
