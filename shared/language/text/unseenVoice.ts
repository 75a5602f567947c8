/** Extensions of voices that are heard, not seen: (V.O.), (O.S.), (O.C.), (within), (on radio) and the like. */
const unseen =
  /(?:^|[^\p{L}])(?:V\.?O|O\.?S|O\.?C|OFF|OFF[- ]?SCREEN|OFF[- ]?CAMERA|OFF[- ]?STAGE|VOICE[- ]?OVER|VOICE|WITHIN|PRE[- ]?LAP|FILTERED|(?:ON|OVER|VIA|THROUGH) (?:THE )?(?:RADIO|INTERCOM|LOUDSPEAKER|SPEAKERS?|SPEAKERPHONE|P\.?A|WALKIE(?:-TALKIE)?|COMMS?|ANSWERING MACHINE))(?![\p{L}])/iu

/** Is the speaker heard, not seen? (CONT'D) and other extensions say nothing of that. */
export function isUnseen(extension: string): boolean {
  return unseen.test(extension)
}

/** "(ON PHONE)", "(over telephone)": one of the two ends of a line; "(INTO PHONE)" is the near one. */
export const isOnPhone = (extension: string): boolean =>
  /(?:^|[^\p{L}])(?:ON|OVER|VIA|THROUGH|BY)? ?(?:THE )?(?:TELE|CELL ?|SPEAKER|VIDEO ?)?(?:PHONE|CALL|LINE|HEADSET|EARPIECE)(?![\p{L}])/iu.test(
    extension,
  ) && !/\bINTO\b/i.test(extension)

/** A parenthetical that is all about not being seen: "(within)", "(off)". */
export function isUnseenAside(parenthetical: string): boolean {
  return /^(?:(?:from )?(?:within|off|off[- ]?(?:screen|stage|camera))|[ov]\.?\s?[scov]\.?|unseen|heard only|over (?:the )?(?:radio|phone|intercom))$/i.test(
    parenthetical.trim(),
  )
}
