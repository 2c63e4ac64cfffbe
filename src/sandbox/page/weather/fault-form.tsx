import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FAULT_KINDS, type Fault, type FaultKind } from '../wire/weather-plan.ts';
import { KIND_WORDS } from './fault-words.ts';

type Draft = { kind: FaultKind; methods: string; chat: string; share: string; count: string; wait: string };

const EMPTY: Draft = { kind: '429', methods: 'send*', chat: '', share: '50', count: '', wait: '' };

/** How long, where the kind has a how long: the field of the plan, its label, and what is meant when it is left empty. */
const WAITS: Partial<Record<FaultKind, { field: 'retry_after' | 'delay_ms'; label: string; usual: number }>> =
  {
    '429': { field: 'retry_after', label: 'retry after, s', usual: 3 },
    slow: { field: 'delay_ms', label: 'delay, ms', usual: 1000 },
  };

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** @returns the line of the plan that the fields mean; an empty field leaves its limit out. */
function faultOf(draft: Draft): Fault {
  const wait = WAITS[draft.kind];
  const methods = words(draft.methods);
  const chats = words(draft.chat);
  const share = Number(draft.share) / 100;
  return {
    fault: draft.kind,
    ...(methods.length > 0 ? { methods } : {}),
    ...(chats.length > 0 ? { chats } : {}),
    ...(share > 0 && share < 1 ? { share } : {}),
    ...(Number(draft.count) > 0 ? { count: Number(draft.count) } : {}),
    ...(wait === undefined ? {} : { [wait.field]: Number(draft.wait) || wait.usual }),
  };
}

type FieldProps = {
  label: string;
  value: string;
  hint: string;
  onType: (value: string) => void;
  isNumber?: boolean;
};

function Field({ label, value, hint, onType, isNumber }: FieldProps): JSX.Element {
  return (
    <label class="setting">
      <span>{label}</span>
      <input
        type={isNumber === true ? 'number' : 'text'}
        min={0}
        value={value}
        placeholder={hint}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
  );
}

/** One more line for the plan. */
export function FaultForm({ onAdd }: { onAdd: (fault: Fault) => void }): JSX.Element {
  const [draft, setDraft] = useState(EMPTY);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const wait = WAITS[draft.kind];
  const add = (event: Event): void => {
    event.preventDefault();
    onAdd(faultOf(draft));
  };
  return (
    <form class="settings" onSubmit={add}>
      <label class="setting">
        <span>what</span>
        <select
          value={draft.kind}
          onChange={({ currentTarget }) =>
            change({ kind: FAULT_KINDS.find((kind) => kind === currentTarget.value) ?? '429' })
          }
        >
          {FAULT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </select>
      </label>
      <Field label="methods" value={draft.methods} hint="all" onType={(methods) => change({ methods })} />
      <Field label="chat" value={draft.chat} hint="all" onType={(chat) => change({ chat })} />
      <Field label="share, %" value={draft.share} hint="100" isNumber onType={(share) => change({ share })} />
      <Field label="times" value={draft.count} hint="no end" isNumber onType={(count) => change({ count })} />
      {wait !== undefined && (
        <Field
          label={wait.label}
          value={draft.wait}
          hint={String(wait.usual)}
          isNumber
          onType={(value) => change({ wait: value })}
        />
      )}
      <button type="submit" class="chip">
        Add to the weather
      </button>
    </form>
  );
}
