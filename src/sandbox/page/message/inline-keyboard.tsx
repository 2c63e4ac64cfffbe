import type { JSX } from 'preact';
import { Icon } from '../shell/icon.tsx';
import { useDeeds, usePage } from '../state/page-context.ts';
import { useSpeaker } from '../state/speaker.ts';
import { Link } from '../text/link.tsx';
import { destinationOf } from '../wire/deep-link.ts';
import type { InlineButton } from '../wire/message.ts';

type Place = { chat: number; messageId: number };

function addressOf(button: InlineButton): string | undefined {
  return button.url ?? button.login_url?.url ?? button.web_app?.url;
}

function UrlButton({ button, address }: { button: InlineButton; address: string }): JSX.Element {
  const leadsOut = usePage((state) => destinationOf(address, state.world).kind === 'web');
  return (
    <Link class="inline-button" address={address}>
      <span>{button.text}</span>
      {leadsOut && <Icon name="out" />}
    </Link>
  );
}

function PressButton({ button, chat, messageId }: { button: InlineButton } & Place): JSX.Element {
  const deeds = useDeeds();
  const speaker = useSpeaker();
  const data = button.callback_data ?? '';
  const isWaiting = usePage((state) => state.pressed?.button === `${chat}:${messageId}:${data}`);
  const press = (): void => {
    if (speaker !== undefined) void deeds.press(speaker, chat, messageId, data);
  };
  return (
    <button type="button" class="inline-button" aria-busy={isWaiting} onClick={press}>
      <span>{button.text}</span>
    </button>
  );
}

function CopyButton({ label, text }: { label: string; text: string }): JSX.Element {
  const deeds = useDeeds();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    deeds.note('Copied');
  };
  return (
    <button type="button" class="inline-button" onClick={() => void copy()}>
      <span>{label}</span>
      <Icon name="copy" />
    </button>
  );
}

function OneButton({ button, chat, messageId }: { button: InlineButton } & Place): JSX.Element {
  const address = addressOf(button);
  if (address !== undefined) return <UrlButton button={button} address={address} />;
  if (button.copy_text !== undefined) return <CopyButton label={button.text} text={button.copy_text.text} />;
  if (button.callback_data === undefined) {
    return (
      <button type="button" class="inline-button" disabled>
        <span>{button.text}</span>
      </button>
    );
  }
  return <PressButton button={button} chat={chat} messageId={messageId} />;
}

type Props = { rows: readonly (readonly InlineButton[])[] } & Place;

/** The buttons under a message. */
export function InlineKeyboard({ rows, chat, messageId }: Props): JSX.Element {
  return (
    <fieldset class="inline-keyboard">
      <legend class="hidden">Buttons of this message</legend>
      {rows.map((row, index) => (
        <div key={index} class="inline-row">
          {row.map((button, column) => (
            <OneButton key={column} button={button} chat={chat} messageId={messageId} />
          ))}
        </div>
      ))}
    </fieldset>
  );
}
