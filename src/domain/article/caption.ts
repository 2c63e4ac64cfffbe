/** What is said of a picture, and whose it is. */
export type CaptionAndCredit = { readonly caption?: string; readonly credit?: string };

const AGENCIES =
  /\b(?:AP|A\.P\.|AFP|Reuters|REUTERS|Getty|EPA|EFE|ANSA|dpa|DPA|PA|TASS|Tass|Sputnik|RIA Novosti|Xinhua|Kyodo|Yonhap|ANI|PTI|IANS|Bloomberg|UPI|Shutterstock|Alamy|iStock|Unsplash|Pixabay|ZUMA|Zuma|Rex|WireImage|NurPhoto|Anadolu|Associated Press|Agence France-Presse|Press Association|Wikimedia|Creative Commons|KCNA|Flickr|picture alliance|Keystone|SIPA|Handout|HANDOUT|Released|Pool|POOL|Courtesy|File|Twitter|Facebook|Instagram|Screenshot|Screengrab|via)\b/;

const LABEL =
  /^(?:fot\.|fotó\b:?|снимка:?|kuva:?|bilde:?)\s*|^(?:file\s+)?(?:photo(?:graph)?s?|image|picture|pic|credit|foto|courtesy|video|screenshot|screengrab|graphic|illustration)(?:\s+(?:credit|courtesy|source))?(?:\s*(?::|by|of|from|—|–|-)\s*)/iu;

const PART =
  /^[\p{Lu}\d@][\p{L}\p{M}\d.'’&@_-]*(?:\s+(?:[\p{Lu}\d][\p{L}\p{M}\d.'’&-]*|&|of|the|for|via|de|van|von|and|photo|by)){0,6}$/u;

/** Marks of quoted speech of four words or more: such a line is never taken for anything but the story. */
export function hasSpeech(line: string): boolean {
  return /["“„«][^\s"”“«»]*(?:\s+[^\s"”“«»]+){3}/.test(line);
}

function withoutLabel(credit: string): string {
  return credit
    .replace(LABEL, '')
    .replace(/[.\s–—-]+$/, '')
    .trim();
}

/** How sure a note in brackets is a picture's credit. */
function kindOfNote(note: string): 'credit' | 'agency' | 'none' {
  if (note.length > 100) return 'none';
  if (LABEL.test(note) || /^(?:\S+\s+){0,3}(?:file\s+)?photos?$/iu.test(note)) return 'credit';
  const parts = note.split('/').map((part) => part.trim());
  if (!parts.every((part) => PART.test(part))) return 'none';
  if (parts.length > 1) {
    const named =
      parts.some((part) => AGENCIES.test(part)) || parts.some((part) => /\p{L}\s+\p{L}/u.test(part));
    return named && parts.every((part) => part.length > 1) ? 'credit' : 'none';
  }
  return AGENCIES.test(note) ? 'agency' : 'none';
}

const CREDIT_LAST =
  /(?:^|[\s|.])(?:(?:fot\.|fotó:|снимка:|kuva:|bilde:)(?=\s+\p{L})|(?:file\s+)?(?:photo(?:graph)?s?|image|picture|foto|fotografía|bild(?:quelle|nachweis)?|quelle|credit|crédits?(?:\s+photo)?|фото|світлина)(?:\s+(?:credit|courtesy|source))?\s*(?::|by(?=\s+\p{Lu})|…|\.\.\.)|©)\s*(?<credit>\p{Lu}[^.!?]{1,80}?)\.?$/iu;

/** One of these a credit has that names its kind of picture: few lines need the closer look. */
const PICTURED = /photo|image|picture|fot[oó.]|cr[eé]dit|фото|світлина|снимка|kuva|bild|quelle|©/i;

function labelled(line: string): RegExpExecArray | null {
  return PICTURED.test(line) ? CREDIT_LAST.exec(line) : null;
}

const REUTERS_LAST = /\s(?<credit>(?:REUTERS|AFP|AP Photo|EPA|Reuters)\/\p{Lu}[\p{L}\s.'’-]{2,40})\.?$/u;

/** `The president in May. ADA LIND / CPX`: names in capitals with their agency behind the last sentence. */
const SHOUTED_LAST =
  /(?<=[.!?»”])\s+(?<credit>\p{Lu}{2,}(?:[\s.'’-]+\p{Lu}{2,})*(?:\s*\/\s*\p{Lu}[\p{L}\s.'’-]{1,40})+)$/u;

function shouted(line: string): RegExpExecArray | null {
  return line.includes('/') ? SHOUTED_LAST.exec(line) : null;
}

function splitAt(line: string, at: number, credit: string): CaptionAndCredit {
  const caption = line
    .slice(0, at)
    .replace(/^[\s–—-]+|[\s|–—-]+$/gu, '')
    .trim();
  return { ...(caption === '' ? {} : { caption }), credit: withoutLabel(credit) || credit };
}

/** The note in brackets that a line ends with; undefined when it ends otherwise. */
function noteLast(line: string): { readonly note: string; readonly index: number } | undefined {
  const match = /[([](?<note>[^()[\]]{2,100})[)\]]\.?$/u.exec(line);
  const note = match?.groups?.['note']?.trim();
  return match === null || note === undefined ? undefined : { note, index: match.index };
}

function labelledLast(line: string, nearTop: boolean): CaptionAndCredit | undefined {
  const last = labelled(line) ?? REUTERS_LAST.exec(line) ?? shouted(line);
  const credit = last?.groups?.['credit']?.trim();
  if (last === null || credit === undefined) return undefined;
  if (!nearTop && !PART.test(credit.split('/')[0]?.trim() ?? '')) return undefined;
  return splitAt(line, last.index + (/^[.|]/.test(last[0]) ? 1 : 0), credit);
}

/**
 * Caption and credit of a line that describes a picture: it ends in `(Name/Agency)`, `(Agency/Released)`,
 * `Photo: …`. `nearTop`: nothing of the story stands before it, so that a bare `(AP)` is enough.
 */
export function captionOfLine(line: string, at: { nearTop: boolean }): CaptionAndCredit | undefined {
  if (line.length > (at.nearTop ? 600 : 400) || hasSpeech(line)) return undefined;
  const last = noteLast(line);
  if (last === undefined) return labelledLast(line, at.nearTop);
  // `[Photos of the storm]` leads to others; a credit between such brackets names its agency.
  if (/\]\.?$/.test(line) && !AGENCIES.test(last.note)) return undefined;
  const kind = kindOfNote(last.note);
  const isCredit = kind === 'credit' || (kind === 'agency' && at.nearTop);
  return isCredit ? splitAt(line, last.index, last.note) : undefined;
}

/** The note in brackets at the end of what is known to be a caption: `(USATSI)`, `(Ada Lind, Coastal Press)`. */
export function creditOfCaption(caption: string): CaptionAndCredit | undefined {
  const last = noteLast(caption);
  if (last === undefined) return undefined;
  const parts = last.note.split(/\s*[,/]\s*/u);
  const isCredit =
    /^\p{Lu}{3,}$/u.test(last.note) || (parts.length > 1 && parts.every((part) => PART.test(part)));
  return isCredit ? splitAt(caption, last.index, last.note) : undefined;
}

/** The credit of a line that is nothing else: `(HT Photo)`, `Jane Doe via Getty Images.` */
export function creditOfLine(line: string): string | undefined {
  if (line.length > 80) return undefined;
  const bare = line.replace(/^[([]|[)\]]$|\.$/gu, '').trim();
  const isCredit = /^[([].*[)\]]\.?$/u.test(line) && kindOfNote(bare) !== 'none';
  const isAgency =
    /^(?:[\p{Lu}][\p{L}\s.'’&/-]*\s*(?:via|\/)\s*)?(?:Getty(?: Images)?|Shutterstock|Alamy|AFP\/Getty Images|Bloomberg\/Getty Images|AP Photo(?:\/[\p{L} .'-]+)?|Reuters|REUTERS\/[\p{L} .'-]+)$/u.test(
      bare,
    );
  if (isCredit || isAgency) return withoutLabel(bare) || bare;
  const found = labelled(line);
  const named = found?.index === 0 ? found.groups?.['credit'] : undefined;
  const isName = named?.split('/').every((part) => PART.test(part.trim()));
  return isName === true ? named : undefined;
}
