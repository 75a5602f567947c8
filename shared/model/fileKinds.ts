/** A kind of picture, clip or sound that is taken in. */
interface FileKind {
  /** Endings its files have, without a dot; the first is that of the stored file. */
  readonly endings: readonly [string, ...string[]]
  readonly mime: string
}

/** Kinds of pictures that are taken in, by the name the decoder gives them. */
export const pictureKinds = {
  png: { endings: ['png'], mime: 'image/png' },
  jpeg: { endings: ['jpg', 'jpeg'], mime: 'image/jpeg' },
  webp: { endings: ['webp'], mime: 'image/webp' },
  gif: { endings: ['gif'], mime: 'image/gif' },
  tiff: { endings: ['tif', 'tiff'], mime: 'image/tiff' },
  avif: { endings: ['avif'], mime: 'image/avif' },
  svg: { endings: ['svg'], mime: 'image/svg+xml' },
} as const satisfies Record<string, FileKind>

/** Kinds of sounds that are taken in. */
export const soundKinds = {
  wav: { endings: ['wav', 'wave'], mime: 'audio/wav' },
  mp3: { endings: ['mp3'], mime: 'audio/mpeg' },
  m4a: { endings: ['m4a', 'mp4', 'aac'], mime: 'audio/mp4' },
  flac: { endings: ['flac'], mime: 'audio/flac' },
  ogg: { endings: ['ogg', 'oga', 'opus'], mime: 'audio/ogg' },
} as const satisfies Record<string, FileKind>
export type SoundKind = keyof typeof soundKinds

/** Endings of sounds that are taken in, without a dot. */
export const soundEndings: readonly string[] = ['wav', 'wave', 'mp3', 'm4a', 'flac', 'ogg', 'oga', 'opus']

/** Kinds of clips that are taken in, by the name of their container. */
export const clipKinds = {
  mp4: { endings: ['mp4', 'm4v'], mime: 'video/mp4' },
  webm: { endings: ['webm'], mime: 'video/webm' },
  mov: { endings: ['mov'], mime: 'video/quicktime' },
} as const satisfies Record<string, FileKind>

/** Endings of pictures that are taken in, without a dot. */
export const pictureEndings: readonly string[] = Object.values(pictureKinds).flatMap((kind) => kind.endings)

/** Endings of what is imported: scripts, shot lists and Storyboarder projects, without a dot. */
export const scriptEndings: readonly string[] = [
  'fountain',
  'fdx',
  'txt',
  'spmd',
  'docx',
  'highland',
  'fadein',
  'pdf',
  'csv',
  'tsv',
  'storyboarder',
]

/** Endings of what people take for a picture and what such a file is called, with its article; it cannot be read here. */
const foreignEndings: Readonly<Record<string, string>> = {
  heic: 'an HEIC picture',
  heif: 'an HEIC picture',
  jxl: 'a JPEG XL picture',
  jp2: 'a JPEG 2000 picture',
  bmp: 'a BMP picture',
  ico: 'an icon',
  psd: 'a Photoshop file',
  psb: 'a Photoshop file',
  ai: 'an Illustrator file',
  xcf: 'a GIMP file',
  kra: 'a Krita file',
  clip: 'a Clip Studio file',
  procreate: 'a Procreate file',
  exr: 'an OpenEXR picture',
  hdr: 'a Radiance picture',
  tga: 'a Targa picture',
  eps: 'a PostScript file',
  cr2: 'a camera raw file',
  cr3: 'a camera raw file',
  nef: 'a camera raw file',
  arw: 'a camera raw file',
  dng: 'a camera raw file',
  mp4: 'a video',
  mov: 'a video',
  webm: 'a video',
  mkv: 'a video',
}

/** The ending of a file's name in small letters, without a dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** What a file that cannot be read as a picture is by its name: "an HEIC picture"; null for one that may be read, or says nothing. */
export function foreignByName(name: string): string | null {
  const ending = endingOf(name)
  return Object.hasOwn(foreignEndings, ending) ? foreignEndings[ending]! : null
}

/** The media type of a stored file by its ending; null for one that is no known picture, clip or sound. */
export function mimeOfEnding(ending: string): string | null {
  const kinds: FileKind[] = [pictureKinds, clipKinds, soundKinds].flatMap((of) => Object.values<FileKind>(of))
  return kinds.find((kind) => kind.endings[0] === ending)?.mime ?? null
}

/**
 * How files of foreign kinds begin, with a dot for every byte that is no ASCII letter or sign. Sources: ISO/IEC 14496-12 4.3 and 23008-12 10 (brands),
 * the formats' own specifications.
 */
const foreignTexts: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^.{4}ftyp(?:hei[cxms]|hev[cxms])/, 'an HEIC picture'],
  [/^.{4}ftyp(?:mif1|msf1)(?!.*avi[fs]).*he[iv]/, 'an HEIC picture'],
  [/^.{4}ftypcrx /, 'a camera raw file'],
  [/^.{4}ftyp(?:qt {2}|isom|iso\d|mp4\d|M4V |avc1|dash|3gp)/, 'a video'],
  [/^.{4}JXL /, 'a JPEG XL picture'],
  [/^.{4}jP {2}/, 'a JPEG 2000 picture'],
  [/^BM.{4}\.{4}/, 'a BMP picture'],
  [/^8BPS/, 'a Photoshop file'],
  [/^gimp xcf/, 'a GIMP file'],
  [/^#\?(?:RADIANCE|RGBE)/, 'a Radiance picture'],
  [/^%PDF-/, 'a PDF'],
  [/^%!PS/, 'a PostScript file'],
]
const foreignBytes: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x1a, 0x45, 0xdf, 0xa3], 'a video'],
  [[0xff, 0x0a], 'a JPEG XL picture'],
  [[0x00, 0x00, 0x01, 0x00], 'an icon'],
  [[0x76, 0x2f, 0x31, 0x01], 'an OpenEXR picture'],
]

/** How many bytes of a file `foreignByContent` looks at. */
export const beginningBytes = 32

/** What a file is by its first bytes, when it is of a kind that cannot be read as a picture; null for all others. */
export function foreignByContent(beginning: Uint8Array): string | null {
  const first = beginning.subarray(0, beginningBytes)
  const text = Array.from(first, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
  return (
    foreignTexts.find(([pattern]) => pattern.test(text))?.[1] ??
    foreignBytes.find(([bytes]) => bytes.every((byte, i) => first[i] === byte))?.[1] ??
    null
  )
}
