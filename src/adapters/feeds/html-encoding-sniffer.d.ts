declare module 'html-encoding-sniffer' {
  /** The name of the encoding, by the HTML standard's sniffing algorithm, or with `xml` by the byte order mark alone. */
  function sniffEncoding(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
    },
  ): string;
  export = sniffEncoding;
}
