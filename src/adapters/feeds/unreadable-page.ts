/** A page from which no article can be read. The message is a sentence for people. */
export class UnreadablePage extends Error {
  override readonly name = 'UnreadablePage';
}
