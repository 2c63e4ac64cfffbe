import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import type { Clip, File, Picture } from '../wire/message.ts';
import { fileAddress } from '../wire/server.ts';

type PhotoProps = { sizes: readonly Picture[]; description: string; isHidden?: boolean | undefined };

/** The largest of a photo's sizes; its box has its final shape before the picture is there, so nothing jumps. */
export function PhotoView({ sizes, description, isHidden }: PhotoProps): JSX.Element | null {
  const [isRevealed, setRevealed] = useState(isHidden !== true);
  const [isMissing, setMissing] = useState(false);
  const largest = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest === undefined) return null;
  const { file_id, width, height } = largest;
  const shape = { '--shape': `${width || 3} / ${height || 2}` };
  if (isMissing) {
    return (
      <div class="photo missing" style={shape}>
        <Icon name="photo" />
        <span>Photo</span>
      </div>
    );
  }
  const source = fileAddress(file_id);
  const picture = (
    <img src={source} alt={description} width={width} height={height} onError={() => setMissing(true)} />
  );
  if (!isRevealed) {
    return (
      <button
        type="button"
        class="photo veiled"
        style={shape}
        aria-label="Hidden photo: press to show"
        onClick={() => setRevealed(true)}
      >
        {picture}
      </button>
    );
  }
  return (
    <a class="photo" style={shape} href={source} target="_blank" rel="noopener" aria-label="Open the photo">
      {picture}
    </a>
  );
}

export function ClipView({ clip, isSilent }: { clip: Clip; isSilent: boolean }): JSX.Element {
  const source = fileAddress(clip.file_id);
  const shape = { aspectRatio: `${clip.width || 16} / ${clip.height || 9}` };
  return (
    <video class="clip" style={shape} src={source} controls={!isSilent} loop={isSilent} muted={isSilent} />
  );
}

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** A file's size for the eye, in units of a thousand. */
export function sizeInWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const amount = bytes / 1000 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[step]}`;
}

export function FileView({ file, kind }: { file: File; kind: string }): JSX.Element {
  return (
    <a class="file" href={fileAddress(file.file_id)} target="_blank" rel="noopener">
      <span class="file-icon">
        <Icon name="file" />
      </span>
      <span class="file-words">
        <span class="file-name">{file.file_name ?? kind}</span>
        <span class="file-size">{file.file_size === undefined ? kind : sizeInWords(file.file_size)}</span>
      </span>
    </a>
  );
}
