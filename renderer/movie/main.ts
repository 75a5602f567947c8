import { z } from 'zod'
import type { MovieBridge } from '@shared/ipc/movieBridge'
import { makeMovie } from './makeMovie'

// The page may not make code from text (content security policy), so schemas do not try to.
z.config({ jitless: true })

/** The page of a window that nobody sees: it makes the movie it is asked for, and its window goes when it has ended. */
async function run(bridge: MovieBridge): Promise<void> {
  try {
    const job = await bridge.job()
    bridge.end(await makeMovie(job, bridge, document.querySelector('canvas')!))
  } catch (error) {
    bridge.end({ failed: error instanceof Error ? error.message : String(error) })
  }
}
void run((window as unknown as { exeuntMovie: MovieBridge }).exeuntMovie)
