/** Usage of each verb, one line each. */
const usages: Record<string, [usage: string, does: string]> = {
  new: [
    'new DIR [--title T] [--fps N] [--aspect 16:9]',
    'makes a project folder; the frame rate is a whole number, 23.976, 29.97, "29.97 drop frame", 24000/1001 …',
  ],
  import: [
    'import DIR FILE [--dry-run] [--as-new | --replaces SCRIPT] [--read-as FORM] [--encoding NAME] [--suggest]',
    'imports a script (.fountain, .txt, .fdx, .docx, .highland, .fadein, .pdf), a shot list (.csv) or a Storyboarder project (.storyboarder) and answers the report; a script that is in the project already is updated shot by shot, with --as-new it is added again; FORM is fountain, screenplay, shooting, multicam, transcript or play where the guess is wrong; with --suggest the language model of the project, if it has one, is asked about every scene',
  ],
  query: [
    'query DIR KIND [--id ID] [--scene ID] [--shot ID] [--frame start|end] [--generator ID] [--command NAME --input JSON]',
    'answers project, scenes, shots, assets, assignments, matrix, manifest, prompts, plan, freshness, takes, continuity, suggestions, tray, sounds, jobs, history or impact',
  ],
  do: ['do DIR COMMAND JSON', 'runs a command of the contract and answers what changed'],
  undo: ['undo DIR [N]', 'takes the newest N steps back'],
  redo: ['redo DIR [N]', 'does N undone steps again'],
  media: [
    'media add DIR FILE --asset ID [--look ID] | media take DIR FILE --shot ID --frame start|end | media sound DIR FILE [--shot ID | --scene ID] [--at SECONDS]',
    "puts a picture into the project as a look's reference or as a still of a shot, or a sound at a place of the film, a scene or a shot",
  ],
  generate: [
    'generate DIR --stage 9|10|12 [--shots ID,…|--stale|--all] [--from-pass K] [--candidates N [--stop-after K]] [--generator ID]',
    'makes prompts, frames or videos, of all shots unless some are named, but nothing that is fresh; answers each result; from pass K on, earlier passes keep their pictures; --candidates makes N stills of each at a service, to pick from with take.choose, after pass K where --stop-after says so',
  ],
  export: [
    'export DIR FORMAT OUT [--scene ID] [--shots ID,…] [--options JSON]',
    'writes frames, otio, fcpxml, xmeml, edl, csv (shot list), casting, fountain, srt, vtt, prompts, pdf or archive (the whole project in one file); OUT is a folder, or the file itself; --options {"frames":["start"],"passes":true,"form":"kept|png|jpeg|webp","pattern":"{scene}_{shot}_{frame}"} are those of frames, {"profile":"boards|contact|list|breakdown","paper":"a4","upright":false,"perPage":6,"frames":"both"} those of pdf',
  ],
  unpack: [
    'unpack FILE.exeunt.zip DIR',
    'makes a project folder of an archive; every file is checked against its hash',
  ],
  conform: [
    'conform DIR FILE… [--apply] [--take ID,…]',
    'compares an edited otio, fcpxml, xmeml or edl with the film: order, durations, dropped, repeated and foreign clips; --apply takes the changes over in one undoable step, all or only those of the shots and scenes named; a dropped shot goes to the tray only when it is named',
  ],
  generators: [
    'generators DIR [add FILE | remove ID | test ID]',
    'lists the generators of the project; add takes a profile as JSON, as the list and the window write it; none holds a key: the key of a generator comes from EXEUNT_KEY_<ID in capitals, other signs as _> and goes to the address of its profile; test asks whether it answers',
  ],
  snapshots: [
    'snapshots DIR [--restore N | keep [LABEL] | check N | save OUT]',
    'lists the snapshots of a project, also of a damaged one, the newest first, with what each lacks; --restore puts the Nth in the place of the project file, which is set aside beside it; keep makes one that stays for ever; check reads one to its end; save makes a project of what can be read',
  ],
  relink: [
    'relink DIR FOLDER',
    'looks through FOLDER for the files of the project that are missing or damaged, and puts those with the very bytes back; names what is still missing, and where a file of that name was changed',
  ],
  check: ['check DIR', 'checks the database, the files and the records'],
  batch: ['batch DIR', 'runs requests line by line: {"verb":"do","command":…,"input":…}'],
  mcp: [
    'mcp DIR [--write]',
    'serves the project to agents by the Model Context Protocol over standard input and output; only to be read, unless --write is there',
  ],
  commands: ['commands', 'lists every command with the schema of its input'],
}

export function helpText(verb?: string): string {
  const entry = verb === undefined ? undefined : usages[verb]
  if (entry) return `exeunt ${entry[0]}\n  ${entry[1]}\n  --pretty indents the answer\n`
  return `exeunt <verb> …, the storyboard editor without a window\n\n${Object.values(usages)
    .map(([usage, does]) => `  ${usage}\n      ${does}`)
    .join(
      '\n',
    )}\n\nThe answer is one JSON document on standard output. Exit code 0 done, 1 refused or failed, 2 wrong usage.\n`
}
