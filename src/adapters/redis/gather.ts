/**
 * Gathers what is asked for while an earlier batch is on its way, and sends it as the next: one trip for many under
 * load, no delay for one alone. `flush` answers in the order of its items; its failure fails each of them. Where somebody
 * waits for the answer, `underWay` lets more than one batch be on its way.
 */
export function gather<Item, Answer>(
  flush: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most, underWay = 1 }: { readonly most: number; readonly underWay?: number },
): (item: Item) => Promise<Answer> {
  type Waiting = {
    readonly item: Item;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let running = 0;

  const run = async (): Promise<void> => {
    running++;
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
    running--;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running < underWay && waiting.length === 1) void run();
    });
}
