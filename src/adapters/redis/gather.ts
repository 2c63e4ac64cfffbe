/**
 * Gathers what is asked for while an earlier batch is on its way, and sends it as the next: one trip for many under
 * load, no delay for one alone. `flush` answers in the order of its items; its failure fails each of them.
 */
export function gather<Item, Answer>(
  flush: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most }: { readonly most: number },
): (item: Item) => Promise<Answer> {
  type Waiting = {
    readonly item: Item;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let isBusy = false;

  const run = async (): Promise<void> => {
    isBusy = true;
    await Promise.resolve(); // what is asked for in this turn goes together
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const answers = await flush(batch.map(({ item }) => item));
        batch.forEach(({ resolve, reject }, index) => {
          const answer = answers[index];
          if (answer === undefined) reject(new Error('A batch was answered in part'));
          else resolve(answer);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isBusy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isBusy) void run();
    });
}
