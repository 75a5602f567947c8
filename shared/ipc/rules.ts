import * as assets from '../domain/assets/assetRules'
import { dismissNote, reopenNote } from '../domain/continuity/dismiss'
import { duplicateScene } from '../domain/structure/duplicateShot'
import { editPlan } from '../domain/passes/editPlan'
import { joinShots } from '../domain/structure/joinShots'
import { deleteShots, duplicateShots, moveShots } from '../domain/structure/manyShots'
import { mergeAssets } from '../domain/merging/mergeAssets'
import { followCarriers } from '../domain/presence/carrying'
import { conformFilm } from '../domain/structure/conformFilm'
import { moveCut } from '../domain/structure/moveCut'
import { moveBar } from '../domain/presence/moveBar'
import { moveBars } from '../domain/presence/moveBars'
import { moveEdge } from '../domain/presence/moveEdge'
import { setCameraMove } from '../domain/camera/cameraMoves'
import * as marks from '../domain/marks/markRules'
import * as clips from '../domain/sound/clipRules'
import { openScene } from '../domain/presence/openScene'
import { pasteShots } from '../domain/structure/pasteShots'
import { membersOf } from '../domain/lookup'
import * as profiles from '../domain/passes/profileRules'
import { placements } from '../domain/blocking/placement'
import { updateProject } from '../domain/structure/projectRules'
import { recast } from '../domain/assets/recast'
import { removeAssignment } from '../domain/presence/removeAssignment'
import * as results from '../domain/results/resultRules'
import * as scenes from '../domain/structure/sceneRules'
import { setSeam } from '../domain/results/seams'
import { restoreScene, restoreShot } from '../domain/structure/tray'
import { moveAsset } from '../domain/assets/moveAsset'
import { takePictures } from '../domain/assets/takePictures'
import { setAssignment } from '../domain/presence/setAssignment'
import { setManyAssignments } from '../domain/presence/setManyAssignments'
import * as shots from '../domain/structure/shotRules'
import { splitAtPart } from '../domain/structure/splitAtPart'
import { splitShot } from '../domain/structure/splitShot'
import * as suggestions from '../domain/told/suggestionRules'
import { swapBlocking } from '../domain/blocking/swapBlocking'
import * as templates from '../domain/presence/templates'
import { unmerge } from '../domain/merging/unmerge'
import * as transformations from '../domain/looks/transformationRules'
import { markInitialised } from '../domain/presence/initialised'
import type { Draft } from '../records/draft'
import { Refusal } from '../records/refusal'
import { keepApart } from '../script/reimport/keepApart'
import { rebreak } from '../script/reimport/rebreak'
import type { CommandInputs, CommandName } from './inputSchemas'

export interface Command<C extends CommandName = CommandName> {
  /** Shown in undo and in the history: "Undo set presence". */
  readonly label: string
  readonly undo: 'step' | 'none'
  readonly rule: (draft: Draft, input: CommandInputs[C]) => unknown
}

function step<C extends CommandName>(
  label: string,
  rule: (draft: Draft, input: CommandInputs[C]) => unknown,
): Command<C> {
  return {
    label,
    undo: 'step',
    rule: (draft, input) => {
      const answer = rule(draft, input)
      followCarriers(draft, draft.change())
      return answer
    },
  }
}

/** Assignments made or taken by hand count as filling the scene (domain.md 9). */
function filling<I extends { shotId?: string | undefined; assignmentId?: string | undefined }>(
  rule: (draft: Draft, input: I) => unknown,
) {
  return (draft: Draft, input: I) => {
    const shotId =
      input.assignmentId === undefined ? input.shotId : draft.get('assignments', input.assignmentId)?.shotId
    const shot = shotId === undefined ? undefined : draft.get('shots', shotId)
    rule(draft, input)
    if (shot) markInitialised(draft, shot.sceneId)
  }
}

function setBlocking(draft: Draft, input: CommandInputs['blocking.set']): void {
  const assignment = draft.get('assignments', input.assignmentId)
  if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
  const members = membersOf(draft, assignment.shotId).filter((m) => !m.asset.deleted)
  const own = members.find((m) => m.assignment.id === assignment.id)
  const defaults = own ? placements(draft, assignment.shotId, input.frame, members).get(own.asset.id) : undefined
  results.setBlocking(draft, input, defaults ?? { x: 0.5, y: 0.9, scale: 0.6, flip: false, depth: 0 })
}

/** Every command of the contract with its rule. The one way to change a project, for the window and the command line alike. */
export const commands: { readonly [C in CommandName]: Command<C> } = {
  'scene.create': step('add scene', (draft, { firstShot, ...input }) => {
    const scene = scenes.createScene(draft, input)
    if (firstShot) shots.createShot(draft, { sceneId: scene.id })
  }),
  'scene.update': step('edit scene', scenes.updateScene),
  'scene.move': step('move scene', scenes.moveScene),
  'scene.duplicate': step('duplicate scene', duplicateScene),
  'scene.delete': step('delete scene', scenes.deleteScene),
  'scene.open': step('fill assignments', openScene),
  'shot.create': step('add shot', shots.createShot),
  'shot.update': step('edit shot', shots.updateShot),
  'shot.move': step('move shot', moveShots),
  'shot.duplicate': step('duplicate shot', duplicateShots),
  'shot.paste': step('paste shot', pasteShots),
  'shot.delete': step('delete shot', deleteShots),
  'shot.moveCut': step('move cut', moveCut),
  'film.conform': step('take over an edit', conformFilm),
  'shot.split': step('split shot', (draft, { shotId, at, part }) =>
    part === undefined ? splitShot(draft, { shotId, at }) : splitAtPart(draft, { shotId, part }),
  ),
  'shot.join': step('join shots', joinShots),
  'shot.setCamera': step('set camera move', setCameraMove),
  'shot.fitSound': step('fit shot to its sound', clips.fitShotToSound),
  'sound.place': step('add sound', clips.placeSound),
  'sound.update': step('change sound', clips.updateClips),
  'sound.split': step('cut sound', clips.splitClip),
  'sound.remove': step('remove sound', clips.removeClips),
  'mark.add': step('draw mark', marks.addMark),
  'mark.update': step('change marks', marks.updateMarks),
  'mark.remove': step('erase marks', marks.removeMarks),
  'shot.restore': step('restore shot', restoreShot),
  'scene.restore': step('restore scene', restoreScene),
  'script.breakdown': step('break script down', rebreak),
  'seam.set': step('share still at the cut', setSeam),
  'asset.create': step('add asset', assets.createAsset),
  'asset.takePictures': step('add pictures', takePictures),
  'asset.update': step('edit asset', assets.updateAsset),
  'asset.move': step('move asset in its list', moveAsset),
  'asset.retype': step('retype asset', assets.retypeAsset),
  'asset.delete': step('delete asset', assets.deleteAsset),
  'asset.restore': step('restore asset', assets.restoreAsset),
  'asset.addToScene': step('add asset to scene', assets.addToScene),
  'asset.removeFromScene': step('remove asset from scene', assets.removeFromScene),
  'asset.merge': step('merge assets', mergeAssets),
  'asset.unmerge': step('take merge apart', unmerge),
  'asset.neverMerge': step('keep assets apart', keepApart),
  'asset.recast': step('recast role', recast),
  'sceneAsset.update': step('edit asset of scene', assets.updateSceneAsset),
  'look.create': step('add look', assets.createLook),
  'look.update': step('edit look', assets.updateLook),
  'look.delete': step('delete look', assets.deleteLook),
  'assignment.set': step('set presence', filling(setAssignment)),
  'assignment.setMany': step('set presences', (draft, input) => {
    setManyAssignments(draft, input)
    for (const id of new Set(input.cells.map((c) => draft.get('shots', c.shotId)?.sceneId)))
      if (id) markInitialised(draft, id)
  }),
  'assignment.remove': step('remove from shot', filling(removeAssignment)),
  'assignment.moveEdge': step('move entrance or exit', (draft, input) => {
    moveEdge(draft, input)
    markInitialised(draft, draft.must('shots', input.toShotId).sceneId)
  }),
  'assignment.moveBar': step('move presence', (draft, input) => {
    moveBar(draft, input)
    markInitialised(draft, draft.must('shots', input.fromShotId).sceneId)
  }),
  'assignment.moveBars': step('move presences', (draft, input) => {
    const moved = moveBars(draft, input)
    for (const id of new Set(input.bars.map((bar) => draft.must('shots', bar.fromShotId).sceneId)))
      markInitialised(draft, id)
    return moved
  }),
  'transformation.set': step('set change of look', transformations.setTransformation),
  'transformation.remove': step('remove change of look', transformations.removeTransformation),
  'blocking.set': step('move figure', setBlocking),
  'blocking.swap': step('swap figures', swapBlocking),
  'template.apply': step('apply template', templates.applyTemplate),
  'template.save': step('save template', templates.saveTemplate),
  'template.delete': step('delete template', templates.deleteTemplate),
  'suggestion.accept': step('accept suggestions', suggestions.acceptSuggestions),
  'suggestion.reject': step('reject suggestions', suggestions.rejectSuggestions),
  'prompt.edit': step('edit prompt', results.editPrompt),
  'prompt.regenerate': step('write prompt again', results.regeneratePrompt),
  'plan.edit': step('change passes', editPlan),
  'take.choose': step('choose take', results.chooseTake),
  'take.lock': step('approve take', results.lockTake),
  'result.acceptInputs': step('keep result as good', results.acceptInputs),
  'continuity.dismiss': step('dismiss note', dismissNote),
  'continuity.reopen': step('show note again', reopenNote),
  'profile.create': step('add generator', profiles.createProfile),
  'profile.update': step('edit generator', profiles.updateProfile),
  'profile.duplicate': step('duplicate generator', profiles.duplicateProfile),
  'profile.delete': step('delete generator', profiles.deleteProfile),
  'project.update': step('change project settings', updateProject),
}
