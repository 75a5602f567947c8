/** The weathers that can be seen in a still. */
export const weathers = ['rain', 'snow', 'fog'] as const
/** A weather. */
export type Weather = (typeof weathers)[number]
