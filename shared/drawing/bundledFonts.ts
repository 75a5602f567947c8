/** A font that comes along for the scripts that the font of frames lacks; `sample` is one of its characters. */
export interface BundledFont {
  readonly family: string
  /** Below `resources/fonts`. */
  readonly file: string
  readonly sample: string
}

/** With these a still, a page and a movie look the same on every machine, whatever fonts it has. */
export const bundledFonts: readonly BundledFont[] = [
  { family: 'Exeunt CJK', file: 'NotoSansCJK.woff2', sample: '字' },
  { family: 'Exeunt Arabic', file: 'NotoSansArabic.woff2', sample: 'م' },
  { family: 'Exeunt Hebrew', file: 'NotoSansHebrew.woff2', sample: 'ש' },
  { family: 'Exeunt Devanagari', file: 'NotoSansDevanagari.woff2', sample: 'न' },
  { family: 'Exeunt Thai', file: 'NotoSansThai.woff2', sample: 'ส' },
]
