import { manifestOf, type Manifest } from '../domain/manifest/manifest'
import { planOf, type PlannedPass } from '../domain/passes/passPlan'
import { stageProfile } from '../domain/passes/stageProfile'
import { renderPrompt } from '../domain/prompts/renderPrompt'
import { passPrompts } from '../domain/results/passPrompt'
import { sentText, splitOf } from '../domain/results/resultInputs'
import { subjectsOf } from '../domain/manifest/manifest'
import type { FrameEnd } from '../model/common'
import type { ReadRecords } from '../records/recordStore'
import type { Film, FilmShot } from './film'
import { fileName, aboutShots, shotPrefix, type Handover, type HandoverFile } from './handoverFiles'

/**
 * Everything a picture or video tool that Exeunt does not talk to needs, as folders: a shot a folder, in it a folder for each still and pass with the prompt and the numbered
 * references in the order they are sent, and one for the video. `prompts.json` holds the same as data.
 */
export function writePromptPack(store: ReadRecords, film: Film, name: string): Handover {
  const files: HandoverFile[] = []
  const refused: FilmShot[] = []
  const shots = film.shots.map((shot) => {
    const folder = `${name}/${shotPrefix(film, shot)}`
    const start = stillOf(store, film, shot, 'start', `${folder}/start`, files)
    const end = stillOf(store, film, shot, 'end', `${folder}/end`, files)
    if (start.refusal ?? end.refusal) refused.push(shot)
    return {
      shotId: shot.shot.id,
      number: shot.shot.number,
      scene: shot.scene.number,
      heading: shot.scene.heading,
      start,
      end,
      video: videoOf(store, shot, `${folder}/video`, files),
    }
  })
  const data = { title: film.title, width: film.width, height: film.height, shots }
  return {
    files: [
      { path: `${name}/README.txt`, text: readme },
      { path: `${name}/prompts.json`, text: `${JSON.stringify(data, null, 2)}\n` },
      ...files,
    ],
    warnings: aboutShots(
      'PLAN_REFUSED',
      'Stills that no number of passes can be planned for, which are left out',
      refused,
    ),
  }
}

const readme = `A folder for each shot, in the order of the film.

start, end   the first and the last picture of the shot
  prompt.txt   what to send
  1_Name.png   the references, in the order to send them: "Image #1" in the prompt is the file that begins with 1
  pass_1, …    where a picture is built in passes: send them one after the other; from the second pass on Image #1 is the picture of the pass before
video        the prompt for the clip between the two pictures, with those that are chosen already

prompts.json holds the same as data.
`

function stillOf(
  store: ReadRecords,
  { width, height }: Film,
  { shot }: FilmShot,
  frame: FrameEnd,
  folder: string,
  files: HandoverFile[],
) {
  const profile = stageProfile(store, 10)
  const plan = planOf(store, shot.id, frame, profile)
  const manifest = manifestOf(store, shot.id, frame, splitOf(store, shot.id, frame, profile), profile.traits)
  const told = manifestData(manifest)
  if (plan.refusal) return { ...told, refusal: plan.refusal.message, passes: [] }
  const prompts = passPrompts(store, shot.id, frame, plan, profile)
  const pictures = new Map(subjectsOf(store, shot.id, frame).map((s) => [s.asset.id, s.look.mediaId]))
  const passes = plan.passes.map((pass, i) => {
    const own = plan.passes.length > 1 ? `${folder}/pass_${pass.index}` : folder
    files.push({ path: `${own}/prompt.txt`, text: `${prompts[i]!}\n` })
    return {
      prompt: prompts[i]!,
      references: referencesOf(store, pass, { ...plan, pictures, size: { width, height } }, own, files),
    }
  })
  return { ...told, refusal: null, passes }
}

function referencesOf(
  store: ReadRecords,
  pass: PlannedPass,
  still: {
    startTake: string | null
    pictures: ReadonlyMap<string, string | null>
    size: { width: number; height: number }
  },
  folder: string,
  files: HandoverFile[],
) {
  return pass.references.map((reference) => {
    const name = `${reference.index}_${fileName(reference.name, 'reference')}`
    const mediaId =
      reference.role === 'base'
        ? pass.index === 1
          ? still.startTake
          : null
        : (reference.pictureId ?? (reference.assetId && (still.pictures.get(reference.assetId) ?? null)))
    const path = reference.marks
      ? added({ path: `${folder}/${name}.png`, marks: reference.marks, ...still.size }, files)
      : fileOf(store, mediaId, name, folder, files)
    return { index: reference.index, name: reference.name, type: reference.type, role: reference.role, file: path }
  })
}

/** Adds a picture under a name without its ending; answers its path within the pack, or null where there is none. */
function fileOf(
  store: ReadRecords,
  mediaId: string | null,
  name: string,
  folder: string,
  files: HandoverFile[],
): string | null {
  const media = mediaId ? store.get('media', mediaId) : undefined
  return media ? added({ path: `${folder}/${name}.${media.ext}`, mediaId: media.id }, files) : null
}

function added(file: HandoverFile, files: HandoverFile[]): string {
  files.push(file)
  return file.path.slice(file.path.indexOf('/') + 1)
}

function videoOf(store: ReadRecords, { shot, startStill, endStill }: FilmShot, folder: string, files: HandoverFile[]) {
  const prompt = renderPrompt(
    store,
    shot.id,
    'video',
    sentText(store, shot.id, 'video'),
    undefined,
    stageProfile(store, 10).traits,
  )
  files.push({ path: `${folder}/prompt.txt`, text: `${prompt}\n` })
  return {
    prompt,
    first: fileOf(store, startStill?.id ?? null, 'first', folder, files),
    last: fileOf(store, endStill?.id ?? null, 'last', folder, files),
  }
}

function manifestData({ entries, alsoInFrame, leftOut, text }: Manifest) {
  return {
    manifest: text,
    inWordsOnly: alsoInFrame.map((s) => ({ name: s.asset.name, description: s.description })),
    leftOut: leftOut.map((l) => ({ name: l.asset.name, reason: l.reason, detail: l.detail })),
    entries: entries.map((e) => ({
      index: e.index,
      assetId: e.asset.id,
      name: e.asset.name,
      type: e.asset.type,
      look: e.look.name,
      description: e.description,
      pass: e.pass,
    })),
  }
}
