import { type Context, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Who acts in this part of the page: the reader one is, or at the desk the editor. */
export const Speaker: Context<number | undefined> = createContext<number | undefined>(undefined);

export function useSpeaker(): number | undefined {
  return useContext(Speaker);
}
