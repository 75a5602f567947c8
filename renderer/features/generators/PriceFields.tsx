import type { Price, Profile } from '@shared/model/profile'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { Field } from '../../common/Field'
import { Segmented } from '../../common/Segmented'
import styles from './GeneratorsSheet.module.css'

const today = () => new Date().toISOString().slice(0, 10)
const choiceOf = (price: Price | null) => (price === null ? 'unknown' : price.perCall === 0 ? 'free' : 'price')

/** What a call costs: not known until somebody says so. */
export function PriceFields({ profile, readOnly }: { profile: Profile; readOnly: boolean }) {
  const { price } = profile
  const set = (next: Price | null) => void run('profile.update', { profileId: profile.id, price: next })
  return (
    <div className={styles.price}>
      <Segmented
        label="Price of a call"
        value={choiceOf(price)}
        options={[
          { value: 'unknown', label: 'Not known' },
          { value: 'free', label: 'Free' },
          { value: 'price', label: 'Per call' },
        ]}
        onChange={(choice) => {
          if (readOnly || choice === choiceOf(price)) return
          const currency = price?.currency ?? 'USD'
          set(
            choice === 'unknown'
              ? null
              : { perCall: choice === 'free' ? 0 : 0.05, perSecond: 0, currency, asOf: today() },
          )
        }}
      />
      {price !== null && price.perCall > 0 && (
        <>
          <Field
            label="Price"
            width={72}
            value={String(price.perCall)}
            disabled={readOnly}
            check={(text) => (Number(text) > 0 && Number(text) <= 100_000 ? null : 'A number above 0.')}
            onSave={(text, continues) => {
              const next = { ...price, perCall: Number(text), asOf: today() }
              return saveTyped('profile.update', { profileId: profile.id, price: next }, continues)
            }}
          />
          <Field
            label="Currency"
            width={64}
            value={price.currency}
            disabled={readOnly}
            check={(text) => (/^\S{1,10}$/.test(text.trim()) ? null : 'As USD or €.')}
            onSave={(text, continues) => {
              const next = { ...price, currency: text.trim() }
              return saveTyped('profile.update', { profileId: profile.id, price: next }, continues)
            }}
          />
          <span className={styles.hint}>as of {price.asOf}</span>
        </>
      )}
    </div>
  )
}
