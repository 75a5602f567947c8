import { projectOf } from '@shared/domain/lookup'
import { useRead } from '../../app/useRead'

/** The project's picture: width over height. */
export function useAspect(): number {
  return useRead((reads) => {
    const { aspectWidth, aspectHeight } = projectOf(reads)
    return aspectWidth / aspectHeight
  }, [])
}
