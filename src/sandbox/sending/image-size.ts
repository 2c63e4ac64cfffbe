type Size = { readonly width: number; readonly height: number };

/** Width and height from the head of a PNG, GIF, JPEG, WebP or SVG; undefined for anything else. */
export function imageSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 24) return undefined;
  if (bytes.toString('latin1', 1, 4) === 'PNG') {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.toString('latin1', 0, 3) === 'GIF') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') {
    return webpSize(bytes);
  }
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes) : svgSize(bytes);
}

function webpSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 12, 16) !== 'VP8X') return undefined;
  return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}

/** Looks through the segments for the frame header. */
function jpegSize(bytes: Buffer): Size | undefined {
  let position = 2;
  while (position + 9 < bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { width: bytes.readUInt16BE(position + 7), height: bytes.readUInt16BE(position + 5) };
    }
    position += 2 + bytes.readUInt16BE(position + 2);
  }
  return undefined;
}

function svgSize(bytes: Buffer): Size | undefined {
  const head = bytes.toString('utf8', 0, 1024);
  const box = /<svg[^>]*\bviewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(head);
  return box === null ? undefined : { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) };
}
