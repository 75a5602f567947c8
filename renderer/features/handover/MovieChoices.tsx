import { movieCodecs, movieSizes, type MovieOptions } from '@shared/handover/movie/movieOptions'
import { exportState } from './exportState'
import { Check, Choice } from './choices'
import styles from './ExportSheet.module.css'

const codecWords = { auto: 'Auto', h264: 'H.264', vp9: 'VP9', av1: 'AV1' } as const

/** How the movie is made. */
export function MovieChoices() {
  const { movie } = exportState.use()
  const set = (fields: Partial<MovieOptions>) => exportState.set({ movie: { ...movie, ...fields } })
  return (
    <>
      <Choice
        label="Size"
        value={movie.size}
        options={movieSizes.map((value) => ({ value, label: value === '2160p' ? '4K' : value }))}
        onChange={(size) => set({ size })}
      />
      <Choice
        label="Codec"
        value={movie.codec}
        options={(['auto', ...movieCodecs] as const).map((value) => ({ value, label: codecWords[value] }))}
        onChange={(codec) => set({ codec })}
      />
      <Choice
        label="Quality"
        value={movie.quality}
        options={[
          { value: 'draft', label: 'Draft' },
          { value: 'good', label: 'Good' },
          { value: 'best', label: 'Best' },
        ]}
        onChange={(quality) => set({ quality })}
      />
      <Choice
        label="Subtitles"
        value={movie.subtitles}
        options={[
          { value: 'none', label: 'None' },
          { value: 'burnt', label: 'In the picture' },
          { value: 'srt', label: 'SRT' },
          { value: 'vtt', label: 'VTT' },
        ]}
        onChange={(subtitles) => set({ subtitles })}
      />
      <div className={styles.fields}>
        <Check label="Clips that are made" on={movie.clips} onChange={(clips) => set({ clips })} />
        <Check label="Sound" on={movie.sound} onChange={(sound) => set({ sound })} />
        <Check label="Timecode and shot" on={movie.slate} onChange={(slate) => set({ slate })} />
      </div>
      {movie.sound && (
        <p className={styles.hint}>
          Sound is written as Opus. A player that knows only AAC shows the movie without it.
        </p>
      )}
    </>
  )
}
