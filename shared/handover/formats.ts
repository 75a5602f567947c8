import type { ClockScope } from '../domain/time/storyClock'
import type { ReadRecords } from '../records/recordStore'
import { writeCastingCsv } from './castingCsv'
import type { CutOptions } from './cutPieces'
import { writeEdl } from './edl'
import { writeFcpxml } from './fcpxml'
import { filmOf, type Film } from './film'
import { writeFountain } from './fountainScript'
import type { Handover } from './handoverFiles'
import { writeImages, type ImageOptions } from './images'
import { writeOtio } from './otio'
import { writePromptPack } from './promptPack'
import { writeShotListCsv } from './shotListCsv'
import { writeSrt, writeVtt } from './subtitles'
import { writeXmeml } from './xmeml'

/** What is told to a writer beside the film. */
export interface WriteOptions {
  /** What the files are called, without an ending. */
  readonly name: string
  /** The file URL of the folder they go to, ending in "/"; some formats name it. */
  readonly folderUrl: string
  readonly images: ImageOptions
  readonly cut: CutOptions
}

interface HandoverFormat {
  readonly label: string
  /** What it is for, in a few words. */
  readonly detail: string
  /** Of the file that is opened first; null = what is written is a folder of files. */
  readonly ext: string | null
  write(film: Film, options: WriteOptions, store: ReadRecords): Handover
}

/** Every form a film leaves in that is written from its records alone, in the order they are offered. */
export const handoverFormats = {
  frames: {
    label: 'Images',
    detail: 'the chosen stills',
    ext: null,
    write: (film, { images }, store) => writeImages(store, film, images),
  },
  otio: {
    label: 'OTIO',
    detail: 'OpenTimelineIO',
    ext: 'otio',
    write: (film, { name, cut }) => writeOtio(film, name, cut),
  },
  fcpxml: {
    label: 'FCPXML 1.10',
    detail: 'Final Cut, Resolve',
    ext: 'fcpxml',
    write: (film, { name, folderUrl, cut }) => writeFcpxml(film, name, folderUrl, cut),
  },
  xmeml: {
    label: 'xmeml',
    detail: 'Premiere',
    ext: 'xml',
    write: (film, { name, folderUrl, cut }) => writeXmeml(film, name, folderUrl, cut),
  },
  edl: { label: 'EDL', detail: 'CMX3600', ext: 'edl', write: (film, { name, cut }) => writeEdl(film, name, cut) },
  csv: { label: 'Shot list', detail: 'CSV', ext: 'csv', write: (film, { name }) => writeShotListCsv(film, name) },
  casting: {
    label: 'Casting',
    detail: 'CSV for Kitsu',
    ext: 'csv',
    write: (film, { name }) => writeCastingCsv(film, name),
  },
  fountain: {
    label: 'Script',
    detail: 'Fountain, with shot numbers',
    ext: 'fountain',
    write: (film, { name }) => writeFountain(film, name),
  },
  srt: { label: 'Subtitles', detail: 'SRT', ext: 'srt', write: (film, { name }) => writeSrt(film, name) },
  vtt: {
    label: 'Subtitles for the web',
    detail: 'WebVTT',
    ext: 'vtt',
    write: (film, { name }) => writeVtt(film, name),
  },
  prompts: {
    label: 'Prompt pack',
    detail: 'prompts and references',
    ext: null,
    write: (film, { name }, store) => writePromptPack(store, film, name),
  },
} as const satisfies Record<string, HandoverFormat>

export type HandoverFormatName = keyof typeof handoverFormats
export const handoverFormatNames = Object.keys(handoverFormats) as [HandoverFormatName, ...HandoverFormatName[]]

/** Forms that are a cut: clips that follow each other. */
const cutFormats = ['otio', 'fcpxml', 'xmeml', 'edl'] as const satisfies HandoverFormatName[]
export const isCut = (format: string): boolean => cutFormats.some((one) => one === format)

/** What a format makes of a scope of the film: the same for the same records, byte for byte. @throws Refusal for what the format cannot hold */
export function writeHandover(
  store: ReadRecords,
  format: HandoverFormatName,
  scope: ClockScope,
  options: WriteOptions,
): Handover {
  const film = filmOf(store, scope)
  const written: Handover = handoverFormats[format].write(film, options, store)
  if (film.shots.length) return written
  return { ...written, warnings: [{ code: 'NO_SHOTS', message: 'There are no shots to export.' }] }
}

/** Forms that more is needed for than the records: a process that draws, or the files themselves. */
const madeFormats = {
  movie: { label: 'Movie', detail: 'what the timeline plays', ext: 'mp4' },
  pdf: { label: 'PDF', detail: 'boards, lists, breakdown', ext: 'pdf' },
  archive: { label: 'Project archive', detail: 'everything, one file', ext: 'exeunt.zip' },
} as const
export const exportFormats = { ...handoverFormats, ...madeFormats }
export type ExportFormatName = keyof typeof exportFormats
export const exportFormatNames = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]]
