import { create } from 'zustand'
import type { Box } from './boardLayout'

/** The rectangle that is drawn to choose panels; null while none is. */
export const useMarquee = create<{ box: Box | null }>(() => ({ box: null }))
