import type { JSX } from 'preact';
import { Icon } from '../shell/icon.tsx';
import { useDeeds } from '../state/page-context.ts';

type Props = { code: string; language?: string | undefined };

export function CodeBlock({ code, language }: Props): JSX.Element {
  const deeds = useDeeds();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code);
    deeds.note('Copied');
  };
  return (
    <figure class="code-block">
      <figcaption>
        <span>{language ?? 'code'}</span>
        <button type="button" class="icon-button" aria-label="Copy this code" onClick={() => void copy()}>
          <Icon name="copy" />
        </button>
      </figcaption>
      <pre>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
