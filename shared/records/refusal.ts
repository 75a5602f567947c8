/** What a refusal or warning may name: numbers with units are given as text. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>

/** Every expected no and every warning of the rules, each as one sentence for the user. `{name}` takes a parameter. */
export const sentences = {
  NOT_FOUND: '{what} is no longer in the project.',
  EMPTY_INTERVAL: 'Not set: {asset} would be in shot {shot} for less than one frame.',
  SPLIT_NEEDED: 'Not set: {asset} would leave and come back inside shot {shot}. Split the shot first.',
  CARRIED_IN_A_CIRCLE: 'Not set: {asset} would be carried by something that it carries itself.',
  PUT_DOWN: '{carrier} no longer carries {asset} in shot {shot}: it has times of its own now.',
  EDGE_CROSSED: 'Not moved: {asset} would leave before entering.',
  BAR_IN_THE_WAY: 'Not moved: {asset} is there already, in shot {shot}.',
  BARS_HAVE_NO_ROOM: 'Not moved: none of the chosen bars has room that way.',
  BAR_LEAVES_SCENE: 'Not moved: {asset} would stand outside the scene.',
  NOT_IN_SHOT: '{asset} is not in shot {shot}.',
  OTHER_SCENE: 'Not changed: shot {shot} belongs to another scene.',
  NO_PICTURE_IN_VIEW: 'The look {look} has no picture of its {view} yet. Add one first.',
  OTHER_TYPE: '{asset} is a {type} and stays among its kind: {before} is none.',
  ASSET_DELETED: '{asset} is deleted. Restore it first.',
  NAME_TAKEN: 'There is already a {type} called {name}.',
  DELETED_NAMESAKE: 'A deleted {type} is called {name} too. It can be restored, or recast by the new one.',
  LAST_LOOK: 'Not deleted: {look} is the only look of {asset}.',
  DEFAULT_LOOK_ELSEWHERE: 'Not set: that look belongs to another asset.',
  NOTHING_TO_UNDO: 'There is nothing to undo.',
  NOTHING_TO_REDO: 'There is nothing to redo.',
  ONE_PIECE: 'Not split: shot {shot} says one thing only. Split it at a moment instead.',
  CUT_TOO_FAR: 'Not moved: shot {shot} keeps one frame.',
  SHOT_TOO_LONG: 'Not moved: shot {shot} would be longer than a shot can be.',
  SHOT_TOO_SHORT: 'Not split: shot {shot} {why}.',
  CASTING_NO_SHOT:
    'The casting speaks of shots that are not in this film: {shots}. Import the shot list first, or correct their names.',
  ASSET_STAYS_DELETED:
    'The script names {asset}, which was deleted in this project and is not brought back. Restore it in Assets to use it again.',
  IN_TRAY: '{what} is in the tray. Restore it first.',
  NOT_IN_TRAY: '{what} is not in the tray.',
  SCRIPT_UNREADABLE: 'Not broken down again: the text of “{file}” has no scenes.',
  NOT_ADJACENT: 'Not {what}: the shots are not neighbours in one scene.',
  JOIN_GAP: 'Not joined: {assets} would leave and come back inside the joined shot.',
  JOIN_TOO_LONG: 'Not joined: {what} would be longer than a shot can hold.',
  SEAM_DIFFERENT: 'Not shared: the end of shot {from} and the start of shot {to} differ in {what}.',
  MERGED: '{asset} was merged into {into}. Take the merge apart first.',
  MERGED_FURTHER: 'Not taken apart: the newer merge of {from} into {into} stands on it. Take that one apart first.',
  MERGE_SELF: 'Not merged: an asset cannot be merged into itself.',
  KEPT_APART: 'Not merged: you said that {a} and {b} are never to be merged. Allow it first.',
  RECAST_SELF: 'Not recast: choose another asset.',
  PLAN_TOO_LONG:
    'Not made: the plan needs {needed} passes and {allowed} are allowed. Left over: {assets}. Take them out of this frame, split the shot, or choose a generator that takes more images.',
  CHAIN_NEEDS_TWO:
    'Not made: the generator takes one image at a time, so passes cannot be chained. Left over: {assets}. Take them out of this frame, or choose a generator that takes two images or more.',
  PLAN_NOT_IN_FRAME: 'Not changed: {assets} cannot be seen in this frame.',
  PLAN_TWICE: 'Not changed: {assets} would be added twice. Leave each asset in one pass.',
  PLAN_MISSING: 'Not changed: {assets} would be in no pass. Put every asset of the frame into one.',
  PLAN_SET_FIRST: 'Not changed: {asset} is the set and belongs to pass 1.',
  PLAN_PASS_FULL:
    'Not changed: pass {pass} is too full; {generator} takes {subjects} and {images} in a pass. Move {assets} to another pass.',
  PLAN_EDIT_TOO_LONG:
    'Not changed: these are {passes} passes, and {generator} allows {allowed}. Put passes together, or choose a generator that allows more.',
  TEMPLATE_EMPTY: 'Not saved: {asset} is in none of these shots.',
  TAKE_KIND: 'Not added: {file} is no {kind}.',
  PROJECT_IN_USE: 'The project is open in another window or program. Close it there first.',
  PROJECT_NEWER:
    'The project was made by a newer version of Exeunt (format {found}, this version reads {known}). Update Exeunt to open it.',
  PROJECT_OLDER: 'The project needs to be brought up to date. Open it in the editor once.',
  PROJECT_DAMAGED: 'The project file is damaged and was left as it is ({reason}). Put a backup of it in its place.',
  PROJECT_LINKED:
    'Not opened: {file} in the project folder is a link to another place, and links are not followed. Put the file or folder itself there.',
  PROJECT_MOVED:
    'The project folder was moved while it was open; it is now {folder}. Open it there to go on. Nothing is lost.',
  PROJECT_GONE:
    'The project folder is not in its place any more: it was moved or deleted, or its drive is gone. Editing has stopped. Put it back to go on.',
  PROJECT_REPLACED:
    'The file project.db was replaced by another one while it was open. Editing has stopped.{kept} Open the project again to work with the new file.',
  PROJECT_CHANGED:
    'Not done: another program changed the project file while it was open. The project is read anew; look at it and do it once more.',
  LOCK_LOST:
    'Another window or program has taken the project over, because its file lock.db was deleted or replaced. Editing has stopped. Close the project there to go on here.',
  MEDIA_GONE:
    'Not saved: the folder “media” of the project is not there. Put it back, or close the project and open it again to begin a new one.',
  NOT_A_PROJECT: '{folder} holds no Exeunt project.',
  FOLDER_TAKEN: '{folder} exists already and is not empty.',
  READ_ONLY: 'Read-only: {reason}.',
  NO_PROJECT: 'No project is open.',
  NOT_A_SCRIPT: 'Not imported: {file} holds no scene that can be read.',
  NO_SUGGESTER:
    'No language model is set up for this project, so none was asked. Import without it, or set one up among the generators.',
  FILE_UNREADABLE: 'Not read: {file}. {reason}',
  FILE_TOO_BIG: 'Not read: {file} has {size} MB; at most {limit} MB are read.',
  NOT_A_SOUND: 'Not added: {file} is not a sound that can be read. {reason}',
  SOUND_LOST: 'Not added: {file} could not be read this time, because the program that reads it stopped. Add it again.',
  NOT_THAT_LONG: 'Not changed: “{sound}” is only {seconds} s long.',
  BEFORE_FILM: 'Not moved: “{sound}” would begin before the film does.',
  CLIP_TOO_SHORT: 'Not cut: too little of “{sound}” would be left.',
  NO_SOUND_IN_SHOT: 'Not changed: nothing that sounds belongs to shot {shot}.',
  CAMERA_STANDS: 'Not set: the camera of shot {shot} stands. Choose how it moves first.',
  NOT_A_PICTURE: 'Not added: {file} is not a picture that can be read. {reason}',
  PICTURE_KIND: 'Not added: {file} is {kind}, which cannot be read here. Save it as JPEG or PNG.',
  PICTURE_LOST:
    'Not added: the program that reads pictures stopped at {file}. Try again, or save the picture anew as JPEG or PNG.',
  PICTURE_MEMORY:
    'Not added: {file} needs more memory than there is. Close some programs, or save a smaller copy of it as JPEG or PNG.',
  GENERATOR_UNKNOWN: 'There is no generator called {generator}.',
  PROFILE_ADDRESS:
    'Not saved: {address} is no address of a server. It begins with https:// or http:// and holds no name, password or question mark.',
  PROFILE_PLAIN:
    'Not sent: what goes to {address} could be read on the way. Use an address that begins with https://, or leave the key out for a machine of your own network.',
  WORKFLOW_FORM:
    'Not saved: {file} is no workflow in the API format. In ComfyUI open the workflow and choose File, then Export (API).',
  NODE_MISSING:
    'Not saved: the workflow has no node {node} with an input {input}, which {what} should go to. Choose another one.',
  GENERATOR_LOST: 'The generator stopped while it was working. Nothing finished is lost; make it again.',
  JOB_DAMAGED: 'Not made: what was asked for cannot be read from the project file. Ask for it again.',
  STEP_DAMAGED: 'Not {way}: the step “{label}” cannot be read from the project file, so nothing was changed.',
  NOTHING_TO_MAKE: 'Shot {shot} has nothing to make a frame of yet.',
  CLIP_NEEDS_STILL: 'Shot {shot} has no {frame} frame yet, which its clip is made from. Make that first.',
  CLIP_TOO_LONG:
    'Shot {shot} lasts {seconds}, and {generator} makes clips of at most {longest}. Split the shot, or choose another generator.',
  CLIP_NOT_HERE: 'Clips are made by the editor or by a service; none is set up for this project.',
  GENERATOR_KIND: '{generator} makes {makes}, not {wanted}. Choose another generator.',
  STALE_TAKE: 'That take belongs to another shot.',
  NO_TAKE: 'Shot {shot} has no {frame} take.',
  LOCKED: 'The take is approved. Unlock it first.',
  DISK: 'Not {done}: {reason}. {wayOut}',
  TIMELINE_UNREADABLE: 'Not read: {file} is no timeline that can be compared with the film ({reason}).',
  NOT_AN_ARCHIVE: 'Not opened: {file} is no project archive of Exeunt.',
  ARCHIVE_NEWER: 'Not opened: {file} was made by a newer version of Exeunt. Update Exeunt to open it.',
  ARCHIVE_DAMAGED:
    'Not opened: {file} is damaged or was cut short ({reason}). Nothing was unpacked. Get it once more from where it came.',
  ARCHIVE_FOREIGN: 'Not opened: {file} holds {what}, which no archive of Exeunt has. Nothing was unpacked.',
  UNPACK_CANCELLED: 'Cancelled. Nothing was unpacked.',
  EXPORT_CANCELLED: 'Export cancelled. Nothing was written.',
  NOT_PRINTED: 'No PDF was written: {reason}',
  RATE_UNKNOWN_TO_FORMAT: 'Not exported: {format} cannot count {rate} frames a second. Choose OTIO or FCPXML.',
  EXPORT_INTO_PROJECT: 'Not exported: {path} lies in the project itself. Choose a folder outside it.',
  NOTHING_TO_FILM: 'There are no shots to make a movie of.',
  NOT_FILMED: 'No movie was made: {reason}',
  NO_ENCODER: 'This machine cannot encode {codec} at that size. Choose another codec or a smaller size.',
  NEEDS_WINDOW: '{what} can only be made in the desktop app.',
  UNKNOWN_COMMAND: 'There is no command called {command}.',
  MARK_EMPTY: 'Not kept: there is nothing to see of that mark.',
  // warnings
  LOG_MISSING:
    'The file project.db was in use when it was copied, or its program ended, and its log project.db-wal is not beside it: the newest edits may be missing. Copy the whole folder of a project, not project.db alone.',
  INITIALISED: 'Asset assignments initialised for {shots}.',
  SNAPPED: '{asset} is less than one frame from the cut, so it now counts as {presence}.',
  PASSES_THROUGH:
    "{who} in neither the start nor the end frame. How it looks depends on the video model's reading of the text. For a reliable result, split the shot.",
  SUSPENDED: '{asset} leaves shot {shot}; its {what} sleeps until it returns.',
  CHANGE_KEPT: 'The change of look in shot {shot} was edited and stays.',
  CHANGE_SLEEPS: '{asset} has no look “{look}”: the change in shot {shot} sleeps until a look is given.',
  STORY_LOOK_ENDS:
    '{asset} no longer brings the look “{look}” into later scenes, because the change was in shot {shot}. Set the look where they start, or undo.',
  CHANGES_GONE: '{asset} leaves the scene with its changes of look in shot {shots}.',
  MARKS_GONE:
    'The marks at the cut are gone with the end still of shot {kept} and the start still of shot {gone}. Undo brings them back.',
  CHANGES_MOVED: 'The changes of look in shot {shot} now happen before it.',
  LOOK_FELL_BACK: '{asset} now shows {look} where {old} was used: {uses}.',
} as const
export type RefusalCode = keyof typeof sentences

/** One sentence for a refusal or warning. */
export function sentence(code: RefusalCode, params: Params = {}): string {
  return sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return Array.isArray(value) ? value.join(', ') : String(value ?? '')
  })
}

/** An expected no: a code, its parameters and a sentence. Thrown inside rules, caught where a rule is run. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
  ) {
    super(sentence(code, params))
  }
}

/** Something the user should know of a change that was made. */
export interface Warning {
  readonly code: RefusalCode
  readonly message: string
}

export function warning(code: RefusalCode, params: Params = {}): Warning {
  return { code, message: sentence(code, params) }
}

/** Input that does not fit, with its place: "shots[3].duration: expected a number above 0". */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly code = 'INVALID_INPUT'
  constructor(
    readonly at: string,
    readonly reason: string,
  ) {
    super(at ? `${at}: ${reason}` : reason)
  }
}
