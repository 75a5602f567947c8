import { view as animatic } from './features/animatic/view'
import { view as assets } from './features/assets/view'
import { view as board } from './features/board/view'
import { view as frames } from './features/frames/view'
import { view as matrix } from './features/matrix/view'
import { view as script } from './features/script/view'
import { view as setup } from './features/setup/view'
import { view as shots } from './features/shots/view'
import { view as timeline } from './features/timeline/view'

/** The views, in the order of the rail and of Ctrl+1, Ctrl+2 …. A new view is one line here. */
export const views = [script, board, assets, matrix, timeline, shots, frames, animatic, setup] as const

declare module './app/views' {
  interface Registered {
    readonly views: (typeof views)[number]
  }
}
