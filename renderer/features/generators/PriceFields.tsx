import { profileKinds } from '@shared/domain/passes/profileKinds'
import type { Price, Profile } from '@shared/model/profile'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { Field } from '../../common/Field'
import { Segmented } from '../../common/Segmented'
import styles from './GeneratorsSheet.module.css'

const today = () => new Date().toISOString().slice(0, 10)
const choiceOf = (price: Price | null) =>
  price === null ? 'unknown' : price.perCall + price.perSecond === 0 ? 'free' : 'price'

/** What a call costs, and of clips each second: not known until somebody says so. */
export function PriceFields({ profile, readOnly }: { profile: Profile; readOnly: boolean }) {
  const { price } = profile
  const isClip = profileKinds[profile.kind].makes === 'clips'
  const set = (next: Price | null) => void run('profile.update', { profileId: profile.id, price: next })
  const first = isClip ? { perCall: 0, perSecond: 0.1 } : { perCall: 0.05, perSecond: 0 }
  const amount = (label: string, field: 'perCall' | 'perSecond', known: Price) => (
    <Field
      label={label}
      width={72}
      value={String(known[field])}
      disabled={readOnly}
      check={(text) =>
        text.trim() !== '' && Number(text) >= 0 && Number(text) <= 100_000 ? null : 'A number, 0 or more.'
      }
      onSave={(text, continues) => {
        const next = { ...known, [field]: Number(text), asOf: today() }
        return saveTyped('profile.update', { profileId: profile.id, price: next }, continues)
      }}
    />
  )
  return (
    <div className={styles.price}>
      <Segmented
        label="Price of a call"
        value={choiceOf(price)}
        options={[
          { value: 'unknown', label: 'Not known' },
          { value: 'free', label: 'Free' },
          { value: 'price', label: isClip ? 'Paid' : 'Per call' },
        ]}
        onChange={(choice) => {
          if (readOnly || choice === choiceOf(price)) return
          const currency = price?.currency ?? 'USD'
          const amounts = choice === 'free' ? { perCall: 0, perSecond: 0 } : first
          set(choice === 'unknown' ? null : { ...amounts, currency, asOf: today() })
        }}
      />
      {price !== null && choiceOf(price) === 'price' && (
        <>
          {amount('Price', 'perCall', price)}
          {isClip && (
            <>
              <span className={styles.hint}>each, and</span>
              {amount('Price of a second', 'perSecond', price)}
              <span className={styles.hint}>a second, in</span>
            </>
          )}
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
